"""What a file says is in the log once, however often the file is taken in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app.learning.ports import LogChange
from credlens.app.learning.taking_in import TakenIn, take_in
from credlens.app.ports import Ports
from credlens.model.application import Application, Step, StepKind
from credlens.model.errors import InputError
from credlens.outcomes.ids import application_id

HEAD = "Company,Role,Date,Status,Interview Date\n"
CLEAR = "Acme,Analyst,2026-03-02,Applied,\n"
UNCLEAR = "Beta,Analyst,,Applied,\n"
NOTED = "Gamma,Analyst,,Wishlist,\n"


def write(folder: Path, text: str, name: str = "jobs.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mail(subject: str, day: str = "Mon, 02 Mar 2026 10:00:00 +0100") -> str:
    return f"From - Mon\nFrom: Acme Careers <jobs@acme.example>\nSubject: {subject}\nDate: {day}\n\nbody\n\n"


def kept(ports: Ports) -> tuple[object, ...]:
    return ports.log().applications(), ports.log().proposals()


def test_what_is_clear_is_logged_and_the_rest_is_told(ports: Ports, tmp_path: Path) -> None:
    found = take_in(ports, write(tmp_path, HEAD + CLEAR + UNCLEAR + NOTED))
    assert [a.employer for a in ports.log().applications()] == ["Acme"]
    assert [p.application.employer for p in ports.log().proposals() if p.application] == ["Beta"]
    assert [n.where for n in found.not_sent] == ["jobs.csv:4"]
    assert (found.counts["rows"], found.counts["logged"], found.known) == (3, 1, 0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jobs.csv", HEAD + CLEAR + CLEAR + UNCLEAR + UNCLEAR + NOTED),
        ("all.mbox", mail("Thank you for applying to Acme") + mail("Update on your application") + mail("Lunch?")),
        ("one.eml", mail("Your interview at Acme").partition("\n")[2]),
    ],
)
def test_the_same_file_again_changes_nothing(ports: Ports, tmp_path: Path, name: str, text: str) -> None:
    path = write(tmp_path, text, name)
    take_in(ports, path)
    before = kept(ports)
    again = take_in(ports, path)
    assert kept(ports) == before
    assert (again.logged, again.review) == ((), ())


def test_a_step_that_is_new_is_added_and_what_the_person_logged_stays(ports: Ports, tmp_path: Path) -> None:
    day = date(2026, 3, 2)
    mine = Application(application_id("Acme", "Analyst", day), day, "Acme", "Analyst", shown=("x",), complete=True)
    mine = replace(mine, steps=(Step(StepKind.REPLY, date(2026, 3, 5)),))
    ports.store()
    ports.log().save(LogChange((mine,)))
    found = take_in(ports, write(tmp_path, HEAD + "Acme,Analyst,2026-03-02,Interview,2026-03-16\n"))
    [now] = ports.log().applications()
    assert now == replace(mine, steps=(*mine.steps, Step(StepKind.INTERVIEW, date(2026, 3, 16))))
    assert (found.counts["got_steps"], found.counts["logged"]) == (1, 0)


def test_what_looks_like_one_that_is_logged_is_looked_at_first(ports: Ports, tmp_path: Path) -> None:
    take_in(ports, write(tmp_path, HEAD + CLEAR))
    near = take_in(ports, write(tmp_path, HEAD + "Acme,Analyst,2026-04-20,Applied,\n"))
    assert "looks like the application of 2026-03-02" in near.review[0].because
    far = take_in(ports, write(tmp_path, HEAD + "Acme,Analyst,2026-09-20,Applied,\n"))
    assert [a.applied for a in far.logged] == [date(2026, 9, 20)]


def test_a_row_that_became_clear_waits_no_more(ports: Ports, tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "Acme,Analyst,3/2/2026,Applied,\n")
    assert len(take_in(ports, path).review) == 1
    assert [a.applied for a in take_in(ports, path, columns={"dates": "mdy"}).logged] == [date(2026, 3, 2)]
    assert ports.log().proposals() == ()


def test_nothing_is_kept_of_a_file_that_says_nothing(ports: Ports, tmp_path: Path) -> None:
    found = take_in(ports, write(tmp_path, mail("Lunch?"), "Inbox"))
    assert (found.read_as, found.counts["mails"], found.counts["say_nothing"]) == ("a mailbox", 1, 1)
    assert not ports.has_state()


def test_an_archive_and_unknown_columns_are_refused_with_what_to_do(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "takeout.zip").write_bytes(b"PK\x03\x04rest")
    with pytest.raises(InputError) as archive:
        take_in(ports, tmp_path / "takeout.zip")
    assert "Unpack" in (archive.value.what_to_do or "")
    with pytest.raises(InputError) as columns:
        take_in(ports, write(tmp_path, "Eins,Zwei\nA,B\n"))
    assert "Eins, Zwei" in (columns.value.what_to_do or "")


def test_a_waiting_person_is_told_how_far_it_is(ports: Ports, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    path = write(tmp_path, mail("Lunch?") + "x" * 3_000_000, "all.mbox")
    take_in(replace(ports, progress=lambda what, done, total: told.append((what, done, total))), path)
    assert told
    assert all(what == "bytes" and done <= total == path.stat().st_size for what, done, total in told)


def test_the_answer_has_its_documented_shape(ports: Ports, tmp_path: Path) -> None:
    found: TakenIn = take_in(ports, write(tmp_path, HEAD + CLEAR + UNCLEAR + NOTED))
    shape = json.loads(json.dumps(found.to_json()))
    assert set(shape) == {"read_as", "logged", "known", "review", "not_sent", "counts", "columns_not_read", "problems"}
    assert shape["logged"][0]["employer"] == "Acme"
    assert shape["review"][0]["application"]["employer"] == "Beta"
