"""From a problem to plans that may be shown: solved, and refused when the independent checker finds anything wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from credlens.model.plan import Plan
from credlens.plan.problem import Problem


def solved(
    problem: Problem, alternatives: int, effort: float | None = None, name_of: Callable[[str], str] = str
) -> tuple[Plan, ...]:
    """The plans for a problem; none when nothing fits.

    Args:
        problem: from a catalog or a file.
        alternatives: how many different plans to look for.
        effort: how long to search, in deterministic seconds; the usual when None.
        name_of: the label of a skill, for what a plan gives up.
    """
    from credlens.plan.solve import solve  # OR-Tools takes a second to load

    return tuple(solve(problem, alternatives=alternatives, effort=effort, name_of=name_of))


def must_be_right(plan: Plan, violations: Sequence[str]) -> None:
    """A plan that the checker rejects is a defect of the planner, and never shown.

    Raises:
        RuntimeError: there are violations.
    """
    if violations:
        raise RuntimeError(f"the checker rejects the plan {plan.name!r}: {'; '.join(violations)}")
