"""A desk keeps the doors open, what may be taken back, and the examples apart from what is the person's."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from credlens.app.profile import know, show
from credlens.app.verifying.verify import VerifyResult
from credlens.io.memory import MemoryFiles
from credlens.model.errors import InputError, UserError
from credlens.web.desk import ME, MOST_NOTES, Checked, Desk, Desks
from tests.web.site import TODAY


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(ME, tmp_path / "home", TODAY)


def test_a_note_is_taken_back_once(desk: Desk) -> None:
    done: list[str] = []
    number = str(desk.note("Gone.", lambda: done.append("back")))
    found = desk.noted(number)
    assert found is not None
    assert found[1].words == "Gone."
    assert desk.take_back(number) == "Gone."
    assert done == ["back"]
    with pytest.raises(UserError, match="cannot be taken back any more"):
        desk.take_back(number)
    assert done == ["back"]


@pytest.mark.parametrize("number", [None, "", "0", "-1", "99", "x", "\u00b2", "1e3"])
def test_what_nobody_noted_is_not_there(desk: Desk, number: str | None) -> None:
    desk.note("One.")
    assert desk.noted(number) is None


def test_only_so_much_is_remembered(desk: Desk) -> None:
    numbers = [desk.note(str(i)) for i in range(MOST_NOTES + 1)]
    assert desk.noted(str(numbers[0])) is None
    assert desk.noted(str(numbers[1])) is not None
    checked = [desk.checked(Checked("a", b"", VerifyResult(()))) for _ in range(MOST_NOTES + 1)]
    assert desk.report(str(checked[0])) is None
    assert desk.report(str(checked[-1])) is not None
    assert desk.report("x") is None


def test_only_files_that_were_sent_are_read(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    with desk.open() as ports, pytest.raises(InputError):
        ports.files.read(tmp_path / "a.txt")
    with desk.open(MemoryFiles([("a.txt", b"1")])) as ports:
        assert ports.files.read(Path("a.txt")).data == b"1"


def test_who_is_forgotten_leaves_nothing_in_memory(desk: Desk) -> None:
    with desk.open() as ports:
        know(ports, "SQL")
    number = desk.note("x", lambda: None)
    desk.forget()
    assert desk.noted(str(number)) is None
    assert desk._ports is None


def test_a_new_day_is_seen(tmp_path: Path) -> None:
    desk = Desk(ME, tmp_path / "home")
    with desk.open() as ports:
        assert abs((ports.today - datetime.now(UTC).date()).days) <= 1


def test_examples_are_opened_once_and_gone_at_the_end(tmp_path: Path) -> None:
    desks = Desks(tmp_path / "home", TODAY)
    assert desks.examples()[0] == "maria"
    with pytest.raises(KeyError):
        desks["unnamed"]
    with pytest.raises(UserError, match="no example person"):
        desks.example("../me")
    one = desks.example("unnamed")
    assert (one.example, desks[ME].example) == (True, False)
    assert desks.example("unnamed") is one
    with one.open() as ports:
        home = ports.home
        assert show(ports).documents or ports.store().target()
    assert not (tmp_path / "home").exists()  # nothing of the person's was made
    desks.close()
    assert not home.exists()
