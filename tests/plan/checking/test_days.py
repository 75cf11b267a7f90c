"""Days of study and months, counted one by one where the checker jumps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.plan.checking.days import days_of_work, later, plus, study_day

FIRST = date(2026, 1, 1)
near = st.integers(-5, 40).map(lambda n: FIRST + timedelta(days=n))


@given(near, st.integers(1, 30), st.lists(st.tuples(near, near), max_size=4))
def test_days_off_are_skipped(start: date, n: int, off: list[tuple[date, date]]) -> None:
    every = (start + timedelta(days=k) for k in count())
    free = (d for d in every if not any(a <= d <= b for a, b in off))
    assert study_day(start, n, off) == [next(free) for _ in range(n)][-1]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2028-02-29", 12, "2029-02-28"),
        ("9999-12-01", 1, None),
    ],
)
def test_months_are_counted_on_the_calendar(day: str, months: int, then: str | None) -> None:
    assert later(date.fromisoformat(day), months) == (then and date.fromisoformat(then))


@pytest.mark.parametrize(
    ("hours", "pace", "days"),
    [
        (10, 7, 10),
        (0, 7, 1),
        (10.1, 7, 11),
        (10.00000001, 7, 10),
        (1, 0, None),
        (1, -1, None),
        (float("nan"), 7, None),
        (1e300, 1e-300, None),
    ],
)
def test_days_for_hours_at_a_pace(hours: float, pace: float, days: int | None) -> None:
    assert days_of_work(hours, pace) == days


def test_beyond_the_last_year_there_is_no_day() -> None:
    assert plus(date.max, 1) is None
    assert study_day(FIRST, 10**9, ()) is None
    assert study_day(FIRST, 1, ((date.min, date.max),)) is None
