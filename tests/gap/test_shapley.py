from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.gap.shapley import shapley


def in_every_order(weights: tuple[int, ...], need: int, player: int) -> Fraction:
    """The share of all orders in which this player's coming reaches the need: the definition, written out."""
    orders = list(permutations(range(len(weights))))
    wins = 0
    for order in orders:
        before = sum(weights[p] for p in order[: order.index(player)])
        wins += before < need <= before + weights[player]
    return Fraction(wins, len(orders))


@pytest.mark.parametrize(
    ("heavy", "light", "need", "weight", "value"),
    [
        (1, 0, 2, 2, Fraction(1)),  # alone
        (0, 4, 1, 1, Fraction(1, 4)),  # anybody suffices
        (0, 4, 4, 1, Fraction(1, 4)),  # everybody is needed
        (1, 1, 2, 2, Fraction(1)),  # the heavy one suffices and the light one never tips it
        (1, 1, 2, 1, Fraction(0)),
        (1, 2, 2, 2, Fraction(2, 3)),  # first or second: it wins; third: both light ones have won already
        (1, 2, 2, 1, Fraction(1, 6)),
    ],
)
def test_small_games_have_the_value_that_counting_orders_gives(
    heavy: int, light: int, need: int, weight: int, value: Fraction
) -> None:
    assert shapley(heavy, light, need, weight) == value


@given(st.integers(0, 3), st.integers(0, 3), st.data())
def test_it_is_the_share_of_orders_in_which_the_player_tips_the_game(
    heavy: int, light: int, data: st.DataObject
) -> None:
    weights = (2,) * heavy + (1,) * light
    if not weights:
        return
    need = data.draw(st.integers(1, sum(weights)))
    player = data.draw(st.integers(0, len(weights) - 1))

    assert shapley(heavy, light, need, weights[player]) == in_every_order(weights, need, player)


@given(st.integers(0, 12), st.integers(0, 12), st.data())
def test_the_values_of_all_players_add_up_to_one_ad(heavy: int, light: int, data: st.DataObject) -> None:
    if heavy + light == 0:
        return
    need = data.draw(st.integers(1, 2 * heavy + light))
    total = sum(count * shapley(heavy, light, need, weight) for count, weight in ((heavy, 2), (light, 1)) if count)

    assert total == 1
