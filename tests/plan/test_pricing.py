from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.credential import CostPattern
from credlens.plan.pricing import PRICING

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def due(world: Any, pattern: Any, start: Any, finish: Any) -> Any:
    return [p.day for p in PRICING[pattern](world.cost(pattern, 10), Decimal(10), start, finish)]


def test_every_pattern_of_the_model_has_a_price_model_and_nothing_else_has() -> None:
    assert list(PRICING) == [p.value for p in CostPattern]


@pytest.mark.parametrize("pattern", [p.value for p in CostPattern])
def test_every_payment_lies_in_the_time_of_work_and_has_amount_currency_and_purpose(world: Any, pattern: Any) -> None:
    item = world.cost(pattern, 10, currency="EUR", what="tuition")
    payments = PRICING[pattern](item, Decimal("12.50"), date(2026, 1, 15), date(2027, 3, 1))
    assert all(date(2026, 1, 15) <= p.day <= date(2027, 3, 1) for p in payments)
    assert all(
        p.amount.amount == Decimal("12.50") and p.amount.currency == "EUR" and "tuition" in p.what for p in payments
    )
    assert (payments == ()) == (pattern == "free")


@pytest.mark.parametrize(
    ("pattern", "day"),
    [
        ("one_off", "2026-01-15"),
        ("per_attempt", "2026-03-20"),
        ("free_audit_paid_cert", "2026-03-20"),
        ("membership", "2026-01-15"),
    ],
)
def test_single_payments_are_due_at_the_start_or_at_the_finish(world: Any, pattern: Any, day: Any) -> None:
    assert due(world, pattern, date(2026, 1, 15), date(2026, 3, 20)) == [date.fromisoformat(day)]


@pytest.mark.parametrize(
    ("start", "finish", "days"),
    [
        ("2026-01-31", "2026-03-30", ["2026-01-31", "2026-02-28"]),  # not chained: due on 31 March, not on 28
        ("2026-01-31", "2026-03-31", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("2028-01-31", "2028-02-29", ["2028-01-31", "2028-02-29"]),  # leap year
        ("2028-01-30", "2028-02-28", ["2028-01-30"]),
        ("2026-04-15", "2026-05-14", ["2026-04-15"]),  # the month's last day is still paid
        ("2026-04-15", "2026-05-15", ["2026-04-15", "2026-05-15"]),  # one day more begins the next
        ("2026-12-01", "2026-12-01", ["2026-12-01"]),
        ("2026-12-01", "2027-01-01", ["2026-12-01", "2027-01-01"]),
    ],
)
def test_months_are_counted_on_the_calendar_from_the_first_day(world: Any, start: Any, finish: Any, days: Any) -> None:
    found = due(world, "per_month", date.fromisoformat(start), date.fromisoformat(finish))
    assert [d.isoformat() for d in found] == days


@pytest.mark.parametrize("pattern", ["per_year", "membership"])
def test_years_begin_on_the_same_day_and_on_28_february_for_a_leap_day(world: Any, pattern: Any) -> None:
    assert due(world, pattern, date(2028, 2, 29), date(2029, 2, 27)) == [date(2028, 2, 29)]
    assert due(world, pattern, date(2028, 2, 29), date(2029, 2, 28)) == [date(2028, 2, 29), date(2029, 2, 28)]


@given(DAYS, st.integers(0, 900))
def test_paid_months_leave_no_day_uncovered_and_none_is_longer_than_31_days(
    world: Any, start: Any, length: Any
) -> None:
    days = due(world, "per_month", start, start + timedelta(days=length))
    assert days[0] == start
    assert all(28 <= (b - a).days <= 31 for a, b in pairwise(days))
    assert len(days) >= -(-(length + 1) // 31)  # what the solver's lower bound relies on
