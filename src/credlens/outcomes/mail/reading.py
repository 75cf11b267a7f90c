"""A mailbox as the mails in it that speak of an application."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

from credlens.model.application import StepKind
from credlens.model.errors import Problem
from credlens.outcomes.mail.headers import fields_of, has_fields, subject_of
from credlens.outcomes.mail.mailbox import Head, heads, one_mail
from credlens.outcomes.mail.senders import employer_of, recruits, title_of
from credlens.outcomes.mail.stages import Other, is_weak, stage_of

MOST_LISTED = 1000  # mails listed as unreadable, and not only counted
MOST_LETTERS = 20_000  # mails that speak of an application; judgement: more than anybody sends applications
_FIRST_YEAR = 1995  # judgement: what says an earlier day says a clock that was not set


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that speaks of an application.

    Attributes:
        id: short and stable: the same mail gives the same one.
        where: file and place of the mail in it, from 1.
        day: when it was sent; None when it says no day that can be.
        sender, domain: as the From field has them.
        employer, title: as read from subject and sender; empty when neither says it.
        stage: a step; or RECEIVED or UNCLEAR.
        subject: on one line, harmless.
        doubt: why the stage or the day is doubtful, in a sentence; empty when it is not.
        weak: whether only words decide that others write as well, and the sender is nobody that hires.
    """

    id: str
    where: str
    day: date | None
    sender: str
    domain: str
    employer: str
    title: str
    stage: StepKind | Other
    subject: str
    doubt: str
    weak: bool


@dataclass(slots=True)
class Mailbox:
    """A mailbox as it was read.

    Attributes:
        mails: how many it has.
        nothing: how many say nothing about an application.
        alerts: how many are offers of jobs to everybody, or newsletters.
        duplicates: how many that speak of an application are there again.
        letters: those that speak of an application, each once.
        unreadable: how many cannot be read; the first :data:`MOST_LISTED` are listed in ``problems``.
    """

    mails: int = 0
    nothing: int = 0
    alerts: int = 0
    duplicates: int = 0
    unreadable: int = 0
    letters: list[Letter] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_mailbox(stream: BinaryIO, where: str, today: date, *, single: bool = False) -> Mailbox:
    """Read the header blocks of a mailbox.

    Args:
        stream: the file.
        where: what messages call it.
        today: the day after which no mail can have been sent.
        single: whether the file is one mail, and not a mailbox.
    """
    box = Mailbox()
    seen: set[str] = set()
    for head in chain([one_mail(stream)]) if single else heads(stream):
        box.mails += 1
        _take(box, head, f"{where}:{head.number}", today, seen)
    _close(box, where)
    return box


def _take(box: Mailbox, head: Head, where: str, today: date, seen: set[str]) -> None:
    """Take in one mail."""
    subject = subject_of(head.data)
    if subject is None:
        if head.cut or not has_fields(head.data):
            _unreadable(box, where, "Its header has no end." if head.cut else "It has no header that can be read.")
        else:
            box.nothing += 1
        return
    stage, doubt = stage_of(subject)
    if stage is None:
        box.nothing += 1
        return
    weak = is_weak(subject)
    if stage is Other.ALERT or ((fields := fields_of(head.data)).bulk and weak):
        box.alerts += 1
        return
    unique = sha256((fields.message or head.data.decode("latin-1")).encode()).hexdigest()[:8]
    if unique in seen:
        box.duplicates += 1
        return
    seen.add(unique)
    if len(box.letters) >= MOST_LETTERS:
        _unreadable(box, where, f"More than {MOST_LETTERS:,} mails speak of an application; this one is not looked at.")
        return
    day, late = _possible(fields.day, today)
    box.letters.append(
        Letter(
            id=unique,
            where=where,
            day=day,
            sender=fields.sender,
            domain=fields.domain,
            employer=employer_of(subject, fields.sender, fields.domain),
            title=title_of(subject),
            stage=stage,
            subject=subject,
            doubt=" ".join(filter(None, (doubt, late))),
            weak=weak and not recruits(fields.sender, fields.domain),
        )
    )


def _possible(day: date | None, today: date) -> tuple[date | None, str]:
    """A mail's day when it can be right, and what is wrong with it."""
    if day is None:
        return None, "It has no date that can be read."
    if day > today:
        return None, f"Its date, {day}, is still to come."
    if day.year < _FIRST_YEAR:
        return None, f"Its date, {day}, cannot be right."
    return day, ""


def _unreadable(box: Mailbox, where: str, why: str) -> None:
    box.unreadable += 1
    if box.unreadable <= MOST_LISTED:
        box.problems.append(Problem(where, why, "Open it in your mail program, and log what it says yourself."))


def _close(box: Mailbox, where: str) -> None:
    """Say what is not listed."""
    if box.unreadable > MOST_LISTED:
        more = f"{box.unreadable - MOST_LISTED:,} more mails could not be taken in."
        box.problems.append(Problem(where, more, "Split the mailbox into smaller ones, and take each in."))
    if not box.mails:
        box.problems.append(Problem(where, "No mail was found.", "Export the mailbox again as mbox, or a mail as eml."))
