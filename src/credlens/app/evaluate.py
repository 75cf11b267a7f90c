"""Use case: scorecards of named credentials, compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app import shapes
from credlens.app.catalog.finding import find_credential
from credlens.app.limits import pace
from credlens.app.ports import Ports
from credlens.app.target import stored_situation
from credlens.model.credential import Catalog
from credlens.model.demand import Demand
from credlens.model.plan import Limits
from credlens.model.scorecard import Comparison


@dataclass(frozen=True)
class EvaluateResult:
    """Scorecards side by side."""

    comparison: Comparison
    catalog: Catalog
    demand: Demand

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens evaluate --json``."""
        return {**shapes.comparison(self.comparison, self.catalog), "postings": self.demand.n}


def evaluate(
    ports: Ports, ids: Sequence[str], *, limits: Limits | None = None, weights: Mapping[str, float] | None = None
) -> EvaluateResult:
    """Judge these credentials for the person, by the ads of their target where there is one.

    Args:
        ids: catalog ids, in the order to show them.
        limits: what the person can spend; without them cost and time are judged as unknown.
        weights: criterion -> weight, 0 or more; the defaults when None.

    Raises:
        UserError: the catalog has no such credential, or a weight makes no sense.
    """
    here = stored_situation(ports)
    chosen = [find_credential(ports, here.knowledge, i) for i in dict.fromkeys(ids)]
    comparison = here.compare(chosen, limits or pace(ports.today), limits, weights)
    return EvaluateResult(comparison, here.knowledge.catalog, here.demand)
