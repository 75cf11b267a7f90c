"""The loop as far as it goes before anything is planned: gap, options and their worth, for pages that show one after the other."""

from __future__ import annotations

from dataclasses import replace

from credlens.app.constraints import constraints, said_limits
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.loop import Wishes, judge, options_for
from credlens.app.ports import Ports
from credlens.app.situation import Situation
from credlens.app.target import aimed_situation
from credlens.app.weights import chosen
from credlens.model.loop import Loop
from credlens.model.plan import Limits
from credlens.model.scorecard import Comparison


def gap_alone(ports: Ports) -> Loop:
    """The stored person's gap, with nothing that would close it.

    Raises:
        UserError: there is no target yet.
    """
    here = aimed_situation(ports, Knowledge.of(ports))
    return _loop(here, pace(ports.today, constraints(ports).hours), Comparison((), ()))


def with_options(ports: Ports, skills: tuple[str, ...] = ()) -> Loop:
    """The same with what would close each of these skills, or each missing one when none is named; a skill that is not missing is left out.

    Raises:
        UserError: there is no target yet.
    """
    here = aimed_situation(ports, Knowledge.of(ports))
    limits = said_limits(ports) or pace(ports.today, constraints(ports).hours)
    comparison = judge(here, limits, Wishes(weighting=chosen(ports, None)))
    found = _loop(here, limits, comparison)
    missing = tuple(i.skill for i in here.gap.core)
    wanted = [s for s in skills or missing if s in missing]
    made = {s: options_for(s, here.knowledge, here.person, limits, comparison) for s in wanted}
    return replace(found, options={s: o for s, o in made.items() if o})


def _loop(here: Situation, limits: Limits, comparison: Comparison) -> Loop:
    return Loop(
        made=here.ports.today,
        person=here.person,
        demand=here.demand,
        gap=here.gap,
        limits=limits,
        taxonomy=here.knowledge.taxonomy,
        catalog=here.knowledge.catalog,
        options={},
        comparison=comparison,
        plans=(),
    )
