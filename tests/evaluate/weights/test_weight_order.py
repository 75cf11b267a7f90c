"""Weights that keep to an order."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.weights.order import Order, order
from credlens.model.errors import UserError

NAMES = tuple("abcdef")
TWELVE = tuple("abcdefghijkl")


@st.composite
def orders(draw: Callable[..., Any]) -> tuple[list[tuple[str, str]], list[list[str]]]:
    """(above, alike) without contradiction: both follow from hidden ranks."""
    ranks = draw(st.lists(st.integers(0, 5), min_size=len(NAMES), max_size=len(NAMES)))
    both = [(i, j) for i in range(len(NAMES)) for j in range(len(NAMES)) if i != j]
    said = draw(st.lists(st.sampled_from(both), max_size=8))
    above = [(NAMES[i], NAMES[j]) for i, j in said if ranks[i] < ranks[j]]
    return above, [[NAMES[i], NAMES[j]] for i, j in said if ranks[i] == ranks[j]]


@settings(max_examples=120)
@given(orders(), st.integers(0, 2**31))
def test_every_draw_satisfies_the_order_and_adds_up_to_one(
    said: tuple[list[tuple[str, str]], list[list[str]]], seed: int
) -> None:
    above, alike = said
    drawn = order(above, alike, NAMES, "q").draw(seed, 8)
    assert sorted(drawn) == list(NAMES)
    assert sum(drawn.values()) == pytest.approx(np.ones(8))
    assert all((weights >= 0).all() for weights in drawn.values())
    for more, less in above:
        assert (drawn[more] >= drawn[less]).all()
    for same in alike:
        assert all((drawn[same[0]] == drawn[name]).all() for name in same)


@settings(max_examples=120)
@given(orders())
def test_expected_weights_satisfy_the_order_and_add_up_to_one(
    said: tuple[list[tuple[str, str]], list[list[str]]],
) -> None:
    above, alike = said
    shares = order(above, alike, NAMES, "q").shares
    assert sum(shares.values()) == pytest.approx(1)
    assert all(shares[more] > shares[less] for more, less in above)
    assert all(shares[same[0]] == shares[name] for same in alike for name in same)


@pytest.mark.parametrize(
    ("above", "alike"),
    [
        ([], []),
        ([("a", "b"), ("c", "b"), ("c", "d")], []),
        ([("a", "b"), ("b", "c")], [["c", "d", "e"]]),
        ([], [["a", "b"], ["b", "c"]]),
    ],
)
def test_expected_weights_are_the_mean_of_many_draws(above: list[tuple[str, str]], alike: list[list[str]]) -> None:
    said = order(above, alike, NAMES, "q")
    draws = 40_000
    for name, weights in said.draw(5, draws).items():
        error = float(np.std(weights)) / draws**0.5
        assert said.shares[name] == pytest.approx(float(np.mean(weights)), abs=4 * error), name


def test_a_complete_order_gives_the_rank_order_centroid() -> None:
    said = order([("c", "a"), ("a", "b")], [], "abc", "q")
    assert said.shares == pytest.approx({"c": 11 / 18, "a": 5 / 18, "b": 2 / 18})


def test_no_order_and_all_equal_give_the_same_weight_to_each() -> None:
    assert order([], [], NAMES, "q").shares == pytest.approx(dict.fromkeys(NAMES, 1 / 6))
    assert order([], [NAMES], NAMES, "q").draw(0, 3)["d"] == pytest.approx(np.full(3, 1 / 6))


def test_without_an_order_draws_are_uniform_on_the_simplex() -> None:
    # each coordinate of a uniform point of the 6-simplex is Beta(1, 5): P(w > t) = (1 - t)^5
    draws = 20_000
    weights = order([], [], NAMES, "q").draw(3, draws)["b"]
    for t in (0.05, 0.15, 0.4):
        assert float(np.mean(weights > t)) == pytest.approx((1 - t) ** 5, abs=4 * 0.5 / draws**0.5)


def test_the_same_seed_gives_the_same_draws_and_groups_do_not_repeat_each_other() -> None:
    one, again, other = (order([("a", "b")], [], NAMES, group).draw(7, 50) for group in ("q", "q", "s"))
    assert all((one[name] == again[name]).all() for name in NAMES)
    assert not (one["a"] == other["a"]).any()


def test_too_many_criteria_are_refused_unless_ties_join_them() -> None:
    names = [f"c{n}" for n in range(16)]
    with pytest.raises(UserError, match="An order of 16 criteria is too large"):
        order([], [], names, "q")
    assert len(order([], [names[:3]], names, "q").shares) == 16


def test_ties_hang_together() -> None:
    said = order([], [["a", "b"], ["c", "d"], ["d", "a"]], NAMES, "q")
    assert said.classes == (("a", "b", "c", "d"), ("e",), ("f",))


@pytest.mark.parametrize(
    "said",
    [
        order([], [], TWELVE, "q"),
        order([("a", x) for x in TWELVE[1:]], [], TWELVE, "q"),
        order(list(pairwise(TWELVE)), [], TWELVE, "q"),
    ],
)
def test_ten_thousand_draws_of_twelve_criteria_take_less_than_015_seconds(said: Order) -> None:
    began = time.process_time()
    said.draw(0, 10_000)
    assert time.process_time() - began < 0.15
