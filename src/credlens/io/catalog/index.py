"""Entries of the index: put in and taken out. Words, columns and rows change together."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from credlens.catalog.entry import Entry
from credlens.io.catalog import columns, fts
from credlens.io.catalog.marks import next_generation
from credlens.io.catalog.rows import chunks, identifiers_in, sketched
from credlens.io.catalog.words import searchable
from credlens.io.store import tables as t
from credlens.model.credential import Depth

DEPTHS = {depth: place for place, depth in enumerate((Depth.CORE, Depth.PART, Depth.TOUCHED))}


def change(db: Connection, entries: Sequence[Entry], dropped: Sequence[str]) -> None:
    """Put entries in the place of those with their ids, and take others out."""
    wanted = {e.id: e for e in entries}
    there = _there(db, [*wanted, *dropped])
    if not wanted and not there:
        return
    slots = {name: row.slot for name, row in there.items()}
    slots |= _free(db, [name for name in wanted if name not in there])
    put = {slots[name]: entry for name, entry in wanted.items()}
    texts = {slot: tuple(searchable(getattr(entry, name)) for name in fts.COLUMNS) for slot, entry in put.items()}
    packed = {slot: _pack(found) for slot, found in texts.items()}
    _reword(db, {row.slot: row.number for row in there.values()}, put, texts, packed)
    _remove(db, list(there.values()))
    _insert(db, put, packed)
    columns.change(db, put, [row.slot for name, row in there.items() if name not in wanted])
    next_generation(db)


def _there(db: Connection, ids: Sequence[str]) -> dict[str, Row[Any]]:
    table = t.catalog_entry
    return {row.id: row for part in chunks(ids) for row in db.execute(select(table).where(table.c.id.in_(part)))}


def _free(db: Connection, ids: Sequence[str]) -> dict[str, int]:
    """A slot for each."""
    last = db.execute(select(func.max(t.catalog_entry.c.slot))).scalar()
    return {name: slot for slot, name in enumerate(ids, start=0 if last is None else last + 1)}


def _reword(
    db: Connection,
    there: Mapping[int, int],
    put: Mapping[int, Entry],
    texts: Mapping[int, fts.Texts],
    packed: Mapping[int, bytes],
) -> None:
    """Bring the index of words up to date, leaving alone whose texts and number stay the same."""
    table = t.catalog_text
    old = {
        there[row.slot]: row.data
        for part in chunks(there)
        for row in db.execute(select(table).where(table.c.slot.in_(part)))
    }
    new = {columns.number(entry.quality, slot): slot for slot, entry in put.items()}
    same = {number for number, slot in new.items() if old.get(number) == packed[slot]}
    fts.forget(db, {number: _unpack(data) for number, data in sorted(old.items()) if number not in same})
    fts.add(db, {number: texts[slot] for number, slot in sorted(new.items()) if number not in same})


def _pack(texts: fts.Texts) -> bytes:
    """The texts that are searched, as they are kept to be forgotten by."""
    return zlib.compress(json.dumps(texts, ensure_ascii=False).encode(), 1)


def _unpack(data: bytes) -> fts.Texts:
    return tuple(json.loads(zlib.decompress(data)))


def _remove(db: Connection, rows: Sequence[Row[Any]]) -> None:
    named = t.catalog_identifier
    keys = [{"s": i.scheme, "v": i.value, "at": row.slot} for row in rows for i in identifiers_in(row.sketch)]
    if keys:
        given = (named.c.scheme == bindparam("s"), named.c.value == bindparam("v"), named.c.slot == bindparam("at"))
        db.execute(delete(named).where(*given), keys)
    for part in chunks(row.slot for row in rows):
        for table in (t.catalog_entry, t.catalog_taught, t.catalog_text):
            db.execute(delete(table).where(table.c.slot.in_(part)))


def _insert(db: Connection, put: Mapping[int, Entry], packed: Mapping[int, bytes]) -> None:
    skills = _skills(db, (skill for entry in put.values() for skill, _, _ in entry.taught))
    entries, named, taught = [], [], []
    for slot, entry in put.items():
        number = columns.number(entry.quality, slot)
        kept = {"id": entry.id, "title": entry.title, "key": entry.key, "sketch": sketched(entry)}
        entries.append({"number": number, "slot": slot, **kept})
        named += [{"scheme": i.scheme, "value": i.value, "slot": slot} for i in dict.fromkeys(entry.identifiers)]
        surest: dict[str, tuple[float, int]] = {}
        for skill, depth, probability in entry.taught:
            surest[skill] = max(surest.get(skill, (-1.0, 0)), (probability, -DEPTHS[depth]))
        taught += [
            {"skill": skills[skill], "slot": slot, "depth": -depth, "probability": probability}
            for skill, (probability, depth) in surest.items()
        ]
    texts = [{"slot": slot, "data": data} for slot, data in packed.items()]
    rows = (
        (t.catalog_entry, entries),
        (t.catalog_identifier, named),
        (t.catalog_taught, taught),
        (t.catalog_text, texts),
    )
    for table, found in rows:
        if found:
            db.execute(insert(table), found)


def _skills(db: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Numbers of skills, given to those that have none."""
    table = t.catalog_skill
    wanted = dict.fromkeys(ids)
    known = {
        row.id: row.number for part in chunks(wanted) for row in db.execute(select(table).where(table.c.id.in_(part)))
    }
    last = db.execute(select(func.max(table.c.number))).scalar()
    new = {name: number for number, name in enumerate((i for i in wanted if i not in known), start=(last or 0) + 1)}
    if new:
        db.execute(insert(table), [{"number": number, "id": name} for name, number in new.items()])
    return known | new
