"""One run of the whole loop: what every face shows, and what the report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.errors import Problem
from credlens.model.gap import Gap
from credlens.model.person import Person
from credlens.model.plan import Community, Limits, Plan
from credlens.model.plan_reasons import Conflict, FrontPoint, PlanReasons
from credlens.model.quote import Quote
from credlens.model.schedule import Timetable
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


class Planned(Protocol):
    """Plans with everything needed to show them: those of a :class:`Loop`, or of a problem that stands by itself."""

    @property
    def limits(self) -> Limits:
        """What the plans had to keep."""
        ...

    @property
    def taxonomy(self) -> Taxonomy:
        """Names of the skills."""
        ...

    @property
    def catalog(self) -> Catalog:
        """Names of the credentials."""
        ...

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The strongest first; empty with ``why_no_plan`` when nothing fits."""
        ...

    @property
    def why_no_plan(self) -> tuple[str, ...]:
        """Reasons."""
        ...

    @property
    def priced_elsewhere(self) -> tuple[tuple[str, int], ...]:
        """(currency, credentials left out because they are priced in it), the most first."""
        ...

    @property
    def communities(self) -> tuple[Community, ...]:
        """Where to ask for feedback."""
        ...

    @property
    def timetables(self) -> Mapping[str, Timetable]:
        """Of each plan, by its name."""
        ...


@dataclass(frozen=True)
class Loop:
    """Gap, options, worth and plans of one person, with everything needed to show where each number comes from.

    Attributes:
        made: the day it was made, from which plans start.
        person: what they can show; ``story`` says who they are (empty for a real person); ``example``: invented.
        options: by missing skill, best first.
        comparison: scorecards of every credential that is an option anywhere.
        plans: the strongest first; empty with ``why_no_plan`` when nothing fits.
        timetables: of each plan, by its name.
        reasons: why the first plan is as it is, and ``front``: plans that no other beats; only where they were asked for.
        conflict: the limits that cannot hold together when nothing fits.
        left_out: (credential id, reason) for candidates that no plan may use.
        priced_elsewhere: (currency, number) of those that are left out because they are priced in another currency than the budget's.
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
    timetables: Mapping[str, Timetable] = field(default_factory=dict)
    reasons: PlanReasons | None = None
    front: tuple[FrontPoint, ...] = ()
    conflict: Conflict | None = None
    priced_elsewhere: tuple[tuple[str, int], ...] = ()
