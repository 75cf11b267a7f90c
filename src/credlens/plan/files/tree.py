"""Reading JSON that people wrote, so that every mistake is named with its place, all of them in one go.

Getters note a problem and hand back a harmless value, so that reading goes on; whoever reads looks at the notes at the end.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from credlens.model.errors import InputError, Problem
from credlens.plan.files.sizes import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_TEXT,
    MAX_BYTES,
    MOST,
    MOST_DECIMALS,
    MOST_LISTED,
    MOST_PROBLEMS,
)
from credlens.yamltree import as_day

SHOWN = 40  # characters of a wrong value in a message

_KIND = {list: "a list", str: "a text", bool: "a truth value", type(None): "null"}
_AMOUNT = re.compile(rf"[0-9]{{1,13}}(?:\.[0-9]{{1,{MOST_DECIMALS}}})?")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY_FORM = "Write a day as 2027-03-01."


class Twice(dict[str, Any]):
    """An object in which some keys were given more than once; the first value counts."""

    keys_twice: tuple[str, ...] = ()


class Notes:
    """The mistakes found in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._lost = False

    def add(self, place: str, message: str, what_to_do: str = "") -> None:
        """Note one; after :data:`MOST_PROBLEMS` only that there are more."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(f"{self.file}: {place}" if place else self.file, message, what_to_do))
        elif not self._lost:
            self._lost = True
            self.problems.append(Problem(self.file, "There are more mistakes than are listed here.", "Mend these."))

    def settle(self) -> None:
        """Go on only when nothing was wrong.

        Raises:
            InputError: something was; every problem has its place.
        """
        if self.problems:
            raise InputError(self.problems)


def parse(data: bytes, file: str) -> tuple[Record, Notes]:
    """The one object in a JSON text; numbers with a point are exact.

    Raises:
        InputError: it is too large, no UTF-8, no JSON, or something else than an object.
    """
    if len(data) > MAX_BYTES:
        raise _unusable(file, f"The file is larger than {MAX_BYTES // 2**20} MiB.", "Leave something out.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unusable(file, "The file is not UTF-8 text.", "Save it as UTF-8.") from None
    try:
        top = json.loads(text, parse_float=Decimal, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise _unusable(
            f"{file}:{error.lineno}", f"This is not JSON: {error.msg}.", "Mind quotes, commas and braces."
        ) from error
    except RecursionError:
        raise _unusable(file, "Too many lists or objects stand inside one another.", "Close some.") from None
    except (ValueError, ArithmeticError):  # a whole number of thousands of digits, an exponent beyond all bounds
        raise _unusable(file, "A number has too many digits.", "Write a shorter one.") from None
    if not isinstance(top, dict):
        raise _unusable(file, f"The file holds {kind(top)}, where an object was expected.", "Begin with {.")
    notes = Notes(file)
    return Record(top, notes), notes


def _unusable(where: str, message: str, what_to_do: str) -> InputError:
    return InputError([Problem(where, message, what_to_do)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = Twice(reversed(pairs))
    twice.keys_twice = tuple(name for name, n in Counter(name for name, _ in pairs).items() if n > 1)
    return twice


class Record:
    """An object being read. Its place ("credentials[3].options[0]") is put together only when a message needs it."""

    __slots__ = ("_key", "_parent", "data", "notes")

    def __init__(self, data: dict[str, Any], notes: Notes, parent: Record | None = None, key: str = "") -> None:
        self.data = data
        self.notes = notes
        self._parent = parent
        self._key = key
        if isinstance(data, Twice):
            for name in data.keys_twice:
                self.problem(name, f"`{shown_key(name)}` is given more than once.", "Keep one of them.")

    def place(self, key: str = "") -> str:
        """The path of a field, or of the record itself."""
        above = self._parent.place() if self._parent else ""
        return ".".join(p for p in (above, self._key, shown_key(key)) if p)

    def problem(self, key: str, message: str, what_to_do: str = "") -> None:
        """Note a mistake in a field, or in the record itself when the key is empty."""
        self.notes.add(self.place(key), message, what_to_do)

    def known(self, names: Collection[str]) -> None:
        """Note every key that is none of these names."""
        for key in self.data:
            if key not in names:
                near = get_close_matches(key[:SHOWN], names, 1)
                advice = f"Did you mean `{near[0]}`?" if near else f"Use some of: {', '.join(names)}."
                self.problem(key, f"`{shown_key(key)}` is not a field here.", advice)

    def has(self, key: str) -> bool:
        """Whether the field is there and not null."""
        return self.data.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """A text as it is written; required, and not empty, unless there is a default."""
        value = self.data.get(key)
        if value is None:
            if default is None:
                self.missing(key)
            return default or ""
        return self._text(key, value, may_be_empty=default is not None)

    def missing(self, key: str) -> None:
        """Note that a field has to be there."""
        self.problem(key, f"`{key}` is missing.", f"Add `{key}`.")

    def _text(self, key: str, value: Any, *, may_be_empty: bool = False) -> str:
        if not isinstance(value, str):
            self.problem(key, f"This should be a text, not {kind(value)}.", "Put it in quotes.")
        elif not value.strip() and not may_be_empty:
            self.problem(key, "The text is empty.", "Write something.")
        elif len(value) > LONGEST_TEXT:
            self.problem(key, f"The text has more than {LONGEST_TEXT:,} characters.", "Write less.")
        elif not value.isprintable() and (bad := _BAD.search(value)):
            self.problem(key, f"There is a character that is no text (U+{ord(bad[0]):04X}).", "Take it out.")
        else:
            return value
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty, or there twice; an empty one when it is missing."""
        found = tuple(self._text(place, value) for place, value in self.listed(key))
        if len(set(found)) < len(found):
            self.problem(key, "Something is in the list twice.", "Keep one of them.")
        return found

    def listed(self, key: str, most: int = MOST_LISTED) -> Iterator[tuple[str, Any]]:
        """(place, value) of each member of a list; none when it is missing."""
        value = self.data.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.problem(key, f"This should be a list, not {kind(value)}.", "Put it in [ and ].")
            return
        if len(value) > most:
            self.problem(key, f"The list has {len(value):,} members, at most {most:,} are read.", "Leave some out.")
            return
        for at, member in enumerate(value):
            yield f"{key}[{at}]", member

    def records(self, key: str, names: Collection[str], most: int = MOST_LISTED) -> Iterator[Record]:
        """The objects of a list, which have no other keys than ``names``."""
        for place, value in self.listed(key, most):
            if isinstance(value, dict):
                record = Record(value, self.notes, self, place)
                record.known(names)
                yield record
            else:
                self.problem(place, f"This should be an object, not {kind(value)}.", "Put it in { and }.")

    def record(self, key: str, names: Collection[str] | None = None) -> Record:
        """One object; an empty one when it is missing or something else."""
        value = self.data.get(key)
        if not isinstance(value, dict):
            if value is not None:
                self.problem(key, f"This should be an object, not {kind(value)}.", "Put it in { and }.")
            value = {}
        record = Record(value, self.notes, self, key)
        if names is not None:
            record.known(names)
        return record

    def number(
        self, key: str, default: float | None = None, *, most: float = MOST, above: bool = False, below: bool = False
    ) -> float:
        """A number from 0 (not itself, when ``above``) to ``most`` (not itself, when ``below``); required unless there is a default."""
        value = self.data.get(key)
        if value is None:
            if default is None:
                self.missing(key)
            return default or 0.0
        fits = isinstance(value, int | Decimal) and not isinstance(value, bool) and 0 <= value <= most
        if fits and not (above and value == 0) and not (below and value == most):
            return float(value)
        start = "more than 0" if above else "0 or more"
        end = f"below {most:,g}" if below else f"at most {most:,g}"
        self.problem(
            key,
            f"This should be a number, {start} and {end}, not {shown(value)}.",
            f"Write a number, {start} and {end}.",
        )
        return default or 0.0

    def whole(self, key: str, default: int | None = None, *, least: int = 0, most: int) -> int:
        """A whole number from ``least`` to ``most``; required unless there is a default."""
        value = self.data.get(key)
        if value is None:
            if default is None:
                self.missing(key)
            return default or 0
        if isinstance(value, Decimal) and -MOST <= value <= MOST and value == int(value):
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        should = f"a whole number from {least} to {most:,}"
        self.problem(key, f"This should be {should}, not {shown(value)}.", f"Write {should}.")
        return default or 0

    def amount(self, key: str, default: Decimal | None = None, *, signed: bool = False) -> Decimal:
        """An exact amount of money of 0 or more, as a number or as a text of digits; required unless there is a default."""
        value = self.data.get(key)
        if value is None:
            if default is None:
                self.missing(key)
            return default or Decimal(0)
        found = exact(value)
        if found is not None and (signed or found >= 0):
            return found
        self.problem(
            key, f"This should be an amount of 0 or more, not {shown(value)}.", 'Write digits: 49, 49.50 or "49.50".'
        )
        return Decimal(0)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A day; None when it is missing or none."""
        value = self.data.get(key)
        if value is None:
            if required:
                self.missing(key)
            return None
        return self.day_at(key, value)

    def day_at(self, place: str, value: Any) -> date | None:
        """The day that a value names; None, with a note, when it names none."""
        found = as_day(value) if isinstance(value, str) else None
        if found is None:
            self.problem(place, f"This should be a day, not {shown(value)}.", _DAY_FORM)
        elif not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.problem(place, f"The day lies outside the years {FIRST_YEAR} to {LAST_YEAR}.", _DAY_FORM)
        else:
            return found
        return None


def exact(value: Any) -> Decimal | None:
    """The amount that a number or a text of digits stands for; None for anything else, or when it is out of bounds."""
    if isinstance(value, str):
        found = Decimal(value) if _AMOUNT.fullmatch(value.removeprefix("-")) else None
    elif isinstance(value, int | Decimal) and not isinstance(value, bool) and -MOST <= value <= MOST:
        found = Decimal(value)
    else:
        return None
    if found is None or not -MOST <= found <= MOST:
        return None
    decimals = found.as_tuple().exponent
    return found if isinstance(decimals, int) and decimals >= -MOST_DECIMALS else None


def is_text(value: str) -> bool:
    """Whether a text has no characters that are none, such as half a pair of surrogates."""
    return value.isprintable() or not _BAD.search(value)


def kind(value: Any) -> str:
    """What a value is, in words."""
    return "an object" if isinstance(value, dict) else _KIND.get(type(value), "a number")


def shown(value: Any) -> str:
    """A value in a message: what it is, and short ones as written."""
    if isinstance(value, str):
        cut = value if len(value) <= SHOWN else f"{value[:SHOWN]}..."
        return ascii(cut) if _BAD.search(cut) else repr(cut)
    if isinstance(value, Decimal | float) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value) if isinstance(value, float) or -MOST <= value <= MOST else "a number beyond all bounds"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else kind(value)


def shown_key(key: str) -> str:
    """A key in a message: a long one is cut, a character that is no text is spelt out."""
    cut = key if len(key) <= SHOWN else f"{key[:SHOWN]}..."
    return cut if cut.isprintable() else ascii(cut)[1:-1]
