"""What missing facts cost: the made-up problems and the ways beside ours, checked by hand, and the bar that ours has to keep."""

from __future__ import annotations

import numpy as np
import pytest

from credlens.app.bench.missing import REGIMES, Outcome, mean, missing, renormalise, zero

VALUES = np.array([[0.8, 0.4], [0.6, 0.2]])
HIDDEN = np.array([[False, True], [False, False]])
WEIGHTS = np.array([0.75, 0.25])


def test_the_other_ways_do_what_their_names_say() -> None:
    assert zero(VALUES, HIDDEN, WEIGHTS) == pytest.approx([0.75 * 0.8, 0.75 * 0.6 + 0.25 * 0.2])
    assert mean(VALUES, HIDDEN, WEIGHTS) == pytest.approx([0.75 * 0.8 + 0.25 * 0.2, 0.75 * 0.6 + 0.25 * 0.2])
    assert renormalise(VALUES, HIDDEN, WEIGHTS) == pytest.approx([0.8, 0.75 * 0.6 + 0.25 * 0.2])


def test_where_nothing_is_known_every_way_says_the_middle() -> None:
    nothing = np.ones((2, 2), dtype=bool)
    assert mean(VALUES, nothing, WEIGHTS) == pytest.approx([0.5, 0.5])
    assert renormalise(VALUES, nothing, WEIGHTS) == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("regime", REGIMES)
def test_as_much_is_hidden_as_was_said(regime: str) -> None:
    values = np.random.default_rng(0).random((4000, 9))
    assert REGIMES[regime](values, 0.4).mean() == pytest.approx(0.4, abs=0.01)
    worse, better = values < 0.5, values >= 0.5
    chances = REGIMES[regime](values, 0.4)
    assert (chances[worse].mean() > chances[better].mean()) == (regime == "when_bad")


@pytest.mark.parametrize("regime", REGIMES)
def test_ours_loses_hardly_more_than_the_best_other_way_and_its_intervals_hold(regime: str) -> None:
    found = missing(regime, problems=150)
    assert set(found.regret) == {"p_best", "expected", "zero", "mean", "renormalise"}
    assert all(m >= 0 and se > 0 for m, se in found.regret.values())
    assert found.excess("expected") <= 0.005
    assert found.coverage >= 0.85
    assert found.claimed <= found.true + 0.05  # it never claims more than it keeps


def test_the_same_seed_gives_the_same_figures() -> None:
    assert missing("at_random", problems=5, seed=3) == missing("at_random", problems=5, seed=3)
    assert missing("at_random", problems=5, seed=3) != missing("at_random", problems=5, seed=4)


def test_excess_is_counted_from_the_best_of_the_others() -> None:
    regret = {"p_best": (0.02, 0.0), "expected": (0.01, 0.0), "zero": (0.03, 0.0), "mean": (0.015, 0.0)}
    found = Outcome(1, 0.4, {**regret, "renormalise": (0.04, 0.0)}, 0.9, 0.5, 0.6)
    assert found.excess() == pytest.approx(0.005)
    assert found.excess("expected") == pytest.approx(-0.005)
