"""How fast and how well credentials are judged: on made-up problems, on the starter catalog, and against labels of red flags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from credlens.app.bench.flagged import Flagged, flagged
from credlens.app.bench.missing import PROBLEMS, REGIMES, Outcome, missing
from credlens.app.bench.records import Holding, Telling, holding, telling
from credlens.app.demo import placed
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.evaluate.smaa import DRAWS, FATE, Interval, simulate
from credlens.evaluate.weights.points import Points
from credlens.model.errors import UserError

CRITERIA = 10
FEW, MANY = 30, 2000
RUNS = 5
LIMITS = {
    "few_seconds": 0.5,
    "many_seconds": 3.0,
    "regret_excess": 0.005,
    "coverage": 0.85,
    "records_coverage": 0.85,
    "auc": 0.9,
    "precision": 0.9,
}
"""What is asked: seconds and excess at most, the rest at least."""

AT_LEAST = ("coverage", "records_coverage", "auc", "precision")


@dataclass(frozen=True)
class Times:
    """Seconds of processor time of each run."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """Of the runs."""
        return float(np.median(self.runs))

    def to_json(self) -> dict[str, Any]:
        """``{"n", "median", "min", "max"}``, in seconds."""
        figures = {"median": self.median, "min": min(self.runs), "max": max(self.runs)}
        return {"n": len(self.runs), **{name: round(value, 3) for name, value in figures.items()}}


@dataclass(frozen=True)
class EvaluateBench:
    """The figures.

    Attributes:
        few, many: ranking 30 made-up alternatives with 10,000 draws, and 2,000, on ten criteria.
        whole: scorecards with evidence and flags of ``judged`` credentials for Maria, compared.
    """

    few: Times
    many: Times
    whole: Times
    judged: int
    missing: Mapping[str, Outcome]
    holding: Holding
    telling: Telling
    flags: Flagged

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens bench evaluate --json``."""
        return {
            "seconds": {
                f"rank_{FEW}_by_{DRAWS}": self.few.to_json(),
                f"rank_{MANY}": self.many.to_json(),
                "judge": {**self.whole.to_json(), "credentials": self.judged},
            },
            "missing": {regime: found.to_json() for regime, found in self.missing.items()},
            "records": self.holding.to_json(),
            "accredited_or_completed": self.telling.to_json(),
            "flags": self.flags.to_json(),
            "limits": {name: self._kept(name, value) for name, value in self._figures().items()},
        }

    def _figures(self) -> dict[str, float | None]:
        return {
            "few_seconds": self.few.median,
            "many_seconds": self.many.median,
            "regret_excess": max(o.excess("expected") for o in self.missing.values()),
            "coverage": min(o.coverage for o in self.missing.values()),
            "records_coverage": self.holding.coverage[FATE],
            "auc": self.telling.auc,
            "precision": self.flags.to_json()["precision"],
        }

    @staticmethod
    def _kept(name: str, value: float | None) -> dict[str, Any]:
        """``kept`` is null where nothing was measured."""
        asked = LIMITS[name]
        if value is None:
            return {"asked": asked, "measured": None, "kept": None}
        return {
            "asked": asked,
            "measured": round(value, 4),
            "kept": value >= asked if name in AT_LEAST else value <= asked,
        }


def evaluate(
    ports: Ports, *, labels: Path | None = None, problems: int = PROBLEMS, repeat: int = RUNS
) -> EvaluateBench:
    """Measure.

    Args:
        ports: the doors; nothing of the person's is read.
        labels: a file of labels of red flags, see :mod:`credlens.app.bench.flagged`; those of the starter data when None.
        problems: made-up problems of each regime.
        repeat: runs of each timing.

    Raises:
        UserError: there is nothing to measure.
        InputError: the file of labels has mistakes.
    """
    if problems < 1 or repeat < 1:
        raise UserError("At least one problem and one run are needed.", where="--repeat", what_to_do="Give 1 or more.")
    knowledge = Knowledge(ports, own=False)
    who, here, _ = placed(ports, knowledge, "maria")
    everything = list(knowledge.catalog.credentials.values())
    return EvaluateBench(
        few=_times(ports, repeat, lambda: _rank(FEW)),
        many=_times(ports, repeat, lambda: _rank(MANY)),
        whole=_times(ports, repeat, lambda: here.compare(everything, who.limits, who.limits)),
        judged=len(everything),
        missing={regime: missing(regime, problems=problems) for regime in REGIMES},
        holding=holding(ports, knowledge),
        telling=telling(ports, knowledge),
        flags=flagged(ports, knowledge, labels),
    )


def _times(ports: Ports, repeat: int, work: Callable[[], object]) -> Times:
    runs = []
    for _ in range(repeat):
        before = ports.cpu_seconds()
        work()
        runs.append(ports.cpu_seconds() - before)
    return Times(tuple(runs))


def _rank(alternatives: int) -> tuple[Any, ...]:
    """Everything that a ranking tells, of alternatives of which two values in five are unknown."""
    random = np.random.default_rng(alternatives)
    names = [f"k{i}" for i in range(CRITERIA)]

    def interval() -> Interval:
        low, high = sorted(random.random(2))
        return (low, high if random.random() < 0.4 else low)

    values = {f"a{row}": {name: interval() for name in names} for row in range(alternatives)}
    drawn = simulate(values, Points(dict.fromkeys(names, 1 / CRITERIA)))
    return drawn.median, drawn.low, drawn.high, drawn.ranks, drawn.firsts
