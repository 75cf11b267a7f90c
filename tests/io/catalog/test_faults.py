"""A batch is saved as a whole or not at all: whatever fails, and when the process is killed."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from credlens.app.catalog.ports import Batch
from credlens.catalog.entry import PriceLine
from credlens.catalog.identity import Doubt
from credlens.catalog.query import Query
from credlens.io.catalog.store import SqlCatalog, open_catalog
from credlens.io.store import SQLITE_FILE
from credlens.io.store.sqlite import file_engine
from credlens.model.credential import Depth
from credlens.model.errors import OutsideError
from credlens.model.offer import Identifier

from .conftest import made, said

PRICE = (PriceLine(1, 0, 0, "USD"),)
BEFORE = Batch(
    [said("a"), said("b")],
    [made("a", "word", facets={"kind": ("x",)}, identifiers=(Identifier("s", "1"),), prices=PRICE), made("b", "word")],
    doubts=[Doubt("a", "b", 0.6, "old")],
)
CHANGE = Batch(
    [said("a", digest="2"), said("c")],
    [
        made("a", "other word", facets={"kind": ("y",)}, taught=(("sql", Depth.CORE, 1.0),), quality=900),
        made("c", "word", identifiers=(Identifier("s", "2"),), facets={"kind": ("x", "y")}, hours=3, prices=PRICE),
    ],
    dropped=["b"],
    doubts=[Doubt("a", "c", 0.7, "new")],
)


def everything(store: SqlCatalog) -> tuple[object, ...]:
    kept = tuple(store.history(name) for name in "abc")
    finds = tuple(store.search(Query(**asked)) for asked in ({}, {"words": "word"}, {"skill": "sql"}, {"most_cost": 5}))
    alike = store.alike([], [Identifier("s", "1"), Identifier("s", "2")])
    return kept, finds, alike, store.doubts(), store.teaching("sql", 9)


class _InjectedError(Exception):
    pass


@contextmanager
def failing_at(engine: Engine, statement: int) -> Iterator[list[str]]:
    """Make the ``statement``-th statement (1 is the first) fail; yields the statements seen."""
    seen: list[str] = []

    def before(_connection: object, _cursor: object, sql: str, *_rest: object) -> None:
        seen.append(sql)
        if len(seen) == statement:
            raise _InjectedError

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", before)


def test_a_batch_that_fails_at_any_statement_changes_nothing(store: SqlCatalog) -> None:
    store.save(BEFORE)
    before = everything(store)
    statement = 1
    while True:
        with failing_at(store._transactions.engine, statement) as seen:
            try:
                store.save(CHANGE)
                break
            except _InjectedError:
                pass
        assert everything(store) == before, seen[-1]
        statement += 1

    assert statement > len(seen) > 20
    assert everything(store) != before, "and it succeeds when nothing fails"


def test_a_text_that_cannot_be_stored_is_said_and_changes_nothing(each_store: SqlCatalog) -> None:
    each_store.save(BEFORE)
    before = everything(each_store)

    with pytest.raises(OutsideError):
        each_store.save(Batch(entries=[made("d"), made("e", "half a character: \ud800")]))

    assert everything(each_store) == before


KILLED = """
import os, pickle, sys
from pathlib import Path
from sqlalchemy import event
from credlens.io.catalog.store import open_catalog
from credlens.io.store.sqlite import file_engine

store = open_catalog(file_engine(Path(sys.argv[1])), "here")
left = [int(sys.argv[2])]
def count(*_):
    left[0] -= 1
    if left[0] < 0:
        os._exit(9)  # no clearing up, as after kill -9
event.listen(store._transactions.engine, "after_cursor_execute", count)
store.save(pickle.loads(Path(sys.argv[3]).read_bytes()))
"""


def test_a_process_killed_while_it_saves_leaves_what_there_was(home: Path) -> None:
    store = open_catalog(file_engine(home), "here")
    store.save(BEFORE)
    before = everything(store)
    (home / "change").write_bytes(pickle.dumps(CHANGE))

    run = subprocess.run([sys.executable, "-c", KILLED, str(home), "25", str(home / "change")], check=False)

    assert run.returncode == 9
    again = open_catalog(file_engine(home), "here")
    assert everything(again) == before
    again.save(CHANGE)
    assert again.search(Query("word")).total == 2


def test_a_damaged_file_is_said_with_its_place(tmp_path: Path) -> None:
    (tmp_path / SQLITE_FILE).write_bytes(b"no database at all " * 300)

    with pytest.raises(OutsideError) as caught:
        open_catalog(file_engine(tmp_path), "the place")
    assert caught.value.where == "the place"
