"""The Shapley value of a skill in one ad: its fair share of bringing that ad within reach."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import comb


@lru_cache(maxsize=65536)
def shapley(heavy: int, light: int, need: int, weight: int) -> Fraction:
    """The Shapley value of one player of a weighted game with weights 1 and 2.

    The game: a set of players wins when its weights add up to ``need``. The value is the chance that, when all come in an order drawn at
    random, this player is the one with whom the set wins (Shapley 1953, "A value for n-person games", in Contributions to the Theory of
    Games II, 307-317; for voting games Shapley and Shubik 1954, American Political Science Review 48, 787-792). Players of one weight are
    alike, so that it is enough to count how many of each weight have come before: exact, in (heavy + 1) x (light + 1) steps.

    Args:
        heavy: players of weight 2; light: players of weight 1.
        need: what a winning set has to reach, at least 1 and at most all weights together.
        weight: 1 or 2, the weight of the player asked about, who is one of those counted.
    """
    others_heavy, others_light = heavy - (weight == 2), light - (weight == 1)
    players = heavy + light
    value = Fraction(0)
    for x in range(others_heavy + 1):
        for y in range(max(0, need - weight - 2 * x), min(others_light, need - 1 - 2 * x) + 1):
            orders = comb(others_heavy, x) * comb(others_light, y)
            value += Fraction(orders, players * comb(players - 1, x + y))
    return value
