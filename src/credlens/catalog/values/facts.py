"""Facts as importers write them."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from credlens.catalog.values.addresses import is_address
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown, not_looked_up

T = TypeVar("T")


def imported(address: object, day: date | None, note: str = "") -> Source:
    """The source of what a catalog file states: the record's own address when it has one, its date, and its place in the file as a note."""
    return Source(
        Method.IMPORTED, address.strip() if isinstance(address, str) and is_address(address) else None, day, note
    )


def known(value: T | None, *sources: Source, condition: str = "", note: str = "") -> Fact[T]:
    """The value as a fact; not looked up when there is none, since most files leave out what they could have said."""
    return not_looked_up() if value is None else Fact(value, sources, condition, note)


def not_stated(*sources: Source, note: str = "") -> Fact[T]:
    """Looked at, and the source does not say: for a field the source has a place for, and left empty or unclear."""
    return Fact(Unknown(WhyUnknown.NOT_STATED), sources, note=note)
