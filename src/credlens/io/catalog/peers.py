"""Other ways to search the same database, that the index is measured beside."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from credlens.io.catalog import fts
from credlens.io.catalog.words import asked
from credlens.io.store.sqlite import file_engine

_PAGE = """
SELECT entry.id FROM catalog_words AS words JOIN catalog_entry AS entry ON entry.number = words.rowid
WHERE catalog_words MATCH ? ORDER BY bm25(catalog_words, 10.0, 4.0, 4.0, 4.0, 1.0) LIMIT 20
"""
_TOTAL = "SELECT count(*) FROM catalog_words WHERE catalog_words MATCH ?"


class RankingAll:
    """FTS5 as it is mostly used: every find is ranked by BM25, then a page is taken. With the total, and without any facet.

    Args:
        home: the folder whose database is searched.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._engine = cache(self._open)

    def __call__(self, words: str) -> int:
        """The number of finds for words, all of which have to occur."""
        query = fts.every(asked(words))
        with self._engine().begin() as db:
            db.exec_driver_sql(_PAGE, (query,)).all()
            return int(db.exec_driver_sql(_TOTAL, (query,)).scalar_one())

    def _open(self) -> Engine:
        return file_engine(self._home)
