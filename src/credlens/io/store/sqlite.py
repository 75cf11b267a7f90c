"""The embedded store: one SQLite file under the home folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, StaticPool, create_engine, event

from credlens.io.store import SQLITE_FILE
from credlens.io.store.schema import WRITES
from credlens.io.store.sql import SqlStore
from credlens.model.errors import OutsideError

BUSY_MS = 5000  # how long to wait for another command that is writing


def open_sqlite(home: Path) -> SqlStore:
    """The store in ``home``, made there when it is missing.

    Raises:
        OutsideError: the folder or file cannot be used.
    """
    return SqlStore(file_engine(home), str(home / SQLITE_FILE))


def file_engine(home: Path) -> Engine:
    """The database in ``home``, whose file is made there when it is missing; its schema is brought up to date by who opens it.

    Raises:
        OutsideError: the folder or file cannot be used.
    """
    path = home / SQLITE_FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)  # for its owner alone: it will hold a resume
        if not path.exists():
            path.touch(mode=0o600)  # SQLite gives its side files the same rights
    except OSError as error:
        raise OutsideError(
            f"The place for your data cannot be made: {error.strerror or error}.",
            where=str(home),
            what_to_do="Choose another with --home.",
        ) from error
    return _prepared(create_engine(URL.create("sqlite", database=str(path))))


def memory_engine() -> Engine:
    """A database in memory, empty, on one connection that all threads share: they have to take turns."""
    return _prepared(
        create_engine(URL.create("sqlite"), poolclass=StaticPool, connect_args={"check_same_thread": False})
    )


def _prepared(engine: Engine) -> Engine:
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    # Python's driver would commit before DDL on its own; SQLAlchemy's documented way out is to begin transactions ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.execute("PRAGMA secure_delete=ON")  # what is deleted leaves the file, too
    cursor.close()


def _begin(connection: Any) -> None:
    # Who will write takes the lock at once and waits for it. A lock taken while reading and raised later is refused without waiting
    # when two commands do so together.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
