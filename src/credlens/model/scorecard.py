"""A scorecard: what speaks for a credential, what is unknown, and what warns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.gap import Evidence


@dataclass(frozen=True, slots=True)
class CriterionValue:
    """The value of one criterion in [0, 1]; what is not known widens the interval, it never lowers the value.

    Attributes:
        id: name of the criterion; ``group``: ``quality`` or ``suitability``.
        low, high: the interval.
        weight: share of its group's weight, in [0, 1].
        because: the value in words.
    """

    id: str
    group: str
    low: float
    high: float
    weight: float
    because: str
    evidence: tuple[Evidence, ...] = ()


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
    """A simulated score: its median and 5-95 % interval."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Scorecard:
    """One credential judged for one person.

    Attributes:
        quality: can it be trusted, and by whom; ``suitability``: for this person. Never added up.
        p_best, p_top3: share of simulated weights and unknowns in which its quality is best, or among the best three, of those
            compared; None when it was not compared with others.
    """

    credential: str
    quality: Estimate
    suitability: Estimate
    criteria: tuple[CriterionValue, ...]
    flags: tuple[Flag, ...]
    p_best: float | None = None
    p_top3: float | None = None

    def criterion(self, criterion_id: str) -> CriterionValue:
        """The value of one criterion."""
        return next(c for c in self.criteria if c.id == criterion_id)

    def firing(self) -> tuple[Flag, ...]:
        """The flags that warn."""
        return tuple(f for f in self.flags if f.state is FlagState.FIRES)

    def gating(self) -> tuple[Flag, ...]:
        """The flags that warn and keep it out of plans."""
        return tuple(f for f in self.firing() if f.gates)


@dataclass(frozen=True)
class Comparison:
    """Scorecards side by side.

    Attributes:
        look_up_next: (credential id, criterion id) pairs whose unknowns blur the ranking most, worst first.
    """

    cards: tuple[Scorecard, ...]
    look_up_next: tuple[tuple[str, str], ...]

    def card(self, credential_id: str) -> Scorecard:
        """The scorecard of one credential."""
        return next(c for c in self.cards if c.credential == credential_id)
