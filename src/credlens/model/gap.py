"""The gap: what is asked for and cannot be shown yet, and the gates that no course opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from credlens.model.demand import SkillDemand
from credlens.model.fact import Source
from credlens.model.occupation import LawReach
from credlens.model.person import HeldSkill
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel


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
        unmet: ads that demand it with no way around and that the person cannot answer; None for the law, and when nobody can tell.
    """

    kind: str
    by: str
    state: GateState
    blocks: bool
    requirement: str
    opens_with: str
    jurisdiction: str | None
    evidence: tuple[Evidence, ...]
    unmet: Share | None = None


@dataclass(frozen=True, slots=True)
class GapItem:
    """One skill that ads ask for.

    Attributes:
        demand: how often, with n and interval.
        held: what the person can show; None when nothing.
        missing: 0 (fully shown) to 1 (nothing to show).
        opens: ads that come within reach when this skill alone is added (see :mod:`credlens.gap.reach`); None when no ads are known.
        learnable: False for transversal skills, which a certificate hardly proves.
        umbrella: True for the name of a whole field of work: closed by closing its parts.
        rank: 1 is the most worth closing; None for what is held.
        seldom: too few ads name it to plan for it (see ``gap.find.SELDOM``).
        opens_together: its fair share, in ads, of what closing everything would open (its Shapley value); None when no ads are known.
        opens_with_first: ads that it and the first three open together; None when no ads are known.
        level_gap: levels between what is held and what at least half of the ads that say how far would be content with; 0 when it
            suffices, None when nobody can tell.
        stale: the last day it was used, when that is long ago; None else.
        unproven: known by the person's word, a list or a narrower skill only: there is nothing to show for it.
        why: the reason for its rank, in words; ``remarks``: what is special about what is held.
    """

    skill: str
    demand: SkillDemand
    held: HeldSkill | None
    missing: float
    opens: int | None
    learnable: bool
    umbrella: bool
    rank: int | None
    seldom: bool = False
    opens_together: float | None = None
    opens_with_first: int | None = None
    level_gap: int | None = None
    stale: date | None = None
    unproven: bool = False
    why: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def worth(self) -> float:
        """What closing this gap is worth before what it costs, in [0, 1]: expected share x missing x (1 + firmness) / 2.

        Often asked, firmly asked, not shown: the plan's weights come from it. A judgement.
        """
        return self.demand.expected * self.missing * (1 + self.demand.firmness) / 2

    @property
    def level_wanted(self) -> SkillLevel:
        """The level that at least half of the ads that say one would be content with."""
        return self.demand.level

    @property
    def level_held(self) -> SkillLevel | None:
        """The level that is held; None when nothing is."""
        return self.held.level if self.held else None


@dataclass(frozen=True, slots=True)
class Advice:
    """One skill, and in words why it is named."""

    skill: str
    because: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How many ads are within reach.

    Attributes:
        n: ads that name a skill by which reach can be judged; ``unjudged``: the others.
        now: of the ``n``, with what is shown today.
        after: (skill, ads within reach) as the first three are closed one after the other, the one that opens most first.
        nearest: how many skills more the nearest of the other ads then takes; None when all are within reach.
    """

    n: int
    unjudged: int
    now: int
    after: tuple[tuple[str, int], ...] = ()
    nearest: int | None = None

    @property
    def then(self) -> int:
        """Ads within reach with the first three closed."""
        return self.after[-1][1] if self.after else self.now


@dataclass(frozen=True, slots=True)
class Learnt:
    """One skill of a question "what if I learn these".

    Attributes:
        opens: ads it opens alone; ``with_the_others``: ads it adds when the others are learnt too.
        remark: why it opens none, when that has a plain reason; may be empty.
    """

    skill: str
    opens: int
    with_the_others: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Ads within reach before and after learning some skills; None when no ads are known."""

    n: int
    before: int | None
    after: int | None
    each: tuple[Learnt, ...]


@dataclass(frozen=True)
class Gap:
    """The gap of one person towards one target.

    Attributes:
        items: every skill asked for, missing ones first by rank, then held ones by demand.
        first: up to three skills to close first, most worth first.
        begin_with: the one of them to begin with, and why; None when there is none.
        prove: skills known but without proof, most wanted first: a badge or a project is enough.
        skip: skills held as far as they are asked for, on solid evidence: no course is needed.
        within_reach: None when no ads are known.
        law: how far the table behind the gates of the law reaches for this target and place.
    """

    target: str
    n: int
    items: tuple[GapItem, ...]
    gates: tuple[Gate, ...]
    first: tuple[str, ...]
    begin_with: Advice | None = None
    prove: tuple[Advice, ...] = ()
    skip: tuple[Advice, ...] = ()
    within_reach: Reach | None = None
    law: LawReach = field(default_factory=LawReach)

    def item(self, skill_id: str) -> GapItem | None:
        """The entry for a skill; None when no ad asks for it."""
        return next((i for i in self.items if i.skill == skill_id), None)

    @property
    def path(self) -> tuple[str, ...]:
        """The first three in the order in which to close them, the one to begin with at the head."""
        begin = (self.begin_with.skill,) if self.begin_with else ()
        after = (s for s, _ in self.within_reach.after) if self.within_reach else ()
        return tuple(dict.fromkeys((*begin, *after, *self.first)))

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
