"""Transactions on a database, with its own errors turned into ones that a person can act on. All stores of one database work through these."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from credlens.io.store.schema import WRITES, bring_up_to_date
from credlens.model.errors import OutsideError

LONGEST = 200  # characters of a database's own message that are shown; it may quote a whole text


class Transactions:
    """Reading and writing, each as a whole or not at all.

    Args:
        engine: the database.
        place: what to call it in messages.
        turn: held during each transaction, where a database has only one connection for all threads.
    """

    def __init__(self, engine: Engine, place: str, turn: AbstractContextManager[object] | None = None) -> None:
        self.engine = engine
        self.place = place
        self._turn = turn or nullcontext()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Everything read inside is of one moment."""
        with self.declared(), self._turn, self.engine.begin() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Everything written inside is kept when the block ends, and nothing of it when it fails."""
        with self.declared(), self._turn, self.engine.execution_options(**{WRITES: True}).begin() as db:
            yield db

    @contextmanager
    def declared(self) -> Iterator[None]:
        """Turn the database's own errors into one a person can act on.

        A damaged file shows as a ValueError too: a text that is no UTF-8, a day that is no date. So does a text that cannot be stored.
        """
        try:
            yield
        except (SQLAlchemyError, ValueError) as error:
            reason = str(error.orig) if isinstance(error, DBAPIError) and error.orig else str(error)
            raise OutsideError(
                f"The state cannot be read or written: {' '.join(reason.split())[:LONGEST]}.",
                where=self.place,
                what_to_do="Nothing was changed. Check the disk and the file, or start elsewhere with --home.",
            ) from error


def opened(engine: Engine, place: str) -> Transactions:
    """The transactions of a database, its schema brought up to date first.

    Raises:
        OutsideError: it cannot be read, or was written by a newer program.
    """
    found = Transactions(engine, place)
    with found.declared():
        bring_up_to_date(engine, place)
    return found
