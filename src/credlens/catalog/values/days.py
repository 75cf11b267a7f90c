"""Days as catalogs write them."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(19|20)(\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?)?")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?:[a-z]{3,10}\.?,? )?([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_DAY_FIRST = re.compile(
    r"(?:[a-z]{3,10}\.?,? )?(\d{1,2})(?:st|nd|rd|th|er|º)?\.?[ -](?:de )?([a-z]{3,10})\.?,?[ -](?:de )?(\d{4})\b"
)
_EPOCH = re.compile(r"-?\d{9,13}(?:\.\d+)?")
_FIRST, _LAST = datetime(1980, 1, 1, tzinfo=UTC).timestamp(), datetime(2100, 1, 1, tzinfo=UTC).timestamp()
# In English, Spanish, Portuguese, French and German, without accents; any beginning of three letters or more stands for the month.
_MONTHS = (
    "january enero janeiro janvier januar janner", "february febrero fevereiro fevrier februar", "march marzo marco mars marz maerz", "april abril avril",
    "may mayo maio mai", "june junio junho juin juni", "july julio julho juillet juli", "august agosto aout", "september septiembre setembro septembre",
    "october octubre outubro octobre oktober", "november noviembre novembro novembre", "december diciembre dezembro decembre dezember",
)  # fmt: skip


def day(value: object) -> date | None:
    """The day in a text, a number of seconds or milliseconds since 1970 (told in UTC), or a date; None when it names none.

    "03/04/2026" is two days, so it is none; "24/07/2025" is one, and "01.02.2026" too: with dots the day comes first.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    words = _folded(value)
    if found := _ISO.match(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.match(words):
        return _numbers(int(found[1]), found[2], int(found[3]), int(found[4]))
    if found := _MONTH_FIRST.match(words):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    if found := _DAY_FIRST.match(words):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _COMPACT.fullmatch(value.strip()):
        return _date(int(found[1] + found[2]), int(found[3]), int(found[4]))
    return _since_1970(float(words)) if _EPOCH.fullmatch(words) else None


def _numbers(first: int, mark: str, second: int, year: int) -> date | None:
    if first > 12 or first == second or mark == ".":
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return next((i for i, names in enumerate(_MONTHS, start=1) if any(n.startswith(name) for n in names.split())), 0)


def _since_1970(value: float | Decimal) -> date | None:
    """Seconds or milliseconds: of the two, the one that is a day of the web."""
    try:
        number = float(value)
    except (OverflowError, ValueError):  # an integer of hundreds of digits; a Decimal that is none
        return None
    for seconds in (number, number / 1000):
        if math.isfinite(seconds) and _FIRST <= seconds < _LAST:
            return datetime.fromtimestamp(seconds, UTC).date()
    return None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
