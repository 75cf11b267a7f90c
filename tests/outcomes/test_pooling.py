"""Pools: the conditional likelihood against its definition, and no number that comes from fewer than ten people."""

from __future__ import annotations

from dataclasses import replace
from math import comb, exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.belief import Arm, EffectPrior
from credlens.model.pool import FLOOR, Table
from credlens.outcomes.effect import PHI
from credlens.outcomes.pooling import conditional, pool

PRIOR = EffectPrior()
TOSSED = replace(PRIOR, bias_sd=0.0)


def table(shown: tuple[int, int], hidden: tuple[int, int], *, coin: bool = True) -> Table:
    return Table(Arm(*shown), Arm(*hidden), coin)


def test_the_likelihood_is_that_of_fishers_distribution() -> None:
    one = table((10, 3), (12, 1))
    i = int(np.argmin(np.abs(PHI - 0.5)))
    odds = exp(PHI[i])
    weights = {y: comb(10, y) * comb(12, 4 - y) * odds**y for y in range(5)}
    expected = log(weights[3] / sum(weights.values()))
    found = conditional([one])
    assert found[i] - found[0] == pytest.approx(expected - _at(one, PHI[0]), abs=1e-9)


def _at(one: Table, phi: float) -> float:
    k = one.shown.interviews + one.hidden.interviews
    weights = {
        y: comb(one.shown.n, y) * comb(one.hidden.n, k - y) * exp(phi * y)
        for y in range(max(0, k - one.hidden.n), min(one.shown.n, k) + 1)
    }
    return log(weights[one.shown.interviews] / sum(weights.values()))


def test_who_has_no_interview_or_one_arm_only_says_nothing() -> None:
    telling = [table((10, 3), (12, 1))] * FLOOR
    silent = [table((30, 0), (30, 0)), table((30, 5), (0, 0)), table((3, 3), (4, 4))]
    with_them, without = (pool([*telling, *more], TOSSED, tossed=True) for more in (silent, []))
    assert with_them.belief == without.belief
    assert with_them.people == FLOOR + 3


def test_a_persons_base_rate_drops_out() -> None:
    """Ten people who get many interviews and ten who get few, each with the same odds ratio: pooled naively they would show none."""
    easy = [table((10, 8), (30, 20))] * 20
    found = pool(easy, TOSSED, tossed=True)
    assert found.belief is not None
    assert exp(found.belief.median) == pytest.approx(2.0, rel=0.15)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)), max_size=25))
def test_no_number_comes_from_fewer_than_ten_people(people: list[tuple[int, int, int, int]]) -> None:
    tables = [table((a + b, a), (c + d, c)) for a, b, c, d in people]
    found = pool(tables, TOSSED, tossed=True)
    mine = [t for t in tables if t.shown.n + t.hidden.n]
    if len(mine) < FLOOR:
        assert (found.people, found.shown, found.hidden, found.belief) == (None, None, None, None)
    cells = [sum(bool(p[i]) for p in people) for i in range(4)]
    assert (found.shown is None) is (found.hidden is None)
    if found.shown is not None:
        assert min(cells) >= FLOOR
    if found.belief is not None:
        assert sum(t.tells for t in tables) >= FLOOR


def test_where_people_chose_more_of_them_do_not_end_the_doubt() -> None:
    many = [table((40, 8), (40, 4), coin=False)] * 300
    chose = pool(many, PRIOR, tossed=False).belief
    coin = pool([replace(t, tossed=True) for t in many], TOSSED, tossed=True).belief
    assert chose is not None
    assert coin is not None
    assert chose.high - chose.low > 0.7
    assert coin.high - coin.low < 0.35
    assert pool(many, TOSSED, tossed=True).people is None
