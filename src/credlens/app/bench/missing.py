"""What a ranking loses when facts are missing, and how often its intervals hold: made-up problems, with other ways beside ours.

Each problem has eight alternatives on nine criteria whose true values and weights are known. Some values are hidden, at random or the more
often the worse they are; each way of dealing with the gaps then names a winner. Its regret is how much lower the winner's true score is than
the best one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from credlens.evaluate.smaa import Simulation, simulate
from credlens.evaluate.streams import Floats
from credlens.evaluate.weights import default_weights
from credlens.evaluate.weights.points import CONCENTRATION, Points

ALTERNATIVES = 8
PROBLEMS = 400
SHARE = 0.4  # of the values are hidden
HALO = 0.35  # part of a value that all criteria of an alternative have in common
DRAWS = 1000

Hidden = np.ndarray[Any, np.dtype[np.bool_]]


def at_random(values: Floats, share: float) -> Floats:
    """Chances to be hidden: everything as often."""
    return np.full(values.shape, share)


def when_bad(values: Floats, share: float) -> Floats:
    """Chances to be hidden: the worse, the more often."""
    return np.clip(2 * share * (1 - values), 0, 1)


REGIMES: Mapping[str, Callable[[Floats, float], Floats]] = {"at_random": at_random, "when_bad": when_bad}


def zero(values: Floats, hidden: Hidden, weights: Floats) -> Floats:
    """Scores with what is missing counted as nothing."""
    return np.where(hidden, 0.0, values) @ weights


def mean(values: Floats, hidden: Hidden, weights: Floats) -> Floats:
    """Scores with what is missing taken to be the mean of the others on that criterion."""
    seen = np.where(hidden, 0.0, values).sum(axis=0), (~hidden).sum(axis=0)
    means = np.where(seen[1] > 0, seen[0] / np.maximum(seen[1], 1), 0.5)
    return np.where(hidden, means, values) @ weights


def renormalise(values: Floats, hidden: Hidden, weights: Floats) -> Floats:
    """Scores on what is known, the weights brought to 1 again."""
    total = (~hidden) @ weights
    return np.where(total > 0, zero(values, hidden, weights) / np.maximum(total, 1e-12), 0.5)


OTHERS = {"zero": zero, "mean": mean, "renormalise": renormalise}


@dataclass(frozen=True)
class Outcome:
    """One regime.

    Attributes:
        regret: way -> (mean, standard error); ``p_best`` and ``expected`` are ours, by the highest chance and by the highest expected score.
        coverage: share of true scores inside their 90 % interval.
        claimed: mean chance that ours gives its winner; ``true``: share of problems in which it is the best.
    """

    problems: int
    share: float
    regret: Mapping[str, tuple[float, float]]
    coverage: float
    claimed: float
    true: float

    def excess(self, way: str = "p_best") -> float:
        """How much more than the best of the other ways one of ours regrets."""
        return self.regret[way][0] - min(self.regret[other][0] for other in OTHERS)

    def to_json(self) -> dict[str, Any]:
        """``{"problems", "share", "regret", "excess", "coverage", "claimed", "true"}``."""
        regret = {way: {"mean": round(m, 4), "se": round(se, 4)} for way, (m, se) in self.regret.items()}
        return {
            "problems": self.problems,
            "share": self.share,
            "regret": regret,
            "excess": {way: round(self.excess(way), 4) for way in ("p_best", "expected")},
            "coverage": round(self.coverage, 3),
            "claimed": round(self.claimed, 3),
            "true": round(self.true, 3),
        }


def missing(
    regime: str, *, share: float = SHARE, problems: int = PROBLEMS, halo: float = HALO, seed: int = 0
) -> Outcome:
    """Regret and coverage over many made-up problems.

    Args:
        regime: one of :data:`REGIMES`.
        share: of the values that are hidden, on average.
        problems: how many.
        halo: how much of a value all criteria of an alternative have in common, in [0, 1].
        seed: of the problems and the draws.
    """
    random = np.random.default_rng([seed, list(REGIMES).index(regime), round(share * 100), round(halo * 100)])
    weights = Points(default_weights()["quality"])
    regrets: dict[str, list[float]] = {way: [] for way in ("p_best", "expected", *OTHERS)}
    covered, claimed, true = [], [], []
    for number in range(problems):
        values, hidden, own = _problem(random, weights, REGIMES[regime], share, halo)
        truth = values @ own
        drawn = _ours(values, hidden, weights, seed + number)
        for way, scores in _scores(values, hidden, weights, drawn).items():
            regrets[way].append(float(truth.max() - truth[np.argmax(scores)]))
        covered.append(float(((truth >= drawn.low) & (truth <= drawn.high)).mean()))
        claimed.append(float(drawn.p_best.max()))
        true.append(float(np.argmax(drawn.p_best) == np.argmax(truth)))
    figures = {way: (float(np.mean(r)), float(np.std(r) / np.sqrt(len(r)))) for way, r in regrets.items()}
    return Outcome(problems, share, figures, float(np.mean(covered)), float(np.mean(claimed)), float(np.mean(true)))


def _problem(
    random: np.random.Generator, weights: Points, hiding: Callable[[Floats, float], Floats], share: float, halo: float
) -> tuple[Floats, Hidden, Floats]:
    """True values, which of them are hidden, and the person's true weights around the usual ones."""
    shape = (ALTERNATIVES, len(weights.shares))
    values = halo * random.random((ALTERNATIVES, 1)) + (1 - halo) * random.random(shape)
    hidden = random.random(shape) < hiding(values, share)
    own = random.dirichlet([CONCENTRATION * w for w in weights.shares.values()])
    return values, hidden, own


def _ours(values: Floats, hidden: Hidden, weights: Points, seed: int) -> Simulation:
    def interval(row: int, column: int) -> tuple[float, float]:
        return (0.0, 1.0) if hidden[row, column] else (float(values[row, column]),) * 2

    names = list(weights.shares)
    table = {f"a{row}": {c: interval(row, k) for k, c in enumerate(names)} for row in range(ALTERNATIVES)}
    return simulate(table, weights, seed, DRAWS)


def _scores(values: Floats, hidden: Hidden, weights: Points, drawn: Simulation) -> dict[str, Floats]:
    usual = np.array(list(weights.shares.values()))
    others = {way: score(values, hidden, usual) for way, score in OTHERS.items()}
    return {"p_best": drawn.p_best, "expected": np.where(hidden, 0.5, values) @ usual, **others}
