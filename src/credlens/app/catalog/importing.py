"""Use case: take what a published catalog says into the catalog, each statement beside those of other sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from credlens.app.catalog.imported import ImportResult
from credlens.app.catalog.own import SOURCE as OWN
from credlens.app.catalog.own import import_own
from credlens.app.catalog.taking import BATCH, Taking
from credlens.app.heap import seldom
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.model.errors import InputError, Problem


def import_records(
    ports: Ports,
    source: str,
    paths: Sequence[Path],
    *,
    as_of: date | None = None,
    mapping: Mapping[str, str] | None = None,
) -> ImportResult:
    """Take records of a published catalog.

    Importing the same again changes nothing. A record that changed takes the place of what its source said before, which is kept as history. One that
    cannot be used is listed, and the others go on; what was taken before a command is interrupted stays, and the next run finishes.

    Args:
        source: one of :data:`credlens.catalog.sources.SOURCES`, or ``yaml`` for hand-written records.
        paths: files or folders.
        as_of: the day the catalog was taken, for records that carry no date.
        mapping: column -> field, for sources with columns.

    Raises:
        UserError: there is no such source.
        InputError: not one record could be read.
    """
    if source == OWN:
        return import_own(ports, paths)
    shape = SOURCES[source]
    knowledge = Knowledge.of(ports)
    found, problems = ports.files.paths(paths, lambda name: name.lower().endswith(shape.endings))
    files = [SourceFile(_name(path), lambda path=path: ports.files.open(path)) for path in found]  # type: ignore[misc]
    taking = Taking(ports, knowledge, source)
    notes: list[str] = []
    events = shape.read(files, Settings(as_of, dict(mapping or {})))
    with seldom():
        for offers in _offers(events, problems, notes):
            taking.take(offers)
            ports.progress("records", taking.seen, taking.seen + BATCH)
    ports.progress("records", taking.seen, taking.seen)
    if not taking.seen:
        raise InputError(
            problems or [Problem(", ".join(map(str, paths)), "There is no record there.", "; ".join(notes))]
        )
    return taking.result(len(files), problems, notes)


def _name(path: Path) -> str:
    return path.as_posix()


def _offers(events: Iterator[CatalogEvent], problems: list[Problem], notes: list[str]) -> Iterator[list[Offer]]:
    """Offers in batches; everything else is put where it belongs on the way."""

    def offers() -> Iterator[Offer]:
        for event in events:
            if isinstance(event, Offer):
                yield event
            elif isinstance(event, Note):
                notes.append(event.words)
            else:
                problems.append(event)

    rest = offers()
    while batch := list(islice(rest, BATCH)):
        yield batch
