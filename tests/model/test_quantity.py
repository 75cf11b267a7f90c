from __future__ import annotations

from decimal import Decimal
from math import inf, nan, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from credlens.model.quantity import Hours, Money, Share

# Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 857-872, Table I:
# his examples for the score method without continuity correction (method 3), 95 %, to four decimals.
NEWCOMBE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("k", "n", "low", "high"), NEWCOMBE)
def test_the_interval_is_wilsons_as_published(k: int, n: int, low: float, high: float) -> None:
    assert Share(k, n).ci95 == pytest.approx((low, high), abs=0.00005)


@st.composite
def shares(draw: st.DrawFn, most: int = 10**9) -> Share:
    n = draw(st.integers(1, most))
    return Share(draw(st.integers(0, n)), n)


@given(shares(most=10**6))
def test_the_interval_holds_the_shares_that_a_score_test_does_not_reject(share: Share) -> None:
    # Wilson's definition, solved nowhere here: at both ends |p - k/n| = z * sqrt(p (1 - p) / n).
    for end in share.ci95:
        distance, bound = abs(end - share.k / share.n), 1.959964 * sqrt(end * (1 - end) / share.n)
        assert distance == pytest.approx(bound, rel=1e-4, abs=1e-8)


@given(shares())
def test_the_interval_lies_in_0_to_1_and_around_what_was_observed(share: Share) -> None:
    low, high = share.ci95

    assert 0.0 <= low <= share.value <= high <= 1.0
    assert low < high


@given(shares())
def test_the_interval_of_the_others_is_its_mirror_image(share: Share) -> None:
    low, high = share.ci95

    assert Share(share.n - share.k, share.n).ci95 == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(shares(most=10**4), st.integers(2, 100))
def test_the_same_share_of_more_is_narrower(share: Share, times: int) -> None:
    low, high = share.ci95
    closer_low, closer_high = Share(share.k * times, share.n * times).ci95

    assert closer_high - closer_low < high - low


@given(st.integers(1, 10**6))
def test_none_or_all_of_n_keeps_the_exact_end(n: int) -> None:
    # The other end is z^2 / (n + z^2): about 3.8 / n for many.
    assert Share(0, n).ci95 == pytest.approx((0.0, 3.841459 / (n + 3.841459)), rel=1e-5)
    assert Share(0, n).ci95[0] == 0.0
    assert Share(n, n).ci95[1] == 1.0


def test_a_share_of_nothing_may_be_anything() -> None:
    assert Share(0, 0).ci95 == (0.0, 1.0)


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (1, 0), (0, -1)])
def test_a_share_is_of_its_n(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="0 <= k <= n"):
        Share(k, n)


def test_a_share_is_never_said_without_its_n() -> None:
    assert str(Share(11, 44)) == "25 % (11 of 44, 15-39 %)"


def test_money_of_one_currency_adds_up() -> None:
    assert Money(Decimal("49.50")) + Money(Decimal("0.50")) == Money(Decimal(50))


def test_money_of_two_currencies_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot add EUR to USD"):
        Money(Decimal(49), "USD") + Money(Decimal(49), "EUR")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity"])
def test_money_is_a_finite_amount(amount: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money(Decimal(amount))


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=2, max_size=5))
def test_the_order_of_adding_money_does_not_matter(amounts: list[Decimal]) -> None:
    def total(parts: list[Decimal]) -> Money:
        out = Money(Decimal(0))
        for part in parts:
            out += Money(part)
        return out

    assert total(amounts) == total(amounts[::-1]) == Money(sum(amounts, Decimal(0)))


@pytest.mark.parametrize(
    ("amount", "words"), [("49", "USD 49"), ("49.5", "USD 49.50"), ("1234567", "USD 1,234,567"), ("0", "USD 0")]
)
def test_money_as_people_write_it(amount: str, words: str) -> None:
    assert str(Money(Decimal(amount))) == words


hours_values = st.floats(0, 10_000, allow_nan=False)


@given(hours_values, hours_values, hours_values)
def test_hours_take_exactly_what_is_in_order(low: float, mode: float, high: float) -> None:
    if low <= mode <= high:
        assert Hours(low, high, mode).typical == mode
    else:
        with pytest.raises(ValueError, match="0 <= min <= mode <= max"):
            Hours(low, high, mode)


@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 2), (nan, 2), (1, nan)])
def test_hours_out_of_order_are_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="0 <= min"):
        Hours(low, high)


@given(hours_values, hours_values, st.floats(0, 10, allow_nan=False))
def test_hours_scale_as_a_whole_and_the_typical_value_stays_inside(low: float, high: float, factor: float) -> None:
    assume(low <= high)
    hours = Hours(low, high).scaled(factor)

    assert (hours.min, hours.max) == (low * factor, high * factor)
    assert hours.min <= hours.typical <= hours.max


def test_hours_scale_with_their_mode() -> None:
    assert Hours(10, 30, 15).scaled(0.5) == Hours(5, 15, 7.5)


def test_hours_may_be_endless_but_not_backwards() -> None:
    assert Hours(0, inf).max == inf
    with pytest.raises(ValueError, match="0 <= min"):
        Hours(inf, 0)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours(180, 240), "180-240 h"),
        (Hours(2.5, 2.5), "2.5 h"),
        (Hours(78.887, 336), "79-336 h"),
        (Hours(40.1, 40.4), "40 h"),
    ],
)
def test_hours_as_people_write_them(hours: Hours, words: str) -> None:
    assert str(hours) == words


@given(shares())
def test_the_interval_at_95_percent_is_the_usual_one_and_at_90_percent_lies_inside(share: Share) -> None:
    low, high = share.interval(0.9)

    assert share.interval(0.95) == pytest.approx(share.ci95, abs=1e-12)
    assert share.ci95[0] <= low <= share.value <= high <= share.ci95[1]


def test_a_share_of_nothing_may_be_anything_at_any_level() -> None:
    assert Share(0, 0).interval(0.5) == (0.0, 1.0)
