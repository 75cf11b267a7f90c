"""The front of money, coverage and finish day: held against every plan of small problems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from credlens.app.bench.plan_cases import random_problem
from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.brute_force import bill, plans
from credlens.plan.explaining.again import lack, worth
from credlens.plan.explaining.pareto import front
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem


def offer(name: str, price: int, hours: float, proof: float) -> Offer:
    charges = (Charge(CostPattern.ONE_OFF, Decimal(price), "USD"),) if price else ()
    return Offer(name, "standard", hours, charges, (("sql", proof),))


def one_step(*offers: Offer) -> Problem:
    start = date(2026, 1, 1)
    limits = Limits(Money(Decimal(100)), 7.0, start, start + timedelta(days=99), max_credentials=1)
    return Problem(limits, (("sql", 1.0),), offers)


def shown(points: Any) -> Any:
    return [("".join(s.credential for s in p.plan.steps), p.names) for p in points]


WAYS = (
    offer("a", 90, 30, 0.8),
    offer("b", 60, 50, 0.7),
    offer("c", 60, 60, 0.7),  # as b, but later
    offer("d", 0, 80, 0.5),
    offer("e", 50, 10, 0.4),
    offer("f", 70, 10, 0.4),  # as e, but dearer
)


def test_the_whole_front(exact: Any) -> None:
    problem = one_step(*WAYS)
    best = replace(exact(problem), name="strongest and fastest")
    assert shown(front(problem, [best], exact, solves=None)) == [
        ("d", ()),
        ("e", ()),
        ("b", ()),
        ("a", ("strongest", "fastest")),
    ]


def test_a_few_questions_give_a_part_of_it_that_is_spread(exact: Any) -> None:
    problem = one_step(*WAYS)
    asked: list[Any] = []

    def counted(given: Any, **more: Any) -> Any:
        asked.append(given)
        return exact(given, **more)

    points = shown(front(problem, [exact(problem)], counted, solves=4))
    assert len(asked) <= 4
    assert points[-1] == ("a", ("strongest",))
    assert {"d", "a"} < {name for name, _ in points}


def test_a_dearer_plan_of_better_credentials_stays(exact: Any) -> None:
    good, poor = offer("a", 90, 30, 0.8), offer("b", 10, 30, 0.8)
    problem = one_step(replace(good, quality=0.9), poor)
    assert shown(front(problem, [exact(problem)], exact, solves=None)) == [("b", ()), ("a", ("strongest",))]


def test_without_a_plan_there_is_no_front(exact: Any) -> None:
    assert front(one_step(), [], exact) == ()


def test_in_random_problems_no_point_is_beaten_and_none_is_missing(exact: Any) -> None:
    sizes = []
    for seed in range(60):
        case = random_problem(seed)
        few = replace(
            case, limits=replace(case.limits, budget_per_month=None, max_credentials=2), offers=case.offers[:5]
        )
        named = exact(few)
        if named is None:
            continue
        points = front(few, [named], exact, solves=None)
        values = [(p.plan.cost.amount, -worth(few, p.plan), p.plan.finish, lack(few, p.plan)) for p in points]
        for one in values:
            assert not any(other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in values)
        assert any(p.names == ("strongest",) for p in points)
        sizes.append(len(points))
        place = {o.name: i for i, o in enumerate(few.offers)}
        keep = few.limits.keep_until or few.limits.deadline
        same = replace(few, limits=replace(few.limits, keep_until=keep))
        for steps in plans(same):
            gained = few.worth(tuple(place[s.offer.name] for s in steps))
            if gained > 0 or few.fixed:
                cost = sum((amount for _, amount in bill(same, steps)), Decimal(0))
                finish = steps[-1].finish
                assert any(c <= cost and -w >= gained and f <= finish for c, w, f, _ in values), (seed, steps)
    assert len(sizes) > 30
    assert max(sizes) > 3
