"""Entries of the index as rows, looked up by what identifies them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from credlens.catalog.entry import UNKNOWN, Entry
from credlens.catalog.identity import Sketch
from credlens.io.store import tables as t
from credlens.model.offer import Identifier

MANY = 500  # values a query is given at once
_SKETCHED = ("kind", "level", "language")  # facets that identity is judged by


def chunks(values: Iterable[Any], size: int = MANY) -> Iterator[list[Any]]:
    """The different values in pieces that a query takes."""
    whole = list(dict.fromkeys(values))
    return (whole[i : i + size] for i in range(0, len(whole), size))


def sketched(entry: Entry) -> str:
    """What identity is judged by, besides the title and its key, as JSON."""
    facets = [[v for v in entry.facets.get(name, ()) if v != UNKNOWN] for name in _SKETCHED]
    identifiers = [[i.scheme, i.value] for i in entry.identifiers]
    return json.dumps([entry.issuers, identifiers, *facets, entry.hours], ensure_ascii=False, separators=(",", ":"))


def identifiers_in(sketch: str) -> tuple[Identifier, ...]:
    """The identifiers of what :func:`sketched` gave."""
    return tuple(Identifier(scheme, value) for scheme, value in json.loads(sketch)[1])


def _unsketched(row: Any, sources: tuple[str, ...]) -> Sketch:
    issuers, _, kind, level, language, hours = json.loads(row.sketch)
    return Sketch(
        row.id,
        row.title,
        row.key,
        tuple(issuers),
        identifiers_in(row.sketch),
        tuple(kind),
        tuple(level),
        tuple(language),
        hours,
        sources,
    )


def alike(db: Connection, keys: Sequence[str], identifiers: Sequence[Identifier]) -> tuple[Sketch, ...]:
    """Entries with one of these title keys or identifiers, by id; an empty key is nobody's."""
    entry, identifier = t.catalog_entry, t.catalog_identifier
    query = select(entry.c.id, entry.c.title, entry.c.key, entry.c.sketch)
    found = {
        row.id: row for part in chunks(k for k in keys if k) for row in db.execute(query.where(entry.c.key.in_(part)))
    }
    by_scheme: dict[str, list[str]] = {}
    for name in identifiers:
        by_scheme.setdefault(name.scheme, []).append(name.value)
    named = query.join(identifier, identifier.c.slot == entry.c.slot)
    for scheme, values in by_scheme.items():
        for part in chunks(values):
            rows = db.execute(named.where(identifier.c.scheme == scheme, identifier.c.value.in_(part)))
            found.update((row.id, row) for row in rows)
    sources = _sources(db, list(found))
    return tuple(_unsketched(found[name], sources.get(name, ())) for name in sorted(found))


def _sources(db: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    table = t.catalog_statement
    query = select(table.c.credential, table.c.source).where(table.c.until.is_(None)).distinct()
    found: dict[str, list[str]] = {}
    for part in chunks(ids):
        for credential, source in db.execute(query.where(table.c.credential.in_(part))):
            found.setdefault(credential, []).append(source)
    return {credential: tuple(sorted(named)) for credential, named in found.items()}


def titles(db: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Titles of those of these ids that have an entry."""
    table = t.catalog_entry
    query = select(table.c.id, table.c.title)
    return {row.id: row.title for part in chunks(ids) for row in db.execute(query.where(table.c.id.in_(part)))}


def teaching(db: Connection, skill: str, most: int) -> tuple[str, ...]:
    """Credentials with statements that teach a skill: surest, then deepest, then best known first."""
    known, taught, entry, said = t.catalog_skill, t.catalog_taught, t.catalog_entry, t.catalog_statement
    stated = select(said.c.id).where(said.c.credential == entry.c.id, said.c.until.is_(None)).exists()
    query = (
        select(entry.c.id)
        .join(taught, taught.c.slot == entry.c.slot)
        .join(known, known.c.number == taught.c.skill)
        .where(known.c.id == skill, stated)
        .order_by(taught.c.probability.desc(), taught.c.depth, entry.c.number)
    )
    return tuple(db.execute(query.limit(most)).scalars())
