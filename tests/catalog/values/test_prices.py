from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.prices import Price, absurd, price


@pytest.mark.parametrize(
    ("value", "amount", "currency"),
    [
        ("$49", "49", None),  # whose dollar is not said
        ("US$49/month", "49", "USD"),
        ("USD 1,299.50", "1299.50", "USD"),
        ("49,00 €", "49.00", "EUR"),
        ("1.299,50 EUR", "1299.50", "EUR"),
        ("1\u202f299,50 €", "1299.50", "EUR"),
        ("€1.200", "1200", "EUR"),
        ("£1,200", "1200", "GBP"),
        ("R$ 59,90", "59.90", "BRL"),
        ("CHF 1'200", "1200", "CHF"),
        ("₹ 1,20,000", "120000", "INR"),
        ("49.99 per month", "49.99", None),
        ("0", "0", None),
        (49, "49", None),
        (49.5, "49.5", None),
        (Decimal("12.30"), "12.30", None),
        ("-$5", "-5", None),
        ("(5.00)", "-5.00", None),
    ],
)
def test_an_amount(value: object, amount: str, currency: str | None) -> None:
    assert price(value) == Price(Decimal(amount), currency, free=False)


@pytest.mark.parametrize("text", ["Free", "free of charge", "Gratis", "gratuit", "kostenlos", "No cost"])
def test_free_in_words(text: str) -> None:
    assert price(text) == Price(Decimal(0), None, free=True)


@pytest.mark.parametrize("value", [0, "0", "$0", "0.00"])
def test_a_bare_nought_is_not_free(value: object) -> None:
    found = price(value)
    assert found is not None
    assert not found.free


@pytest.mark.parametrize(
    "value",
    [
        None, True, "", "N/A", "$", "$49 - $99", "49 USD (EUR 45)", "300 credits", "approx. 40 hours", "free trial", float("nan"), float("inf"),
        "1.200",  # a thousand and two hundred, or one and a bit: nothing says which
        "$3.999", "1,234.567,8", [49], {"amount": 49},
    ],
)  # fmt: skip
def test_what_is_no_single_amount(value: object) -> None:
    assert price(value) is None


def test_a_number_of_thousands_of_digits_is_no_price() -> None:
    assert price(10**5000) is None


def test_two_currencies_leave_it_open() -> None:
    assert price("49 USD CAD") == Price(Decimal(49), None)


@pytest.mark.parametrize(
    ("amount", "why"),
    [
        ("-5", "below zero"),
        ("10000000000", "more than any course costs"),
        ("NaN", "no number"),
        ("Infinity", "no number"),
    ],
)
def test_absurd_amounts(amount: str, why: str) -> None:
    said = absurd(Decimal(amount))
    assert said is not None
    assert why in said


@pytest.mark.parametrize("amount", ["0", "49.99", "1000000"])
def test_amounts_that_may_be_prices(amount: str) -> None:
    assert absurd(Decimal(amount)) is None


AMOUNTS = st.integers(min_value=0, max_value=99_999_999).map(lambda cents: Decimal(cents) / 100)


@given(AMOUNTS, st.sampled_from([("$", None), ("US$", "USD"), ("€", "EUR"), ("£", "GBP"), ("USD ", "USD"), ("", None)]))
def test_american_writing_goes_there_and_back(amount: Decimal, mark: tuple[str, str | None]) -> None:
    assert price(f"{mark[0]}{amount:,.2f}") == Price(amount, mark[1])


@given(AMOUNTS, st.sampled_from([" €", " EUR", "\u00a0€"]))
def test_european_writing_goes_there_and_back(amount: Decimal, mark: str) -> None:
    written = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    assert price(written + mark) == Price(amount, "EUR")


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers()))
def test_any_value_is_read_without_failing(value: object) -> None:
    found = price(value)
    assert found is None or found.amount.is_finite()
