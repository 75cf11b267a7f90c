"""What waits is logged as the person says, and not before."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from credlens.app.learning.ports import LogChange
from credlens.app.learning.reviewing import review, settle
from credlens.app.learning.taking_in import take_in
from credlens.app.ports import Ports
from credlens.model.application import Proposal, Step, StepKind
from credlens.model.errors import UserError

DAY = "Mon, 02 Mar 2026 10:00:00 +0100"
LATER = "Mon, 16 Mar 2026 10:00:00 +0100"


def mail(subject: str, day: str, sender: str = "Acme Careers <jobs@acme.example>") -> str:
    return f"From - Mon\nFrom: {sender}\nSubject: {subject}\nDate: {day}\n\nbody\n\n"


def box(ports: Ports, folder: Path, *mails: str) -> tuple[Proposal, ...]:
    (folder / "all.mbox").write_text("".join(mails), encoding="utf-8")
    return take_in(ports, folder / "all.mbox").review


def rows(ports: Ports, folder: Path, *lines: str) -> tuple[Proposal, ...]:
    text = "Company,Role,Date,Status,Interview Date\n" + "".join(f"{line}\n" for line in lines)
    (folder / "jobs.csv").write_text(text, encoding="utf-8")
    return take_in(ports, folder / "jobs.csv").review


def said(steps: tuple[Step, ...]) -> list[tuple[StepKind, date | None]]:
    return [(s.kind, s.day) for s in steps]


def test_nothing_waits_before_anything_came_in(ports: Ports) -> None:
    assert review(ports).waiting == ()
    assert not ports.has_state()


def test_all_that_needs_nothing_is_logged_at_once_with_what_came_of_it(ports: Ports, tmp_path: Path) -> None:
    box(
        ports,
        tmp_path,
        mail("Thank you for applying to Acme", DAY),
        mail("Your interview at Acme", LATER),
        mail("Unfortunately your application", LATER, "Beta Talent <x@hire.lever.co>"),
    )
    assert len(review(ports).needs) == 1
    found = settle(ports, ["all"])
    [logged] = ports.log().applications()
    assert said(logged.steps) == [(StepKind.INTERVIEW, date(2026, 3, 16))]
    [left] = found.waiting
    assert "--applied" in found.needs[left.id]


def test_what_was_missing_is_said(ports: Ports, tmp_path: Path) -> None:
    [waits] = box(ports, tmp_path, mail("Unfortunately your application", LATER, "Beta Talent <x@hire.lever.co>"))
    with pytest.raises(UserError, match="not known when you applied"):
        settle(ports, [waits.id])
    found = settle(ports, [waits.id], applied=date(2026, 3, 1), title="Analyst")
    [logged] = ports.log().applications()
    assert (logged.employer, logged.title, logged.applied) == ("Beta", "Analyst", date(2026, 3, 1))
    assert said(logged.steps) == [(StepKind.REJECTION, date(2026, 3, 16))]
    assert found.waiting == ()
    # The mail stays known, though the day and the title are the person's.
    assert box(ports, tmp_path, mail("Unfortunately your application", LATER, "Beta Talent <x@hire.lever.co>")) == ()


def test_a_step_goes_to_the_application_that_the_person_names_with_the_kind_they_say(
    ports: Ports, tmp_path: Path
) -> None:
    rows(ports, tmp_path, "Acme,Analyst,2026-02-01,Applied,", "Acme,Cook,2026-02-02,Applied,")
    [waits] = box(ports, tmp_path, mail("Update on your application", LATER))
    with pytest.raises(UserError):
        settle(ports, [waits.id])
    one, other = ports.log().applications()
    settle(ports, [waits.id], about=other.id, kind=StepKind.REJECTION)
    first, second = ports.log().applications()
    assert (first, second.id) == (one, other.id)
    assert said(second.steps) == [(StepKind.REJECTION, date(2026, 3, 16))]
    assert box(ports, tmp_path, mail("Update on your application", LATER)) == ()  # it stays known, as another kind


def test_an_unknown_status_is_not_passed_over_by_accepting_all(ports: Ports, tmp_path: Path) -> None:
    first, second = rows(
        ports, tmp_path, "Acme,Analyst,2026-02-01,Third circle,", "Beta,Analyst,2026-02-01,Third circle,"
    )
    assert settle(ports, ["all"]).logged == ()
    settle(ports, [first.id], kind=StepKind.INTERVIEW)
    settle(ports, [second.id])
    assert [a.steps for a in ports.log().applications()] == [(Step(StepKind.INTERVIEW, None),), ()]
    assert take_in(ports, tmp_path / "jobs.csv").review == ()


def test_a_step_before_its_application_is_not_logged(ports: Ports, tmp_path: Path) -> None:
    [waits] = box(ports, tmp_path, mail("Your interview at Beta", LATER))
    with pytest.raises(UserError, match="before the application"):
        settle(ports, [waits.id], applied=date(2026, 4, 1))
    with pytest.raises(UserError, match="still to come"):
        settle(ports, [waits.id], applied=date(2027, 4, 1))
    assert ports.log().applications() == ()


def test_no_day_is_corrected_to_one_after_what_came_of_it(ports: Ports, tmp_path: Path) -> None:
    rows(ports, tmp_path, "Acme,Analyst,2026-02-01,Interview,2026-02-20")
    [waits] = box(ports, tmp_path, mail("Your interview", LATER, "Eve <eve@nobody.example>"))
    with pytest.raises(UserError, match="interview of 2026-02-20 is before the application"):
        settle(ports, [waits.id], about="acme", applied=date(2026, 3, 1))
    with pytest.raises(UserError, match="still to come"):
        settle(ports, [waits.id], about="acme", applied=date(2027, 3, 1))
    [logged] = ports.log().applications()
    assert (logged.applied, len(logged.steps)) == (date(2026, 2, 1), 1)


def test_accepting_what_is_logged_by_now_adds_to_it_and_replaces_nothing(ports: Ports, tmp_path: Path) -> None:
    rows(ports, tmp_path, "Acme,Analyst,2026-02-01,Offer,")
    [waits] = box(ports, tmp_path, mail("Your interview", LATER, "Eve <eve@nobody.example>"))
    settle(ports, [waits.id], applied=date(2026, 2, 1), employer="ACME", title="analyst")
    [logged] = ports.log().applications()
    assert logged.employer == "Acme"
    assert [s.kind for s in logged.steps] == [StepKind.INTERVIEW, StepKind.OFFER]


def test_what_a_step_is_about_is_accepted_first(ports: Ports, tmp_path: Path) -> None:
    box(ports, tmp_path, mail("Thank you for applying to Acme", DAY), mail("Your interview at Acme", LATER))
    step = next(p for p in ports.log().proposals() if p.about)
    with pytest.raises(UserError, match="that it is about is not logged"):
        settle(ports, [step.id])


def test_an_application_needs_an_employer_or_a_title(ports: Ports, tmp_path: Path) -> None:
    [waits] = rows(ports, tmp_path, ",,2026-02-01,Applied,")
    with pytest.raises(UserError, match="whom you applied to"):
        settle(ports, [waits.id])
    assert settle(ports, [waits.id], employer="Acme").logged[0].employer == "Acme"


def test_what_says_nothing_but_its_words_is_logged_with_what_the_person_says(ports: Ports) -> None:
    ports.store()
    ports.log().save(LogChange(proposals=(Proposal("ab", "by hand", "a call", "It is not clear."),)))
    found = settle(ports, ["ab"], applied=date(2026, 2, 1), employer="Acme", kind=StepKind.REPLY)
    assert (found.logged[0].employer, said(found.logged[0].steps)) == ("Acme", [(StepKind.REPLY, None)])


def test_what_is_rejected_is_gone_and_what_is_unknown_is_refused(ports: Ports, tmp_path: Path) -> None:
    [waits] = rows(ports, tmp_path, "Acme,Analyst,,Applied,")
    with pytest.raises(UserError, match="Nothing called"):
        settle(ports, ["12345678"])
    with pytest.raises(UserError, match="accepted and rejected"):
        settle(ports, [waits.id], [waits.id])
    with pytest.raises(UserError, match="each by its id"):
        settle(ports, ["all"], applied=date(2026, 1, 1))
    assert settle(ports, reject=[waits.id]).rejected == (waits.id,)
    assert kept_nothing(ports)


def kept_nothing(ports: Ports) -> bool:
    return not ports.log().applications() and not ports.log().proposals()


def test_the_answer_says_what_each_needs(ports: Ports, tmp_path: Path) -> None:
    rows(ports, tmp_path, "Acme,Analyst,,Applied,")
    [waits] = json.loads(json.dumps(review(ports).to_json()))["waiting"]
    assert "--applied" in waits["needs"]
