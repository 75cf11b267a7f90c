"""Reading hand-written YAML so that every mistake is named with its file, line and field, all of them in one go.

Getters note a :class:`~credlens.model.errors.Problem` and hand back a harmless value, so that reading goes on and the person sees every
mistake at once; the caller keeps a record only when :attr:`Record.ok`. Keys that nobody asked for are mistakes too (usually misspelt).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, TypeVar

from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.skill import Alias
from credlens.yamltree import Lined, TreeError, as_day, parse

E = TypeVar("E", bound=Enum)

MOST = 10**12  # no price, workload or count of anything here is larger


def load(data: bytes, file: str) -> tuple[Record | None, list[Problem]]:
    """One YAML document whose top is a mapping.

    Returns:
        The top record, and the (growing) list of problems that it and everything below it note into; None with the reason in that list
        when there is no such document.
    """
    problems: list[Problem] = []
    try:
        top = parse(data)
    except TreeError as error:
        where = file if error.line is None else f"{file}:{error.line}"
        problems.append(Problem(where, error.message, error.what_to_do))
        return None, problems
    if not isinstance(top, Lined):
        problems.append(
            Problem(file, "The file is empty or not a mapping of `key: value` lines.", "See the format's description.")
        )
        return None, problems
    return Record(top, file, "", problems), problems


class Record:
    """A mapping being read. ``place`` is the path inside the file ("costs[0]")."""

    def __init__(self, data: Lined, file: str, place: str, problems: list[Problem]) -> None:
        self._data = data
        self._file = file
        self._place = place
        self._problems = problems
        self._seen: set[str] = set()
        self._start = len(problems)
        for key, line in data.twice:
            problems.append(Problem(self._at(key, line), f"`{key}` is given twice.", "Keep one of them."))

    @property
    def ok(self) -> bool:
        """Whether nothing was wrong in this record, or below it, so far."""
        return len(self._problems) == self._start

    @property
    def where(self) -> str:
        """The file, line and path of this record, as problems name them."""
        return self._at(None, self._data.line)

    def problem(self, key: str | None, message: str, what_to_do: str = "") -> None:
        """Note a problem with a field, or with the record itself when ``key`` is None."""
        line = self._data.lines.get((key or "").partition("[")[0], self._data.line)
        self._problems.append(Problem(self._at(key, line), message, what_to_do))

    def _at(self, key: str | None, line: int) -> str:
        path = ".".join(p for p in (self._place, key) if p)
        return f"{self._file}:{line}" + (f": {path}" if path else "")

    def has(self, key: str) -> bool:
        """Whether the field is there (and not empty)."""
        return self._data.get(key) is not None

    def names(self) -> tuple[str, ...]:
        """The fields there are, in the order written."""
        return tuple(self._data)

    def raw(self, key: str) -> Any:
        """The value as YAML gave it; None when it is missing."""
        self._seen.add(key)
        return self._data.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required, and not empty, unless there is a default."""
        value = self.raw(key)
        if value is None:
            if default is None:
                self.problem(key, f"`{key}` is missing.", f"Add `{key}: ...`.")
            return default or ""
        if not _is_text(value):
            hint = (
                "Put it in quotes: YAML reads bare yes, no, on and off as true and false."
                if isinstance(value, bool)
                else ""
            )
            self.problem(key, f"`{key}` should be a text, not {_name(value)}.", hint)
            return default or ""
        text = str(value).strip()
        if not text and default is None:
            self.problem(key, f"`{key}` is empty.", f"Write a text, or leave `{key}` out if it may be missing.")
        return text

    def optional(self, key: str) -> str | None:
        """A text, or None when it is missing."""
        return self.text(key) if self.has(key) else self.raw(key)

    def decimal(self, key: str) -> Decimal | None:
        """A number that is not negative; None when missing or wrong."""
        value = self.raw(key)
        if value is None:
            return None
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("nan")
        # The upper bound keeps the number finite as a float, too.
        if isinstance(value, bool) or not number.is_finite() or not 0 <= number <= MOST:
            self.problem(
                key, f"`{key}` should be a number of 0 or more, not {_shown(value)}.", "Write digits only: 49 or 49.50."
            )
            return None
        return number

    def whole(self, key: str, least: int = 1) -> int | None:
        """A whole number of at least ``least``; None when missing or wrong."""
        value = self.decimal(key)
        if value is None:
            return None
        if value != value.to_integral_value() or value < least:
            self.problem(key, f"`{key}` should be a whole number of {least} or more, not {value}.")
            return None
        return int(value)

    def number(self, key: str) -> float | None:
        """As :meth:`decimal`, as a float."""
        value = self.decimal(key)
        return None if value is None else float(value)

    def day(self, key: str) -> date | None:
        """A date (YYYY-MM-DD); None when missing or wrong."""
        value = self.raw(key)
        if value is None:
            return None
        day = as_day(value) if isinstance(value, str) else value
        if isinstance(day, date):
            return day
        self.problem(key, f"`{key}` should be a date such as 2026-11-22, not {_shown(value)}.")
        return None

    def flag(self, key: str, default: bool) -> bool:
        """A truth value: true or false."""
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.problem(key, f"`{key}` should be true or false, not {_shown(value)}.")
            return default
        return value

    def choice(self, key: str, kind: type[E]) -> E | None:
        """One of an enumeration's values; None when missing or wrong."""
        value = self.raw(key)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            words = ", ".join(str(m.value) for m in kind)
            self.problem(key, f"`{key}` cannot be {_shown(value)}.", f"Use one of: {words}.")
            return None

    def one_of(self, key: str, words: Sequence[str], default: str | None = None) -> str:
        """One of some words; required unless there is a default."""
        value = self.text(key, default)
        if value and value not in words:
            self.problem(key, f"`{key}` cannot be {value!r}.", f"Use one of: {', '.join(words)}.")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts (a single text counts as a list of one); empty when missing."""
        value = self.raw(key)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        if not all(_is_text(i) and str(i).strip() for i in items):
            self.problem(
                key,
                f"`{key}` should be a list of texts.",
                "Write [one, two], nothing empty; put yes, no, on and off in quotes.",
            )
            return ()
        return tuple(str(i).strip() for i in items)

    def aliases(self, key: str) -> tuple[Alias, ...]:
        """A list of ways of writing; a leading ``=`` makes one exact in case."""
        return tuple(Alias(s.removeprefix("="), exact=s.startswith("=")) for s in self.strings(key))

    def record(self, key: str) -> Record | None:
        """A mapping below; None when missing or wrong."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, Lined):
            self.problem(key, f"`{key}` should be a mapping such as {{is: ..., from: ...}}, not {_name(value)}.")
            return None
        return Record(value, self._file, ".".join(p for p in (self._place, key) if p), self._problems)

    def records(self, key: str) -> Iterator[Record]:
        """A list of mappings below, one after the other; nothing when missing."""
        value = self.raw(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.problem(
                key, f"`{key}` should be a list, not {_name(value)}.", "Begin each of its entries with a dash."
            )
            return
        for index, item in enumerate(value):
            path = ".".join(p for p in (self._place, f"{key}[{index}]") if p)
            if isinstance(item, Lined):
                yield Record(item, self._file, path, self._problems)
            else:
                self.problem(f"{key}[{index}]", f"Each entry of `{key}` should be a mapping, not {_name(item)}.")

    def finish(self) -> bool:
        """Note every field that nobody asked for; returns :attr:`ok`."""
        for key in self._data:
            if key not in self._seen:
                self.problem(
                    str(key),
                    f"`{key}` is not a field of this record.",
                    f"Fields here: {', '.join(sorted(self._seen))}.",
                )
        return self.ok


def read_sources(top: Record) -> dict[str, Source]:
    """The ``sources:`` of a file, by key."""
    table = top.record("sources")
    sources: dict[str, Source] = {}
    if table is None:
        return sources
    for key in table.names():
        entry = table.record(key)
        if entry is None:
            continue
        method = entry.choice("method", Method)
        address, day, note = entry.optional("address"), entry.day("date"), entry.text("note", "")
        if method is None and not entry.has("method"):
            entry.problem(
                "method", "`method` is missing.", "Write `method: read` (with an address) or `method: recalled`."
            )
        if method not in {None, Method.READ, Method.RECALLED}:
            entry.problem("method", f"What is written by hand was not {method}.", "Write `read` or `recalled`.")
        if method is Method.READ and not address:
            entry.problem("address", "What was read needs its address.", "Add `address:`, or write `method: recalled`.")
        if day is None and not entry.has("date"):
            entry.problem("date", "`date` is missing.", "Write the day it was read or recalled.")
        if entry.finish() and method:
            sources[key] = Source(method, address, day, note)
    return sources


def sources_of(record: Record, table: Mapping[str, Source], default: tuple[Source, ...] = ()) -> tuple[Source, ...]:
    """The sources that a record's ``from:`` names; ``default`` when it names none."""
    keys = record.strings("from")
    if not keys:
        if not default:
            record.problem(
                "from",
                "It does not say who says so.",
                f"Add `from:` with a key of `sources`: {', '.join(table) or '(none yet)'}.",
            )
        return default
    for key in keys:
        if key not in table:
            record.problem(
                "from", f"There is no source {key!r} in `sources`.", f"Use one of: {', '.join(table) or '(none yet)'}."
            )
    return tuple(table[k] for k in keys if k in table)


def _is_text(value: Any) -> bool:
    """Whether YAML gave something that reads the same when it is taken as text."""
    return isinstance(value, str | int | Decimal | date) and not isinstance(value, bool)


def _name(value: Any) -> str:
    names = {dict: "a mapping", Lined: "a mapping", list: "a list", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a text")


def _shown(value: Any) -> str:
    """A wrong value as a message names it."""
    return (
        repr(value[:60]) if isinstance(value, str) else _name(value) if isinstance(value, list | dict) else str(value)
    )
