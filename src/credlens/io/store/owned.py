"""Rows of one person in a table: known by a key of their own, and kept in the order in which they first came."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Table, delete, func, insert, select

from credlens.io.store import tables as t


def know(db: Connection, owner: str) -> None:
    """See that the person is there."""
    if db.execute(select(t.person).where(t.person.c.id == owner)).one_or_none() is None:
        db.execute(insert(t.person).values(id=owner))


def put(db: Connection, table: Table, owner: str, key: Mapping[str, object], row: Mapping[str, object]) -> None:
    """A row in the place of the one with the same key, if there is one."""
    know(db, owner)
    forget(db, table, owner, key)
    db.execute(insert(table).values(person=owner, **key, **row))


def forget(db: Connection, table: Table, owner: str, key: Mapping[str, object]) -> None:
    """Delete every row that has this key."""
    db.execute(delete(table).where(table.c.person == owner, *(table.c[name] == value for name, value in key.items())))


def place(db: Connection, table: Table, owner: str, id: str) -> int:  # noqa: A002 - the column's name
    """Where a row stands in the order; after all others when it is new."""
    mine = table.c.person == owner
    found = db.execute(select(table.c.position).where(mine, table.c.id == id)).scalar()
    if found is not None:
        return int(found)
    last = db.execute(select(func.max(table.c.position)).where(mine)).scalar()
    return 0 if last is None else int(last) + 1
