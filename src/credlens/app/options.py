"""Use case: credentials that would close one skill, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app import loop, shapes
from credlens.app.constraints import constraints
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.profile import find_skill
from credlens.app.target import stored_situation
from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.loop import Option
from credlens.model.scorecard import Comparison
from credlens.model.skill import Skill


@dataclass(frozen=True)
class OptionsResult:
    """Options for one skill, best first."""

    skill: Skill
    options: tuple[Option, ...]
    catalog: Catalog
    comparison: Comparison
    demand: Demand
    wanted: int

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens options --json``."""
        return {
            "skill": self.skill.ref(),
            "options": [shapes.option(o, self.catalog, self.comparison) for o in self.options],
            "found": len(self.options),
            "enough": len(self.options) >= self.wanted,
            "postings": self.demand.n,
        }


def find_options(ports: Ports, skill: str, *, minimum: int = 3, hours_per_week: float | None = None) -> OptionsResult:
    """Every credential of the catalog that teaches a skill, priced at the person's pace.

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
    comparison = here.compare(here.knowledge.catalog.teaching(skill_id), speed, limits=None)
    found = loop.options_for(skill_id, here.knowledge, here.person, speed, comparison)
    return OptionsResult(
        here.knowledge.taxonomy[skill_id], found, here.knowledge.catalog, comparison, here.demand, minimum
    )
