"""The laws of the simulation: what must hold whatever the values."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate.smaa import DRAWS, FEWER, MANY, Interval, Simulation, simulate
from credlens.evaluate.weights.points import Points

WEIGHTS = Points({"a": 0.5, "b": 0.3, "c": 0.2})
FEW = 20  # the laws hold for any number of draws; few keep a thousand examples fast
laws = settings(max_examples=400)

Values = dict[str, dict[str, Interval]]

# Many of few different values, so that ties happen, and numbers at the edge of what numbers can be.
ENDS = (0.0, 0.25, 0.5, 1.0, 0.0, 0.25, 0.5, 1.0, 5e-324, 1e-17, 2.0**-53, 1 - 2.0**-53)


def _alternatives(drawn: bytes) -> Values:
    """As many as there are bytes for: drawn as one piece, which takes hypothesis a tenth of the time that number by number takes."""
    pairs = [_end(drawn[i], drawn[i + 1]) for i in range(1, len(drawn) - 1, 2)]
    rows = [pairs[i : i + 2 * len(WEIGHTS.shares)] for i in range(0, len(pairs), 2 * len(WEIGHTS.shares))]
    first, step = drawn[0] % 8, 2 * (drawn[0] // 8 % 4) + 1  # an odd step comes back after eight
    return {
        f"c{(first + step * n) % 8}": {
            c: (min(ends), max(ends))
            for c, ends in zip(WEIGHTS.shares, zip(row[::2], row[1::2], strict=True), strict=True)
        }
        for n, row in enumerate(rows)
    }


def _end(one: int, other: int) -> float:
    """Half of them out of the few, half of them anywhere."""
    return ENDS[one % len(ENDS)] if other % 2 else (256 * (other // 2) + one) / (2**15 - 1)


BYTES = 4 * len(WEIGHTS.shares)  # of an alternative
ALTERNATIVES = st.one_of(*(st.binary(min_size=1 + n * BYTES, max_size=1 + n * BYTES) for n in (2, 3, 4))).map(
    _alternatives
)
ALTERNATIVE = st.binary(min_size=1 + BYTES, max_size=1 + BYTES).map(
    lambda drawn: next(iter(_alternatives(drawn).values()))
)
SEED = st.integers(-5, 10**9)


def run(values: Values, seed: int = 0, draws: int = FEW) -> Simulation:
    return simulate(values, WEIGHTS, seed, draws)


def by_id(drawn: Simulation, name: str) -> tuple[float, float, float]:
    row = drawn.ids.index(name)
    return (drawn.low[row], drawn.median[row], drawn.high[row])


@laws
@given(ALTERNATIVES, SEED)
def test_ranks_are_a_distribution_for_each_alternative_and_each_place(values: Values, seed: int) -> None:
    drawn = run(values, seed)
    assert drawn.ranks.sum(axis=1) == pytest.approx(1)
    assert drawn.ranks.sum(axis=0) == pytest.approx(1)
    assert (drawn.p_top(3) >= drawn.p_best - 1e-12).all()
    assert drawn.p_top(len(values)) == pytest.approx(1)
    assert drawn.firsts.sum(axis=0) == pytest.approx(1)
    assert drawn.firsts.mean(axis=1) == pytest.approx(drawn.p_best)


def ranks_by_counting(scores: np.ndarray) -> np.ndarray:
    """The same by its definition: place by place, draw by draw."""
    n, draws = scores.shape
    shares = np.zeros((n, n))
    for draw in scores.T:
        for i in range(n):
            better, level = int((draw > draw[i]).sum()), int((draw == draw[i]).sum())
            shares[i, better : better + level] += 1 / level
    return shares / draws


@settings(max_examples=200)
@given(st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=6))
def test_ranks_with_ties_are_those_that_counting_gives(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=float)
    drawn = Simulation(tuple(map(str, range(len(rows)))), scores, {})
    assert drawn.ranks == pytest.approx(ranks_by_counting(scores))


@laws
@given(ALTERNATIVES, SEED)
def test_the_same_seed_gives_the_same_result_to_the_last_bit(values: Values, seed: int) -> None:
    one, two = run(values, seed), run(values, seed)
    assert np.array_equal(one.scores, two.scores)
    assert np.array_equal(one.ranks, two.ranks)


def test_another_seed_gives_another_result() -> None:
    values: Values = {
        "x": {"a": (0, 1), "b": (0, 1), "c": (0, 1)},
        "y": {"a": (0.5, 0.5), "b": (0.4, 0.9), "c": (0, 1)},
    }
    assert run(values, 1).median[0] != run(values, 2).median[0]


@laws
@given(ALTERNATIVES, SEED, SEED)
def test_order_does_not_matter(values: Values, seed: int, order: int) -> None:
    names = list(values)
    Random(order).shuffle(names)
    one, two = run(values, seed), run({n: dict(reversed(values[n].items())) for n in names}, seed)
    for name in values:
        assert by_id(one, name) == by_id(two, name)
        assert one.p_best[one.ids.index(name)] == pytest.approx(two.p_best[two.ids.index(name)])


@laws
@given(ALTERNATIVES, ALTERNATIVE, SEED)
def test_adding_or_removing_an_alternative_changes_nobody_else(
    values: Values, added: dict[str, Interval], seed: int
) -> None:
    before, after = run(values, seed), run({"another": added, **values}, seed)
    for name in values:
        assert by_id(before, name) == by_id(after, name)
        for other in values:
            rows = [(drawn.ids.index(name), drawn.ids.index(other)) for drawn in (before, after)]
            assert before.wins(*rows[0]) == after.wins(*rows[1])
            assert before.wins(*rows[0]) + before.wins(*reversed(rows[0])) == pytest.approx(1)


@laws
@given(ALTERNATIVES, st.sampled_from(sorted(WEIGHTS.shares)), st.floats(0, 1), SEED)
def test_a_better_value_never_hurts(values: Values, criterion: str, lift: float, seed: int) -> None:
    name = next(iter(values))
    low, high = values[name][criterion]
    better = {**values, name: {**values[name], criterion: (low + lift * (1 - low), high + lift * (1 - high))}}
    before, after = run(values, seed), run(better, seed)
    assert all(b <= a + 1e-12 for b, a in zip(by_id(before, name), by_id(after, name), strict=True))
    assert after.p_best[0] >= before.p_best[0] - 1e-9
    assert after.p_top(3)[0] >= before.p_top(3)[0] - 1e-9


@laws
@given(ALTERNATIVE, ALTERNATIVE, SEED)
def test_what_is_at_least_as_good_on_everything_never_loses(
    one: dict[str, Interval], two: dict[str, Interval], seed: int
) -> None:
    best = {c: (max(one[c][1], two[c][0]),) * 2 for c in WEIGHTS.shares}  # its worst is the other's best
    drawn = run({"better": best, "one": one}, seed)
    assert drawn.wins(0, 1) >= 0.5
    assert drawn.p_best[0] >= drawn.p_best[1]
    assert drawn.median[0] >= drawn.median[1] - 1e-12


@laws
@given(ALTERNATIVE, SEED)
def test_a_score_lies_between_its_worst_and_its_best_case(one: dict[str, Interval], seed: int) -> None:
    low, median, high = by_id(run({"one": one}, seed), "one")
    assert min(v[0] for v in one.values()) - 1e-12 <= low <= median <= high <= max(v[1] for v in one.values()) + 1e-12


@laws
@given(ALTERNATIVE, st.sampled_from(sorted(WEIGHTS.shares)), st.floats(0, 1), st.floats(0, 1), SEED)
def test_an_answer_inside_the_interval_moves_no_draw_out_of_its_old_bounds(
    one: dict[str, Interval], criterion: str, low: float, high: float, seed: int
) -> None:
    least, most = one[criterion]
    inside = sorted((least + low * (most - least), least + high * (most - least)))
    known = {**one, criterion: (inside[0], inside[1])}
    lowest = run({"one": {c: (v[0], v[0]) for c, v in one.items()}}, seed).scores
    highest = run({"one": {c: (v[1], v[1]) for c, v in one.items()}}, seed).scores
    answered = run({"one": known}, seed).scores
    assert (answered >= lowest - 1e-12).all()
    assert (answered <= highest + 1e-12).all()


@laws
@given(ALTERNATIVE, st.sampled_from(sorted(WEIGHTS.shares)), SEED)
def test_unknown_is_not_zero(one: dict[str, Interval], criterion: str, seed: int) -> None:
    unknown, zero, best = ({**one, criterion: v} for v in ((0.0, 1.0), (0.0, 0.0), (1.0, 1.0)))
    drawn = run({"unknown": unknown}, seed).median[0]
    assert run({"unknown": zero}, seed).median[0] < drawn < run({"unknown": best}, seed).median[0]


def test_what_is_equal_shares_its_place() -> None:
    same: dict[str, Interval] = {"a": (0.4, 0.4), "b": (0.6, 0.6), "c": (0.1, 0.1)}
    drawn = run({"one": same, "two": same, "three": same, "worse": dict.fromkeys(WEIGHTS.shares, (0.0, 0.0))})
    assert drawn.p_best == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0])
    assert drawn.p_top(3) == pytest.approx([1, 1, 1, 0])


def test_weights_spread_around_what_was_chosen() -> None:
    # "a" alone carries value, so the score is its drawn weight: Dirichlet(40 w) has mean w, sd sqrt(w (1 - w) / 41).
    drawn = run({"x": {"a": (1, 1), "b": (0, 0), "c": (0, 0)}}, draws=20000)
    assert drawn.median[0] == pytest.approx(0.5, abs=0.01)
    assert drawn.high[0] - drawn.low[0] == pytest.approx(2 * 1.645 * (0.25 / 41) ** 0.5, abs=0.01)


def test_central_weights_are_those_under_which_one_comes_first() -> None:
    one: dict[str, Interval] = {"a": (0.9, 0.9), "b": (0.1, 0.1), "c": (0.5, 0.5)}
    two: dict[str, Interval] = {"a": (0.1, 0.1), "b": (0.9, 0.9), "c": (0.5, 0.5)}
    drawn = run({"one": one, "two": two, "never": dict.fromkeys(WEIGHTS.shares, (0.0, 0.0))}, draws=4000)
    for_one, for_two = drawn.central(0), drawn.central(1)
    assert for_one is not None
    assert for_two is not None
    # Of the draws in which "b" weighs more than "a", "two" wins each and "one" none.
    ahead = drawn.weights["b"] > drawn.weights["a"]
    assert for_two["b"] == pytest.approx(drawn.weights["b"][ahead].mean())
    assert for_one["a"] == pytest.approx(drawn.weights["a"][~ahead].mean())
    assert sum(for_one.values()) == pytest.approx(1)
    assert drawn.central(2) is None


def test_a_weight_of_zero_leaves_a_criterion_out() -> None:
    drawn = simulate({"x": {"a": (0.3, 0.3), "b": (1, 1)}}, Points({"a": 1.0, "b": 0.0}), draws=FEW)
    assert (drawn.low[0], drawn.high[0]) == pytest.approx((0.3, 0.3))
    assert list(drawn.weights) == ["a"]


def test_nothing_to_compare_is_no_error() -> None:
    assert run({}).ids == ()
    assert run({}).ranks.shape == (0, 0)


def test_a_crowd_is_drawn_less_often_than_a_few() -> None:
    values: Values = {f"c{i}": {"a": (0.5, 0.5)} for i in range(MANY + 1)}
    crowd = simulate(values, Points({"a": 1.0}))
    few = simulate({"c0": values["c0"]}, Points({"a": 1.0}))
    assert (crowd.scores.shape[1], few.scores.shape[1]) == (FEWER, DRAWS)
