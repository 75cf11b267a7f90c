"""A plan: which credentials, in which order, for how much, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.applying import Applying
from credlens.model.crediting import NOTHING, Crediting
from credlens.model.quantity import Money


@dataclass(frozen=True, slots=True)
class Limits:
    """What a person can spend.

    Attributes:
        budget: in all; ``hours_per_week``: of study; both not negative.
        start: first day; ``deadline``: last day on which the last credential may be finished.
        max_credentials: at most so many paid or certified steps, since ten small certificates convince nobody.
        budget_per_month: most to pay in any calendar month, in the budget's currency; None when only the total counts.
        off: (first, last) days without study, both included; what is paid by the month is paid in them, too.
        languages: ISO 639-1 codes of the languages the person can study in; empty when they did not say.
        keep_until: the day until which credentials have to stay valid; the deadline when None.
    """

    budget: Money
    hours_per_week: float
    start: date
    deadline: date
    max_credentials: int = 4
    budget_per_month: Money | None = None
    off: tuple[tuple[date, date], ...] = ()
    languages: tuple[str, ...] = ()
    keep_until: date | None = None


class PaymentKind(StrEnum):
    """Why money leaves the account."""

    PAID = "paid"
    SET_ASIDE = "set_aside"  # for a second attempt that most people will not need
    RENEWAL = "renewal"  # to keep a credential valid; after the plan as a rule, so that no monthly budget holds it
    DISCOUNT = "discount"  # a negative amount


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment on one day."""

    day: date
    amount: Money
    what: str
    kind: PaymentKind = PaymentKind.PAID


@dataclass(frozen=True, slots=True)
class Step:
    """One credential in a plan.

    Attributes:
        option: which of the credential's cost options is used.
        start, finish: first and last day of work on it.
        hours: work planned, after what the person already knows.
        payments: what it costs; a shared subscription is charged to the step that begins each paid period.
        skills: skills of the gap that it teaches.
        expires: last day it holds without a renewal; None when it does not expire or nobody looked it up.
        role: ``credential``, or ``supplement`` for a free course taken for what stays open.
    """

    credential: str
    option: str
    start: date
    finish: date
    hours: float
    payments: tuple[Payment, ...]
    skills: tuple[str, ...]
    role: str = "credential"
    expires: date | None = None


class PlanStatus(StrEnum):
    """How good a plan is known to be."""

    OPTIMAL = "optimal"
    WITHIN_GAP = "within_gap"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much evidence a plan builds for one skill, in [0, 1]; 0.5 and more counts as covered."""

    skill: str
    evidence: float


@dataclass(frozen=True, slots=True)
class Supplement:
    """Something that helps with a skill the plan leaves open.

    Attributes:
        skill: the most wanted of ``skills``, the open skills it helps with.
        fits: whether it fits into the hours, weeks and money left, beside all others that are said to fit; the person may still take it later.
        cost: zero for free ones; None when its price is unknown.
    """

    skill: str
    credential: str
    free: bool
    cost: Money | None
    hours: float | None
    fits: bool
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A portfolio project, hand-written, that shows a skill."""

    id: str
    title: str
    skills: tuple[str, ...]
    persons_from: tuple[str, ...]
    deliverable: str
    data: str
    hours_min: float
    hours_max: float
    proves: str
    field: str


@dataclass(frozen=True, slots=True)
class Community:
    """A place to ask for feedback."""

    id: str
    name: str
    address: str
    fields: tuple[str, ...]
    ask: str
    free: bool | None
    source: str


@dataclass(frozen=True)
class Plan:
    """One plan.

    Attributes:
        coverage: demand-weighted evidence over the gap's skills, in [0, 1]; ``by_skill``: the parts.
        uncovered: skills of the gap with evidence below one half.
        gap: proven distance to the best possible coverage, as a share of it; 0 when optimal.
        gives_up: what it has less than the strongest plan, in words; empty for that one.
        project_days: (project id, first day on which it can be begun) for projects whose skills the plan teaches.
        applying: from when on to apply; None when no ads are known.
        credit: academic credit and larger credentials that its steps count for.
        remarks: (credential, what to tell the person about it) for its steps.
    """

    name: str
    steps: tuple[Step, ...]
    cost: Money
    hours: float
    finish: date
    coverage: float
    by_skill: tuple[Coverage, ...]
    uncovered: tuple[str, ...]
    status: PlanStatus
    gap: float
    supplements: tuple[Supplement, ...] = ()
    projects: tuple[Project, ...] = ()
    gives_up: tuple[str, ...] = ()
    project_days: tuple[tuple[str, date], ...] = ()
    applying: Applying | None = None
    credit: Crediting = NOTHING
    remarks: tuple[tuple[str, str], ...] = ()
