from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.credential import CostPattern
from credlens.model.plan import PaymentKind
from credlens.plan.money.charge import Charge
from credlens.plan.money.pricing import PRICING

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def charge(pattern: Any, amount: Any, **more: Any) -> Charge:
    return Charge(CostPattern(pattern), Decimal(amount), "USD", **more)


def due(pattern: Any, start: Any, finish: Any) -> Any:
    return [p.day for p in PRICING[pattern](charge(pattern, 10), start, finish)]


def test_every_pattern_of_the_model_has_a_price_model_and_nothing_else_has() -> None:
    assert list(PRICING) == [p.value for p in CostPattern]


@pytest.mark.parametrize("pattern", [p.value for p in CostPattern])
def test_every_payment_lies_in_the_time_of_work_and_has_amount_currency_and_purpose(pattern: Any) -> None:
    payments = PRICING[pattern](
        Charge(CostPattern(pattern), Decimal("12.50"), "EUR"), date(2026, 1, 15), date(2027, 3, 1)
    )
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
def test_single_payments_are_due_at_the_start_or_at_the_finish(pattern: Any, day: Any) -> None:
    assert due(pattern, date(2026, 1, 15), date(2026, 3, 20)) == [date.fromisoformat(day)]


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
def test_months_are_counted_on_the_calendar_from_the_first_day(start: Any, finish: Any, days: Any) -> None:
    found = due("per_month", date.fromisoformat(start), date.fromisoformat(finish))
    assert [d.isoformat() for d in found] == days


@pytest.mark.parametrize("pattern", ["per_year", "membership"])
def test_years_begin_on_the_same_day_and_on_28_february_for_a_leap_day(pattern: Any) -> None:
    assert due(pattern, date(2028, 2, 29), date(2029, 2, 27)) == [date(2028, 2, 29)]
    assert due(pattern, date(2028, 2, 29), date(2029, 2, 28)) == [date(2028, 2, 29), date(2029, 2, 28)]


@given(DAYS, st.integers(0, 900))
def test_paid_months_leave_no_day_uncovered_and_none_is_longer_than_31_days(start: Any, length: Any) -> None:
    days = due("per_month", start, start + timedelta(days=length))
    assert days[0] == start
    assert all(28 <= (b - a).days <= 31 for a, b in pairwise(days))
    assert len(days) >= -(-(length + 1) // 31)  # what the solver's lower bound relies on


@pytest.mark.parametrize(
    ("pass_rate", "attempts", "aside"),
    [
        (None, None, None),  # not known: no second attempt is planned for
        (1.0, None, None),
        (0.5, 1, None),  # there is no second one
        (0.5, 2, "50.00"),
        (0.5, None, "75.00"),  # 100 x (1/2 + 1/4): three attempts are usual
        (0.66, 2, "34.00"),
    ],
)
def test_what_further_attempts_cost_on_average_is_set_aside(pass_rate: Any, attempts: Any, aside: Any) -> None:
    exam = charge("per_attempt", 100, pass_rate=pass_rate, attempts=attempts)
    paid = PRICING["per_attempt"](exam, date(2026, 1, 1), date(2026, 1, 9))
    assert [p.amount.amount for p in paid if p.kind is PaymentKind.SET_ASIDE] == ([Decimal(aside)] if aside else [])
    assert [p.amount.amount for p in paid if p.kind is PaymentKind.PAID] == [100]


def test_at_the_end_of_time_nothing_more_is_due() -> None:
    assert due("per_month", date(9999, 12, 1), date.max) == [date(9999, 12, 1)]
