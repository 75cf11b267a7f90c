"""From a problem to plans that may be shown: solved, and refused when the independent checker finds anything wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from credlens.app.progress import unsaid
from credlens.model.plan import Plan, PlanStatus
from credlens.plan.problem import Problem


def solved(
    problem: Problem,
    alternatives: int,
    effort: float | None = None,
    name_of: Callable[[str], str] = str,
    news: Callable[[str], None] = unsaid,
) -> tuple[Plan, ...]:
    """The plans for a problem; none when nothing fits.

    Args:
        problem: from a catalog or a file.
        alternatives: how many different plans to look for.
        effort: how long to search, in deterministic seconds; the usual when None.
        name_of: the label of a skill, for what a plan gives up.
        news: told of the first plan at once, and of each better plan or bound after it.
    """
    from credlens.plan.solve import solve  # OR-Tools takes a second to load

    return tuple(
        solve(problem, alternatives=alternatives, effort=effort, name_of=name_of, on_plan=lambda p: news(_found(p)))
    )


def _found(plan: Plan) -> str:
    sure = "proven best" if plan.status is PlanStatus.OPTIMAL else f"at most {100 * plan.gap:.1f} % below the best"
    return f"Found: covers {100 * plan.coverage:.0f} %, {plan.cost}, done by {plan.finish} ({sure})."


def must_be_right(plan: Plan, violations: Sequence[str]) -> None:
    """A plan that the checker rejects is a defect of the planner, and never shown.

    Raises:
        RuntimeError: there are violations.
    """
    if violations:
        raise RuntimeError(f"the checker rejects the plan {plan.name!r}: {'; '.join(violations)}")
