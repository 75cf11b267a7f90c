"""The same numbers as another library computes: pysensmcda, given the same distributions and random numbers of its own.

An optional group, for its size: ``uv run --group oracle pytest tests/evaluate/test_oracle.py``.
"""

from __future__ import annotations

import numpy as np
import pytest

from credlens.evaluate.smaa import FATE, Simulation, simulate
from credlens.evaluate.weights.points import CONCENTRATION, Points

smaa2 = pytest.importorskip(
    "pysensmcda.smaa.smaa2", reason="optional: uv run --group oracle pytest tests/evaluate/test_oracle.py"
).smaa2

DRAWS = 20_000
FIVE = 5 * np.sqrt(2 * 0.25 / DRAWS)  # standard errors of the difference of two estimated probabilities
CRITERIA = [f"k{i}" for i in range(9)]


def additive(matrix: np.ndarray, weights: np.ndarray, types: np.ndarray, **_options: object) -> np.ndarray:
    assert (types == 1).all()
    return matrix @ weights


def problem(seed: int) -> tuple[np.ndarray, np.ndarray, Points]:
    """Six alternatives, two of five of their values unknown."""
    random = np.random.default_rng(seed)
    low = random.random((6, 9))
    high = np.where(random.random((6, 9)) < 0.4, low + (1 - low) * random.random((6, 9)), low)
    shares = random.dirichlet(np.full(9, 3.0))
    return low, high, Points(dict(zip(CRITERIA, map(float, shares), strict=True)))


def ours(low: np.ndarray, high: np.ndarray, weights: Points, fate: float) -> Simulation:
    values = {
        f"a{row}": {c: (float(a), float(b)) for c, a, b in zip(CRITERIA, low[row], high[row], strict=True)}
        for row in range(len(low))
    }
    return simulate(values, weights, seed=1, draws=DRAWS, fate=fate)


@pytest.mark.parametrize("fate", [0.0, FATE])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ranks_duels_and_central_weights_agree_within_monte_carlo_error(seed: int, fate: float) -> None:
    low, high, weights = problem(seed)
    random = np.random.default_rng(100 + seed)
    drawn_weights = random.dirichlet([CONCENTRATION * s for s in weights.shares.values()], DRAWS)
    common = random.random((DRAWS, 6, 1))
    apart = random.random((DRAWS, 6, 9))
    place = np.where(random.random((DRAWS, 6, 9)) < fate, common, apart)
    theirs = smaa2(
        additive,
        (low + high) / 2,
        np.ones(9),
        weights=drawn_weights,
        num_samples=DRAWS,
        matrix_samples=low + place * (high - low),
        reverse_ranking=True,
    )
    mine = ours(low, high, weights, fate)
    assert mine.ranks == pytest.approx(theirs.rank_acceptability, abs=FIVE)
    assert mine.p_best == pytest.approx(theirs.acceptability, abs=FIVE)
    for row in range(6):
        central = mine.central(row)
        if central is not None and mine.p_best[row] > 0.02:
            assert list(central.values()) == pytest.approx(theirs.central_weights[row], abs=0.02)
