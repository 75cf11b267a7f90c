"""Use case: credentials that would close one skill, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from credlens.app import different, loop, shapes
from credlens.app.catalog.pricing import PriceTrust, price_trust
from credlens.app.constraints import constraints
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.profile import find_skill
from credlens.app.target import stored_situation
from credlens.app.weights import chosen
from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.loop import Option
from credlens.model.scorecard import Comparison
from credlens.model.skill import Skill


@dataclass(frozen=True)
class OptionsResult:
    """Options for one skill, best first; three that are truly different lead, where the catalog has them.

    Attributes:
        different: by credential, of those that lead, in which aspects it differs from the other two.
        why_not: why none lead because they differ; empty when three do.
        trust: by credential, how far its price can be believed.
    """

    skill: Skill
    options: tuple[Option, ...]
    catalog: Catalog
    comparison: Comparison
    demand: Demand
    wanted: int
    different: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    why_not: str = ""
    trust: Mapping[str, PriceTrust] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens options --json``."""
        return {
            "skill": self.skill.ref(),
            "options": [self._option(o) for o in self.options],
            "found": len(self.options),
            "enough": len(self.options) >= self.wanted,
            "postings": self.demand.n,
            "why_not": self.why_not or None,
        }

    def _option(self, option: Option) -> dict[str, Any]:
        taught = self.catalog[option.credential].teaches(self.skill.id)
        trust = self.trust.get(option.credential)
        return {
            **shapes.option(option, self.catalog, self.comparison),
            "depth": taught.depth.value if taught else None,
            "cost_band": different.band(option.quote),
            "different": list(self.different.get(option.credential, ())),
            "price": trust.to_json() if trust else None,
        }


def find_options(ports: Ports, skill: str, *, minimum: int = 3, hours_per_week: float | None = None) -> OptionsResult:
    """Every credential of the catalog that teaches a skill, priced at the person's pace.

    The first three are the best that are truly different: any two of them differ in two of kind of provider, cost, and depth or what they
    prove. Where the catalog has no such three, the answer says why, and the order is the plain one.

    Args:
        skill: id, label, alias or URI.
        minimum: how many the person wants to choose from; fewer are returned when there are no more, and ``enough`` says so.
        hours_per_week: the pace; what the person said before, or else a usual one, when None.

    Raises:
        UserError: the taxonomy has no such skill.
    """
    here = stored_situation(ports)
    skill_id = find_skill(here.knowledge.taxonomy, skill)
    speed = pace(ports.today, constraints(ports).hours if hours_per_week is None else hours_per_week)
    catalog = here.knowledge.catalog
    comparison = here.compare(catalog.teaching(skill_id), speed, None, chosen(ports, None))
    found = loop.options_for(skill_id, here.knowledge, here.person, speed, comparison)
    profiles = [different.profile(catalog[o.credential], skill_id, o.quote) for o in found]
    open_ = [not comparison.card(o.credential).gating() for o in found]
    places = different.leading(profiles, open_.__getitem__)
    why_not = ""
    if not places:
        able = [p for p, may in zip(profiles, open_, strict=True) if may]
        why_not = different.why_not(able, len(found) - len(able), here.knowledge.taxonomy[skill_id].label)
    first = tuple(found[p] for p in places)
    apart = different.apart([profiles[p] for p in places])
    return OptionsResult(
        here.knowledge.taxonomy[skill_id],
        (*first, *(o for o in found if o not in first)),
        catalog,
        comparison,
        here.demand,
        minimum,
        {o.credential: aspects for o, aspects in zip(first, apart, strict=True)},
        why_not,
        {o.credential: price_trust(catalog[o.credential], o.quote.option, ports.today) for o in found},
    )
