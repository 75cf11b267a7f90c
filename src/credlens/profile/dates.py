"""Days and spans of time as resumes write them, in every language there are words for."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from credlens.profile.words import every

DAYS_A_YEAR = 365.25

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_WORDS_TOO = ("out", "set")  # months that are English words: they are none behind another word ("set out 2020 targets")


@cache
def _months() -> dict[str, int]:
    """Every language's names and abbreviations of months; no two languages disagree."""
    return {name: number for words in every() for number, line in words.months.items() for name in line.split()}


def _any_of(words: Iterable[str]) -> str:
    """A pattern for one of these, the longest first."""
    return "|".join(re.escape(w) for w in sorted(dict.fromkeys(words), key=lambda w: (-len(w), w)))


def _point(n: int) -> str:
    month = rf"(?:{_any_of(m for m in _months() if m not in _WORDS_TOO)}|(?<!\w\s)(?:{_any_of(_WORDS_TOO)}))"
    return (
        rf"(?:(?:{_DAY}\.?\s+(?:de\s+)?)?(?P<name{n}>{month})\.?,?\s+(?:\d{{1,2}},\s+|del?\s+)?(?P<ny{n}>{_YEAR})"
        rf"|(?:(?P<dd{n}>{_DAY})\.)?(?P<m{n}>0?[1-9]|1[0-2])[/.](?P<my{n}>{_YEAR})"
        rf"|(?P<y{n}>{_YEAR})(?:[-/.](?P<ym{n}>0[1-9]|1[0-2])(?:[-/.](?P<d{n}>\d\d))?(?!\d))?)(?![\d%])"
    )


class _Patterns(NamedTuple):
    range: re.Pattern[str]
    since: re.Pattern[str]
    point: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    now, to, since = (_any_of(w for words in every() for w in getattr(words, part)) for part in ("now", "to", "since"))
    end = rf"(?:[-\u2013—\u2012]+|\b(?:{to})\b)\s*(?:{_point(2)}|(?P<now>{now})\b)"
    return _Patterns(
        re.compile(rf"(?<![\w-])\(?{_point(1)}\s*{end}\)?", re.IGNORECASE),
        re.compile(rf"\b(?:{since})\s+{_point(1)}", re.IGNORECASE),
        re.compile(rf"(?<![\w.$€£-])\(?{_point(1)}\)?", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year: its first and last day."""

    first: date
    last: date

    @property
    def whole_year(self) -> bool:
        """Whether only the year is known."""
        return (self.last - self.first).days > 300

    @property
    def said(self) -> str:
        """As far as it is known (ISO 8601): ``2024-03-01``, ``2024-03`` or ``2024``."""
        if self.whole_year:
            return f"{self.first:%Y}"
        return f"{self.first:%Y-%m}" if self.last > self.first else self.first.isoformat()


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time found in a text.

    Attributes:
        start, end: first and last day; ``end`` is None while it goes on.
        at: the place in the text.
        said: both ends as far as they were named (ISO 8601: ``2024-03-01``, ``2024-03`` or ``2024``); empty where they were not.
    """

    start: date
    end: date | None
    at: tuple[int, int]
    said: tuple[str, str] = ("", "")

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
        return Span(first, None, at, (start.said, ""))
    last = end.last.replace(month=6, day=30) if end.whole_year else end.last
    return Span(first, last if last >= first else max(end.last, first), at, (start.said, end.said))


def ended(period: Period, at: tuple[int, int] = (0, 0)) -> Span:
    """The span of a course of study of which only the end is known: within its last period, until the middle of a year."""
    last = period.last.replace(month=6, day=30) if period.whole_year else period.last
    return Span(period.first, last, at, ("", period.said))


def find_span(text: str) -> Span | None:
    """The first span of time in a text ("March 2019 - present", "2016 - 2019", "seit 03/2020")."""
    found = _patterns().range.search(text)
    if found:
        start = _period(found, 1)
        end = None if found["now"] else _period(found, 2)
        return span_of(start, end, found.span()) if start else None
    since = _patterns().since.search(text)
    start = _period(since, 1) if since else None
    return span_of(start, None, since.span()) if since and start else None


def find_period(text: str) -> tuple[Period, tuple[int, int]] | None:
    """The first day, month or year in a text, and its place."""
    for found in _patterns().point.finditer(text):
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
    month = _months()[found[f"name{n}"].lower()] if found[f"name{n}"] else int(found[f"m{n}"] or found[f"ym{n}"] or 0)
    if not month:
        return Period(date(year, 1, 1), date(year, 12, 31))
    day = int(found[f"d{n}"] or found[f"dd{n}"] or 0)
    last = calendar.monthrange(year, month)[1]
    if day > last:
        return None
    return Period(date(year, month, day or 1), date(year, month, day or last))
