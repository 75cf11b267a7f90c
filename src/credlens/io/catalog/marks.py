"""Remembered words, and which generation of the index there is: who keeps parts of it in memory knows by that when they are out of date."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from credlens.io.store import tables as t

_GENERATION = "index.generation"


def read(db: Connection, name: str) -> str | None:
    """A remembered word."""
    return db.execute(select(t.catalog_mark.c.value).where(t.catalog_mark.c.name == name)).scalar()


def write(db: Connection, name: str, value: str) -> None:
    """Remember one."""
    db.execute(delete(t.catalog_mark).where(t.catalog_mark.c.name == name))
    db.execute(insert(t.catalog_mark).values(name=name, value=value))


def generation(db: Connection) -> int:
    """How often the index was changed."""
    return int(read(db, _GENERATION) or 0)


def next_generation(db: Connection) -> None:
    """It is being changed."""
    write(db, _GENERATION, str(generation(db) + 1))
