"""Why the plan is as it is, the plans beside it, and what cannot hold together when there is none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from credlens.model.credential import Catalog
from credlens.model.plan import Plan
from credlens.model.plan_reasons import Conflict, FrontPoint, PlanReasons
from credlens.model.skill import Taxonomy
from credlens.plan.conflicts.conflict import conflict
from credlens.plan.conflicts.giving_up import Wider
from credlens.plan.explaining.limits import what_if
from credlens.plan.explaining.pareto import front
from credlens.plan.explaining.rivals import why_rivals
from credlens.plan.explaining.steps import why_steps
from credlens.plan.explaining.words import Names, told
from credlens.plan.problem import Problem
from credlens.plan.solve import best


@dataclass(frozen=True)
class Why:
    """Why the first of some plans is as it is, and the front they lie on; or why there is none."""

    reasons: PlanReasons | None = None
    front: tuple[FrontPoint, ...] = ()
    conflict: Conflict | None = None


def explain(
    problem: Problem, plans: Sequence[Plan], considering: Collection[str], catalog: Catalog, taxonomy: Taxonomy
) -> Why:
    """The reasons of the first plan; some twenty questions to the solver, so only for who wants to know.

    Args:
        problem: what the plans were made for.
        plans: the strongest first; without any there is nothing to explain.
        considering: credentials the person asked about.
        catalog, taxonomy: where the titles and labels come from.
    """
    if not plans:
        return Why()
    first = plans[0]
    names = Names(_title(catalog), lambda s: taxonomy[s].label)
    steps = why_steps(problem, first)
    rivals = why_rivals(problem, first, best, considering=considering)
    limits = what_if(problem, first, best)
    reasons = PlanReasons(first.name, steps, rivals, limits, told(steps, rivals, limits, names))
    return Why(reasons, front(problem, plans, best))


def why_none(problem: Problem, wider: Problem, excluded: Collection[str], catalog: Catalog) -> Why:
    """The limits that cannot hold together.

    Args:
        problem: for which there is no plan.
        wider: the same as if the person had excluded nothing and named no language.
        excluded: credentials they excluded.
        catalog: where the titles come from.
    """
    return Why(conflict=conflict(problem, best, wider=Wider(wider, tuple(excluded)), name=_title(catalog)))


def _title(catalog: Catalog) -> Callable[[str], str]:
    return lambda credential: catalog[credential].title if credential in catalog else credential
