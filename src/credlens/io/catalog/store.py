"""The catalog's store on the database that holds the state, or on one in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from threading import Lock

from sqlalchemy import Connection, Engine

from credlens.app.catalog.ports import Batch, Statement
from credlens.catalog.entry import Entry
from credlens.catalog.identity import Doubt, Sketch
from credlens.catalog.query import Found, Query
from credlens.io.catalog import columns, doubts, fts, index, marks, rows, statements
from credlens.io.catalog.search import search
from credlens.io.store.schema import bring_up_to_date
from credlens.io.store.sqlite import memory_engine
from credlens.io.store.tables import metadata
from credlens.io.store.transactions import Transactions
from credlens.model.offer import Identifier


class SqlCatalog:
    """Statements and index in one database; see :class:`~credlens.app.catalog.ports.CatalogStore`.

    Args:
        engine: the database, its schema up to date.
        place: what to call it in messages.
        turn: held during each transaction, where threads share one connection.
    """

    def __init__(self, engine: Engine, place: str, turn: AbstractContextManager[object] | None = None) -> None:
        self._transactions = Transactions(engine, place, turn)
        self._columns: tuple[int, columns.Columns] | None = None

    def current(self, credentials: Sequence[str]) -> Mapping[str, tuple[Statement, ...]]:
        """The current statements about these credentials, oldest source first; those without any are left out."""
        with self._transactions.reading() as db:
            return statements.current(db, credentials)

    def history(self, credential: str) -> tuple[Statement, ...]:
        """Every statement there ever was about a credential, oldest first."""
        with self._transactions.reading() as db:
            return statements.history(db, credential)

    def known(self, source: str, keys: Sequence[str]) -> Mapping[str, Statement]:
        """The current statements of a source by their keys."""
        with self._transactions.reading() as db:
            return statements.known(db, source, keys)

    def alike(self, keys: Sequence[str], identifiers: Sequence[Identifier]) -> tuple[Sketch, ...]:
        """Entries that share a title key or an identifier with something, by id."""
        with self._transactions.reading() as db:
            return rows.alike(db, keys, identifiers)

    def save(self, batch: Batch) -> None:
        """Make these changes, all or none; an id that is both dropped and given as an entry stays, with that entry."""
        entries: Sequence[Entry] = batch.entries
        kept = {e.id for e in entries}
        with self._transactions.writing() as db:
            statements.put(db, batch.statements)
            index.change(db, entries, batch.dropped)
            doubts.forget(db, [name for name in batch.dropped if name not in kept])
            doubts.put(db, batch.doubts)

    def entry_titles(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Titles of those of these ids that have an entry."""
        with self._transactions.reading() as db:
            return rows.titles(db, ids)

    def search(self, query: Query) -> Found:
        """What the index finds."""
        with self._transactions.reading() as db:
            return search(db, self._view(db), query)

    def teaching(self, skill: str, most: int) -> tuple[str, ...]:
        """Credentials with statements that teach a skill, the surest, deepest and best known first."""
        with self._transactions.reading() as db:
            return rows.teaching(db, skill, most)

    def ids(self) -> Iterator[str]:
        """Every credential with a current statement, in order, as it was when the first is asked for."""
        with self._transactions.reading() as db:
            found = statements.ids(db)
        yield from found

    def count(self) -> int:
        """How many there are."""
        with self._transactions.reading() as db:
            return statements.count(db)

    def generation(self) -> int:
        """A number that grows with every change of the index."""
        with self._transactions.reading() as db:
            return marks.generation(db)

    def doubts(self) -> tuple[Doubt, ...]:
        """Pairs that may be the same thing and that nobody has judged, likeliest first."""
        with self._transactions.reading() as db:
            return doubts.unjudged(db)

    def judge(self, one: str, other: str, *, same: bool) -> None:
        """Remember a person's word on a pair."""
        with self._transactions.writing() as db:
            doubts.judge(db, one, other, same=same)

    def judged(self, ids: Sequence[str]) -> Mapping[frozenset[str], bool]:
        """What persons said of pairs with any of these ids."""
        with self._transactions.reading() as db:
            return doubts.judged(db, ids)

    def mark(self, name: str) -> str | None:
        """A remembered word."""
        with self._transactions.reading() as db:
            return marks.read(db, name)

    def set_mark(self, name: str, value: str) -> None:
        """Remember one."""
        with self._transactions.writing() as db:
            marks.write(db, name, value)

    def counts(self) -> Mapping[str, int]:
        """Current statements by source."""
        with self._transactions.reading() as db:
            return statements.by_source(db)

    def optimise(self) -> None:
        """Tidy the index after many changes."""
        with self._transactions.writing() as db:
            fts.optimise(db)

    def _view(self, db: Connection) -> columns.Columns:
        """The columns, kept in memory until somebody changes the index."""
        generation, kept = marks.generation(db), self._columns
        if kept is None or kept[0] != generation:
            kept = generation, columns.load(db)
            self._columns = kept
        return kept[1]


def open_catalog(engine: Engine, place: str) -> SqlCatalog:
    """The catalog in a database, whose schema is brought up to date.

    Raises:
        OutsideError: the database cannot be used.
    """
    with Transactions(engine, place).declared():
        bring_up_to_date(engine, place)
    return SqlCatalog(engine, place)


def open_memory_catalog() -> SqlCatalog:
    """A catalog that is gone with the process, for homes that hold nothing yet."""
    engine, turn = memory_engine(), Lock()
    with Transactions(engine, "memory", turn).writing() as db:
        metadata.create_all(db, [table for name, table in metadata.tables.items() if name.startswith("catalog_")])
        db.exec_driver_sql(fts.CREATE)
    return SqlCatalog(engine, "memory", turn)
