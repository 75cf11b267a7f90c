"""Days as people and programs write them, with the order of day and month decided for a whole column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_LONGEST = 60  # characters of a value that may be a day; judgement: a time and a zone fit in
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s,])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_PARTS = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?=$|[T\s,])")
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_FIRST_YEAR, _LAST_YEAR = 1950, 2100  # judgement: nobody logs an application of another time

# Names of the months without accents: English, German, Spanish, French. Three letters of one, or more, stand for it.
_MONTHS = tuple(
    tuple(names.split())
    for names in (
        "january januar janner enero janvier", "february februar febrero fevrier", "march marz mrz maerz marzo mars", "april abril avril",
        "may mai mayo", "june juni junio juin", "july juli julio juillet", "august agosto aout", "september septiembre setiembre septembre",
        "october oktober octubre octobre", "november noviembre novembre", "december dezember diciembre decembre",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A day that somebody wrote.

    Attributes:
        day: as written; None when it cannot be read, or says two days.
        either: the two days it can be when nothing shows whether the day or the month stands first.
    """

    day: date | None
    either: tuple[date, date] | None = None


def order(values: Iterable[str]) -> tuple[bool, bool]:
    """(whether a value proves that the day stands first, whether one proves that the month does)."""
    day_first = month_first = False
    for value in values:
        if (found := _parts(value)) is not None:
            first, mark, second, _ = found
            day_first |= first > 12 >= second or (
                mark == "." and second <= 12
            )  # 1.2.2026: nobody writes the month first so
            month_first |= second > 12 >= first
    return day_first, month_first


def read_day(value: str, *, month_first: bool | None) -> Said:
    """The day that a value says.

    Args:
        value: as in the table; a time after it is not looked at.
        month_first: whether the month stands first where both could be; None when nobody knows.
    """
    text = value.strip()
    if len(text) > _LONGEST:
        return Said(None)
    if found := _ISO.match(text) or _COMPACT.match(text):
        return Said(_day(int(found[1]), int(found[2]), int(found[3])))
    if (parts := _parts(text)) is not None:
        first, _, second, year = parts
        as_day_first, as_month_first = _day(year, second, first), _day(year, first, second)
        if as_day_first is None or as_month_first is None or as_day_first == as_month_first:
            return Said(as_day_first or as_month_first)
        if month_first is None:
            return Said(None, (as_day_first, as_month_first))
        return Said(as_month_first if month_first else as_day_first)
    return Said(_named(text))


def _parts(value: str) -> tuple[int, str, int, int] | None:
    """(first number, what stands between, second number, year) of a day in numbers with the year last."""
    found = _PARTS.match(value.strip())
    if found is None:
        return None
    year = int(found[4])
    return int(found[1]), found[2], int(found[3]), year + 2000 if len(found[4]) == 2 else year


def _named(text: str) -> date | None:
    """A day with the month in letters: "5 Mar 2026", "March 5, 2026", "5 de marzo de 2026"."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = _WORDS.findall(letters)
    months = {m for w in words if (m := _month(w))}
    years = [int(w) for w in words if w.isdecimal() and len(w) == 4]
    days = [int(w) for w in words if w.isdecimal() and len(w) <= 2]
    if len(months) != 1 or not (years and days):  # "mar 3 abr" is a Tuesday in April, and who knows that
        return None
    return _day(years[0], months.pop(), days[0])


def _month(word: str) -> int:
    """The month that a word names, from 1; 0 for none."""
    if len(word) < 3:
        return 0
    return next((i for i, names in enumerate(_MONTHS, 1) if any(n.startswith(word) for n in names)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
