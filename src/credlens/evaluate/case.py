"""A case: one credential, one person, one target, and everything a criterion or a red flag may read about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.credential import Catalog, Credential
from credlens.model.demand import Demand
from credlens.model.gap import Gap
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.model.quote import Quote
from credlens.model.skill import Taxonomy


@dataclass(frozen=True)
class Case:
    """What is judged, and by the light of what.

    Attributes:
        demand: ads of the target; ``n`` may be 0.
        quote: cost and hours at the person's pace, computed elsewhere; None when nobody computed it.
        limits: what the person can spend; None when they did not say.
        today: the day of the judgement.
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
