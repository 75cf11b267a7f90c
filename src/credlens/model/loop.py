"""One run of the whole loop: what every face shows, and what the report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.errors import Problem
from credlens.model.gap import Gap
from credlens.model.person import Person
from credlens.model.plan import Community, Limits, Plan
from credlens.model.quote import Quote
from credlens.model.scorecard import Comparison
from credlens.model.skill import Taxonomy


@dataclass(frozen=True, slots=True)
class Option:
    """One credential that would close a missing skill, priced for this person.

    Attributes:
        others: further cost options of the same credential, when it has several.
    """

    credential: str
    quote: Quote
    others: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Loop:
    """Gap, options, worth and plans of one person, with everything needed to show where each number comes from.

    Attributes:
        made: the day it was made, from which plans start.
        person: what they can show; ``story`` says who they are (empty for a real person); ``example``: invented.
        options: by missing skill, best first.
        comparison: scorecards of every credential that is an option anywhere.
        plans: the strongest first; empty with ``why_no_plan`` when nothing fits.
        left_out: (credential id, reason) for candidates that no plan may use.
        considering: credentials the person asked about.
        communities: where to ask for feedback.
        notes: what was recognised in the input; ``problems``: what could not be read.
    """

    made: date
    person: Person
    demand: Demand
    gap: Gap
    limits: Limits
    taxonomy: Taxonomy
    catalog: Catalog
    options: Mapping[str, tuple[Option, ...]]
    comparison: Comparison
    plans: tuple[Plan, ...]
    why_no_plan: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    considering: tuple[str, ...] = ()
    communities: tuple[Community, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    story: str = ""
    example: bool = False
