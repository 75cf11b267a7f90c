from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.market.recognition import ANYWHERE, fit_prior, recognition, rule_of_three
from credlens.model.market import CredentialCount, RatePrior, Recognition


def named(*ks: int, n: int = 212) -> list[CredentialCount]:
    return [CredentialCount(f"c{i}", k, n, min(k, 3), k // 2) for i, k in enumerate(ks)]


def one(found: Recognition) -> tuple[float, float, float]:
    assert found.low is not None
    assert found.rate is not None
    assert found.high is not None
    return found.low, found.rate, found.high


def test_not_named_says_in_how_many_ads_at_most_and_never_rejected() -> None:
    found = recognition(named(0, 5, 30))[0]

    assert found.words == "not named in 212 ads: named in at most 1.4 % (rule of three)"
    assert found.at_most == pytest.approx(3 / 212)
    assert found.low == 0
    assert found.rate is not None
    assert found.rate > 0


def test_named_says_how_often_with_bounds_and_who() -> None:
    found = recognition(named(0, 5, 30))[2]

    assert found.words.startswith("named in 30 of 212 ads (90 % interval ")
    assert found.words.endswith("; 3 employers), required in 15")
    assert found.at_most is None


def test_without_ads_nothing_is_known() -> None:
    found = recognition([CredentialCount("c", 0, 0, 0, 0)])[0]

    assert (found.rate, found.low, found.high, found.at_most, found.prior) == (None,) * 5
    assert found.words == "unknown: there are no ads to count in"
    assert recognition([]) == ()


def test_the_rule_of_three_is_close_to_the_exact_bound() -> None:
    # Hanley & Lippman-Hand: the exact upper 95 % bound after none of n is 1 - .05^(1/n).
    for n in (30, 100, 1000):
        assert rule_of_three(n) == pytest.approx(1 - 0.05 ** (1 / n), rel=0.06)
    assert rule_of_three(2) == 1.0


def test_one_mention_counts_for_more_where_others_are_named_too() -> None:
    rare = recognition(named(1, *[0] * 99))[0]
    common = recognition(named(1, *[6, 8, 4, 7, 5] * 20))[0]

    assert one(rare)[1] < 1 / 212 < one(common)[1]


def test_many_ads_speak_for_themselves() -> None:
    low, rate, high = one(recognition(named(3000, *[0] * 50, n=20_000))[0])

    assert rate == pytest.approx(0.15, rel=0.01)
    assert 0.143 < low < 0.15 < high < 0.157


def test_the_prior_is_found_again_in_counts_drawn_from_it() -> None:
    # Quantiles of Beta(1, 99): 1 - (1 - p)^(1/99); mean 1 %, weight 100.
    rates = [1 - (1 - (i + 0.5) / 300) ** (1 / 99) for i in range(300)]
    found = fit_prior([CredentialCount(str(i), round(10_000 * r), 10_000, 0, 0) for i, r in enumerate(rates)])

    assert found.mean == pytest.approx(0.01, rel=0.1)
    assert found.weight == pytest.approx(100, rel=0.25)


def test_a_small_occupation_keeps_to_the_pooled_prior_and_a_large_one_leaves_it() -> None:
    pooled = RatePrior(0.001, 50.0)

    def mean(counts: list[CredentialCount]) -> float:
        found = recognition(counts, pooled=pooled)[0]
        assert found.prior is not None
        return found.prior.mean

    # One mention by chance among 20 names in 20 ads is 0.25 % of all; 5 % of each of 100 names in 2,000 ads is no chance.
    assert 0.001 < mean(named(1, *[0] * 19, n=20)) < 0.002
    assert mean(named(*[100] * 100, n=2000)) == pytest.approx(0.05, rel=0.2)


def test_where_nobody_is_named_the_prior_stays_in_bounds() -> None:
    found = recognition(named(*[0] * 300, n=30))[0]

    assert found.prior is not None
    assert 1e-6 < found.prior.mean < ANYWHERE.mean
    assert one(found)[2] < rule_of_three(30)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 10**5)), min_size=1, max_size=12),
    st.sampled_from([None, RatePrior(1e-5, 2.0), RatePrior(0.3, 500.0)]),
)
def test_whatever_the_counts_low_rate_and_high_are_in_order(
    pairs: list[tuple[int, int]], pooled: RatePrior | None
) -> None:
    counts = [CredentialCount(str(i), min(p), max(p), 0, 0) for i, p in enumerate(pairs)]

    for count, found in zip(counts, recognition(counts, pooled=pooled), strict=True):
        if count.n:
            low, rate, high = one(found)
            assert 0 <= low <= high <= 1
            assert 0 < rate < 1
            assert low <= rate


def test_the_order_is_kept_and_does_not_matter() -> None:
    counts = named(0, 7, 3, 0, 12)

    assert recognition(counts[::-1]) == recognition(counts)[::-1]
