"""A comparison with everything that a page about it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.motive import Motive
from credlens.model.scorecard import Comparison, Statement
from credlens.model.skill import Taxonomy
from credlens.model.study import Applied
from credlens.model.together import Together

LAW = "legally_required"
"""The flag whose text stands above everything else: what the law demands, no credential replaces."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a comparison says, in sentences that every face prints alike.

    Attributes:
        answer: what was asked, answered in one breath, with the warnings that fire.
        dominance: who is at least as good as whom; that nobody is, where nobody is.
        best_if: "... is best if you care more about ...", where that is true, and what else decides.
        holds: whether the first place holds when the weights move; empty where nobody was ranked.
        weights: what the weights mean and may not have been meant to: criteria that count 0 since nobody named them.
        look_up: (credential id, what to look up, what its answer would tell), most worth it first.
        gates: what the law demands first; it stands above everything else.
        fits: why how it suits the person cannot be told yet, and what to give; empty where it can be told.
        firm: whether the first place may be relied on.
    """

    answer: str
    dominance: tuple[str, ...] = ()
    best_if: tuple[str, ...] = ()
    holds: str = ""
    look_up: tuple[tuple[str, str, str], ...] = ()
    weights: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    fits: str = ""
    firm: bool = False


@dataclass(frozen=True)
class Evaluation:
    """Scorecards, what they say and why, ready to be printed.

    Attributes:
        made: the day of the judgement.
        target: the occupation whose ads were counted, in words; empty when there is none.
        wording: what the comparison says.
        why: by credential id, the tree of statements behind its scores.
        motives: by credential id, how the organisations behind it earn by it.
        studies: by credential id, the studies that may say something about it for this person, nearest first.
        together: what they cover of the target's work as a set, and what they leave out; None when nobody asked.
    """

    made: date
    target: str
    comparison: Comparison
    catalog: Catalog
    taxonomy: Taxonomy
    demand: Demand
    wording: Wording
    why: Mapping[str, Statement]
    motives: Mapping[str, Motive] = field(default_factory=dict)
    studies: Mapping[str, tuple[Applied, ...]] = field(default_factory=dict)
    together: Together | None = None
