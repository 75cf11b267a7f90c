"""How often, and for how much, in five years."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from credlens.evaluate.case import Case
from credlens.evaluate.renewals import amount_in, renewal_bills, renewals
from credlens.model.credential import Validity
from credlens.model.quantity import Money

Build = Callable[[Mapping[str, Any]], Case]
RETEST = {"method": "retest"}
EXAM = {"pattern": "per_attempt", "amount": 100, "what": "exam"}


@pytest.mark.parametrize(
    ("months", "times"), [(None, 0), (12, 4), (24, 2), (30, 1), (36, 1), (60, 0), (120, 0), (1, 59)]
)
def test_renewals_in_five_years(months: int | None, times: int) -> None:
    assert renewals(Validity(months)) == times


@pytest.mark.parametrize(
    ("credential", "bills"),
    [
        ({}, (None,)),
        ({"validity_months": 12}, (None,)),
        ({"validity_months": "never"}, (Money(Decimal(0)),)),
        ({"validity_months": 12, "renewal": {"method": "fee", "cost": 50}}, (Money(Decimal(200)),)),
        ({"validity_months": 12, "renewal": {"method": "continuing_education"}}, (None,)),
        (
            {"validity_months": {"conflicting": [12, 36]}, "renewal": {"method": "fee", "cost": 50}},
            (Money(Decimal(200)), Money(Decimal(50))),
        ),
        (
            {"validity_months": 24, "renewal": RETEST, "costs": [EXAM, {**EXAM, "option": "other", "amount": 90}]},
            (Money(Decimal(180)),),  # the cheapest way to the exam, twice
        ),
        (
            {"validity_months": 24, "renewal": RETEST, "costs": [{**EXAM, "amount": {"conflicting": [100, 120]}}]},
            (Money(Decimal(200)), Money(Decimal(240))),
        ),
        (
            {
                "validity_months": 24,
                "renewal": RETEST,
                "costs": [EXAM, {**EXAM, "option": "abroad", "currency": "GBP"}],
            },
            (None,),  # which is the cheaper one cannot be told
        ),
        ({"validity_months": 24, "renewal": {"method": "continuing_education"}, "costs": [EXAM]}, (None,)),
        ({"validity_months": 24, "renewal": {**RETEST, "cost": 50}, "costs": [EXAM]}, (Money(Decimal(100)),)),
    ],
)
def test_the_bill_for_each_thing_that_sources_say(
    build_case: Build, credential: dict[str, Any], bills: tuple[Any, ...]
) -> None:
    assert renewal_bills(build_case({"credential": credential}).credential) == bills


def test_money_is_not_converted_but_nothing_is_nothing_in_any_currency() -> None:
    assert amount_in(Money(Decimal(5), "EUR"), "USD") is None
    assert amount_in(Money(Decimal(0), "EUR"), "USD") == 0
    assert amount_in(None, "USD") is None
