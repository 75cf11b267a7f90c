"""A case: one credential, one person, one target, and everything a criterion or a red flag may read about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from credlens.model.credential import Catalog, Credential
from credlens.model.demand import Demand
from credlens.model.gap import Gap
from credlens.model.market import Recognition, Trend
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quote import Quote
from credlens.model.register import Registers
from credlens.model.skill import Taxonomy


@dataclass(frozen=True)
class Case:
    """What is judged, and by the light of what.

    Attributes:
        demand: ads of the target; ``n`` may be 0.
        quote: cost and hours at the person's pace, computed elsewhere; None when nobody computed it.
        limits: what the person can spend; None when they did not say.
        today: the day of the judgement.
        registers: what accreditors and others publish.
        recognised: how often ads of the same occupation in a built market name it; None when nothing was built.
        trends: how demand for its skills has moved in a built market, by skill; those that are missing were not measured.
        market: whose ads ``recognised`` and ``trends`` were counted in, in words ("ads of data analyst, market of 2026-11-01").
        looked_for: whether ads were searched for its name; titles of imported courses are no names, so nobody searched for them.
    """

    credential: Credential
    taxonomy: Taxonomy
    demand: Demand
    gap: Gap
    person: Person
    quote: Quote | None
    limits: Limits | None
    today: date
    catalog: Catalog
    registers: Registers = field(default_factory=Registers)
    recognised: Recognition | None = None
    trends: Mapping[str, Trend] = field(default_factory=dict)
    market: str = ""
    looked_for: bool = True
