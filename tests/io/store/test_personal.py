"""Everything of a person in the database, as rows and back; and gone to the last byte."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credlens.app.keeping.ports import State
from credlens.io.catalog.store import open_catalog
from credlens.io.store import tables as t
from credlens.io.store.personal import SqlPersonal, typed
from credlens.io.store.sqlite import file_engine

Fill = Callable[..., list[bytes]]


def personal(home: Path) -> SqlPersonal:
    return SqlPersonal(file_engine(home), "home")


def left(home: Path, canaries: list[bytes]) -> list[bytes]:
    """Canaries in any file, as they are or in UTF-16, also in the pieces of the index of words."""
    raw = b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())
    other = raw[1:].decode("utf-16-le", "ignore") + raw.decode("utf-16-le", "ignore")
    words = b""
    if (home / "credlens.sqlite").exists():
        with sqlite3.connect(home / "credlens.sqlite") as db:
            db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'catalog_words', 'row')")
            words = b" ".join(str(term).encode() for (term,) in db.execute("SELECT term FROM temp.words"))
    seen = [c for c in canaries if c in raw or c in words or (c.isalpha() and c.decode() in other)]
    return seen + ([b"qzr"] if b"qzr" in words else [])


def test_every_table_with_a_person_is_in_the_state_and_comes_back(tmp_path: Path, fill: Fill) -> None:
    fill(tmp_path / "one")
    state = personal(tmp_path / "one").state()

    assert {table.name for table in t.metadata.sorted_tables if "person" in table.c} <= set(state)
    assert {"catalog_record", "catalog_doubt"} <= set(state)
    assert [row["same"] for row in state["catalog_doubt"]] == [True]
    assert all(set(row) == set(t.metadata.tables[kind].c.keys()) - {"person"} for kind in state for row in state[kind])

    assert personal(tmp_path / "two").restore(state, replace=False)
    assert personal(tmp_path / "two").state() == state
    assert personal(tmp_path / "two").counts()["document"] == 2


def test_what_is_there_is_replaced_only_when_asked(tmp_path: Path, fill: Fill) -> None:
    fill(tmp_path)
    before = personal(tmp_path).state()
    new: State = {"claim": [{"skill": "sql", "known": True, "level": "unknown"}]}

    assert not personal(tmp_path).restore(new, replace=False)
    assert personal(tmp_path).state() == before
    assert personal(tmp_path).restore(new, replace=True)
    assert personal(tmp_path).state() == new


def test_a_state_that_cannot_be_kept_whole_changes_nothing(tmp_path: Path, fill: Fill) -> None:
    fill(tmp_path)
    before = personal(tmp_path).state()
    twice: State = {"claim": [{"skill": "sql", "known": True, "level": "unknown"}] * 2}

    with pytest.raises(Exception, match="cannot be read or written"):
        personal(tmp_path).restore(twice, replace=True)

    assert personal(tmp_path).state() == before


@pytest.mark.parametrize("published", [True, False])
def test_no_byte_is_left(tmp_path: Path, fill: Fill, *, published: bool) -> None:
    canaries = fill(tmp_path, published=published)
    assert set(left(tmp_path, canaries)) >= set(canaries) - {b"/qzrfolder"}

    personal(tmp_path).erase({})

    assert left(tmp_path, canaries) == []
    assert personal(tmp_path).counts() == {}
    catalog = open_catalog(file_engine(tmp_path), "home")
    assert [s.file for s in catalog.history("qzrpublished")] == (["list.csv:2"] if published else [])
    assert dict(catalog.entry_titles(["qzrpublished"])) == ({"qzrpublished": "cilbuptitle"} if published else {})
    assert catalog.mark("curated-ids") == '["starter"]'
    assert catalog.mark("curated") is None


def test_what_another_program_deleted_without_overwriting_it_goes_too(tmp_path: Path, fill: Fill) -> None:
    fill(tmp_path)
    with sqlite3.connect(tmp_path / "credlens.sqlite") as db:
        db.execute("PRAGMA secure_delete=OFF")
        db.execute("INSERT INTO claim (person, skill, known) VALUES ('me', 'qzrdeleted', 1)")
        db.commit()
        db.execute("DELETE FROM claim WHERE skill = 'qzrdeleted'")
    assert left(tmp_path, [b"qzrdeleted"]) == [b"qzrdeleted", b"qzr"]

    personal(tmp_path).erase({})

    assert left(tmp_path, [b"qzrdeleted"]) == []


def test_a_write_ahead_log_is_emptied_too(tmp_path: Path, fill: Fill) -> None:
    canaries = fill(tmp_path)
    with sqlite3.connect(tmp_path / "credlens.sqlite") as db:
        db.execute("PRAGMA journal_mode=WAL")
    reader = sqlite3.connect(tmp_path / "credlens.sqlite")  # keeps the log from being taken away
    reader.execute("SELECT count(*) FROM person").fetchone()

    personal(tmp_path).erase({})

    assert (tmp_path / "credlens.sqlite-wal").stat().st_size == 0
    reader.close()
    assert left(tmp_path, canaries) == []


def test_statements_about_an_own_record_get_an_id_that_says_nothing_of_it(tmp_path: Path, fill: Fill) -> None:
    fill(tmp_path)
    with sqlite3.connect(tmp_path / "credlens.sqlite") as db:
        db.execute("UPDATE catalog_statement SET credential = 'qzrownrecord'")

    personal(tmp_path).erase({"qzrownrecord": "list-course"})

    catalog = open_catalog(file_engine(tmp_path), "home")
    assert list(catalog.ids()) == ["list-course"]
    assert catalog.mark("curated-ids") == '["list-course", "starter"]'  # so that who searches next indexes it again
    assert left(tmp_path, [b"qzrownrecord"]) == []


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=4), st.binary(max_size=40))
def test_odd_texts_and_bytes_come_back_as_they_were(tmp_path: Path, texts: list[str], data: bytes) -> None:
    odd = [*texts, "\u202eleft\u202c", "\U0001f469\u200d\U0001f52c", "\ufeffmark", "a\nb\r\n", "'; --"]
    state: State = {
        "document": [{"position": i, "name": x, "data": data, "opened": None} for i, x in enumerate(odd)],
        "preference": [{"name": f"{i:03}", "value": x} for i, x in enumerate(odd)],
    }
    assert personal(tmp_path).restore(state, replace=True)
    assert personal(tmp_path).state() == state


KILLED = """
import os, signal, sys
from pathlib import Path
from credlens.io.catalog import fts
from credlens.io.store.personal import SqlPersonal
from credlens.io.store.sqlite import file_engine
fts.optimise = lambda db: os.kill(os.getpid(), signal.SIGKILL)
SqlPersonal(file_engine(Path(sys.argv[1])), "home").erase({})
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_killed_in_the_middle_nothing_is_half_gone_and_the_next_time_finishes(tmp_path: Path, fill: Fill) -> None:
    canaries = fill(tmp_path)
    before = personal(tmp_path).state()

    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "credlens.sqlite-journal").stat().st_size > 0  # part of it was on the disk
    assert personal(tmp_path).state() == before
    personal(tmp_path).erase({})
    assert left(tmp_path, canaries) == []


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"skill": "sql", "known": True, "level": "x", "more": 1}, "no column 'more'"),
        ({"known": True}, "lacks 'skill'"),
        ({"skill": "sql", "known": None}, "lacks 'known'"),
        ({"skill": "sql", "known": 1}, "another type"),
        ({"skill": 7, "known": True}, "another type"),
        ({"skill": "\ud800", "known": True}, "surrogates not allowed"),
    ],
)
def test_a_row_of_another_shape_is_refused(row: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        typed(t.claim, row)  # type: ignore[arg-type]


def test_a_row_of_an_older_program_gets_what_is_new_by_default() -> None:
    assert typed(t.claim, {"skill": "sql", "known": True}) == {"skill": "sql", "known": True, "level": "unknown"}
    assert str(typed(t.plan, {"position": 1, "made": "2026-11-23", "content": ""})["made"]) == "2026-11-23"
    with pytest.raises(ValueError, match="isoformat"):
        typed(t.plan, {"position": 1, "made": "soon", "content": ""})
