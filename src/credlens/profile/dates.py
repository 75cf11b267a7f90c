"""Days and spans of time as resumes write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAYS_A_YEAR = 365.25

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {m: i for i, m in enumerate(_MONTH_NAMES.split(), start=1)}
_YEAR = r"(?:19|20)\d\d"


def _point(n: int) -> str:
    return (
        rf"(?:(?P<name{n}>{_MONTH})\.?,?\s+(?:\d{{1,2}},\s+)?(?P<ny{n}>{_YEAR})|(?P<m{n}>0?[1-9]|1[0-2])[/.](?P<my{n}>{_YEAR})"
        rf"|(?P<y{n}>{_YEAR})(?:[-/.](?P<ym{n}>0[1-9]|1[0-2])(?:[-/.](?P<d{n}>\d\d))?(?!\d))?)(?![\d%])"
    )


_NOW = r"present|current(?:ly)?|now|today|ongoing|to date|date"
_RANGE = re.compile(
    rf"(?<![\w-])\(?{_point(1)}\s*(?:[-\u2013—\u2012]+|\bto\b|\buntil\b|\bthrough\b|\btill\b)\s*(?:{_point(2)}|(?P<now>{_NOW})\b)\)?",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\b(?:since|from)\s+{_point(1)}", re.IGNORECASE)
_POINT = re.compile(rf"(?<![\w.$€£-])\(?{_point(1)}\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year: its first and last day."""

    first: date
    last: date

    @property
    def whole_year(self) -> bool:
        """Whether only the year is known."""
        return (self.last - self.first).days > 300


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time found in a text.

    Attributes:
        start, end: first and last day; ``end`` is None while it goes on.
        at: the place in the text.
    """

    start: date
    end: date | None
    at: tuple[int, int]

    @property
    def current(self) -> bool:
        """Whether it goes on."""
        return self.end is None


def span_of(start: Period, end: Period | None, at: tuple[int, int] = (0, 0)) -> Span:
    """A span between two points.

    Where only years are known, it runs from the middle of the first to the middle of the last ("2016 - 2019" is three years): the
    estimate that errs least. Within one year that leaves half a year.
    """
    first = start.first.replace(month=7) if start.whole_year else start.first
    if end is None:
        return Span(first, None, at)
    last = end.last.replace(month=6, day=30) if end.whole_year else end.last
    return Span(first, last if last >= first else max(end.last, first), at)


def find_span(text: str) -> Span | None:
    """The first span of time in a text ("March 2019 - present", "2016 - 2019", "since 2020")."""
    found = _RANGE.search(text)
    if found:
        start = _period(found, 1)
        end = None if found["now"] else _period(found, 2)
        return span_of(start, end, found.span()) if start else None
    since = _SINCE.search(text)
    start = _period(since, 1) if since else None
    return span_of(start, None, since.span()) if since and start else None


def find_period(text: str) -> tuple[Period, tuple[int, int]] | None:
    """The first day, month or year in a text, and its place."""
    for found in _POINT.finditer(text):
        period = _period(found, 1)
        if period:
            return period, found.span()
    return None


def merged_years(spans: Iterable[Span], today: date) -> float | None:
    """Length of all spans together in years, overlaps counted once; None when there are none. What lies ahead does not count."""
    days = sorted((s.start, min(s.end or today, today)) for s in spans)
    total, reach = 0, date.min
    for start, end in days:
        first = max(start, reach + timedelta(days=1)) if reach > date.min else start
        if end >= first:
            total += (end - first).days + 1
            reach = end
    return round(total / DAYS_A_YEAR, 2) if days else None


def _period(found: re.Match[str], n: int) -> Period | None:
    year = int(found[f"ny{n}"] or found[f"my{n}"] or found[f"y{n}"])
    month = _MONTHS[found[f"name{n}"][:3].lower()] if found[f"name{n}"] else int(found[f"m{n}"] or found[f"ym{n}"] or 0)
    if not month:
        return Period(date(year, 1, 1), date(year, 12, 31))
    day = int(found[f"d{n}"] or 0)
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return None
    return Period(date(year, month, day or 1), date(year, month, day or last))
