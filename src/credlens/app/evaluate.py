"""Use case: scorecards of named credentials, compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app import scorecard_shapes
from credlens.app.catalog.finding import find_credential
from credlens.app.constraints import constraints, said_limits
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.target import stored_situation
from credlens.app.weights import chosen
from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.plan import Limits
from credlens.model.scorecard import Comparison
from credlens.model.weighting import Weighting


@dataclass(frozen=True)
class EvaluateResult:
    """Scorecards side by side."""

    comparison: Comparison
    catalog: Catalog
    demand: Demand

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens evaluate --json``."""
        return {**scorecard_shapes.comparison(self.comparison, self.catalog), "postings": self.demand.n}


def evaluate(
    ports: Ports,
    ids: Sequence[str],
    *,
    limits: Limits | None = None,
    weights: Weighting | Mapping[str, float] | None = None,
) -> EvaluateResult:
    """Judge these credentials for the person, by the ads of their target where there is one.

    Args:
        ids: catalog ids, in the order to show them.
        limits: what the person can spend; what they said before when None. Without either, cost and time are judged as unknown.
        weights: what matters to them: points by criterion (0 or more), or a whole weighting; what they said before when None.

    Raises:
        UserError: the catalog has no such credential, or a weight makes no sense.
    """
    here = stored_situation(ports)
    found = [find_credential(ports, here.knowledge, i) for i in dict.fromkeys(ids)]
    spend = limits or said_limits(ports)
    speed = spend or pace(ports.today, constraints(ports).hours)
    comparison = here.compare(found, speed, spend, chosen(weights))
    return EvaluateResult(comparison, here.knowledge.catalog, here.demand)
