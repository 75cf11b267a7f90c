"""Everything below a home folder: out, back in, and gone."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from credlens.app.keeping.ports import Found, State
from credlens.app.ports import StoredClaim
from credlens.app.verifying.ports import StoredRegistry
from credlens.io.home import open_home
from credlens.io.keeping import DiskKeeping
from credlens.io.store import SQLITE_FILE
from credlens.io.store.sqlite import file_engine
from credlens.model.errors import InputError, OutsideError, UserError

LIST = "https://club.example/revoked.json"
LIST_FILE = "8a9a97d1ccf8a1f4d1f6c6bd4c9ab9e8.jsonl"


def keeping(home: Path) -> DiskKeeping:
    return DiskKeeping(home, home / SQLITE_FILE, lambda: file_engine(home))


def fill(home: Path) -> DiskKeeping:
    ports = open_home(home)
    ports.store().claim(StoredClaim("sql", known=True))
    ports.issuing.keep_key("club", b"PRIVATE club")
    ports.issuing.note(LIST, "{}")
    ports.registries.keep(StoredRegistry("schools", b"issuers: []", "did:key:z6Mk"))
    (home / "reports").mkdir()
    (home / "reports" / "demo-maria.html").write_text("Maria")
    return keeping(home)


def test_looking_at_an_empty_home_makes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert keeping(home).found() == Found((), (), ())
    assert keeping(home).state() == {}
    keeping(home).erase({})
    assert not home.exists()


def test_files_and_rows_come_back_as_they_were(tmp_path: Path) -> None:
    state = fill(tmp_path / "one").state()
    assert set(state) == {"claim", "keys", "lists", "registries"}
    assert [row["name"] for row in state["registries"]] == ["schools.key", "schools.list"]

    two = keeping(tmp_path / "two")
    two.check(state)
    two.restore(state, replace=False)

    assert two.state() == state
    ports = open_home(tmp_path / "two")
    assert ports.issuing.key("club") == b"PRIVATE club"  # also: only its owner may read it
    assert ports.issuing.notes(LIST) == ("{}",)
    assert ports.registries.all() == (StoredRegistry("schools", b"issuers: []", "did:key:z6Mk"),)


def test_a_state_in_the_way_is_replaced_only_when_asked(tmp_path: Path) -> None:
    old = fill(tmp_path)
    new: State = {"claim": [{"skill": "excel", "known": True, "level": "unknown"}]}
    before = old.state()

    with pytest.raises(UserError, match="mixed"):
        old.restore(new, replace=False)
    assert old.state() == before

    old.restore(new, replace=True)
    # Nobody can make a key again, and what was revoked stays revoked.
    assert old.state() == {**new, "keys": before["keys"], "lists": before["lists"]}


def test_lists_of_issuers_alone_are_in_the_way_too(tmp_path: Path) -> None:
    open_home(tmp_path).registries.keep(StoredRegistry("mine", b"issuers: []"))
    with pytest.raises(UserError, match="mixed"):
        keeping(tmp_path).restore({"registries": [{"name": "other.list", "data": b""}]}, replace=False)


def test_an_import_that_was_stopped_before_the_database_can_be_run_again(tmp_path: Path) -> None:
    state = fill(tmp_path / "one").state()
    ports = open_home(tmp_path / "two")
    ports.registries.keep(StoredRegistry("schools", b"issuers: []", "did:key:z6Mk"))
    ports.issuing.keep_key("club", b"PRIVATE club")

    keeping(tmp_path / "two").restore(state, replace=False)

    assert keeping(tmp_path / "two").state() == state


def test_another_key_of_the_same_name_is_never_overwritten(tmp_path: Path) -> None:
    mine = fill(tmp_path)
    with pytest.raises(UserError, match="another key 'club'"):
        mine.restore({"keys": [{"name": "club.pem", "data": b"PRIVATE other"}]}, replace=True)
    assert open_home(tmp_path).issuing.key("club") == b"PRIVATE club"
    assert open_home(tmp_path).store().claims()


@pytest.mark.parametrize(("there", "given", "kept"), [("a\n", "a\nb\n", "a\nb\n"), ("a\nb\n", "a\n", "a\nb\n")])
def test_of_notes_on_a_list_those_that_know_more_count(tmp_path: Path, there: str, given: str, kept: str) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / LIST_FILE).write_text(there)
    keeping(tmp_path).restore({"lists": [{"name": LIST_FILE, "data": given.encode()}]}, replace=False)
    assert (tmp_path / "lists" / LIST_FILE).read_text() == kept


def test_notes_that_went_on_in_two_places_are_not_mixed(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / LIST_FILE).write_text("a\nb\n")
    with pytest.raises(UserError, match="went on in two places"):
        keeping(tmp_path).restore({"lists": [{"name": LIST_FILE, "data": b"a\nc\n"}]}, replace=True)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("keys", "../club.pem"),
        ("keys", "club.exe"),
        ("keys", ".club.pem"),
        ("lists", "x.jsonl"),
        ("registries", "a/b.list"),
        ("registries", "a.list\n"),
    ],
)
def test_no_file_gets_a_name_that_the_program_would_not_give_it(tmp_path: Path, kind: str, name: str) -> None:
    with pytest.raises(InputError, match="damaged, or was changed"):
        keeping(tmp_path / "home").check({kind: [{"name": name, "data": b""}]})
    assert not (tmp_path / "home").exists()


def test_a_home_without_anything_public_is_empty_after_erasing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    mine = fill(home)
    assert [(h.where, h.count) for h in mine.found().personal] == [
        ("claim", 1),
        ("keys/", 1),
        ("lists/", 1),
        ("registries/", 2),
        ("reports/", 1),
    ]
    mine.erase({})
    assert list(home.iterdir()) == []


def test_what_was_not_put_there_by_the_program_stays_and_is_named(tmp_path: Path) -> None:
    mine = fill(tmp_path)
    (tmp_path / "letter.txt").write_text("to Ada")
    mine.erase({})
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
    assert mine.found().strange == ("letter.txt",)


def test_a_file_that_cannot_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = fill(tmp_path)

    def refused(self: Path, **_given: bool) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(OutsideError, match="Not everything could be removed") as caught:
        mine.erase({})
    assert caught.value.where == str(tmp_path / "keys" / "club.pem")


KILLED = """
import os, signal, sys
from pathlib import Path
from credlens.io.home import open_home
from credlens.io.store.personal import SqlPersonal
SqlPersonal.published = lambda self: os.kill(os.getpid(), signal.SIGKILL)
open_home(Path(sys.argv[1])).keeping.erase({})
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_killed_between_the_rows_and_the_file_the_next_time_finishes(tmp_path: Path) -> None:
    mine = fill(tmp_path)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [p.name for p in tmp_path.iterdir()] == [SQLITE_FILE]
    assert mine.state() == {}
    mine.erase({})
    assert list(tmp_path.iterdir()) == []
