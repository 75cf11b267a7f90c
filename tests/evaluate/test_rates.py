"""Bounds of shares seen in few ads."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.rates import beta_quantile, incomplete_beta, mention_rate, percent, wilson90

ADS = st.integers(1, 5000)


def binomial_tail(k: int, n: int, p: float) -> float:
    """P(X >= k) for X ~ Binomial(n, p), summed term by term."""
    return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))


@given(st.integers(1, 30), st.integers(0, 30), st.floats(0.01, 0.99))
def test_the_incomplete_beta_function_is_the_binomial_tail(k: int, more: int, p: float) -> None:
    # I_p(k, n - k + 1) = P(X >= k), DLMF 8.17.5
    n = k + more
    assert incomplete_beta(k, n - k + 1, p) == pytest.approx(binomial_tail(k, n, p), abs=1e-10)


@pytest.mark.parametrize(
    ("p", "a", "b", "expected"),
    [
        (0.5, 1, 1, 0.5),
        (0.95, 1, 42, 1 - 0.05 ** (1 / 42)),  # closed form for a = 1
        (0.05, 7, 1, 0.05 ** (1 / 7)),  # closed form for b = 1
        (0.5, 2, 2, 0.5),
        (0.95, 3, 0, 1.0),
    ],
)
def test_beta_quantiles_known_in_closed_form(p: float, a: float, b: float, expected: float) -> None:
    assert beta_quantile(p, a, b) == pytest.approx(expected, abs=1e-9)


@given(st.floats(0.01, 0.99), st.floats(0.05, 500), st.floats(0.05, 500))
def test_a_quantile_is_where_the_distribution_function_reaches_it(p: float, a: float, b: float) -> None:
    x = beta_quantile(p, a, b)
    if 1e-12 < x < 1 - 1e-12:  # further out a double cannot hold the answer
        assert incomplete_beta(a, b, x) == pytest.approx(p, abs=1e-5)


def test_the_distribution_function_is_0_before_and_1_after_the_unit_interval() -> None:
    assert incomplete_beta(2, 3, 0.0) == 0
    assert incomplete_beta(2, 3, 1.0) == 1


def test_a_hundred_million_ads_are_counted_in_no_time() -> None:
    low, high = mention_rate(1_000_000, 100_000_000)
    assert low == pytest.approx(0.01, rel=0.06)
    assert high == pytest.approx(0.01, rel=0.06)


def test_no_ads_tell_nothing() -> None:
    assert mention_rate(0, 0) == (0.0, 1.0)
    assert wilson90(0.0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("ads", "high"), [(2, 1.0), (3, 1.0), (42, 3 / 42), (6000, 0.0005)])
def test_no_mention_follows_the_rule_of_three(ads: int, high: float) -> None:
    assert mention_rate(0, ads) == (0.0, pytest.approx(high))


@given(ADS.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_rate_seen_lies_within_its_bounds_unless_few_ads_pull_it_down(seen: tuple[int, int]) -> None:
    named, ads = seen
    low, high = mention_rate(named, ads)
    assert 0 <= low <= high <= 1
    assert named / ads <= high
    assert low <= named / ads


@given(st.integers(4, 5000).flatmap(lambda n: st.tuples(st.integers(0, n - 1), st.just(n))))
def test_one_more_mention_never_lowers_either_bound(seen: tuple[int, int]) -> None:
    named, ads = seen  # from 4 ads on: 3 / ads says nothing below
    before, after = mention_rate(named, ads), mention_rate(named + 1, ads)
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(st.integers(0, 5), st.integers(5, 200))
def test_ten_times_the_ads_narrow_the_bounds(named: int, ads: int) -> None:
    few, many = mention_rate(named, ads), mention_rate(10 * named, 10 * ads)
    assert many[1] - many[0] < few[1] - few[0]


@given(st.floats(0, 1), st.integers(1, 10000))
def test_wilson_holds_the_share_and_narrows_with_n(share: float, n: int) -> None:
    low, high = wilson90(share, n)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1
    closer = wilson90(share, 4 * n)
    assert closer[1] - closer[0] <= high - low + 1e-12


@pytest.mark.parametrize(("share", "text"), [(0.0714, "7 %"), (0.003, "0.30 %"), (0.0, "0 %"), (1.0, "100 %")])
def test_percent_in_words(share: float, text: str) -> None:
    assert percent(share) == text


def test_a_prior_moves_the_lower_end_and_never_the_upper_one() -> None:
    weak, believed = mention_rate(2, 200), mention_rate(2, 200, prior=(1.0, 499.0))
    assert believed[0] == pytest.approx(beta_quantile(0.05, 3, 697))
    assert believed[0] != pytest.approx(weak[0])
    assert believed[1] == weak[1]


def test_a_prior_far_above_what_was_counted_leaves_an_interval() -> None:
    low, high = mention_rate(1, 30, prior=(300.0, 700.0))
    assert low == high == mention_rate(1, 30)[1]
