"""Whether a plan keeps every rule, given the data of its problem and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from credlens.plan.checking.beside import beside
from credlens.plan.checking.choice import choice, offers_of
from credlens.plan.checking.claims import claims
from credlens.plan.checking.money import money
from credlens.plan.checking.timing import timing
from credlens.plan.checking.workload import workload

if TYPE_CHECKING:
    from credlens.model.plan import Plan
    from credlens.plan.problem import Problem


def check_problem(plan: Plan, problem: Problem) -> tuple[str, ...]:
    """Violations in words; empty when the plan is accepted.

    Args:
        plan: from anywhere, however absurd: what cannot be counted is said, never raised.
        problem: what can be chosen and which limits hold. Only its data are read.
    """
    offers = offers_of(plan, problem)
    return (
        *choice(plan, problem),
        *timing(plan, problem, offers),
        *workload(plan, problem, offers),
        *money(plan, problem, offers),
        *claims(plan, problem, offers),
        *beside(plan, problem),
    )
