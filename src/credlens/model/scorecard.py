"""A scorecard: what speaks for a credential, what is unknown, and what warns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from credlens.model.fact import Source
from credlens.model.gap import Evidence
from credlens.model.weighting import DEFAULT, Weighting


@dataclass(frozen=True, slots=True)
class CriterionValue:
    """The value of one criterion in [0, 1]; what is not known widens the interval, it never lowers the value.

    Attributes:
        id: name of the criterion; ``group``: ``quality`` or ``suitability``.
        low, high: the interval.
        weight: expected share of its group's weight, in [0, 1].
        because: the value in words.
        look_up: fields of the credential whose answer would narrow it; empty where nobody can look it up.
    """

    id: str
    group: str
    low: float
    high: float
    weight: float
    because: str
    evidence: tuple[Evidence, ...] = ()
    look_up: tuple[str, ...] = ()


class FlagState(StrEnum):
    """A red flag's three answers."""

    FIRES = "fires"
    CLEAR = "clear"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning with its reason; it never subtracts points.

    Attributes:
        gates: whether it keeps a credential out of plans, and behind others among options, when it fires.
    """

    id: str
    state: FlagState
    because: str
    evidence: tuple[Evidence, ...] = ()
    gates: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """A simulated score: its median and 5-95 % interval.

    Attributes:
        letter: the band it lies in with at least 80 % of the draws, A (best) to E; None when that cannot be told.
    """

    median: float
    low: float
    high: float
    letter: str | None = None


@dataclass(frozen=True)
class Favour:
    """The weights under which a credential is first, on average (SMAA's central weights).

    Attributes:
        weights: by criterion, adding up to 1.
        more, less: criteria that weigh noticeably more, or less, there than in all draws.
        leads: whether it has the best expected score at these weights, so that "best if you care about ..." is true of it.
    """

    weights: Mapping[str, float]
    more: tuple[str, ...]
    less: tuple[str, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One node of an explanation: a statement in plain words, what it is worth, who says so, and what it rests on.

    Attributes:
        value: number or interval in words; empty where there is none.
    """

    text: str
    value: str = ""
    source: Source | None = None
    parts: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Scorecard:
    """One credential judged for one person.

    Attributes:
        quality: can it be trusted, and by whom; ``suitability``: for this person. Never added up.
        p_best, p_top3: share of simulated weights and unknowns in which its quality is best, or among the best three, of those
            ranked; None when it is not ranked.
        favour: the weights under which it is first; None when it hardly ever is, or is not ranked.
        known, fits_known: how much of the weight of quality, and of suitability, is settled, in [0, 1].
        unranked: why it is not ranked beside the others, in words; empty when it is, or when there are no others.
    """

    credential: str
    quality: Estimate
    suitability: Estimate
    criteria: tuple[CriterionValue, ...]
    flags: tuple[Flag, ...]
    p_best: float | None = None
    p_top3: float | None = None
    favour: Favour | None = None
    known: float = 0.0
    fits_known: float = 0.0
    unranked: str = ""

    def criterion(self, criterion_id: str) -> CriterionValue:
        """The value of one criterion."""
        return next(c for c in self.criteria if c.id == criterion_id)

    def firing(self) -> tuple[Flag, ...]:
        """The flags that warn."""
        return tuple(f for f in self.flags if f.state is FlagState.FIRES)

    def gating(self) -> tuple[Flag, ...]:
        """The flags that warn and keep it out of plans."""
        return tuple(f for f in self.firing() if f.gates)


@dataclass(frozen=True, slots=True)
class LookUp:
    """An unknown that is worth looking up.

    Attributes:
        fields: of the credential, to be looked up.
        narrows: by how much the answer narrows what its quality may be at most, in [0, 1].
        tells: how much of what is open about the first place the answer settles on average, in [0, 1]; None where nobody is ranked.
        changes: chance that somebody else leads once it is known, in [0, 1]; None where nobody is ranked.
    """

    credential: str
    criterion: str
    fields: tuple[str, ...]
    narrows: float
    tells: float | None = None
    changes: float | None = None


@dataclass(frozen=True, slots=True)
class Dominance:
    """One credential is at least as good as another on every criterion of quality, and better on one.

    Attributes:
        surely: whatever the unknowns turn out to be; else only when each unknown of both lies in the middle of its interval.
    """

    better: str
    worse: str
    surely: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """Who is first when one criterion weighs more or less, the others in proportion.

    Attributes:
        factor: what its weight is multiplied with.
        first: the credential with the best expected quality then; ``lead``: by how much, before the next one.
    """

    criterion: str
    factor: float
    first: str
    lead: float


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Whether the first place holds when the weights move.

    Attributes:
        first: the credential with the best expected quality; ``lead``: by how much, before the next one.
    """

    first: str
    lead: float
    shifts: tuple[Shift, ...]

    @property
    def holds(self) -> bool:
        """Whether it stays first in every shift."""
        return all(s.first == self.first for s in self.shifts)


@dataclass(frozen=True)
class Comparison:
    """Scorecards side by side.

    Attributes:
        look_up_next: the unknowns whose answers would tell most about who is first, most first; where fewer than two are ranked, those
            that leave most open.
        weighting: what matters to the person.
        wins: (one, another) -> share of draws in which one's quality is better, ties counted half; of those ranked.
        dominated: who is at least as good as whom on everything.
        sensitivity: None when fewer than two are ranked.
    """

    cards: tuple[Scorecard, ...]
    look_up_next: tuple[LookUp, ...]
    weighting: Weighting = DEFAULT
    wins: Mapping[tuple[str, str], float] = field(default_factory=dict)
    dominated: tuple[Dominance, ...] = ()
    sensitivity: Sensitivity | None = None

    def card(self, credential_id: str) -> Scorecard:
        """The scorecard of one credential."""
        return next(c for c in self.cards if c.credential == credential_id)
