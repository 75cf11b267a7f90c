"""Days as files of ads write them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {m: i for i, m in enumerate(_MONTH_NAMES.split(), start=1)}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?\.?[ -]([a-z]{3,9})\.?,?[ -](\d{4})\b", re.IGNORECASE
)
_AGO = re.compile(
    r"(?:posted:?\s+)?(?:(?P<now>just posted|just now|today)|(?P<one>yesterday)|(?P<n>\d{1,3})\s*"
    r"(?P<unit>minute|min|hour|hr|h|day|d|week|wk|w)s?\s+ago)\s*",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_FIRST, _LAST = datetime(1995, 1, 1, tzinfo=UTC).timestamp(), datetime(2100, 1, 1, tzinfo=UTC).timestamp()


class Order(Enum):
    """Which of two numbers is the month."""

    MONTH = "the month first"
    DAY = "the day first"


def read_date(value: Any, order: Order | None = None) -> date | None:
    """The day a value names; None when it names none, or when day and month cannot be told apart ("03/04/2026").

    Args:
        value: text, a day, or seconds or milliseconds since 1970 (which day is told in UTC).
        order: how to read a text that could be two days.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _since_1970(float(value))
    if not isinstance(value, str):
        return None
    words = value.strip()
    if found := _ISO.match(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.match(words):
        return _numbers(found, order)
    if found := _MONTH_FIRST.match(words):
        return _day(int(found[3]), _MONTHS.get(found[1][:3].lower(), 0), int(found[2]))
    if found := _DAY_FIRST.match(words):
        return _day(int(found[3]), _MONTHS.get(found[2][:3].lower(), 0), int(found[1]))
    return _since_1970(float(words)) if _EPOCH.fullmatch(words) else None


def _numbers(found: re.Match[str], order: Order | None) -> date | None:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    shown = _shown(found)
    if shown is None and first != second:
        shown = order
    if shown is None and first != second:
        return None
    return _day(year, second, first) if shown is Order.DAY else _day(year, first, second)


def _shown(found: re.Match[str]) -> Order | None:
    """The order that a value itself shows; a value with dots has the day first wherever it can."""
    first, second = int(found[1]), int(found[3])
    if first > 12:
        return Order.DAY
    if second > 12:
        return Order.MONTH
    return Order.DAY if found[2] == "." else None


def _since_1970(number: float) -> date | None:
    """Seconds or milliseconds: of the two, the one that is a day of the web."""
    for seconds in (number, number / 1000):
        if _FIRST <= seconds < _LAST:
            return datetime.fromtimestamp(seconds, UTC).date()
    return None


def days_ago(value: Any, collected: date | None) -> date | None:
    """The day that "3 days ago" was when it was collected; None for "30+ days ago", or when nobody says when that was."""
    found = _AGO.fullmatch(value) if isinstance(value, str) and collected else None
    if found is None or collected is None:
        return None
    if found["now"] or (found["unit"] or "")[:1].lower() in {"m", "h"}:
        return collected
    days = 1 if found["one"] else int(found["n"]) * (7 if found["unit"][0] in "wW" else 1)
    return collected - timedelta(days=days)


class DayColumn:
    """One column of days, read with what its first values show about all of them.

    Args:
        name: of the column; None when the file has none.
        first: its first values.
        collected: name of the column that says when the file's ads were collected.
        since: the day when all were, as the file says it once.
    """

    def __init__(
        self,
        name: str | None,
        first: Iterable[Any] = (),
        collected: str | None = None,
        since: date | None = None,
    ) -> None:
        self._name, self._collected, self._since = name, collected, since
        values = [v for v in first if isinstance(v, str)]
        orders = {shown: v for v in reversed(values) if (shown := _order_of(v)) is not None}
        self._order: Order | None = None
        self._proof = ""
        if len(orders) == 1:
            ((self._order, self._proof),) = orders.items()
        self._helped = ""
        self._unread = self._given = 0
        self._example = ""

    def __call__(self, record: Mapping[str, Any]) -> date | None:
        """The day of one record."""
        value = record.get(self._name) if self._name else None
        if value is None or not str(value).strip() or (isinstance(value, float) and math.isnan(value)):
            return None
        self._given += 1
        day = read_date(value)
        if day is None and self._order:
            day = read_date(value, self._order)
            self._helped = self._helped or (str(value) if day else "")
        if day is None:
            stated = read_date(record.get(self._collected)) if self._collected else None
            day = days_ago(value, stated or self._since)
        if day is None:
            self._unread += 1
            self._example = self._example or str(value)[:40]
        return day

    def notes(self) -> list[str]:
        """How the column was understood, after all was read."""
        found = []
        if self._helped and self._order:
            found.append(
                f"dates such as {self._helped!r} are read with {self._order.value}, as {self._proof!r} in the same column shows"
            )
        if self._unread:
            told = f"{self._unread} of {self._given} dates could not be read and stay unknown"
            found.append(f"{told}, such as {self._example!r}")
        return found


def _order_of(value: str) -> Order | None:
    found = _NUMBERS.match(value.strip())
    return _shown(found) if found and found[2] != "." and read_date(value) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


DayReader = Callable[[Mapping[str, Any]], date | None]
"""Reads the day out of a record."""
