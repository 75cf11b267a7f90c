from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.prices import Period, Price, absurd, payment, price


@pytest.mark.parametrize(
    ("value", "amount", "currency"),
    [
        ("$49", "49", None),  # whose dollar is not said
        ("USD 1,299.50", "1299.50", "USD"),
        ("49,00 €", "49.00", "EUR"),
        ("1.299,50 EUR", "1299.50", "EUR"),
        ("1\u202f299,50 €", "1299.50", "EUR"),
        ("€1.200", "1200", "EUR"),
        ("£1,200", "1200", "GBP"),
        ("R$ 59,90", "59.90", "BRL"),
        ("CHF 1'200", "1200", "CHF"),
        ("₹ 1,20,000", "120000", "INR"),
        ("100 USD per course", "100", "USD"),
        ("$49 per exam attempt", "49", None),
        ("200 € + IVA", "200", "EUR"),
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


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period"),
    [
        ("US$49/month", "49", "USD", Period.MONTH),
        ("49.99 per month", "49.99", None, Period.MONTH),
        ("49 € /mes", "49", "EUR", Period.MONTH),
        ("49 € al mes", "49", "EUR", Period.MONTH),
        ("49 EUR per month", "49", "EUR", Period.MONTH),
        ("€39 / Monat", "39", "EUR", Period.MONTH),
        ("39 € pro Monat", "39", "EUR", Period.MONTH),
        ("39 € monatlich", "39", "EUR", Period.MONTH),
        ("39 € mtl.", "39", "EUR", Period.MONTH),
        ("39 € p.m.", "39", "EUR", Period.MONTH),
        ("39 € mensual", "39", "EUR", Period.MONTH),
        ("39 € par mois", "39", "EUR", Period.MONTH),
        ("29 USD/mo", "29", "USD", Period.MONTH),
        ("199 USD a year", "199", "USD", Period.YEAR),
        ("199 USD/yr", "199", "USD", Period.YEAR),
        ("199 € jährlich", "199", "EUR", Period.YEAR),
        ("199 € al año", "199", "EUR", Period.YEAR),
        ("Annual fee: USD 120", "120", "USD", Period.YEAR),
        ("100 USD/credit", "100", "USD", Period.OTHER),
        ("100 €/semana", "100", "EUR", Period.OTHER),
        ("12 € la hora", "12", "EUR", Period.OTHER),
        ("USD 30 per person", "30", "USD", Period.OTHER),
        ("30 € je Lektion", "30", "EUR", Period.OTHER),
    ],
)
def test_what_is_paid_again_is_no_single_payment(text: str, amount: str, currency: str | None, period: Period) -> None:
    assert price(text) == Price(Decimal(amount), currency, period=period)
    assert payment(text) is None


def test_a_single_payment() -> None:
    assert payment("49 EUR") == Price(Decimal(49), "EUR")
    assert payment("3 - 4 EUR") is None


@pytest.mark.parametrize("text", ["from 49 €", "ab 49 €", "desde 49 €", "à partir de 49 €", "dès 49 €", "49 €+"])
def test_the_least_that_it_costs(text: str) -> None:
    assert price(text) == Price(Decimal(49), "EUR", least=True)


def test_the_least_a_month() -> None:
    assert price("ab 99 € mtl.") == Price(Decimal(99), "EUR", period=Period.MONTH, least=True)


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
        None, True, "", "N/A", "3 months", "USD 49 per user per month", "$", "$49 - $99", "49 USD (EUR 45)", "300 credits", "approx. 40 hours", "free trial", float("nan"), float("inf"),
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
