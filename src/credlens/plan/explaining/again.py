"""Plan again with something changed: what every explanation is measured with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from credlens.model.plan import Plan, PlanStatus
from credlens.plan.problem import Problem

EFFORT = 0.5  # judgement: deterministic seconds for one question; an answer that is not proven says so


class Solver(Protocol):
    """``credlens.plan.solve.best``, or one like it."""

    def __call__(
        self, problem: Problem, *, first: str = "coverage", floor: int = 0, effort: float | None = None
    ) -> Plan | None:
        """One plan; None when nothing keeps the limits."""


def chosen(problem: Problem, plan: Plan) -> tuple[int, ...]:
    """Indices of a plan's offers, in the order of its steps."""
    place = {o.name: i for i, o in enumerate(problem.offers)}
    return tuple(place[s.credential, s.option] for s in plan.steps if s.role == "credential")


def worth(problem: Problem, plan: Plan) -> int:
    """A plan's integer worth; see ``Problem.worth``."""
    return problem.worth(chosen(problem, plan))


def lack(problem: Problem, plan: Plan) -> int:
    """What a plan's credentials lack in quality, in thousandths, added up."""
    return sum(1000 - round(1000 * problem.offers[i].quality) for i in chosen(problem, plan))


def changed(problem: Problem, **limits: Any) -> Problem:
    """The problem under other limits.

    The day until which credentials have to stay valid stays what it is: otherwise another deadline would change renewals, too.
    """
    keep = problem.limits.keep_until or problem.limits.deadline
    return problem.under(replace(problem.limits, **{"keep_until": keep, **limits}))


def unproven(plan: Plan) -> float:
    """Coverage by which a better plan may exist, in [0, 1]; 0 for a proven one."""
    return plan.gap * plan.coverage if plan.status is PlanStatus.WITHIN_GAP else 0.0
