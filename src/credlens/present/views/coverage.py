"""What a plan covers, from when, and what closes the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from credlens.model.plan import Plan, Supplement
from credlens.present import words
from credlens.present.charts import bars
from credlens.present.context import Context

COVERED = 0.5  # evidence that counts as covered, as the planner counts it
_NOTHING = "not covered"


@dataclass(frozen=True, slots=True)
class SkillView:
    """How far one skill is covered, and from when."""

    label: str
    state: str
    meaning: str
    since: str
    evidence: str
    bar: Markup
    supplements: tuple[str, ...]


def coverage(context: Context, plan: Plan) -> tuple[SkillView, ...]:
    """Every skill a plan is measured by, and every skill it has a supplement for."""
    since = _since(plan)
    extra: dict[str, list[Supplement]] = {}
    for supplement in plan.supplements:
        for skill in supplement.skills or (supplement.skill,):
            extra.setdefault(skill, []).append(supplement)
    views = [
        SkillView(
            label=context.skill(c.skill),
            state=_state(c.evidence),
            meaning="good" if c.evidence >= COVERED else "caution",
            since=f"from {words.day(since[c.skill])}" if c.evidence >= COVERED and c.skill in since else "",
            evidence=f"{words.score(c.evidence)} of 100",
            bar=bars.covered(c.evidence, COVERED),
            supplements=tuple(_supplement(context, s) for s in extra.pop(c.skill, [])),
        )
        for c in plan.by_skill
    ]
    views += [
        SkillView(
            context.skill(s),
            _state(0.0),
            "caution",
            "",
            "0 of 100",
            bars.covered(0.0, COVERED),
            tuple(_supplement(context, x) for x in found),
        )
        for s, found in extra.items()
    ]
    return tuple(views)


def left_open(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Skills covered in part, and skills that are not covered at all: two different things to worry about."""
    short = [c for c in plan.by_skill if c.evidence < COVERED]
    nothing = tuple(c.skill for c in short if _state(c.evidence) == _NOTHING)
    told = {c.skill for c in plan.by_skill}
    untold = tuple(s for s in plan.uncovered if s not in told)
    return tuple(c.skill for c in short if c.skill not in nothing), (*nothing, *untold)


def _state(evidence: float) -> str:
    """What prints as 0 of 100 is called nothing."""
    if evidence >= COVERED:
        return "covered"
    return "covered in part" if round(100 * evidence) else _NOTHING


def _since(plan: Plan) -> Mapping[str, date]:
    done: dict[str, date] = {}
    for step in plan.steps:
        for skill in step.skills:
            done[skill] = max(step.finish, done.get(skill, step.finish))
    return done


def _supplement(context: Context, supplement: Supplement) -> str:
    known = "price unknown" if supplement.cost is None else words.money(supplement.cost)
    price = "free" if supplement.free else known
    time = "hours unknown" if supplement.hours is None else f"{supplement.hours:.0f}{words.NBSP}h"
    fits = "fits into your limits" if supplement.fits else "does not fit into your limits: for later"
    return f"{context.title(supplement.credential)} ({price}, {time}; {fits})"
