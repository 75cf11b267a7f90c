from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from credlens.plan.billing import Charge, Work, bill


def charge(world: Any, pattern: Any, amount: Any, **more: Any) -> Any:
    return Charge(world.cost(pattern, amount, **more), Decimal(str(amount)))


def work(charges: Any, start: Any, finish: Any) -> Any:
    return Work(tuple(charges), date.fromisoformat(start), date.fromisoformat(finish))


def days(paid: Any) -> Any:
    return [[p.day.isoformat() for p in step] for step in paid]


def test_two_steps_on_one_subscription_pay_the_month_they_share_once(world: Any) -> None:
    plus = charge(world, "per_month", 49, subscription="plus")
    paid = bill([work([plus], "2026-01-01", "2026-01-20"), work([plus], "2026-01-21", "2026-02-10")])
    assert days(paid) == [["2026-01-01"], ["2026-02-01"]]


def test_two_subscriptions_without_a_key_are_paid_one_by_one(world: Any) -> None:
    own = charge(world, "per_month", 49)
    paid = bill([work([own], "2026-01-01", "2026-01-20"), work([own], "2026-01-21", "2026-02-10")])
    assert days(paid) == [["2026-01-01"], ["2026-01-21"]]


@pytest.mark.parametrize(
    ("again", "first", "third"),
    [
        ("2026-01-25", ["2026-01-01"], []),  # within the month that is paid
        (
            "2026-02-20",
            ["2026-01-01", "2026-02-01"],
            [],
        ),  # one more month either way: kept, charged to the step before the gap
        ("2026-03-05", ["2026-01-01"], ["2026-03-05"]),  # two more months, or one when it is begun again
    ],
)
def test_over_a_gap_a_subscription_is_cancelled_only_when_that_is_cheaper(
    world: Any, again: Any, first: Any, third: Any
) -> None:
    plus, free = charge(world, "per_month", 49, subscription="plus"), charge(world, "free", 0)
    between = (date.fromisoformat(again) - timedelta(days=1)).isoformat()
    steps = [work([plus], "2026-01-01", "2026-01-10"), work([free], "2026-01-11", between), work([plus], again, again)]
    assert days(bill(steps)) == [first, [], third]


def test_a_bundle_bought_once_serves_every_step_and_each_exam_is_paid(world: Any) -> None:
    bundle, exam = (
        charge(world, "one_off", 200, subscription="bundle"),
        charge(world, "per_attempt", 99, subscription="bundle"),
    )
    paid = bill([work([bundle, exam], "2026-01-01", "2026-01-20"), work([bundle, exam], "2026-01-21", "2026-02-10")])
    assert days(paid) == [["2026-01-01", "2026-01-20"], ["2026-02-10"]]


def test_one_key_at_two_prices_is_two_subscriptions(world: Any) -> None:
    cheap, dear = (charge(world, "per_month", a, subscription="plus") for a in (39, 49))
    paid = bill([work([cheap], "2026-01-01", "2026-01-05"), work([dear], "2026-01-06", "2026-01-09")])
    assert days(paid) == [["2026-01-01"], ["2026-01-06"]]


def test_a_subscription_named_twice_in_one_step_is_paid_once(world: Any) -> None:
    plus = charge(world, "per_month", 49, subscription="plus")
    assert days(bill([work([plus, plus], "2026-01-01", "2026-01-05")])) == [["2026-01-01"]]


def test_an_amount_of_zero_is_no_payment(world: Any) -> None:
    assert bill([work([charge(world, "one_off", 0)], "2026-01-01", "2026-01-05")]) == ((),)
