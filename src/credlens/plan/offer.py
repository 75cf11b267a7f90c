"""What can be chosen: a credential under one of its cost options, for one person; and what hangs on several of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge


@dataclass(frozen=True, slots=True)
class Need:
    """A hard prerequisite the person does not meet yet: one of these credentials has to be finished before."""

    by: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Saving:
    """Hours that fall away when one of these credentials is finished before.

    A recommended (soft) prerequisite, or advanced standing: what a part that was done before saves of the whole.
    """

    by: tuple[str, ...]
    hours: float
    says: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One credential under one of its cost options.

    Attributes:
        hours: work to plan with, typical of what is left for this person when nothing else of the plan saves any of it.
        proofs: (skill, how far it proves it) for each target it teaches, in (0, 1).
        first_day: first day on which it can be begun; ``last_day``: last one on which it can be finished; None when there is none.
        quality: in [0, 1], see ``credlens.plan.value``.
        starts: days on which it begins, for cohorts; empty when it can begin on any day.
        least_days: calendar days that it takes at least, whatever the pace.
        valid_months: months from its last day after which it expires; None when it does not, or nobody looked it up.
        renewal: what it costs each time to keep it valid, in the budget's currency.
    """

    credential: str
    option: str
    hours: float
    charges: tuple[Charge, ...]
    proofs: tuple[tuple[str, float], ...]
    needs: tuple[Need, ...] = ()
    savings: tuple[Saving, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    starts: tuple[date, ...] = ()
    least_days: int = 1
    valid_months: int | None = None
    renewal: Decimal = Decimal(0)
    quality: float = 0.5

    @property
    def name(self) -> tuple[str, str]:
        """Credential and option: what offers are ordered by."""
        return (self.credential, self.option)

    def proves(self, skill_id: str) -> float:
        """How far it proves a skill; 0 when it does not teach it."""
        return next((p for s, p in self.proofs if s == skill_id), 0.0)

    def hours_after(self, done: frozenset[str] | set[str]) -> float:
        """Hours that remain when these credentials are finished before; not negative."""
        saved = sum(s.hours for s in self.savings if not done.isdisjoint(s.by))
        return max(0.0, self.hours - saved)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Credentials that cost less together: ``saves`` is paid back on the day the last of them is begun. No two bundles share a member."""

    name: str
    members: tuple[str, ...]
    saves: Decimal


@dataclass(frozen=True, slots=True)
class Award:
    """A larger credential that whoever has all of these gets without more work or money (a stack); it proves something by itself.

    Without members it is had already: what was finished before the problem begins, see ``credlens.plan.replanning``.
    """

    credential: str
    members: tuple[str, ...]
    proofs: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Paid:
    """A subscription, by its key, that is paid already until a day, this day included; for good when there is none."""

    subscription: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Extra:
    """A credential that may be named beside a plan for a skill it leaves open.

    Attributes:
        proofs: as in :class:`Offer`, skills that it teaches as a main subject or a unit.
        cost: the best quote's high end; None when its price is unknown.
        hours: at most typical of what is left; None when its workload is unknown.
    """

    credential: str
    proofs: tuple[tuple[str, float], ...]
    free: bool
    cost: Money | None
    hours: float | None
    needs: tuple[Need, ...] = ()
    last_day: date | None = None
