from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest

from credlens.app.ports import NamedBytes, StoredClaim, StoredDocument, Target
from credlens.io.store import SQLITE_FILE as FILE
from credlens.io.store import sqlite
from credlens.io.store.sql import SqlStore
from credlens.io.store.sqlite import open_sqlite
from credlens.model.errors import OutsideError
from credlens.model.posting import Posting


def _fill(home: Path) -> None:
    store = open_sqlite(home)
    store.replace_documents([StoredDocument("resume.md", b"words " * 400)])
    store.claim(StoredClaim("sql", known=True))
    ads = tuple(Posting(f"id{n}", "Analyst", "ad " * 50, "x", posted=date(2026, 1, 2)) for n in range(9))
    store.save_target(Target("analyst", ads, 9))
    store.save_records([NamedBytes("own.yaml", b"id: own")])


def _use(home: Path) -> SqlStore:
    store = open_sqlite(home)
    store.documents(), store.claims(), store.target(), store.records(), store.check()
    store.claim(StoredClaim("r", known=True))
    store.replace_documents([])
    return store


def _damage(home: Path, data: bytes) -> None:
    (home / FILE).write_bytes(data)
    for left in home.glob(f"{FILE}-*"):
        left.unlink()


def test_the_home_is_made_when_it_is_missing(tmp_path: Path) -> None:
    open_sqlite(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b" / FILE).is_file()


def test_odd_characters_in_the_homes_name_do_no_harm(tmp_path: Path) -> None:
    home = tmp_path / "50% of #1? ümlaut & space"
    _fill(home)

    assert open_sqlite(home).claims() == (StoredClaim("sql", known=True),)


@pytest.mark.parametrize(
    "data",
    [b"no database at all " * 300, b"SQLite format 3\x00" + b"\xff" * 5000],
    ids=["other bytes", "only the first line is right"],
)
def test_a_file_that_is_no_database_is_said_with_its_place(tmp_path: Path, data: bytes) -> None:
    _damage(tmp_path, data)

    with pytest.raises(OutsideError) as caught:
        _use(tmp_path)

    assert caught.value.message.startswith("The state cannot be read or written:")
    assert caught.value.where == str(tmp_path / FILE)
    assert caught.value.what_to_do
    assert (tmp_path / FILE).read_bytes() == data, "it is left as it is, for whoever can mend it"


@pytest.mark.parametrize("kept", [99, 100, 500, 4096, 20_000])
def test_a_file_that_was_cut_off_is_said_with_its_place(tmp_path: Path, kept: int) -> None:
    _fill(tmp_path)
    _damage(tmp_path, (tmp_path / FILE).read_bytes()[:kept])

    with pytest.raises(OutsideError) as caught:
        _use(tmp_path)

    assert caught.value.where == str(tmp_path / FILE)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [(b"2026-01-02", b"2026-13-02", "month must be in 1..12"), (b"ad ad ad", b"ad \xff\xff ad", "UTF-8")],
)
def test_a_value_that_was_overwritten_is_said_and_never_quoted_at_length(
    tmp_path: Path, old: bytes, new: bytes, message: str
) -> None:
    _fill(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    assert old in whole
    _damage(tmp_path, whole.replace(old, new))

    with pytest.raises(OutsideError, match=message) as caught:
        open_sqlite(tmp_path).target()

    assert len(caught.value.message) < 300


def test_bytes_overwritten_anywhere_are_survived_or_said(tmp_path: Path) -> None:
    _fill(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    dice = Random(20261122)
    said = 0
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(dice.choice([1, 10, 200])):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        _damage(tmp_path, bytes(damaged))
        try:
            _use(tmp_path)
        except OutsideError as error:
            said += 1
            assert error.where == str(tmp_path / FILE)  # noqa: PT017 - both outcomes are right
    assert said > 5


def test_a_writer_waits_for_another_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 20)
    _fill(tmp_path)
    store = open_sqlite(tmp_path)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(OutsideError, match="database is locked") as caught:
        store.replace_documents([])
    assert caught.value.where == str(tmp_path / FILE)
    assert len(store.documents()) == 1, "reading goes on"

    other.execute("ROLLBACK")
    other.close()
    store.replace_documents([])
    assert store.documents() == ()


def test_opening_a_new_home_while_another_writes_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 20)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(OutsideError, match="database is locked"):
        open_sqlite(tmp_path)
    other.close()


def test_commands_that_begin_together_in_a_new_home_all_succeed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from credlens.io.store.sqlite import open_sqlite;"
        "from credlens.app.ports import StoredClaim; sys.stdin.read();"
        "open_sqlite(Path(sys.argv[1])).claim(StoredClaim(sys.argv[2], True))"
    )
    commands = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), f"s{n}"], stdin=subprocess.PIPE)
        for n in range(3)
    ]
    for command in commands:
        assert command.stdin is not None
        command.stdin.close()  # all of them wait for this

    assert [command.wait(60) for command in commands] == [0, 0, 0]
    assert [c.skill for c in open_sqlite(tmp_path).claims()] == ["s0", "s1", "s2"]


@pytest.mark.parametrize("size", [1, 500], ids=["in a page", "over many pages"])
def test_what_was_replaced_is_gone_from_the_bytes_on_the_disk(tmp_path: Path, size: int) -> None:
    canary = b"Maria Ortega, 4 Secret Street. "
    store = open_sqlite(tmp_path)
    store.replace_documents([StoredDocument("Maria-Ortega.md", canary * size), StoredDocument("more", canary * size)])
    assert canary in (tmp_path / FILE).read_bytes()

    store.replace_documents([StoredDocument("other.md", b"short")])

    files = sorted(tmp_path.iterdir())
    assert [f.name for f in files] == [FILE]
    left = files[0].read_bytes()
    assert canary[:12] not in left
    assert b"Maria" not in left
    assert b"short" in left


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_home_that_is_read_only_is_said(tmp_path: Path) -> None:
    _fill(tmp_path / "home")
    (tmp_path / "home" / FILE).chmod(0o400)
    (tmp_path / "home").chmod(0o500)
    try:
        with pytest.raises(OutsideError) as caught:
            open_sqlite(tmp_path / "home").replace_documents([])
        assert caught.value.where == str(tmp_path / "home" / FILE)
        with pytest.raises(OutsideError):
            open_sqlite(tmp_path / "home" / "inner")
    finally:
        with suppress(OSError):
            (tmp_path / "home").chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
def test_only_the_owner_may_look(tmp_path: Path) -> None:
    open_sqlite(tmp_path / "home").replace_documents([])
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0
    assert (tmp_path / "home" / FILE).stat().st_mode & 0o077 == 0
