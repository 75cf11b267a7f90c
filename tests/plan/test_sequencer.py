from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from credlens.model.quantity import Money
from credlens.plan.billing import Work, bill
from credlens.plan.problem import build
from credlens.plan.sequencer import NoOrder, Schedule, sequence


def problem(world: Any, *credentials: Any, gap: Any = "sql python r", **limits: Any) -> Any:
    return build(world.gap(gap), world.person(), world.catalog(*credentials), {}, world.limits(**limits))


def order(world: Any, *credentials: Any, **more: Any) -> Any:
    found = problem(world, *credentials, **more)
    result = sequence(found, tuple(range(len(found.offers))))
    return result if isinstance(result, NoOrder) else [found.offers[v.offer].credential for v in result.visits]


def test_steps_follow_each_other_without_a_break(world: Any) -> None:
    found = problem(world, world.credential("a", "sql core", 10), world.credential("b", "python core", 5))
    schedule = sequence(found, (0, 1))
    assert [(v.start.day, v.finish.day) for v in schedule.visits] == [
        (1, 5),
        (6, 15),
    ]  # as much evidence per day: b first


def test_prerequisites_come_first_even_when_that_covers_later(world: Any) -> None:
    assert order(world, world.credential("a", "sql core", 5, needs=[["z"]]), world.credential("z", "", 50)) == [
        "z",
        "a",
    ]


def test_sharing_a_month_decides_the_order(world: Any) -> None:
    month = [world.cost("per_month", 49, subscription="plus")]
    steps = (
        world.credential("a", "sql core", 10, month),
        world.credential("b", "python core", 20),
        world.credential("c", "r part", 15, month),
    )
    assert order(world, *steps, gap={"sql": 50, "python": 50, "r": 3}) == [
        "b",
        "a",
        "c",
    ]  # one month; a, b, c would cover earlier, but pay two


def test_what_ends_soon_comes_first(world: Any) -> None:
    late = world.credential("a", "sql core", 5)
    soon = world.credential("b", "sql part", 20, ends=date(2026, 1, 20))
    assert order(world, late, soon) == ["b", "a"]


def test_of_equal_orders_the_one_by_id_is_taken(world: Any) -> None:
    assert order(world, world.credential("b", "sql core"), world.credential("a", "python core")) == ["a", "b"]


@pytest.mark.parametrize("limits", [{"budget": 50}, {"deadline": date(2026, 1, 20)}])
def test_no_order_when_money_or_days_do_not_suffice(world: Any, limits: Any) -> None:
    twice = [world.cost("per_month", 49)]
    steps = (world.credential("a", "sql core", 10, twice), world.credential("b", "python core", 11, twice))
    assert order(world, *steps, **limits) == NoOrder((), exact=True)


def test_credentials_that_only_support_each_other_are_reported_as_stuck(world: Any) -> None:
    found = problem(
        world,
        world.credential("a", "sql core", needs=[["b", "c"]]),
        world.credential("b", "python core", needs=[["a", "c"]]),
        world.credential("c", "r core"),
    )
    assert sequence(found, (0, 1)) == NoOrder((0, 1), exact=True)
    assert isinstance(sequence(found, (0, 1, 2)), Schedule)


@pytest.mark.parametrize("start", [date(2026, 1, 31), date(2028, 2, 29), date(2026, 4, 30)])
@pytest.mark.parametrize("seed", range(25))
def test_the_label_search_is_as_cheap_as_the_best_of_all_orders(world: Any, seed: Any, start: Any) -> None:
    catalog, gap, cards = world.random(seed, 5, 4)
    limits = world.limits(10_000, 7, start=start, deadline=start + timedelta(days=400), max_credentials=5)
    found = build(gap, world.person(), catalog, cards, limits)
    chosen = tuple({o.credential: i for i, o in enumerate(found.offers)}.values())
    costs = [c for o in permutations(chosen) if (c := by_hand(found, o)) is not None]
    result = sequence(found, chosen)
    assert (result.cost if isinstance(result, Schedule) else None) == min(costs, default=None)
    if costs:  # a budget of exactly that is enough, a cent less is not
        for budget, fits in ((min(costs), True), (min(costs) - Decimal("0.01"), False)):
            less = replace(found, limits=replace(limits, budget=Money(max(Decimal(0), budget))))
            assert isinstance(sequence(less, chosen), Schedule) is (fits or budget < 0)


def by_hand(found: Any, chosen: Any) -> Any:
    day, done, works = found.limits.start, set(), []
    for i in chosen:
        offer = found.offers[i]
        finish = day + timedelta(days=offer.days - 1)
        if not all(done & set(n.by) for n in offer.needs) or (offer.last_day and finish > offer.last_day):
            return None
        works.append(Work(offer.charges, day, finish))
        done.add(offer.credential)
        day = finish + timedelta(days=1)
    return sum((p.amount.amount for step in bill(works) for p in step), Decimal(0))
