"""Days and months, counted by the checker itself."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil, isfinite

Span = tuple[date, date]


def later(day: date, months: int) -> date | None:
    """The same day so many months later, or the last day of a shorter month; None beyond the last year there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus(day: date, days: int) -> date | None:
    """So many days later; None beyond the last year there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def days_of_work(hours: float, hours_per_week: float) -> int | None:
    """Days of study for so many hours at a pace of ``hours_per_week`` / 7 a day, at least one; None when they never suffice.

    Rounded to the millionth of a day first: 10 h at 7 h a week are 10 days, not 11 because of the last bit of a division.
    """
    if not (hours >= 0 and hours_per_week > 0):
        return None
    days = 7 * hours / hours_per_week
    return max(1, ceil(round(days, 6))) if isfinite(days) else None


def study_day(start: date, n: int, off: Iterable[Span]) -> date | None:
    """The ``n``-th day of study counted from ``start`` (n = 1: the first one not before it); None beyond the last year there is."""
    left = n
    day: date | None = start
    for first, last in sorted(off):
        if day is None or last < day or last < first:
            continue
        free = max(0, (first - day).days)
        if left <= free:
            break
        left -= free
        day = plus(last, 1)
    return None if day is None else plus(day, left - 1)
