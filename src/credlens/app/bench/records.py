"""What the scorecard says of the starter catalog's records when a part of them is hidden from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.app.situation import without_target
from credlens.evaluate.case import Case
from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.criteria.base import Finding
from credlens.evaluate.registers.accredited import examines_scheme
from credlens.evaluate.smaa import FATE, simulate
from credlens.evaluate.streams import Floats
from credlens.evaluate.weights.points import Points, shares
from credlens.model.credential import Credential, EvidenceClass
from credlens.model.fact import not_looked_up
from credlens.model.person import Person

ASKED = ("assessment_rigour", "supervision", "verifiability")
"""Criteria that hold no accreditation once it is taken out of the record, and that no ads are needed for."""

COMPLETED = (EvidenceClass.PARTICIPATION, EvidenceClass.COMPLETION)
KNOWN = 0.35  # an interval up to so wide counts as known, by its middle
HIDDEN = 0.4  # of the known values
RESAMPLES = 2000


@dataclass(frozen=True)
class Telling:
    """How well quality without accreditation tells accredited schemes from certificates of completion.

    Attributes:
        auc: chance that an accredited one scores more than one of completion, ties counted half; ``low``, ``high``: 95 %, bootstrap.
    """

    accredited: int
    completion: int
    auc: float
    low: float
    high: float

    def to_json(self) -> dict[str, Any]:
        """``{"accredited", "completion", "auc", "ci95", "criteria"}``."""
        interval = [round(self.low, 3), round(self.high, 3)]
        counts = {"accredited": self.accredited, "completion": self.completion}
        return {**counts, "auc": round(self.auc, 3), "ci95": interval, "criteria": list(ASKED)}


@dataclass(frozen=True)
class Holding:
    """How often a score's 90 % interval holds the score of the whole record, by how far unknowns share a fate."""

    records: int
    hidden: float
    coverage: Mapping[float, float]

    def to_json(self) -> dict[str, Any]:
        """``{"records", "hidden", "coverage": {fate: share}}``."""
        coverage = {f"{fate:g}": round(share, 3) for fate, share in self.coverage.items()}
        return {"records": self.records, "hidden": self.hidden, "coverage": coverage}


def telling(ports: Ports, knowledge: Knowledge) -> Telling:
    """Accredited certifications against certificates of completion, by criteria that know of neither.

    Accreditation, evidence class and kind are taken out of each record before it is judged.
    """
    listed = {
        i for r in knowledge.registers.registers.values() if r.of == "scheme" for e in r.entries for i in e.credentials
    }
    everything = knowledge.catalog.credentials.values()
    above = [c for c in everything if c.id in listed or any(map(examines_scheme, c.accreditation))]
    below = [c for c in everything if c.evidence_class.get(None) in COMPLETED and c not in above]
    one, two = (np.array([_expected(f) for f in _findings(ports, knowledge, map(_blind, g))]) for g in (above, below))
    random = np.random.default_rng(0)
    again = [auc(random.choice(one, len(one)), random.choice(two, len(two))) for _ in range(RESAMPLES)]
    low, high = np.quantile(again, (0.025, 0.975))
    return Telling(len(one), len(two), auc(one, two), float(low), float(high))


def auc(above: Floats, below: Floats) -> float:
    """Chance that one of ``above`` is more than one of ``below``, ties counted half (Mann & Whitney 1947)."""
    return float((above[:, None] > below).mean() + (above[:, None] == below).mean() / 2)


def holding(ports: Ports, knowledge: Knowledge, fates: Sequence[float] = (0.0, FATE)) -> Holding:
    """Hide known values of real records and see whether the interval of the score holds the score that they had."""
    found = _findings(ports, knowledge, knowledge.catalog.credentials.values())
    known = np.array([[(f.low + f.high) / 2 for f in of.values()] for of in found if _is_known(of)])
    weights = _weights()
    truth = known @ np.array(list(weights.shares.values()))
    hidden = np.random.default_rng(0).random(known.shape) < HIDDEN
    some = hidden.any(axis=1)
    coverage = {}
    for fate in fates:
        drawn = simulate(_intervals(known, hidden), weights, draws=RESAMPLES, fate=fate)
        coverage[fate] = float(((truth >= drawn.low) & (truth <= drawn.high))[some].mean())
    return Holding(int(some.sum()), HIDDEN, coverage)


def _intervals(known: Floats, hidden: np.ndarray[Any, Any]) -> dict[str, dict[str, tuple[float, float]]]:
    return {
        f"r{row}": {c: (0.0, 1.0) if hidden[row, k] else (known[row, k],) * 2 for k, c in enumerate(ASKED)}
        for row in range(len(known))
    }


def _is_known(of: Mapping[str, Finding]) -> bool:
    return all(f.high - f.low <= KNOWN for f in of.values())


def _weights() -> Points:
    return Points(shares({name: CRITERIA[name].default_weight for name in ASKED}))


def _expected(of: Mapping[str, Finding]) -> float:
    return sum(w * (of[c].low + of[c].high) / 2 for c, w in _weights().shares.items())


def _blind(credential: Credential) -> Credential:
    return replace(credential, accreditation=(), evidence_class=not_looked_up(), kind=not_looked_up())


def _findings(ports: Ports, knowledge: Knowledge, records: Iterable[Credential]) -> list[dict[str, Finding]]:
    nobody = without_target(ports, knowledge, Person("nobody", {}))
    cases = (
        Case(
            credential=c,
            taxonomy=knowledge.taxonomy,
            demand=nobody.demand,
            gap=nobody.gap,
            person=nobody.person,
            quote=None,
            limits=None,
            today=ports.today,
            catalog=knowledge.catalog,
        )
        for c in records
    )
    return [{name: CRITERIA[name].value(case) for name in ASKED} for case in cases]
