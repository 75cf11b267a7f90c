"""Scores and ranks under uncertainty: SMAA, stochastic multicriteria acceptability analysis.

Weights are drawn from what the person said of them (:mod:`credlens.evaluate.weights`), unknown values uniformly from their interval, and
the additive score is computed for each draw. Lahdelma, Hokkanen & Salminen 1998, EJOR 106, 137-143; Tervonen & Figueira 2008, doi
10.1002/mcda.407.

The unknowns of one alternative share a fate: in :data:`FATE` of the draws each takes the place in its interval that the alternative has in
common, else one of its own. Each is uniform as before; together they correlate by ``FATE`` squared, as the criteria do in records where they
are known. Drawn apart they would average out, and the interval of the score would be too narrow (decision 0016 has the figures).

Each unknown and each criterion's weight comes from a random stream of its own, seeded from the seed and the names. So adding or removing an
alternative, or giving them in another order, leaves every other alternative's draws as they were, to the last bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from credlens.evaluate.streams import Floats, stream
from credlens.evaluate.weights import GroupWeights

DRAWS = 10_000  # standard error of a probability: 0.005 at most
FEWER = 2_000  # for so many alternatives that nobody looks at the second digit of each
MANY = 200
FATE = 0.7  # correlation 0.49; between pairs of known quality criteria of the starter catalog it is 0.11 to 0.92, 0.49 on average
AT_ONCE = 1_000_000  # scores that are ranked at once: what bounds memory

Interval = tuple[float, float]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Simulation:
    """What the draws say; all arrays follow ``ids``.

    Attributes:
        scores: of each alternative in each draw; shape (n, draws).
        weights: drawn weights by criterion, each of shape (draws,).
    """

    ids: tuple[str, ...]
    scores: Floats
    weights: Mapping[str, Floats]

    @cached_property
    def _quantiles(self) -> Floats:
        found: Floats = np.quantile(self.scores, (0.05, 0.5, 0.95), axis=1)
        return found

    @property
    def low(self) -> Floats:
        """5 % points of the scores; shape (n,)."""
        found: Floats = self._quantiles[0]
        return found

    @property
    def median(self) -> Floats:
        """Medians of the scores; shape (n,)."""
        found: Floats = self._quantiles[1]
        return found

    @property
    def high(self) -> Floats:
        """95 % points of the scores; shape (n,)."""
        found: Floats = self._quantiles[2]
        return found

    @cached_property
    def ranks(self) -> Floats:
        """Share of draws in which alternative i has rank j, ties shared evenly; shape (n, n), rows and columns add up to 1."""
        return _ranks(self.scores)

    @property
    def p_best(self) -> Floats:
        """Share of draws in which each alternative is first."""
        return self.p_top(1)

    def p_top(self, k: int) -> Floats:
        """Share of draws in which each alternative is among the first ``k``."""
        share: Floats = np.minimum(1.0, self.ranks[:, :k].sum(axis=1))
        return share

    @cached_property
    def firsts(self) -> Floats:
        """How much of the first place each alternative has in each draw, ties shared evenly; shape (n, draws)."""
        level: Floats = (self.scores == self.scores.max(axis=0, initial=0.0)).astype(float)
        found: Floats = level / level.sum(axis=0)
        return found

    def wins(self, one: int, other: int) -> float:
        """Share of draws in which one scores more than the other, ties counted half."""
        a, b = self.scores[one], self.scores[other]
        return float((a > b).mean() + (a == b).mean() / 2)

    def central(self, row: int) -> dict[str, float] | None:
        """Mean weights of the draws in which an alternative is first (Lahdelma's central weight vector); None when it never is."""
        share = self.firsts[row]
        total = share.sum()
        return {c: float(w @ share / total) for c, w in self.weights.items()} if total else None


def simulate(
    values: Mapping[str, Mapping[str, Interval]],
    weights: GroupWeights,
    seed: int = 0,
    draws: int | None = None,
    fate: float = FATE,
) -> Simulation:
    """Draw weights and unknowns, and score.

    Args:
        values: alternative id -> criterion id -> (low, high) in [0, 1]; every weighted criterion for every alternative.
        weights: what matters how much.
        seed: any integer; the same seed gives the same result.
        draws: how many, at least 1; :data:`DRAWS`, or :data:`FEWER` for more than :data:`MANY` alternatives, when None.
        fate: in how large a share of the draws an unknown follows its alternative's common fate, in [0, 1).
    """
    many = draws or (DRAWS if len(values) <= MANY else FEWER)
    drawn = weights.draw(seed, many)
    scores = np.empty((len(values), many))
    for row, (name, own) in enumerate(values.items()):
        scores[row] = score_draws(name, own, drawn, seed, fate)
    return Simulation(tuple(values), scores, drawn)


def common_fate(name: str, draws: int, seed: int) -> Floats:
    """The place that an alternative's unknowns have in common, in [0, 1); shape (draws,)."""
    return stream(seed, f"fate {name}").random(draws)


def place(name: str, criterion: str, common: Floats, seed: int, fate: float = FATE) -> Floats:
    """Where in its interval an alternative's unknown lies in each draw, in [0, 1); shape (draws,)."""
    own = stream(seed, f"unknown {criterion} of {name}").random(len(common))
    return np.where(own < fate, common, (own - fate) / (1 - fate))  # one number for whether, and if not, where


def score_draws(
    name: str, own: Mapping[str, Interval], weights: Mapping[str, Floats], seed: int, fate: float = FATE
) -> Floats:
    """One alternative's score in each draw; shape (draws,).

    Summed criterion by criterion: a matrix product may round differently when the number of alternatives changes.
    """
    draws = len(next(iter(weights.values())))
    total, common = np.zeros(draws), None
    for criterion, weight in weights.items():
        low, high = own[criterion]
        if high > low:
            common = common_fate(name, draws, seed) if common is None else common
            total += weight * (low + place(name, criterion, common, seed, fate) * (high - low))
        else:
            total += weight * low
    return total


def _ranks(scores: Floats) -> Floats:
    n, draws = scores.shape
    change = np.zeros((n, n + 1))
    step = max(1, AT_ONCE // max(1, n))
    for start in range(0, draws, step):
        change += _changes(scores[:, start : start + step])
    shares: Floats = np.clip(np.cumsum(change, axis=1)[:, :n] / draws, 0.0, 1.0)
    return shares


def _changes(scores: Floats) -> Floats:
    """Where each alternative's share of the places begins and ends, summed over draws; shape (n, n + 1).

    A tie of three for the second place is a third of a second, of a third, and of a fourth place.
    """
    n, draws = scores.shape
    place = np.arange(n)
    order: Ints = np.argsort(-scores.T, axis=1, kind="stable")  # each draw's alternatives, best first
    level = np.take_along_axis(scores.T, order, axis=1)
    begins = np.ones((draws, n), dtype=bool)
    begins[:, 1:] = level[:, 1:] != level[:, :-1]
    ends = np.ones((draws, n), dtype=bool)
    ends[:, :-1] = begins[:, 1:]
    first: Ints = np.maximum.accumulate(np.where(begins, place, 0), axis=1)
    after: Ints = np.minimum.accumulate(np.where(ends, place + 1, n)[:, ::-1], axis=1)[:, ::-1]
    share: Floats = 1.0 / (after - first)
    row, size = order * (n + 1), n * (n + 1)
    change: Floats = _sums(row + first, share, size) - _sums(row + after, share, size)
    return change.reshape(n, n + 1)


def _sums(place: Any, share: Floats, size: int) -> Floats:
    return np.bincount(place.ravel(), weights=share.ravel(), minlength=size).astype(np.float64)
