from __future__ import annotations

from pathlib import Path

from credlens.app.catalog.ports import Batch
from credlens.catalog.query import Query
from credlens.io.catalog.peers import RankingAll
from credlens.io.catalog.store import open_catalog
from credlens.io.store.sqlite import file_engine

from .conftest import made


def test_it_finds_as_many_as_the_search_it_is_measured_beside(tmp_path: Path) -> None:
    store = open_catalog(file_engine(tmp_path), "here")
    store.save(Batch(entries=[made("a", "python data"), made("b", "python"), made("c", "other")]))
    other = RankingAll(tmp_path)

    for words in ("python", "python da", "none"):
        assert other(words) == store.search(Query(words)).total
