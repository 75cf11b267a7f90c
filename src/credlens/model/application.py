"""Job applications and what came of them (schema.org ApplyAction on a JobPosting)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StepKind(StrEnum):
    """What can come of an application."""

    REPLY = "reply"  # somebody answered, and it is none of the others: a test, a question, "we are looking at it"
    INTERVIEW = "interview"
    OFFER = "offer"
    REJECTION = "rejection"
    WITHDRAWN = "withdrawn"  # by the person


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that came of an application; ``day`` is None when nobody knows it."""

    kind: StepKind
    day: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Toss:
    """A coin tossed for an application.

    Attributes:
        credential: what it was about.
        shown: whether the coin says to show it.
        block: which sequence of tosses it belongs to: that of ads with about the same match.
        number: its place in that sequence, from 0.
        application: what it was tossed for.
        day: when.
    """

    credential: str
    shown: bool
    block: str
    number: int
    application: str
    day: date


@dataclass(frozen=True, slots=True)
class Application:
    """An application that was sent.

    Attributes:
        id: short and stable, made of employer, title and day.
        employer, title: as the ad or the person names them; empty when nobody does.
        target: the goal that it was sent for, in words; empty when there was none.
        shown, hidden: ids of the credentials that it showed, and of those that it did not; of others nobody said.
        complete: whether ``shown`` are all that it showed.
        required, named: ids of the credentials that the ad requires, and of those that it names otherwise.
        match: share of the ad's skills by weight that the person could show on that day, in [0, 1]; None when no ad is known.
        years: of experience that the ad asks for, at least; None when it does not say.
        resume: name of the resume's version; empty when nobody said.
        referral: whether somebody inside recommended the person; None when nobody said.
        source: what it was taken from, a file and a place in it; empty when the person logged it.
        steps: what came of it, in order of time.
    """

    id: str
    applied: date
    employer: str
    title: str
    target: str = ""
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    complete: bool = False
    required: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    match: float | None = None
    years: float | None = None
    resume: str = ""
    referral: bool | None = None
    source: str = ""
    steps: tuple[Step, ...] = ()

    def showed(self, credential: str) -> bool | None:
        """Whether it showed a credential; None when nobody said."""
        if credential in self.shown:
            return True
        return False if self.complete or credential in self.hidden else None

    def first(self, *kinds: StepKind) -> Step | None:
        """The earliest step of one of these kinds; one without a day when none of them has one."""
        found = [s for s in self.steps if s.kind in kinds]
        return min(found, key=lambda s: (s.day is None, s.day or self.applied), default=None)


@dataclass(frozen=True, slots=True)
class UsedSkill:
    """A skill that the person used at work, by its id, on a day."""

    skill: str
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something read in a tracker's table or a mailbox that the person has to look at before it is logged.

    Attributes:
        id: short and stable: the same line gives the same one.
        source: file and place.
        quote: the words it was read from.
        because: why it is not logged at once.
        application: what would be logged, or the application that it would be added to, with what is known of it; None when there is nothing
            to log unless the person says more.
        about: id of the logged application that ``steps`` would be added to; empty when ``application`` is a new one.
        steps: what came of it.
    """

    id: str
    source: str
    quote: str
    because: str
    application: Application | None = None
    about: str = ""
    steps: tuple[Step, ...] = ()
