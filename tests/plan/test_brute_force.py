"""The solver against all subsets in all orders, on the same integer scale: it has to find the very same optimum."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, permutations
from math import ceil
from typing import Any

import pytest

from credlens.model.plan import Plan, PlanStatus
from credlens.plan.billing import Work, bill
from credlens.plan.checker import check
from credlens.plan.problem import Problem, build
from credlens.plan.solve import solve, why_nothing

CASES, CHUNK = 320, 40


@pytest.mark.parametrize("first", range(0, CASES, CHUNK))
def test_every_plan_is_the_best_of_its_kind_and_passes_the_checker(world: Any, first: Any) -> None:
    planned = 0
    for seed in range(first, first + CHUNK):
        r = random.Random(seed)
        catalog, gap, cards = world.random(seed, r.randint(2, 6), r.randint(1, 5))
        limits = world.limits(
            r.choice([0, 50, 100, 150, 250, 500]),
            r.choice([3.5, 7, 10]),
            start=date(2026, 1, r.choice([1, 31])),
            deadline=date(2026, r.randint(2, 9), 28),
            max_credentials=r.randint(1, 5),
        )
        person = world.person("s0 intermediate" if seed % 3 == 0 else "")
        problem = build(gap, person, catalog, cards, limits)
        found, ways = solve(problem), list(feasible(problem))
        best = max((w[0] for w in ways), default=0)
        if best == 0:
            assert found == []
            assert why_nothing(problem)
            continue
        planned += 1
        enough = [w for w in ways if w[0] >= ceil(0.6 * best)]
        expected = {
            "strongest": min((-c, q, m, d) for c, q, m, d in ways),
            "cheapest": min((m, -c, q, d) for c, q, m, d in enough),
            "fastest": min((d, -c, q, m) for c, q, m, d in enough),
        }
        assert {n for p in found for n in p.name.split(" and ")} == set(expected)
        for plan in found:
            coverage, quality, money, days = measured(problem, plan)
            kinds = {
                "strongest": (-coverage, quality, money, days),
                "cheapest": (money, -coverage, quality, days),
                "fastest": (days, -coverage, quality, money),
            }
            for name in plan.name.split(" and "):
                assert kinds[name] == expected[name], (seed, name)
            assert plan.status is PlanStatus.OPTIMAL
            assert check(plan, catalog=catalog, person=person, limits=limits, gap=gap, scorecards=cards) == (), seed
    assert planned > CHUNK / 3


def feasible(problem: Problem) -> Iterator[tuple[int, int, Decimal, int]]:
    """Coverage, lack of quality, cost and days of every set that has an order, at its cheapest order."""
    for n in range(1, problem.limits.max_credentials + 1):
        for chosen in combinations(range(len(problem.offers)), n):
            offers = [problem.offers[i] for i in chosen]
            if len({o.credential for o in offers}) < n:
                continue
            costs = [c for order in permutations(chosen) if (c := cost(problem, order)) is not None]
            if costs:
                lack = sum(1000 - round(1000 * o.quality) for o in offers)
                yield problem.worth(chosen), lack, min(costs), sum(o.days for o in offers)


def cost(problem: Problem, order: tuple[int, ...]) -> Decimal | None:
    day, done, works = problem.limits.start, set(), []
    for i in order:
        offer = problem.offers[i]
        finish = day + timedelta(days=offer.days - 1)
        late = finish > problem.limits.deadline or (offer.last_day is not None and finish > offer.last_day)
        if late or not all(done & set(n.by) for n in offer.needs):
            return None
        works.append(Work(offer.charges, day, finish))
        done.add(offer.credential)
        day = finish + timedelta(days=1)
    total = sum((p.amount.amount for step in bill(works) for p in step), Decimal(0))
    return total if total <= problem.limits.budget.amount else None


def measured(problem: Problem, plan: Plan) -> tuple[int, int, Decimal, int]:
    chosen = tuple(i for i, o in enumerate(problem.offers) if o.name in {(s.credential, s.option) for s in plan.steps})
    offers = [problem.offers[i] for i in chosen]
    lack = sum(1000 - round(1000 * o.quality) for o in offers)
    return problem.worth(chosen), lack, plan.cost.amount, (plan.finish - problem.limits.start).days + 1
