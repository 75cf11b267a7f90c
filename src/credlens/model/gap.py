"""The gap: what is asked for and cannot be shown yet, and the gates that no course opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.demand import SkillDemand
from credlens.model.fact import Source
from credlens.model.person import HeldSkill


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement with its source, as results show it."""

    statement: str
    source: Source


class GateState(StrEnum):
    """Whether the way is open."""

    OPEN = "open"  # the person can show what it asks for
    CLOSED = "closed"  # they cannot, and no microcredential changes that
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Gate:
    """A degree or licence asked for before any skill counts.

    Attributes:
        kind: ``degree`` or ``licence``.
        by: ``law`` (or an authority's rule) or ``ads`` (most ads demand it).
        blocks: whether money spent on microcredentials alone cannot lead to the goal.
        opens_with: what does open the way.
    """

    kind: str
    by: str
    state: GateState
    blocks: bool
    requirement: str
    opens_with: str
    jurisdiction: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GapItem:
    """One skill that ads ask for.

    Attributes:
        demand: how often, with n and interval.
        held: what the person can show; None when nothing.
        missing: 0 (fully shown) to 1 (nothing to show).
        opens: ads that come within reach when this skill alone is added (see ``gap.find.REACH``).
        learnable: False for transversal skills, which a certificate hardly proves.
        umbrella: True for the name of a whole field of work: closed by closing its parts.
        rank: 1 is the most worth closing; None for what is held.
        seldom: too few ads name it to plan for it (see ``gap.find.SELDOM``).
    """

    skill: str
    demand: SkillDemand
    held: HeldSkill | None
    missing: float
    opens: int
    learnable: bool
    umbrella: bool
    rank: int | None
    seldom: bool = False

    @property
    def worth(self) -> float:
        """What closing this gap is worth before what it costs, in [0, 1]: share x missing x (1 + firmness) / 2.

        Often asked, firmly asked, not shown: the rank and the plan's weights both come from it. A judgement.
        """
        return self.demand.share.value * self.missing * (1 + self.demand.firmness) / 2


@dataclass(frozen=True)
class Gap:
    """The gap of one person towards one target.

    Attributes:
        items: every skill asked for, missing ones first by rank, then held ones by demand.
        first: up to three skills to close first, most worth first.
    """

    target: str
    n: int
    items: tuple[GapItem, ...]
    gates: tuple[Gate, ...]
    first: tuple[str, ...]

    def item(self, skill_id: str) -> GapItem | None:
        """The entry for a skill; None when no ad asks for it."""
        return next((i for i in self.items if i.skill == skill_id), None)

    @property
    def missing(self) -> tuple[GapItem, ...]:
        """What is not (fully) shown, by rank."""
        return tuple(i for i in self.items if i.rank is not None)

    @property
    def core(self) -> tuple[GapItem, ...]:
        """What is missing and asked for often enough to plan for, by rank."""
        return tuple(i for i in self.missing if not i.seldom)

    @property
    def blocked(self) -> bool:
        """Whether a closed gate makes microcredentials alone pointless for this goal."""
        return any(g.blocks and g.state is GateState.CLOSED for g in self.gates)
