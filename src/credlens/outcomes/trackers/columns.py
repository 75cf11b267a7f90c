"""Which column of a table says what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from credlens.model.errors import InputError, Problem
from credlens.model.naming import harmless
from credlens.outcomes.trackers import TRACKERS, for_header
from credlens.outcomes.trackers.days import read_day
from credlens.outcomes.trackers.text import Row
from credlens.outcomes.trackers.tracker import FIELDS, ORDERS, Tracker, key

_LISTED = 40  # headers named in a message; judgement: more than any tracker read about has
_LOOKED_AT = 50  # rows in which a column of days is looked for; judgement


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table says what.

    Attributes:
        tracker: what the table is one of.
        place: field -> number of its column, from 0.
        unread: headers of the columns that say nothing here.
        month_first: the order of day and month as the person says it; None when they do not.
    """

    tracker: Tracker
    place: Mapping[str, int]
    unread: tuple[str, ...]
    month_first: bool | None


def find_columns(rows: Sequence[Row], where: str, said: Mapping[str, str] | None = None) -> Columns:
    """Find the columns by their headers.

    Args:
        rows: of the table, the header first.
        where: what messages call it.
        said: field of :data:`FIELDS` -> header, as the person says; and "dates" -> "dmy" or "mdy".

    Raises:
        InputError: there is no such field or header, or neither employer nor title is found, or no day.
    """
    header = tuple(" ".join(cell.split()) for cell in rows[0].cells)
    tracker = for_header(header)
    said = dict(said or {})
    order = said.pop("dates", None)
    if order is not None and order not in ORDERS:
        advice = "Use --column dates=dmy where the day stands first, dates=mdy where the month does."
        raise InputError([Problem(where, f"Days cannot be written as {order!r}.", advice)])
    place = _named(header, where, said)
    # A kind of table may have grown a column that only spreadsheets have so far, so that the generic words come second.
    for table in (tracker, TRACKERS["generic"]):
        for field, names in table.columns.items():
            if field not in place and (found := _place(header, names, place)) is not None:
                place[field] = found
    if not ({"employer", "title"} & place.keys() and {"applied", "added", "status_day"} & place.keys()):
        raise _missing(rows, where, header, place)
    unread = tuple(name for i, name in enumerate(header) if name and i not in place.values())
    return Columns(tracker, place, unread, None if order is None else ORDERS[order])


def _named(header: tuple[str, ...], where: str, said: Mapping[str, str]) -> dict[str, int]:
    """The columns that the person names."""
    place: dict[str, int] = {}
    for field, name in said.items():
        if field not in FIELDS:
            fields = ", ".join((*FIELDS, "dates"))
            raise InputError([Problem(where, f"Nothing here is called {field!r}.", f"Use one of: {fields}.")])
        found = next((i for i, h in enumerate(header) if h == name), None)
        if found is None:
            found = next((i for i, h in enumerate(header) if key(h) == key(name)), None)
        if found is None:
            raise InputError([Problem(where, f"The table has no column {name!r}.", _has(header))])
        place[field] = found
    return place


def _place(header: tuple[str, ...], names: Sequence[str], taken: Mapping[str, int]) -> int | None:
    keys = [key(h) for h in header]
    free = (keys.index(k) for name in names if (k := key(name)) in keys)
    return next((i for i in free if i not in taken.values()), None)


def _missing(rows: Sequence[Row], where: str, header: tuple[str, ...], place: Mapping[str, int]) -> InputError:
    """What is missing, with a proposal of columns in the table's own words."""
    free = [i for i, name in enumerate(header) if name and i not in place.values()]
    days = [i for i in free if _says_days(rows, i)]
    words = [i for i in free if i not in days]
    missing, proposed = [], []
    if not {"employer", "title"} & place.keys():
        missing.append("the employer or the title")
        proposed += [f'--column {f}="{_shown(header[i])}"' for f, i in zip(("employer", "title"), words, strict=False)]
    if not {"applied", "added", "status_day"} & place.keys():
        missing.append("the day of the application")
        proposed += [f'--column applied="{_shown(header[i])}"' for i in days[:1]]
    guess = f" It may be {' '.join(proposed)}." if proposed else ""
    what = f"No column is known to say {' or '.join(missing)}."
    advice = f"Name each column yourself with --column employer=HEADER, title=HEADER or applied=HEADER.{guess} {_has(header)}"
    return InputError([Problem(where, what, advice)])


def _says_days(rows: Sequence[Row], column: int) -> bool:
    cells = [r.cells[column].strip() for r in rows[1 : _LOOKED_AT + 1] if column < len(r.cells)]
    filled = [c for c in cells if c]
    read = [read_day(c, month_first=True).day or read_day(c, month_first=False).day for c in filled]
    return bool(filled) and sum(d is not None for d in read) * 2 > len(filled)


def _has(header: tuple[str, ...]) -> str:
    more = f" and {len(header) - _LISTED} more" if len(header) > _LISTED else ""
    return f"The table has: {', '.join(_shown(h) for h in header[:_LISTED] if h)}{more}."


def _shown(header: str) -> str:
    return harmless(header[:60])
