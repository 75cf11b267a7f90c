"""On random small problems: what every rule allows is accepted, what one forbids is not. Read off brute force and the solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from credlens.app.bench.plan_cases import random_problem
from credlens.model.plan import Coverage, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.brute_force import Taken, plans
from credlens.plan.checking.rules import check_problem
from credlens.plan.money.billing import Terms, Work, bill
from credlens.plan.problem import Problem
from credlens.plan.solve import solve

CASES, EACH = 80, 6  # problems, and of each so many plans, all along the list of all plans


def written(problem: Problem, taken: tuple[Taken, ...]) -> Plan:
    """Steps as a plan, with the bill and the worth as the planner has them."""
    limits = problem.limits
    bills = bill(
        [Work.of(t.offer, t.start, t.finish) for t in taken], Terms.under(limits, problem.bundles, problem.paid)
    )
    done: set[str] = set()
    steps = []
    for t, payments in zip(taken, bills, strict=True):
        expires = t.offer.valid_months and (t.finish, t.offer.valid_months)
        steps.append(
            Step(
                t.offer.credential,
                t.offer.option,
                t.start,
                t.finish,
                t.offer.hours_after(done),
                payments,
                tuple(s for s, p in t.offer.proofs if p > 0.15),
                expires=_later(*expires) if expires else None,
            )
        )
        done.add(t.offer.credential)
    coverage, by_skill = problem.coverage(tuple(t.offer for t in taken))
    return Plan(
        "x",
        tuple(steps),
        Money(sum((p.amount.amount for each in bills for p in each), Decimal(0)), limits.budget.currency),
        sum(s.hours for s in steps),
        steps[-1].finish,
        coverage,
        tuple(Coverage(s, e) for s, e in by_skill),
        tuple(s for s, e in by_skill if e < 0.5),
        PlanStatus.OPTIMAL,
        0.0,
    )


def _later(day: Any, months: int) -> Any:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def some() -> Iterator[tuple[int, Problem, Plan]]:
    for seed in range(CASES):
        problem = random_problem(seed)
        every = list(islice(plans(problem), 2000))
        for taken in every[:: max(1, len(every) // EACH)]:
            yield seed, problem, written(problem, taken)


def test_whatever_brute_force_allows_is_accepted() -> None:
    tried = 0
    for seed, problem, plan in some():
        tried += 1
        assert check_problem(plan, problem) == (), seed
    assert tried > CASES


def test_what_no_longer_keeps_a_limit_is_rejected() -> None:
    """The limits are drawn in until the plan does not fit any more by one cent, one day or one credential."""
    for seed, problem, plan in some():
        limits = problem.limits
        for tighter in (
            {"budget": Money(plan.cost.amount - Decimal("0.01"), plan.cost.currency)},
            {"deadline": plan.finish - timedelta(days=1)},
            {"start": plan.steps[0].start + timedelta(days=1)},
            {"max_credentials": len(plan.steps) - 1},
        ):
            changed = replace(problem, limits=replace(limits, **tighter))
            assert check_problem(plan, changed), (seed, tighter)


def test_every_plan_of_the_solver_is_accepted() -> None:
    for seed in range(6, 12):
        problem = random_problem(seed)
        for plan in solve(problem):
            assert check_problem(plan, problem) == (), seed
