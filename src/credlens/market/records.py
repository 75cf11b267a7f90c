"""Many records of one file to ads, one at a time, with notes of what was read as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

from credlens.market import shapes
from credlens.market.adfile import AdEvent, Note
from credlens.market.dates import DayColumn
from credlens.market.fields import no_text, posting, recognise, said_once, unwrapped
from credlens.market.shapes.base import Shape
from credlens.model.errors import Problem

LOOK_AHEAD = 100  # records from which the names and the order of days are recognised

Item: TypeAlias = tuple[str, Any] | Problem
"""A record with its place, or what stands in the place of one."""

_Record: TypeAlias = tuple[str, Mapping[str, Any]]


def read_records(
    items: Iterable[Item], where: str, what: str, header: Mapping[str, Any] | None = None
) -> Iterator[AdEvent]:
    """The ads that records hold, in their order, and at the end how they were understood.

    Args:
        items: records in the file's order; never more than :data:`LOOK_AHEAD` of them are held.
        where: the file's name.
        what: how the parts of a record are called ("column", "field").
        header: what the file says once for all its records: when they were collected, the employer.
    """
    rest = iter(items)
    head: list[_Record] = []
    broken = False
    while len(head) < LOOK_AHEAD and (item := next(rest, None)) is not None:
        found = _usable(item)
        if isinstance(found, Problem):
            broken = True
            yield found
        else:
            head.append(found)
    if head:
        yield from _ads(head, rest, where, what, header or {})
    elif not broken:
        yield Problem(where, "There are no ads in it.", "Name a file with ads in it.")


def _ads(
    head: Sequence[_Record], rest: Iterator[Item], where: str, what: str, header: Mapping[str, Any]
) -> Iterator[AdEvent]:
    shape = shapes.of([record for _, record in head])
    plain = [(place, _plain(record, shape)) for place, record in head]
    columns = recognise(dict.fromkeys(name for _, record in plain for name in record))
    if not columns.text:
        yield no_text(list(dict.fromkeys(name for _, record in head for name in record)), where, what)
        return
    first = [record.get(columns.posted) for _, record in plain] if columns.posted else ()
    collected, employer = said_once(header)
    day = DayColumn(columns.posted, first, columns.collected, collected)
    count = 0
    for found in chain(plain, _further(rest, shape)):
        if isinstance(found, Problem):
            yield found
        else:
            count += 1
            yield posting(found[1], columns, found[0], employer=employer, day=day)
    unit = "row" if what == "column" else "record"
    if shape:
        yield Note(f"{where}: read as {shape.name}")
    yield Note(f"{where}: {columns}; {count} {unit}{'' if count == 1 else 's'}")
    if employer and not columns.employer:
        yield Note(f"{where}: {employer!r}, which the file names once, is the employer of all its ads")
    yield from (Note(f"{where}: {words}") for words in day.notes())


def _further(items: Iterator[Item], shape: Shape | None) -> Iterator[_Record | Problem]:
    for item in items:
        found = _usable(item)
        yield found if isinstance(found, Problem) else (found[0], _plain(found[1], shape))


def _usable(item: Item) -> _Record | Problem:
    if isinstance(item, Problem):
        return item
    place, value = item
    if isinstance(value, Mapping):
        return place, value
    return Problem(place, f"An ad is an object with fields, not {type(value).__name__}.")


def _plain(record: Mapping[str, Any], shape: Shape | None) -> Mapping[str, Any]:
    return shape.plain(record) if shape and shape.fits(record) else unwrapped(record)
