"""Everything in the database that is a person's: read as rows, put back, and removed so that no byte of it is left.

A table is theirs when it has a column ``person``, so that no new one is forgotten; besides, records of their own in the catalog, and what they
said of pairs of credentials.

Removing takes more than deleting (measured on SQLite 3.40.1): rows are overwritten with ``secure_delete=ON``, which every connection has; the
index of words keeps what was deleted until its pieces are merged; ``VACUUM`` writes the file anew without what pages kept of rows that moved;
and a write-ahead log, if there is one, is emptied.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    Engine,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from credlens.app.catalog.index import CURATED, IDS
from credlens.app.keeping.ports import Row, State, Value
from credlens.io.catalog import fts, index, marks
from credlens.io.catalog.rows import chunks
from credlens.io.store import owned, said_where
from credlens.io.store import tables as t
from credlens.io.store.sql import ME
from credlens.io.store.transactions import opened

OWNER = "person"  # the column that says whose a row is

#: Every table with rows of a person, in the order in which they are written.
OWNED = tuple(table for table in t.metadata.sorted_tables if OWNER in table.c)

_JUDGED = t.catalog_doubt.c.same.is_not(None)
_TYPES: tuple[tuple[type[TypeEngine[Any]], type], ...] = (
    (Boolean, bool),
    (Integer, int),
    (LargeBinary, bytes),
    (Date, str),
    (String, str),
)


class SqlPersonal:
    """One person's rows in one database.

    Args:
        engine: the database; its schema is brought up to date on opening.
        place: what to call it in messages.
        owner: whose rows.
    """

    def __init__(self, engine: Engine, place: str, owner: str = ME) -> None:
        self._engine = engine
        self._owner = owner
        self._transactions = opened(engine, place)

    def counts(self) -> dict[str, int]:
        """How many rows there are in each table that has any."""
        with self._transactions.reading() as db:
            return self._counts(db)

    def published(self) -> int:
        """How many statements of published catalogs there are."""
        with self._transactions.reading() as db:
            return db.execute(select(func.count()).select_from(t.catalog_statement)).scalar_one()

    def state(self) -> State:
        """All rows by table, in the order of their keys."""
        with self._transactions.reading() as db:
            found = {}
            for table, query in self._queries():
                rows = db.execute(query.order_by(*table.primary_key.columns)).mappings()
                found[table.name] = [_row(row) for row in rows]
            return {name: rows for name, rows in found.items() if rows}

    def restore(self, state: State, *, replace: bool) -> bool:
        """Keep these rows, in one transaction; with ``replace``, instead of those that are there. False when they would be in the way."""
        with self._transactions.writing() as db:
            if self._counts(db):
                if not replace:
                    return False
                self._forget(db, {})
            owned.know(db, self._owner)
            for table, _ in self._queries():
                rows = [typed(table, row) for row in state.get(table.name, ())]
                mine = {OWNER: self._owner} if OWNER in table.c else {}
                for part in chunks_of(rows):
                    db.execute(insert(table), [{**mine, **row} for row in part])
        return True

    def erase(self, renamed: Mapping[str, str]) -> None:
        """Remove them all in one transaction, then what is left of them in the file. Again is no harm.

        Args:
            renamed: new ids of credentials that statements name by the id of a record of the person's own.
        """
        with self._transactions.writing() as db:
            self._forget(db, renamed)
            said_where.shortened(db)
        with self._transactions.declared(), self._engine.connect() as db:
            if db.dialect.name == "sqlite":
                db.exec_driver_sql("COMMIT")  # neither works inside a transaction, and one begins with every connection
                db.exec_driver_sql("VACUUM")
                db.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _queries(self) -> list[tuple[Table, Select[Any]]]:
        """Each table with what selects the person's rows in it."""
        mine = [(table, select(table).where(table.c.person == self._owner)) for table in OWNED]
        return [
            *mine,
            (t.catalog_record, select(t.catalog_record)),
            (t.catalog_doubt, select(t.catalog_doubt).where(_JUDGED)),
        ]

    def _counts(self, db: Connection) -> dict[str, int]:
        found = {
            table.name: db.execute(select(func.count()).select_from(query.subquery())).scalar_one()
            for table, query in self._queries()
        }
        return {name: count for name, count in found.items() if count}

    def _forget(self, db: Connection, renamed: Mapping[str, str]) -> None:
        """Delete every row, and what the catalog's index made of records of their own; statements about these get their new ids.

        Who searches next indexes anew what the starter catalog and published ones say of the same credentials.
        """
        mine = list(db.execute(select(t.catalog_record.c.name)).scalars())
        index.change(db, [], mine)
        stated = t.catalog_statement
        for old, new in renamed.items():
            db.execute(update(stated).where(stated.c.credential == old).values(credential=new))
        left = {renamed.get(i, i) for part in chunks(mine) for i in _stated(db, [renamed.get(i, i) for i in part])}
        before = json.loads(marks.read(db, IDS) or "[]")
        marks.write(db, IDS, json.dumps(sorted({*before, *renamed.values()} - set(mine) | left)))
        db.execute(delete(t.catalog_mark).where(t.catalog_mark.c.name == CURATED))
        doubt = t.catalog_doubt
        for part in chunks(mine):
            db.execute(delete(doubt).where(doubt.c.one.in_(part) | doubt.c.other.in_(part)))
        db.execute(delete(doubt).where(_JUDGED))
        taught = select(t.catalog_taught.c.skill)
        db.execute(delete(t.catalog_skill).where(t.catalog_skill.c.number.not_in(taught)))
        db.execute(delete(t.catalog_record))
        for table in reversed(OWNED):
            db.execute(delete(table).where(table.c.person == self._owner))
        db.execute(delete(t.person).where(t.person.c.id == self._owner))
        fts.optimise(db)


def typed(table: Table, row: Row) -> dict[str, Any]:
    """A row as the database takes it.

    Raises:
        ValueError: it has a column that there is not, lacks one, or holds something of another type.
    """
    columns = {c.name: c for c in table.columns if c.name != OWNER}
    if unknown := sorted(set(row) - set(columns)):
        raise ValueError(f"{table.name} has no column {unknown[0]!r}")
    found: dict[str, Any] = {}
    for name, column in columns.items():
        default = getattr(column.server_default, "arg", None)
        value = row.get(name, default)
        if value is None and not column.nullable:
            raise ValueError(f"{table.name} lacks {name!r}")
        found[name] = None if value is None else _typed(column.type, value, f"{table.name}.{name}")
    return found


def _typed(kind: TypeEngine[Any], value: Value, where: str) -> object:
    wanted = next((python for sql, python in _TYPES if isinstance(kind, sql)), float)
    if type(value) is not wanted and not (wanted is float and type(value) is int):
        raise ValueError(f"{where} is of another type")
    if isinstance(kind, Date):
        return date.fromisoformat(str(value))
    if isinstance(value, str):
        value.encode()  # half a letter cannot be stored
    return value


def chunks_of(rows: Sequence[Mapping[str, Any]], size: int = 500) -> list[Sequence[Mapping[str, Any]]]:
    """Rows in pieces that a statement takes; none for none."""
    return [rows[i : i + size] for i in range(0, len(rows), size)]


def _row(row: Mapping[Any, Any]) -> Row:
    return {
        str(name): value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if name != OWNER
    }


def _stated(db: Connection, ids: Sequence[str]) -> list[str]:
    found = select(t.catalog_statement.c.credential).where(t.catalog_statement.c.credential.in_(ids)).distinct()
    return list(db.execute(found).scalars())
