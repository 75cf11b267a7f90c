from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.money.billing import Terms
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer, Paid
from credlens.plan.problem import Problem
from credlens.plan.sequencing.bounds import Bounds
from credlens.plan.sequencing.ledgers import Shared
from credlens.plan.sequencing.placing import Placing

LIMITS = Limits(Money(Decimal(500), "USD"), 7, date(2026, 1, 1), date(2026, 6, 30))


def bounds(*steps: Any, paid: Any = ()) -> Bounds:
    """For steps of so many days with one charge: (days, pattern, amount, subscription)."""
    offers = tuple(
        Offer(name, "o", days, (Charge(CostPattern(p), Decimal(a), "USD", subscription=s),), ())
        for name, (days, p, a, s) in zip("abcd", steps, strict=False)
    )
    terms = Terms.under(LIMITS, (), paid)
    return Bounds(Placing(Problem(LIMITS, (), offers), offers), Shared(offers, terms), terms)


@pytest.mark.parametrize(
    ("step", "least"),
    [
        ((10, "one_off", 30, None), 30),
        ((31, "per_month", 40, None), 40),
        ((32, "per_month", 40, None), 80),
        ((62, "per_month", 40, "x"), 80),
        ((10, "free", 40, None), 0),
    ],
)
def test_one_step_alone_costs_as_many_of_the_longest_periods_as_its_days_need(step: Any, least: Any) -> None:
    assert (bounds(step).cost(0), bounds(step).cost(1)) == (least, 0)


def test_a_subscription_in_use_may_have_one_paid_period_left() -> None:
    both = bounds((31, "per_month", 40, "x"), (40, "per_month", 40, "x"))
    assert [both.cost(done) for done in (0b00, 0b01, 0b10, 0b11)] == [120, 40, 0, 0]
    once = bounds((31, "one_off", 40, "x"), (40, "one_off", 40, "x"))
    assert [once.cost(done) for done in (0b00, 0b01)] == [40, 0]


def test_days_paid_already_are_free() -> None:
    assert bounds((40, "per_month", 40, "x"), paid=(Paid("x", date(2026, 1, 9)),)).cost(0) == 40
    assert bounds((40, "per_month", 40, "x"), paid=(Paid("x", None),)).cost(0) == 0


def test_the_steps_to_come_end_when_their_days_of_study_are_over() -> None:
    both = bounds((31, "free", 0, None), (28, "free", 0, None))
    assert both.finish(0b00, date(2026, 1, 1)) == date(2026, 2, 28)
    assert both.finish(0b01, date(2026, 6, 10)) is None
