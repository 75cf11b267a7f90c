"""Days are read as people write them in four languages, and not guessed."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.outcomes.trackers.days import order, read_day


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05", "2026-03-05T10:00:00Z", "2026/3/5", "20260305", "5 Mar 2026", "March 5, 2026", "5. März 2026", "05. Mrz. 2026",
        "5 de marzo de 2026", "5 mars 2026", "mardi 5 mars 2026", "Thu Mar 05 2026", "5.3.2026", "5.3.26 10:00",
    ],
)  # fmt: skip
def test_one_day_in_many_ways(text: str) -> None:
    assert read_day(text, month_first=False).day == date(2026, 3, 5)


@pytest.mark.parametrize(
    "text", ["", "soon", "mar 3 abr 2026", "2026", "March 2026", "31.02.2026", "5 xyz 2026", "1/2/3/2026", "45000"]
)
def test_what_says_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text, month_first=False).day is None


def test_order_is_proved_by_a_number_above_twelve_or_by_points() -> None:
    assert order(["3/2/2026"]) == (False, False)
    assert order(["3/2/2026", "25/2/2026"]) == (True, False)
    assert order(["3/2/2026", "2/25/2026"]) == (False, True)
    assert order(["3.2.2026"]) == (True, False)
    assert order(["25/2/2026", "2/25/2026"]) == (True, True)


def test_both_days_are_told_where_nothing_decides() -> None:
    assert read_day("3/2/2026", month_first=None).either == (date(2026, 2, 3), date(2026, 3, 2))
    assert read_day("3/2/2026", month_first=True).day == date(2026, 3, 2)
