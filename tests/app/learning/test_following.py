"""What came of applications: in its place, never ahead of time, and kept for a look where it fits nowhere."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.app.learning.applying import Said, log_application
from credlens.app.learning.following import Mended, change, log_step, remove, show, use_skill
from credlens.app.ports import Ports
from credlens.model.application import Step, StepKind
from credlens.model.errors import UserError

MAY = date(2026, 5, 1)


def logged(ports: Ports, employer: str = "Acme", title: str = "Analyst", day: date = MAY) -> str:
    return log_application(ports, Said(employer=employer, title=title, applied=day)).application.id


def test_steps_stand_in_the_order_of_their_days(ports: Ports) -> None:
    id_ = logged(ports)
    log_step(ports, id_[:5], StepKind.OFFER, day=date(2026, 6, 1))
    found = log_step(ports, "acme", StepKind.INTERVIEW, day=date(2026, 5, 9), note=" by phone ")
    assert found.applications[0].steps == (
        Step(StepKind.INTERVIEW, date(2026, 5, 9), "by phone"),
        Step(StepKind.OFFER, date(2026, 6, 1)),
    )
    assert "already" in log_step(ports, "acme", StepKind.OFFER, day=date(2026, 6, 1)).words[0]


def test_an_interview_without_an_application_waits_to_be_looked_at(ports: Ports) -> None:
    found = log_step(ports, "Nobody Ltd", StepKind.INTERVIEW, day=MAY)
    (waiting,) = ports.log().proposals()
    assert found.waiting == (waiting,)
    assert waiting.application is not None
    assert (waiting.application.employer, waiting.steps) == ("Nobody Ltd", (Step(StepKind.INTERVIEW, MAY),))
    log_step(ports, "Nobody Ltd", StepKind.INTERVIEW, day=MAY)
    assert len(ports.log().proposals()) == 1
    assert ports.log().applications() == ()


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 11, 23), "still to come"), (date(2026, 4, 30), "before the application")]
)
def test_a_day_that_cannot_be_is_refused(ports: Ports, day: date, words: str) -> None:
    logged(ports)
    with pytest.raises(UserError, match=words):
        log_step(ports, "acme", StepKind.INTERVIEW, day=day)
    assert ports.log().applications()[0].steps == ()


def test_of_several_that_are_meant_all_are_named(ports: Ports) -> None:
    one, two = logged(ports), logged(ports, title="Clerk")
    with pytest.raises(UserError) as refused:
        log_step(ports, "Acme", StepKind.REPLY)
    assert one in str(refused.value.what_to_do)
    assert two in str(refused.value.what_to_do)


def test_changing_keeps_the_id_and_everything_that_was_not_named(ports: Ports) -> None:
    id_ = logged(ports)
    log_step(ports, id_, StepKind.REPLY, day=date(2026, 5, 3))
    (made,) = change(ports, id_, Mended(applied=date(2026, 5, 2), title="Senior Analyst", referral=True)).applications
    assert (made.id, made.employer, made.title, made.applied) == (id_, "Acme", "Senior Analyst", date(2026, 5, 2))
    assert (made.referral, len(made.steps)) == (True, 1)
    (made,) = change(ports, id_, Mended(hidden=("google-data-analytics",))).applications
    assert (made.showed("google-data-analytics"), made.complete) == (False, False)
    (made,) = change(ports, id_, Mended(shown=("google-data-analytics",))).applications
    assert (made.shown, made.hidden, made.complete) == (("google-data-analytics",), (), True)


@pytest.mark.parametrize(
    ("mended", "words"),
    [
        (Mended(applied=date(2026, 5, 4)), "before the application"),
        (Mended(applied=date(2026, 11, 23)), "still to come"),
        (Mended(shown=("cfa-charter",), hidden=("cfa-charter",)), "shown and not shown"),
    ],
)
def test_a_change_that_cannot_be_is_refused(ports: Ports, mended: Mended, words: str) -> None:
    id_ = logged(ports)
    log_step(ports, id_, StepKind.REPLY, day=date(2026, 5, 3))
    before = ports.log().applications()
    with pytest.raises(UserError, match=words):
        change(ports, id_, mended)
    assert ports.log().applications() == before


def test_a_note_said_later_belongs_to_the_same_step(ports: Ports) -> None:
    logged(ports)
    for note in ("", "by phone", ""):
        log_step(ports, "acme", StepKind.INTERVIEW, day=date(2026, 5, 9), note=note)
    assert ports.log().applications()[0].steps == (Step(StepKind.INTERVIEW, date(2026, 5, 9), "by phone"),)


def test_removing_forgets(ports: Ports) -> None:
    id_ = logged(ports)
    assert remove(ports, id_).removed == (id_,)
    assert show(ports).applications == ()


def test_a_skill_used_at_work_is_found_by_its_name(ports: Ports) -> None:
    found = use_skill(ports, "SQL", day=MAY, note="a report")
    assert [(u.skill, label) for u, label in found.used] == [("sql", "SQL")]
    assert [label for _, label in show(ports).used] == ["SQL"]
    with pytest.raises(UserError, match="no skill"):
        use_skill(ports, "qqqq")


def test_looking_leaves_nothing_behind(ports: Ports) -> None:
    assert "Nothing is logged" in show(ports).words[0]
    assert not ports.has_state()
