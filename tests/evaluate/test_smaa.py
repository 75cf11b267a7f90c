"""The laws of the simulation: what must hold whatever the values."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.smaa import Interval, Simulation, simulate

WEIGHTS = {"a": 0.5, "b": 0.3, "c": 0.2}
DRAWS = 400  # the laws hold for any number of draws; few keep the tests fast

Values = dict[str, dict[str, Interval]]

INTERVAL = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(lambda ends: (min(ends), max(ends)))
ALTERNATIVE = st.fixed_dictionaries(dict.fromkeys(WEIGHTS, INTERVAL))
ALTERNATIVES = st.dictionaries(st.sampled_from([f"c{i}" for i in range(8)]), ALTERNATIVE, min_size=2, max_size=6)
SEED = st.integers(-5, 10**9)


def run(values: Values, seed: int = 0) -> Simulation:
    return simulate(values, WEIGHTS, seed, DRAWS)


def by_id(drawn: Simulation, name: str) -> tuple[float, float, float]:
    row = drawn.ids.index(name)
    return (drawn.low[row], drawn.median[row], drawn.high[row])


@given(ALTERNATIVES, SEED)
def test_ranks_are_a_distribution_for_each_alternative_and_each_place(values: Values, seed: int) -> None:
    drawn = run(values, seed)
    assert drawn.ranks.sum(axis=1) == pytest.approx(1)
    assert drawn.ranks.sum(axis=0) == pytest.approx(1)
    assert drawn.p_best.sum() == pytest.approx(1)
    assert (drawn.p_top(3) >= drawn.p_best).all()
    assert drawn.p_top(len(values)) == pytest.approx(1)
    assert drawn.wins + drawn.wins.T == pytest.approx(1)


@given(ALTERNATIVES, SEED)
def test_the_same_seed_gives_the_same_result_to_the_last_bit(values: Values, seed: int) -> None:
    one, two = run(values, seed), run(values, seed)
    assert np.array_equal(one.median, two.median)
    assert np.array_equal(one.ranks, two.ranks)


def test_another_seed_gives_another_result() -> None:
    values: Values = {
        "x": {"a": (0, 1), "b": (0, 1), "c": (0, 1)},
        "y": {"a": (0.5, 0.5), "b": (0.4, 0.9), "c": (0, 1)},
    }
    assert run(values, 1).median[0] != run(values, 2).median[0]


@given(ALTERNATIVES, SEED, st.randoms(use_true_random=False))
def test_order_does_not_matter(values: Values, seed: int, shuffler: object) -> None:
    names = list(values)
    shuffler.shuffle(names)
    one, two = run(values, seed), run({n: dict(reversed(values[n].items())) for n in names}, seed)
    for name in values:
        assert by_id(one, name) == by_id(two, name)
        assert one.p_best[one.ids.index(name)] == pytest.approx(two.p_best[two.ids.index(name)])


@given(ALTERNATIVES, ALTERNATIVE, SEED)
def test_adding_or_removing_an_alternative_changes_nobody_else(
    values: Values, added: dict[str, Interval], seed: int
) -> None:
    before, after = run(values, seed), run({"another": added, **values}, seed)
    for name in values:
        assert by_id(before, name) == by_id(after, name)
        for other in values:
            duel = (before.ids.index(name), before.ids.index(other)), (after.ids.index(name), after.ids.index(other))
            assert before.wins[duel[0]] == after.wins[duel[1]]


@given(ALTERNATIVES, st.sampled_from(sorted(WEIGHTS)), st.floats(0, 1), SEED)
def test_a_better_value_never_hurts(values: Values, criterion: str, lift: float, seed: int) -> None:
    name = next(iter(values))
    low, high = values[name][criterion]
    better = {**values, name: {**values[name], criterion: (low + lift * (1 - low), high + lift * (1 - high))}}
    before, after = run(values, seed), run(better, seed)
    assert all(b <= a + 1e-12 for b, a in zip(by_id(before, name), by_id(after, name), strict=True))
    assert after.p_best[0] >= before.p_best[0] - 1e-9
    assert after.p_top(3)[0] >= before.p_top(3)[0] - 1e-9


@given(ALTERNATIVE, ALTERNATIVE, SEED)
def test_what_is_at_least_as_good_on_everything_never_loses(
    one: dict[str, Interval], two: dict[str, Interval], seed: int
) -> None:
    better = {
        c: (max(one[c][1], two[c][0]), max(one[c][1], two[c][1])) for c in WEIGHTS
    }  # its worst is the other's best
    drawn = run({"better": better, "one": one}, seed)
    assert drawn.wins[0, 1] >= 0.5
    assert drawn.p_best[0] >= drawn.p_best[1]
    assert drawn.median[0] >= drawn.median[1] - 1e-12


@given(ALTERNATIVE, SEED)
def test_a_score_lies_between_its_worst_and_its_best_case(one: dict[str, Interval], seed: int) -> None:
    low, median, high = by_id(run({"one": one}, seed), "one")
    assert min(v[0] for v in one.values()) - 1e-12 <= low <= median <= high <= max(v[1] for v in one.values()) + 1e-12


def test_unknown_is_not_zero() -> None:
    known = {"b": (0.5, 0.5), "c": (0.5, 0.5)}
    drawn = run({"unknown": {"a": (0, 1), **known}, "zero": {"a": (0, 0), **known}, "half": {"a": (0.5, 0.5), **known}})
    assert drawn.median[0] > drawn.median[1] + 0.2
    assert drawn.median[0] == pytest.approx(drawn.median[2], abs=0.05)
    assert drawn.high[0] - drawn.low[0] > drawn.high[2] - drawn.low[2]


def test_what_is_equal_shares_its_place() -> None:
    same: dict[str, Interval] = {"a": (0.4, 0.4), "b": (0.6, 0.6), "c": (0.1, 0.1)}
    drawn = run({"one": same, "two": same, "three": same, "worse": dict.fromkeys(WEIGHTS, (0.0, 0.0))})
    assert drawn.p_best == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])
    assert drawn.p_top(3) == pytest.approx([1, 1, 1, 0])


def test_weights_spread_around_what_was_chosen() -> None:
    # "a" alone carries value, so the score is its drawn weight: Dirichlet(40 w) has mean w, sd sqrt(w (1 - w) / 41).
    drawn = simulate({"x": {"a": (1, 1), "b": (0, 0), "c": (0, 0)}}, WEIGHTS, draws=20000)
    assert drawn.median[0] == pytest.approx(0.5, abs=0.01)
    assert drawn.high[0] - drawn.low[0] == pytest.approx(2 * 1.645 * (0.25 / 41) ** 0.5, abs=0.01)


def test_a_weight_of_zero_leaves_a_criterion_out() -> None:
    drawn = simulate({"x": {"a": (0.3, 0.3), "b": (1, 1)}}, {"a": 1.0, "b": 0.0}, draws=DRAWS)
    assert (drawn.low[0], drawn.high[0]) == pytest.approx((0.3, 0.3))


def test_nothing_to_compare_is_no_error() -> None:
    assert run({}).ids == ()


def test_forty_alternatives_take_less_than_half_a_second() -> None:
    weights = {f"k{i}": 1 / 9 for i in range(9)}
    values: Values = {f"c{i}": dict.fromkeys(weights, (0.01 * i, 0.5 + 0.01 * i)) for i in range(40)}
    began = time.process_time()
    simulate(values, weights)
    assert time.process_time() - began < 0.5
