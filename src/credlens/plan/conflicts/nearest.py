"""The nearest change of one limit that makes a plan possible while all the others hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Any

from credlens.model.plan import Plan
from credlens.model.plan_reasons import LimitKind
from credlens.model.quantity import Money
from credlens.plan.conflicts.giving_up import ALL_WEEK, Given, Name
from credlens.plan.conflicts.possible import floor, possible
from credlens.plan.explaining.again import EFFORT, Solver
from credlens.plan.problem import Problem

HALF_HOUR = 0.5  # hours are asked for in such steps
MANY = 60.0  # judgement: hours a week beyond which nobody studies for long


@dataclass(frozen=True, slots=True)
class _Ask:
    """Questions to the solver, and what to call what it answers with."""

    solver: Solver
    effort: float
    name: Name

    def best(self, problem: Problem, first: str = "cost") -> Plan | None:
        return self.solver(problem, first=first, floor=floor(problem), effort=self.effort)

    def possible(self, problem: Problem) -> bool:
        return possible(problem, self.solver, effort=self.effort)

    def steps(self, plan: Plan) -> str:
        return ", then ".join(self.name(s.credential) for s in plan.steps)


def nearest(
    free: Problem, limit: Given, was: Problem, solver: Solver, *, effort: float = EFFORT, name: Name = str
) -> str:
    """A sentence; empty when even without this limit nothing keeps the others.

    Args:
        free: the problem without this limit.
        limit: which one.
        was: the problem with it.
        solver: plans again.
        effort: deterministic seconds for each question.
        name: what to call a credential.
    """
    if not possible(free, solver, effort=effort):
        return ""
    way = _WAYS.get(limit.kind, _without)
    return way(free, limit, was, _Ask(solver, effort, name))


def _budget(free: Problem, _: Given, was: Problem, ask: _Ask) -> str:
    plan = ask.best(free)
    if plan is None:
        return ""
    return f"With {plan.cost} instead of {was.limits.budget} there is a plan: {ask.steps(plan)}."


def _deadline(free: Problem, _: Given, was: Problem, ask: _Ask) -> str:
    plan = ask.best(free, "finish")
    if plan is None:
        return ""
    return f"With time until {plan.finish} instead of {was.limits.deadline} there is a plan: {ask.steps(plan)}."


def _hours(free: Problem, _: Given, was: Problem, ask: _Ask) -> str:
    def enough(halves: int) -> bool:
        return ask.possible(_limited(free, hours_per_week=halves * HALF_HOUR))

    least = _least(int(was.limits.hours_per_week / HALF_HOUR), int(ALL_WEEK / HALF_HOUR), enough)
    plan = ask.best(_limited(free, hours_per_week=least * HALF_HOUR))
    if plan is None:
        return ""
    hours = f"{least * HALF_HOUR:g} hours a week instead of {was.limits.hours_per_week:g}"
    much = " That is more than most people can study." if least * HALF_HOUR > MANY else ""
    return f"With {hours} there is a plan: {ask.steps(plan)}, done by {plan.finish}. Hours were tried in steps of half an hour.{much}"


def _monthly(free: Problem, _: Given, was: Problem, ask: _Ask) -> str:
    monthly = was.limits.budget_per_month
    plan = ask.best(free)
    if monthly is None or plan is None:
        return ""

    def enough(units: int) -> bool:
        return ask.possible(_limited(free, budget_per_month=Money(Decimal(units), monthly.currency)))

    most = int(plan.cost.amount.to_integral_value(ROUND_CEILING))
    least = Money(Decimal(_least(int(monthly.amount), max(most, int(monthly.amount) + 1), enough)), monthly.currency)
    within = ask.best(_limited(free, budget_per_month=least))
    steps = f": {ask.steps(within)}, done by {within.finish}" if within else ""
    return f"With {least} in a month instead of {monthly} there is a plan{steps}."


def _most(free: Problem, _: Given, was: Problem, ask: _Ask) -> str:
    def enough(most: int) -> bool:
        return ask.possible(_limited(free, max_credentials=most))

    least = _least(max(0, was.limits.max_credentials), free.limits.max_credentials, enough)
    plan = ask.best(_limited(free, max_credentials=least))
    credentials = "credential" if least == 1 else "credentials"
    return f"With {least} {credentials} instead of {was.limits.max_credentials} there is a plan" + (
        f": {ask.steps(plan)}." if plan else "."
    )


def _without(free: Problem, limit: Given, _: Problem, ask: _Ask) -> str:
    plan = ask.best(free)
    if plan is None:
        return ""
    lead = {
        LimitKind.OFF: "With study on those days, too,",
        LimitKind.FIXED: f"Without {ask.name(limit.credential)}",
        LimitKind.KEEP: "With nothing renewed after the deadline",
        LimitKind.EXCLUDED: f"With {ask.name(limit.credential)} allowed",
    }.get(limit.kind, "With courses in other languages, too,")
    return f"{lead} there is a plan: {ask.steps(plan)}, for {plan.cost}, done by {plan.finish}."


_Way = Callable[[Problem, Given, Problem, _Ask], str]
_WAYS: dict[LimitKind, _Way] = {
    LimitKind.BUDGET: _budget,
    LimitKind.DEADLINE: _deadline,
    LimitKind.HOURS: _hours,
    LimitKind.MONTHLY: _monthly,
    LimitKind.MOST: _most,
}


def _least(fails: int, works: int, enough: Callable[[int], bool]) -> int:
    """A number that is enough while the one before is not, found by bisection; ``works`` is known to be enough."""
    while works - fails > 1:
        middle = (fails + works) // 2
        if enough(middle):
            works = middle
        else:
            fails = middle
    return works


def _limited(problem: Problem, **limits: Any) -> Problem:
    return problem.under(replace(problem.limits, **limits))
