"""The strongest plan at once, for somebody who moves a limit to and fro: after a short search, and not kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.loop import Wishes, judge
from credlens.app.ports import Ports
from credlens.app.solving import must_be_right, solved
from credlens.app.target import aimed_situation
from credlens.app.weights import chosen
from credlens.model.credential import Catalog
from credlens.model.plan import Limits, Plan, PlanStatus
from credlens.model.skill import Taxonomy
from credlens.plan.problem import Problem

EFFORT = 0.03  # deterministic seconds of search while a limit is moved: measured, 95 of 100 answers come within .25 s
MOST_KNOWN = 50  # plans of other limits that are remembered, to begin from


@dataclass(frozen=True)
class QuickPlan:
    """What these limits lead to.

    Attributes:
        plan: the strongest that was found; its status and gap say how sure that is. None when nothing fits.
        blocked: whether the law keeps the goal closed, so that nothing was looked for.
    """

    plan: Plan | None
    catalog: Catalog
    taxonomy: Taxonomy
    blocked: bool = False


def quick_plan(ports: Ports, limits: Limits, *, sure: bool = False) -> QuickPlan:
    """The strongest plan within these limits that a short search finds, or one found before for narrower limits when that is better.

    Credentials are scored once for the pace that is usual, and not anew for each place of a slider; a plan that is made to be kept scores them
    for its own limits.

    Args:
        ports: the doors.
        limits: to keep.
        sure: search as long as for a plan that is kept.

    Raises:
        UserError: there is no target yet.
    """
    from credlens.plan.building.build import build
    from credlens.plan.checking import check_problem

    here = aimed_situation(ports, Knowledge.of(ports))
    knowledge = here.knowledge
    if here.gap.blocked:
        return QuickPlan(None, knowledge.catalog, knowledge.taxonomy, blocked=True)
    weighting = chosen(ports, None)
    comparison = judge(here, pace(ports.today), Wishes(weighting=weighting))
    cards = {c.credential: c for c in comparison.cards}
    problem = build(here.gap, here.person, knowledge.catalog, cards, limits)
    found = next(iter(solved(problem, 1, None if sure else EFFORT)), None)
    if found is not None:
        must_be_right(found, check_problem(found, problem))
    known: list[tuple[Limits, Plan]] = ports.remember("quick plans", lambda: (here.key, weighting), list)
    best = found if sure else _better(found, problem, known)
    if best is not None:
        known.append((limits, best))
        del known[:-MOST_KNOWN]
    return QuickPlan(best, knowledge.catalog, knowledge.taxonomy)


def _better(found: Plan | None, problem: Problem, known: list[tuple[Limits, Plan]]) -> Plan | None:
    """The plan that was found, or one for limits inside these that covers more; its distance to the best is told by the bound of the search."""
    from credlens.plan.checking import check_problem

    inside = [plan for limits, plan in known if _within(limits, problem.limits)]
    inside.sort(key=lambda plan: -plan.coverage)
    for plan in inside:
        if found is not None and plan.coverage <= found.coverage:
            break
        if not check_problem(plan, problem):
            most = found.coverage / (1 - found.gap) if found is not None and found.gap < 1 else 0.0
            gap = max(0.0, 1 - plan.coverage / most) if most else 1.0
            return replace(plan, status=PlanStatus.WITHIN_GAP if gap > 0 else PlanStatus.OPTIMAL, gap=gap)
    return found


def _within(narrow: Limits, wide: Limits) -> bool:
    """Whether whatever keeps the one keeps the other."""
    same = (
        narrow.budget.currency,
        narrow.start,
        narrow.off,
        narrow.languages,
        narrow.budget_per_month,
        narrow.keep_until,
    )
    return (
        same == (wide.budget.currency, wide.start, wide.off, wide.languages, wide.budget_per_month, wide.keep_until)
        and narrow.budget.amount <= wide.budget.amount
        and narrow.hours_per_week <= wide.hours_per_week
        and narrow.deadline <= wide.deadline
        and narrow.max_credentials <= wide.max_credentials
    )
