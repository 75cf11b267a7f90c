from __future__ import annotations

from pathlib import Path

from credlens.app.catalog.ports import Batch
from credlens.catalog.query import Query
from credlens.io.catalog.peers import RankingAll
from credlens.io.catalog.store import open_catalog
from credlens.io.store.sqlite import file_engine

from .conftest import made


def test_it_finds_as_many_as_the_search_it_is_measured_beside(home: Path) -> None:
    store = open_catalog(file_engine(home), "here")
    store.save(Batch(entries=[made("a", "python data"), made("b", "python"), made("c", "other")]))
    other = RankingAll(home)

    for words in ("python", "python da", "none"):
        assert other(words) == store.search(Query(words)).total
