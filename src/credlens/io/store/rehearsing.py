"""A state is kept in memory and read as every command reads it, before anything is changed on the disk."""

from __future__ import annotations

from sqlalchemy import text

from credlens.app.keeping.ports import State
from credlens.io.store import tables as t
from credlens.io.store.personal import OWNED, SqlPersonal
from credlens.io.store.schema import HEAD
from credlens.io.store.showcase import SqlShowcase
from credlens.io.store.sql import SqlStore
from credlens.io.store.sqlite import memory_engine
from credlens.io.store.wallet import SqlWallet

_KINDS = frozenset(table.name for table in (*OWNED, t.catalog_record, t.catalog_doubt))


def rehearsed(state: State) -> None:
    """Keep and read it.

    Raises:
        ValueError: there is a kind of rows that no table holds, or a row that is none.
        OutsideError: something in it cannot be kept or read.
    """
    if unknown := sorted(set(state) - _KINDS):
        raise ValueError(f"nothing is kept as {unknown[0]!r}")
    engine, place = memory_engine(), "memory"
    try:
        with engine.begin() as db:
            t.metadata.create_all(db, [t.person, *OWNED, t.catalog_record, t.catalog_doubt])
            db.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))  # so that no migration is run
            db.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
        SqlPersonal(engine, place).restore(state, replace=False)
        store, wallet, showcase = SqlStore(engine, place), SqlWallet(engine, place), SqlShowcase(engine, place)
        store.documents(), store.claims(), store.corrections(), store.preferences(), store.target()
        store.records(), store.plans(), store.events(), wallet.badges()
        showcase.shown(), showcase.notes(), showcase.projects(), showcase.reviews()
    finally:
        engine.dispose()
