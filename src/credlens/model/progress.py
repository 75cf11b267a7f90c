"""What has happened since a plan was made: what the person said, and how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class EventKind(StrEnum):
    """What a person can say has happened."""

    FINISHED = "finished"
    FAILED = "failed"  # its exam
    DID = "did"  # hours really spent, and how far that went: faster or slower than planned
    PRICE = "price"
    DROPPED = "dropped"
    PAUSE = "pause"  # days without study
    INTERVIEWS = "interviews"
    NEW_ADS = "new_ads"
    LOG = "log"  # what the log of applications says of going on


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. Which parts are filled depends on the kind; the rest is None or empty.

    Attributes:
        day: when it happened; the first day of a pause.
        credential: what it is about.
        hours: of work really spent on the credential so far.
        share: how much of it is done by now, in [0, 1].
        amount: the new price, in the budget's currency.
        option: which of its cost options, or which price (``exam``), changed; what the log says is worth more than another credential, empty
            when nothing is.
        until: last day of a pause.
        count: interviews, ads read, or applications whose time is over.
    """

    kind: EventKind
    day: date
    credential: str = ""
    hours: float | None = None
    share: float | None = None
    amount: Decimal | None = None
    option: str = ""
    until: date | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """A step that is over, after so many failed attempts; ``told`` is False when it is only taken to be, since the plan ends it before today."""

    credential: str
    day: date
    told: bool
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """An exam that was not passed: on which day last, and how often so far."""

    credential: str
    day: date
    times: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A step that is running.

    Attributes:
        share: of its work that is done, in [0, 1].
        factor: hours it takes this person for each hour it was planned with.
        told: whether the person said so, or the plan is taken at its word.
    """

    credential: str
    day: date
    share: float
    factor: float = 1.0
    told: bool = False


@dataclass(frozen=True, slots=True)
class Spent:
    """A payment that was made, or, after today, one that will be due whatever is planned now.

    Attributes:
        subscription: name of the subscription that it pays for; empty when it is none.
        until: last day that it pays for.
    """

    day: date
    amount: Decimal
    what: str
    credential: str
    subscription: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class NewPrice:
    """A price that changed; see :class:`Event` for ``option``."""

    credential: str
    amount: Decimal
    option: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person is with a plan.

    Attributes:
        spent: what was paid so far; ``due``: renewals of what is finished that are still to come.
        off: days without study that were said after the plan was made, first and last included.
        interviews: how many there were.
        instead: what the log of applications says is worth more than another credential; empty when nothing is.
        worthwhile: credentials that it says are worth their hours all the same.
    """

    spent: tuple[Spent, ...] = ()
    due: tuple[Spent, ...] = ()
    finished: tuple[Finished, ...] = ()
    failed: tuple[Failed, ...] = ()
    begun: tuple[Begun, ...] = ()
    dropped: tuple[str, ...] = ()
    prices: tuple[NewPrice, ...] = ()
    off: tuple[tuple[date, date], ...] = ()
    interviews: int = 0
    instead: str = ""
    worthwhile: tuple[str, ...] = ()

    @property
    def paid(self) -> Decimal:
        """What was paid so far, in the budget's currency."""
        return sum((s.amount for s in self.spent), Decimal(0))

    @property
    def owed(self) -> Decimal:
        """What will be due whatever is planned now."""
        return sum((s.amount for s in self.due), Decimal(0))

    def is_over(self, credential: str) -> bool:
        """Whether it is finished, as told or as planned."""
        return any(f.credential == credential for f in self.finished)

    def running(self, credential: str) -> Begun | None:
        """How far it is, when it is running."""
        return next((b for b in self.begun if b.credential == credential), None)

    def failure(self, credential: str) -> Failed | None:
        """The last exam of it that was not passed, when it is not passed yet."""
        return next((f for f in self.failed if f.credential == credential), None)

    def failures(self, credential: str) -> int:
        """How often its exam was not passed, whether it was passed after that or not."""
        failed = (f.times for f in self.failed if f.credential == credential)
        return max((*failed, *(f.failures for f in self.finished if f.credential == credential)), default=0)
