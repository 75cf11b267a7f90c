"""Why a plan is as it is: its steps, its rivals, its limits, the plans beside it, and what cannot hold together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.plan import Plan
from credlens.model.quantity import Money


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that steps pay for, or learn, only once.

    Attributes:
        kind: ``subscription`` (a payment they share), ``bundle`` (a discount for all of them), ``hours`` (what this step saves of theirs).
        name: of the subscription or the bundle; empty for hours.
        others: credentials of the plan it is shared with.
        money: the discount; None for the other kinds.
        hours: what the others would take longer without this step; 0 for the other kinds.
    """

    kind: str
    name: str
    others: tuple[str, ...]
    money: Money | None = None
    hours: float = 0.0


@dataclass(frozen=True, slots=True)
class StepReason:
    """What a step does for its plan, measured against the same plan without it.

    Attributes:
        loses: coverage that the plan has only with this step and with what hangs on it, in [0, 1].
        alone: skills that no other step proves; ``strengthens``: those that another one proves, too, and this one further.
        opens: steps that could not be begun without it; they are gone in ``loses`` and in what it frees.
        awards: larger credentials that the plan earns only with it.
        shares: subscriptions, discounts and hours that it shares with other steps.
        fixed: the person asked for it.
        frees: money that the plan without it would not cost (negative when it would cost more: a discount is lost); None when what
            remains has no order within the limits.
        frees_hours: hours of work; negative when what remains takes longer.
        frees_days: calendar days by which it would end earlier; None as ``frees``.
    """

    credential: str
    loses: float
    alone: tuple[str, ...] = ()
    strengthens: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    shares: tuple[Shared, ...] = ()
    fixed: bool = False
    frees: Money | None = None
    frees_hours: float = 0.0
    frees_days: int | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """A credential that one would expect in the plan, and what it takes to force it in.

    Attributes:
        skill: the skill it is a rival for, None when the person asked about it; ``step``: the plan's step for that skill.
        proof: how far it proves the skill, in [0, 1); ``step_proof``: how far the step does.
        steps: credentials of the best plan that contains it; empty when there is none.
        loses: coverage that this plan has less; negative when it has more, which only happens within the gap of a plan that is not proven.
        costs_more, days_more: this plan less the explained one; None when there is none.
        because: why it is not offered at all, ``against``: the limits it cannot be had with, in words; empty when a plan can contain it.
        unsure: the difference in coverage is smaller than what is not proven of one of the two plans.
    """

    credential: str
    skill: str | None
    step: str | None
    proof: float
    step_proof: float
    steps: tuple[str, ...] = ()
    loses: float | None = None
    costs_more: Money | None = None
    days_more: int | None = None
    because: str = ""
    against: tuple[str, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What a plan becomes when one limit is moved a little.

    Attributes:
        limit: its name in ``Limits``; ``was`` and ``now`` in words, ``more``: by how much, in words.
        binds: it gains coverage, or the same coverage for less money.
        gains: coverage more; ``saves``: money less (negative: it costs more), ``days_earlier``: it ends so much earlier.
        steps: credentials of the plan it becomes; ``same``: they are those of the explained one.
        unsure: the gain in coverage is smaller than what is not proven of one of the two plans.
    """

    limit: str
    was: str
    now: str
    more: str
    binds: bool
    gains: float
    saves: Money
    days_earlier: int
    steps: tuple[str, ...]
    same: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The same reasons in the same order, each in words."""

    steps: tuple[str, ...]
    rivals: tuple[str, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanReasons:
    """Why one plan is as it is; ``plan``: its name."""

    plan: str
    steps: tuple[StepReason, ...]
    rivals: tuple[Rival, ...]
    limits: tuple[Change, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class FrontPoint:
    """A plan that no other one beats in money, coverage, finish and quality at once; ``names``: what it is called, if anything."""

    plan: Plan
    names: tuple[str, ...] = ()


class LimitKind(StrEnum):
    """What a person can give up."""

    BUDGET = "budget"
    MONTHLY = "budget_per_month"
    CURRENCY = "currency"
    HOURS = "hours_per_week"
    DEADLINE = "deadline"
    OFF = "off"
    KEEP = "keep_until"
    MOST = "max_credentials"
    FIXED = "fixed"
    EXCLUDED = "exclude"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class Clash:
    """One limit of those that cannot hold together.

    Attributes:
        value: as plain text: an amount, a day, the id of a credential.
        words: the limit as a part of a sentence.
        instead: the nearest change that makes a plan possible while all the others hold, as a sentence; empty when there is none.
    """

    limit: LimitKind
    value: str
    words: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why there is no plan.

    Attributes:
        clashes: the smallest set of limits that cannot hold together: without any one of them the others leave a plan. Empty when
            no limit is to blame.
        because: the whole answer in sentences, the conflict first.
    """

    clashes: tuple[Clash, ...]
    because: tuple[str, ...]
