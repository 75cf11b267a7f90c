"""The grid model: its published examples, its limits, and the laws that any such answer has to keep."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate
from scipy.stats import norm

from credlens.model.belief import Belief, EffectPrior
from credlens.outcomes.effect import Cell, before, counted, decisive, expit, learn

PRIOR = EffectPrior()
TOSSED = replace(PRIOR, bias_sd=0.0)


@pytest.mark.parametrize(
    ("without", "with_it", "odds", "low", "high", "more"),
    [
        ((20, 1), (20, 2), 1.17, 0.67, 2.02, 0.68),
        ((40, 2), (40, 5), 1.27, 0.75, 2.16, 0.77),
        ((100, 5), (100, 10), 1.30, 0.79, 2.14, 0.81),
        ((100, 5), (100, 20), 1.69, 1.04, 2.74, 0.96),
        ((1000, 50), (1000, 100), 1.53, 1.02, 2.30, 0.96),
    ],
)  # a program that was written apart from this one found these
def test_examples(
    without: tuple[int, int], with_it: tuple[int, int], odds: float, low: float, high: float, more: float
) -> None:
    found = learn(counted(with_it, without), PRIOR)
    assert (exp(found.median), exp(found.low), exp(found.high)) == pytest.approx((odds, low, high), abs=0.01)
    assert found.above_zero == pytest.approx(more, abs=0.007)


def by_integration(with_it: tuple[int, int], without: tuple[int, int], prior: EffectPrior) -> float:
    """P(theta > 0) of the same model by adaptive quadrature over base rate, effect and bias: slow, and nothing in common with the grid."""

    def density(theta: float, bias: float) -> float:
        def of_base(a: float) -> float:
            p1, p0 = expit(a + theta + bias), expit(a)
            fit = with_it[1] * log(p1) + (with_it[0] - with_it[1]) * log(1 - p1)
            fit += without[1] * log(p0) + (without[0] - without[1]) * log(1 - p0)
            return exp(fit) * norm.pdf(a, prior.base_mean, prior.base_sd)

        inside = integrate.quad(of_base, -9, 3, epsabs=0, epsrel=1e-4, limit=60)[0]
        return float(inside * norm.pdf(theta, prior.mean, prior.sd))

    nodes, weights = np.polynomial.hermite_e.hermegauss(5)
    bias = nodes * prior.bias_sd

    def mass(low: float, high: float) -> float:
        return float(
            sum(
                w * integrate.quad(density, low, high, args=(b,), epsabs=0, epsrel=1e-3)[0]
                for b, w in zip(bias, weights, strict=True)
            )
        )

    over, under = mass(0, 1.8), mass(-1.7, 0)
    return over / (over + under)


def test_it_agrees_with_plain_integration_over_all_three_unknowns() -> None:
    assert learn(counted((12, 3), (10, 1)), PRIOR).above_zero == pytest.approx(
        by_integration((12, 3), (10, 1), PRIOR), abs=0.002
    )


def test_no_application_leaves_the_prior() -> None:
    nothing = before(PRIOR)
    assert learn([], PRIOR) == nothing
    assert (nothing.median, nothing.low, nothing.high) == pytest.approx(
        (0.1, 0.1 - 1.645 * 0.35, 0.1 + 1.645 * 0.35), abs=0.001
    )
    assert nothing.above_zero == pytest.approx(norm.cdf(0.1 / 0.35), abs=1e-4)


def test_applications_in_one_arm_say_nothing_of_the_effect_but_through_the_base_rate() -> None:
    found = learn(counted((0, 0), (50, 3)), PRIOR)
    assert (found.median, found.above_zero) == pytest.approx(
        (before(PRIOR).median, before(PRIOR).above_zero), abs=0.002
    )


def test_without_a_coin_endless_applications_leave_the_bias() -> None:
    endless = learn(counted((10**6, 120_000), (10**6, 100_000)), PRIOR)
    k = PRIOR.sd**2 / (PRIOR.sd**2 + PRIOR.bias_sd**2)
    phi = log(0.12 / 0.88) - log(0.1 / 0.9)
    sd = PRIOR.sd * (1 - k) ** 0.5
    assert endless.median == pytest.approx(PRIOR.mean + k * (phi - PRIOR.mean), abs=0.01)
    assert endless.high - endless.low == pytest.approx(2 * 1.645 * sd, rel=0.02)
    assert learn(counted((10**6, 120_000), (10**6, 100_000)), TOSSED).median == pytest.approx(phi, abs=0.02)


arm = st.integers(0, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))


@settings(max_examples=60, deadline=None)
@given(with_it=arm, without=arm)
def test_one_interview_more_with_it_never_speaks_against_it(with_it: tuple[int, int], without: tuple[int, int]) -> None:
    n, k = with_it
    if k < n:
        fewer, more = (learn(counted(t, without), PRIOR) for t in ((n, k), (n, k + 1)))
        assert more.above_zero >= fewer.above_zero - 1e-9
        assert more.median >= fewer.median - 1e-3


@settings(max_examples=60, deadline=None)
@given(with_it=arm, without=arm)
def test_an_answer_is_an_interval_around_its_median_and_less_sure_with_a_bias(
    with_it: tuple[int, int], without: tuple[int, int]
) -> None:
    found, tossed = (learn(counted(with_it, without), p) for p in (PRIOR, TOSSED))
    assert found.low < found.median < found.high
    assert 0 <= found.above_zero <= 1
    assert found.high - found.low >= tossed.high - tossed.low - 0.02


def test_a_spike_at_nothing_draws_the_answer_to_nothing() -> None:
    spiked = replace(PRIOR, mean=0.35, sd=0.25, spike=(0.82, 0.1))
    plain, drawn = (learn(counted((40, 8), (40, 2)), p) for p in (PRIOR, spiked))
    assert 0 < drawn.median < plain.median


def cells(chance: np.random.Generator, n: int, effect: float, of_match: float) -> list[Cell]:
    """Applications that show it where the match is good: alike ones without it have a worse match."""
    found = []
    for match in np.linspace(-1.5, 1.5, 7):
        shown_share = expit(2 * match)
        for shown, part in ((True, shown_share), (False, 1 - shown_share)):
            many = int(n * part / 7)
            p = expit(-2 + effect * shown + of_match * match)
            found.append(Cell(shown, many, int(chance.binomial(many, p)), (float(match),)))
    return found


def test_what_else_is_known_is_taken_into_account() -> None:
    made = cells(np.random.default_rng(1), 6000, effect=0.0, of_match=0.8)
    blind = learn([replace(c, x=()) for c in made], TOSSED)
    seeing = learn(made, TOSSED)
    assert blind.low > 0.3  # the match alone makes it look as if it helped
    assert seeing.low < 0 < seeing.high


def test_covariates_that_say_nothing_change_little() -> None:
    made = [
        Cell(True, 30, 4, (0.5,)),
        Cell(True, 30, 3, (-0.5,)),
        Cell(False, 30, 2, (0.5,)),
        Cell(False, 30, 2, (-0.5,)),
    ]
    with_it, without = learn(made, PRIOR), learn(counted((60, 7), (60, 4)), PRIOR)
    assert (with_it.median, with_it.above_zero) == pytest.approx((without.median, without.above_zero), abs=0.02)


def test_how_often_such_a_log_decides() -> None:
    assert decisive(0, 40, 0.05, PRIOR) == 0
    small, large = decisive(20, 20, 0.05, PRIOR), decisive(1000, 1000, 0.05, TOSSED)
    assert small < 0.001
    assert 0.3 < large < 0.4
    assert decisive(10**6, 10**6, 0.05, PRIOR) == pytest.approx(0.187, abs=0.005)  # the bias never goes away


@pytest.mark.parametrize(
    ("above", "decided"), [(0.951, True), (0.95, None), (0.5, None), (0.051, None), (0.049, False)]
)
def test_when_a_belief_decides(above: float, decided: bool | None) -> None:
    assert Belief(0.0, -1.0, 1.0, above).decided is decided
