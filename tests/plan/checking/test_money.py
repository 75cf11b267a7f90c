"""The sums of the payments against the budgets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from credlens.model.quantity import Money


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ({"budget": Money(Decimal("345.69"))}, ("costs 345.70, the budget is 345.69",)),
        ({"budget": Money(Decimal("345.70"))}, ()),
        ({"budget_per_month": Money(Decimal("177.69"))}, ("pays 177.70 in 2026-02, the budget for a month is 177.69",)),
        ({"budget_per_month": None}, ()),
    ],
)
def test_a_budget_is_kept_to_the_cent(case: Any, limits: Any, says: Any) -> None:
    assert case.limits(**limits) == says


def test_a_renewal_is_held_against_no_month(case: Any) -> None:
    """July has nothing but the renewal of c."""
    low = Money(Decimal(10))
    assert not [v for v in case.limits(budget_per_month=low) if "2026-05" in v or "2026-07" in v]
    assert "pays 60 in 2026-03, the budget for a month is 10" in case.limits(budget_per_month=low)


def test_prices_in_another_currency(case: Any) -> None:
    (charge,) = case.problem.offers[2].charges
    euro = type(charge)(charge.pattern, charge.amount, "EUR")
    assert "c: priced in EUR, the budget is in USD" in case.offer("c", charges=(euro,))


def test_a_wrong_payment_is_said_beside_what_is_owed(case: Any) -> None:
    said = case.wrong(case.with_step(0, payments=()))
    assert "a: pays nothing, owed is 49 on 2026-01-01" in said
    assert "the cost is said to be 345.70, the payments add up to 296.70" in said
