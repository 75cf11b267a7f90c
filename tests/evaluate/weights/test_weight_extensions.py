"""The sums over down-sets say the same as writing down every complete order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.weights.extensions import Extensions, masks

Pairs = list[tuple[int, int]]


@st.composite
def partial(draw: Callable[..., object], most: int = 5) -> tuple[int, Pairs]:
    """k classes, and pairs (first, later) without a cycle: they all keep to one hidden order."""
    k = draw(st.integers(1, most))
    hidden = draw(st.permutations(range(k)))
    assert isinstance(k, int)
    assert isinstance(hidden, list)
    able = [(hidden[i], hidden[j]) for i in range(k) for j in range(i + 1, k)]
    pairs = draw(st.lists(st.sampled_from(able), unique=True)) if able else []
    assert isinstance(pairs, list)
    return k, pairs


def written_down(k: int, pairs: Pairs) -> list[tuple[int, ...]]:
    return [o for o in permutations(range(k)) if all(o.index(a) < o.index(b) for a, b in pairs)]


def of(k: int, pairs: Pairs) -> Extensions:
    return Extensions((1,) * k, masks(pairs, k))


@settings(max_examples=150)
@given(partial())
def test_who_comes_first_is_counted_right(order: tuple[int, Pairs]) -> None:
    k, pairs = order
    orders = written_down(k, pairs)
    expected = [
        [np.mean([o.index(a) < o.index(b) for o in orders]) if a != b else 0 for b in range(k)] for a in range(k)
    ]
    assert of(k, pairs).precede() == pytest.approx(np.array(expected))


@settings(max_examples=150)
@given(partial())
def test_without_ties_the_mean_is_that_of_the_rank_order_centroids(order: tuple[int, Pairs]) -> None:
    k, pairs = order
    centroid = [sum(1 / j for j in range(rank, k + 1)) / k for rank in range(1, k + 1)]
    orders = written_down(k, pairs)
    expected = [np.mean([centroid[o.index(one)] for o in orders]) for one in range(k)]
    assert of(k, pairs).means() == pytest.approx(expected)


def test_a_forbidden_order_has_probability_zero_exactly() -> None:
    precede = of(4, [(0, 1), (1, 2)]).precede()
    assert precede[2, 0] == precede[1, 0] == precede[2, 1] == 0.0
    assert precede[0, 2] == pytest.approx(1)
    assert precede[3, 0] == pytest.approx(1 / 4)


def test_all_complete_orders_are_drawn_equally_often() -> None:
    pairs = [(0, 1), (2, 3)]  # six orders of four keep to this
    draws = 12_000
    drawn = of(4, pairs).draw(np.random.default_rng(1), draws)
    seen = np.unique(np.argsort(-drawn, axis=0).T, axis=0, return_counts=True)
    assert sorted(map(tuple, seen[0].tolist())) == sorted(written_down(4, pairs))
    assert np.abs(seen[1] / draws - 1 / 6).max() < 4 * (1 / 6 * 5 / 6 / draws) ** 0.5


def test_the_quadrature_agrees_with_the_closed_form_of_two_tied_and_one_free() -> None:
    # x / (2 x + y) of two exponentials has the mean 1 - ln 2
    means = Extensions((2, 1), (0, 0)).means()
    assert means == pytest.approx([1 - np.log(2), 2 * np.log(2) - 1], rel=1e-12)
