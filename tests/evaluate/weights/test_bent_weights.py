"""An order of some criteria bends the default weights."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.weights import default_weights, group_weights
from credlens.evaluate.weights.order import order
from credlens.model.weighting import Weighting

QUALITY = default_weights()["quality"]
NAMES = tuple(QUALITY)


@st.composite
def orders(draw: Callable[..., Any]) -> Weighting:
    """Pairs and ties without contradiction: both follow from hidden ranks."""
    ranks = draw(st.lists(st.integers(0, 4), min_size=len(NAMES), max_size=len(NAMES)))
    both = [(i, j) for i in range(len(NAMES)) for j in range(len(NAMES)) if i != j]
    said = draw(st.lists(st.sampled_from(both), min_size=1, max_size=6))
    return Weighting(
        above=tuple((NAMES[i], NAMES[j]) for i, j in said if ranks[i] < ranks[j]),
        alike=tuple((NAMES[i], NAMES[j]) for i, j in said if ranks[i] == ranks[j]),
    )


def named(said: Weighting) -> set[str]:
    return {name for together in (*said.above, *said.alike) for name in together}


@settings(max_examples=60)
@given(orders(), st.integers(0, 2**31))
def test_every_draw_satisfies_the_order_and_leaves_the_others_their_draw(said: Weighting, seed: int) -> None:
    drawn = group_weights(said)["quality"].draw(seed, 20)
    plain = group_weights(Weighting())["quality"].draw(seed, 20)
    assert sum(drawn.values()) == pytest.approx(np.ones(20))
    assert all((drawn[more] >= drawn[less]).all() for more, less in said.above)
    assert all((drawn[one] == drawn[other]).all() for one, other in said.alike)
    if rest := set(NAMES) - named(said):
        assert all((drawn[name] == plain[name]).all() for name in rest)


@settings(max_examples=60)
@given(orders())
def test_expected_weights_add_up_and_who_is_not_named_keeps_the_default(said: Weighting) -> None:
    shares = group_weights(said)["quality"].shares
    assert sum(shares.values()) == pytest.approx(1)
    assert all(shares[name] == pytest.approx(QUALITY[name]) for name in set(NAMES) - named(said))
    assert all(shares[more] > shares[less] for more, less in said.above)


@pytest.mark.parametrize(
    "said",
    [
        Weighting(above=(("recognition", "durability"),)),
        Weighting(above=(("durability", "recognition"), ("cost", "time")), alike=(("recognition", "supervision"),)),
        Weighting(above=(("stackability", "assessment_rigour"), ("durability", "verifiability"))),
    ],
)
def test_expected_weights_are_the_mean_of_many_draws(said: Weighting) -> None:
    draws = 20_000
    for weights in group_weights(said).values():
        for name, drawn in weights.draw(3, draws).items():
            error = float(np.std(drawn)) / draws**0.5
            assert weights.shares[name] == pytest.approx(float(np.mean(drawn)), abs=4 * error), name


def test_a_complete_order_of_some_shares_what_they_have_by_the_rank_order_centroid() -> None:
    shares = group_weights(Weighting(above=(("durability", "recognition"), ("recognition", "supervision"))))[
        "quality"
    ].shares
    together = 0.08 + 0.22 + 0.07
    assert shares["durability"] == pytest.approx(together * 11 / 18)
    assert shares["recognition"] == pytest.approx(together * 5 / 18)
    assert shares["supervision"] == pytest.approx(together * 2 / 18)


def test_an_order_of_all_leaves_nothing_of_the_defaults() -> None:
    above = tuple(pairwise(reversed(NAMES)))
    here, alone = group_weights(Weighting(above=above))["quality"], order(above, (), NAMES, "quality")
    assert here.shares == alone.shares
    assert all((here.draw(1, 9)[name] == drawn).all() for name, drawn in alone.draw(1, 9).items())
    centroid = [sum(1 / j for j in range(rank, 10)) / 9 for rank in range(1, 10)]
    assert [here.shares[name] for name in reversed(NAMES)] == pytest.approx(centroid)


def test_the_first_of_two_gains_unless_it_had_more_than_thrice_the_other() -> None:
    loses = []
    for group, defaults in default_weights().items():
        for more, less in permutations(defaults, 2):
            share = group_weights(Weighting(above=((more, less),)))[group].shares[more]
            assert share == pytest.approx(0.75 * (defaults[more] + defaults[less]))
            assert (share >= defaults[more]) == (defaults[more] <= 3 * defaults[less])
            loses += [(more, less)] if share < defaults[more] else []
    assert loses == [("recognition", less) for less in ("supervision", "verifiability", "stackability")]


def test_two_alike_share_evenly_and_one_alike_to_itself_changes_nothing() -> None:
    shares = group_weights(Weighting(alike=(("recognition", "durability"),)))["quality"].shares
    assert shares["recognition"] == shares["durability"] == pytest.approx(0.15)
    assert group_weights(Weighting(alike=(("cost",),)))["suitability"].shares == pytest.approx(
        default_weights()["suitability"]
    )
