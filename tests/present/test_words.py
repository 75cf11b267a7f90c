from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.quantity import Hours, Money, Share
from credlens.present import words


def plain(text: str) -> str:
    return text.replace(words.NBSP, " ").replace(words.DASH, "-")


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0, "0 %"), (0.001, "under 1 %"), (0.706, "71 %"), (0.996, "over 99 %"), (1.0, "100 %")],
)
def test_only_exact_shares_are_called_none_or_all(value: float, said: str) -> None:
    assert plain(words.percent(value)) == said


def test_a_share_says_its_n_and_its_interval() -> None:
    assert plain(words.share(Share(29, 41))) == "71 % (29 of 41 ads, 56-82 %)"


def test_a_share_of_nothing_is_unknown_and_not_zero() -> None:
    assert words.share(Share(0, 0)).startswith("unknown")


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_printed_interval_is_the_computed_one_and_never_certain_when_that_is_not(a: float, b: float) -> None:
    low, high = min(a, b), max(a, b)
    first, last = plain(words.percent_range(low, high)).removesuffix(" %").split("-")
    assert abs(int(first) / 100 - low) <= 0.01
    assert abs(int(last) / 100 - high) <= 0.01
    assert first != "100" or low == 1
    assert last != "0" or high == 0


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "under 1 %"), (0.004, "under 1 %"), (0.31, "31 %"), (1.0, "over 99 %")]
)
def test_simulation_proves_neither_none_nor_all(value: float, said: str) -> None:
    assert plain(words.simulated(value)) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (Money(Decimal(196)), Money(Decimal(245)), "USD 196-245"),
        (Money(Decimal(98)), Money(Decimal(98)), "USD 98"),
        (Money(Decimal(0)), Money(Decimal(49)), "free to USD 49"),
        (Money(Decimal(5), "EUR"), Money(Decimal(6), "USD"), "EUR 5 to USD 6"),
    ],
)
def test_ranges_of_money(low: Money, high: Money, said: str) -> None:
    assert plain(words.money_range(low, high)) == said


def test_dates_and_hours_do_not_depend_on_the_locale() -> None:
    assert plain(words.day(date(2027, 3, 1))) == "1 Mar 2027"
    assert plain(words.hours(Hours(180, 240))) == "180-240 h"
    assert plain(words.hours(Hours(40, 40))) == "40 h"


@pytest.mark.parametrize(("last", "weeks"), [(date(2027, 1, 1), 1), (date(2027, 1, 7), 1), (date(2027, 1, 8), 2)])
def test_begun_weeks_count(last: date, weeks: int) -> None:
    assert words.weeks(date(2027, 1, 1), last) == weeks


def test_listing_and_sentences() -> None:
    assert words.listing([]) == ""
    assert words.listing(["SQL"]) == "SQL"
    assert words.first_few(["a", "b", "c"], 2) == "a, b and c"
    assert words.first_few(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert words.listing(["SQL", "R", "Python"]) == "SQL, R and Python"
    assert words.full_stop("it teaches SQL") == "It teaches SQL."
    assert words.full_stop("Why?") == "Why?"
    assert plain(words.count(1, "ad")) == "1 ad"
    assert plain(words.count(2, "way", "ways")) == "2 ways"
