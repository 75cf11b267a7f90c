"""A mailbox gives the mails that speak of an application, and counts the others; nothing in it can do harm."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.application import Application, Step, StepKind
from credlens.outcomes.mail import reading
from credlens.outcomes.mail.matching import Matched, match
from credlens.outcomes.mail.reading import Mailbox, read_mailbox

TODAY = date(2026, 11, 23)
HR = "Acme Recruiting <jobs@acme.example>"


def mail(subject: str, sender: str = HR, day: str = "Mon, 02 Mar 2026 10:00:00 +0100", more: str = "") -> str:
    return f"From - Mon\nReceived: by mx.example\nFrom: {sender}\nSubject: {subject}\nDate: {day}\n{more}\nbody\n\n"


def read(*mails: str) -> Mailbox:
    return read_mailbox(io.BytesIO("".join(mails).encode("utf-8", "surrogateescape")), "box", TODAY)


def matched(box: Mailbox, *logged: Application) -> Matched:
    return match(box.letters, logged, (), TODAY)


def sent(title: str = "Analyst", day: date = date(2026, 2, 20), *steps: Step) -> Application:
    return Application(f"id-{title}-{day}", day, "Acme GmbH", title, steps=steps)


def said(steps: tuple[Step, ...]) -> list[tuple[StepKind, date | None]]:
    return [(s.kind, s.day) for s in steps]


def test_every_mail_is_counted_once() -> None:
    box = read(
        mail("Lunch?"),
        mail("Job alert: 5 new jobs"),
        mail("Interview with our chef", more="List-Id: <food.example>\n"),
        mail("Your application for Analyst", more="Message-ID: <1@acme.example>\n"),
        mail("Your application for Analyst", more="Message-ID: <1@acme.example>\n"),
        "From - Mon\nX-Nothing: here\n\n",
    )
    assert (box.mails, box.nothing, box.alerts, box.duplicates, len(box.letters), box.unreadable) == (6, 1, 2, 1, 1, 1)
    assert [p.where for p in box.problems] == ["box:6"]


def test_more_than_can_be_looked_at_is_counted_and_listed_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_LETTERS", 1)
    monkeypatch.setattr(reading, "MOST_LISTED", 1)
    box = read(*(mail("Your application", more=f"Message-ID: <{i}>\n") for i in range(4)))
    assert (len(box.letters), box.unreadable) == (1, 3)
    assert [(p.where, p.message.partition(" ")[0]) for p in box.problems] == [("box:2", "More"), ("box", "2")]


def test_a_mail_without_a_subject_says_nothing_and_a_box_without_a_mail_is_told() -> None:
    assert read("From - Mon\nFrom: a@b.example\n\n").nothing == 1
    assert [p.message for p in read("no mail").problems] == ["No mail was found."]


def test_encoded_words_and_folded_lines_are_read() -> None:
    box = read(mail("=?utf-8?b?QWJzYWdlIGbDvHI=?=\n =?iso-8859-1?q?_Ihre_Bewerbung?="))
    assert [(f.subject, f.stage) for f in box.letters] == [("Absage für Ihre Bewerbung", StepKind.REJECTION)]


@pytest.mark.parametrize(
    ("day", "doubt"),
    [
        ("Mon, 02 Mar 2027 10:00:00 +0000", "still to come"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", "cannot be right"),
        ("yesterday", "no date"),
        ("", "no date"),
        ("Mon, 99 Foo 2026 99:99:99 +9999", "no date"),
    ],
)
def test_a_date_that_cannot_be_is_no_date(day: str, doubt: str) -> None:
    [found] = read(mail("Invitation to interview", day=day)).letters
    assert found.day is None
    assert doubt in found.doubt


def test_marks_that_turn_the_writing_are_shown_and_do_nothing() -> None:
    [found] = read(mail("Your application \u202e\u2066at\x1b[31m Acme\x00")).letters
    assert found.subject == "Your application \ufffd\ufffdat\ufffd[31m Acme\ufffd"


@given(
    st.lists(
        st.sampled_from(
            [
                "=?utf-8?b?####?=",
                "=?punycode?q?x?=",
                "=?unicode-escape?q?=5Cud800?=",
                "=?nope?q?x=?=",
                "=?utf-16?b?2AA=?=",
                "\udcff",
                "\x00",
                "application",
            ]
        ),
        max_size=6,
    )
)
def test_broken_encodings_never_raise_and_can_be_kept(parts: list[str]) -> None:
    for found in read(mail("your application " + " ".join(parts), sender="".join(parts) + " <x@y.example>")).letters:
        (found.subject + found.sender + found.domain).encode()


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    box = read_mailbox(io.BytesIO(b"From x\nSubject: your application\nFrom: " + data), "box", TODAY)
    assert box.mails == box.nothing + box.alerts + box.duplicates + box.unreadable + len(box.letters)


def test_a_mail_that_an_application_arrived_proposes_it_and_what_came_of_it_follows() -> None:
    found = matched(
        read(
            mail("Invitation to interview", day="Mon, 16 Mar 2026 10:00:00 +0100"),
            mail("Thank you for your application for Analyst at Acme"),
        )
    )
    first, second = found.proposals
    assert first.application is not None
    assert (first.application.employer, first.application.title, first.application.applied) == (
        "Acme",
        "Analyst",
        date(2026, 3, 2),
    )
    assert (second.about, said(second.steps)) == (first.application.id, [(StepKind.INTERVIEW, date(2026, 3, 16))])


def test_a_mail_is_laid_beside_the_application_that_it_can_be_about() -> None:
    found = matched(read(mail("Update on your application", "Jane Doe <jane@acme.example>")), sent())
    [made] = found.proposals
    assert made.about == sent().id
    assert said(made.steps) == [(StepKind.REPLY, date(2026, 3, 2))]
    assert "does not say" in made.because


def test_of_several_applications_all_are_named_and_none_is_chosen() -> None:
    one, other, later = sent("Analyst"), sent("Engineer"), sent("Cook", date(2026, 5, 1))
    [made] = matched(read(mail("Your interview")), one, other, later).proposals
    assert made.about == ""
    assert one.id in made.because
    assert other.id in made.because
    assert later.id not in made.because  # it was sent after the mail
    [titled] = matched(read(mail("Your interview for Engineer at Acme")), one, other).proposals
    assert titled.about == other.id


def test_what_is_logged_already_is_known() -> None:
    step = Step(StepKind.REJECTION, date(2026, 3, 2))
    assert matched(read(mail("Absage zu Ihrer Bewerbung")), sent("Analyst", date(2026, 2, 20), step)).known == 1
    assert matched(read(mail("Thank you for applying to Acme")), sent()).known == 1
    assert matched(read(mail("Thank you for applying to Acme")), sent(day=date(2025, 2, 1))).known == 0


def test_words_that_others_use_count_only_from_who_the_person_applied_to() -> None:
    box = read(mail("Unfortunately we are late", "Ann <ann@acme.example>"))
    assert (matched(box).doubtful, len(matched(box).proposals)) == (1, 0)
    assert (matched(box, sent()).doubtful, len(matched(box, sent()).proposals)) == (0, 1)


def test_a_mail_that_names_nobody_says_so() -> None:
    [made] = matched(read(mail("Application received", "LinkedIn <jobs-noreply@linkedin.com>"))).proposals
    assert "neither an employer nor a title" in made.because


def test_a_mail_of_which_an_application_was_made_stays_known() -> None:
    box = read(mail("Your interview at Acme"))
    other = Application("id", date(2026, 1, 1), "Another name", "", source=f"box:1 ({box.letters[0].id})")
    assert matched(box, other).known == 1


def test_an_application_on_an_unknown_day_waits_for_its_day() -> None:
    [made] = matched(read(mail("Thank you for applying to Acme", day=""))).proposals
    assert made.application is not None
    assert made.application.id == ""
