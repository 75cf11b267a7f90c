from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.days import day

JULY = date(2025, 7, 24)


@pytest.mark.parametrize(
    "value",
    [
        "2025-07-24", "2025-07-24T10:00:00Z", "2025-07-24 10:00:00.000", "2025/7/24", "20250724", "July 24, 2025", "Jul 24 2025", "Thursday, July 24, 2025",
        "24 July 2025", "24 jul. 2025", "24-Jul-2025", "24 de julio de 2025", "24 juillet 2025", "24. Juli 2025", "24/07/2025", "07/24/2025", "24.07.2025",
        1753315200, 1753315200000, "1753315200", JULY, datetime(2025, 7, 24, 23, tzinfo=UTC),
    ],
)  # fmt: skip
def test_a_day(value: object) -> None:
    assert day(value) == JULY


@pytest.mark.parametrize(
    "value",
    [
        "03/04/2026",
        "13/13/2025",
        "2025-02-30",
        "2025",
        "next week",
        "",
        None,
        True,
        12,
        float("nan"),
        "24 nonsense 2025",
        "Market 12, 2025",
        [],
    ],
)
def test_no_day_or_two(value: object) -> None:
    assert day(value) is None


def test_with_dots_the_day_comes_first() -> None:
    assert day("01.02.2026") == date(2026, 2, 1)


@given(st.dates(min_value=date(1980, 1, 2), max_value=date(2099, 12, 30)))
def test_written_days_are_read_back(value: date) -> None:
    assert day(value.isoformat()) == value
    assert day(f"{value:%B} {value.day}, {value.year}") == value
    assert day(int(datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp()) * 1000) in {
        value,
        None,
    }  # 1980: seconds of another day


@given(st.text(max_size=30))
def test_any_text_is_read_without_failing(text: str) -> None:
    day(text)


def test_numbers_beyond_any_calendar() -> None:
    assert day(10**400) is day(-(10**400)) is day(Decimal("sNaN")) is None
