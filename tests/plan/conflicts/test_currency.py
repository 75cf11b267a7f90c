"""A budget in a currency in which nothing is priced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.plan_reasons import LimitKind
from credlens.model.quantity import Money
from credlens.plan.building.build import build
from credlens.plan.conflicts.currency import elsewhere, useless_budget
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem


def offer(name: str, price: int = 0, renewal: int = 0) -> Offer:
    charges = (Charge(CostPattern.ONE_OFF, Decimal(price), "EUR"),) if price else ()
    return Offer(name, "standard", 10, charges, (("sql", 0.5),), renewal=Decimal(renewal))


def problem(*offers: Offer, priced: Any = (), others: Any = (), budget: int = 300) -> Problem:
    left_out = [(f"x{k}", f"priced in {currency}; no exchange rate offline") for k, currency in enumerate(priced)]
    left_out += [(f"y{k}", why) for k, why in enumerate(others)]
    limits = Limits(Money(Decimal(budget), "EUR"), 7.0, date(2026, 1, 1), date(2026, 3, 1))
    return Problem(limits, (("sql", 1.0),), offers, excluded=tuple(left_out))


def test_a_budget_that_can_buy_nothing() -> None:
    found = useless_budget(problem(offer("free"), priced=["USD", "GBP", "USD"], others=["price not looked up"]))
    assert found is not None
    assert found.because == (
        (
            "A budget of EUR 300 can buy nothing here: the 3 credentials that could be bought are priced in USD (2), GBP (1), "
            "and there is no exchange rate offline."
        ),
        "Give the budget in USD: --currency USD.",
        "For free courses only: --budget 0.",
    )
    [clash] = found.clashes
    assert (clash.limit, clash.value, clash.words) == (LimitKind.CURRENCY, "EUR", "a budget of EUR 300")
    assert clash.instead == "Give the budget in USD: --currency USD."


def test_one_currency_and_nothing_free() -> None:
    found = useless_budget(problem(priced=["USD"]))
    assert found is not None
    assert found.because == (
        (
            "A budget of EUR 300 can buy nothing here: the 1 credential that could be bought is priced in USD, "
            "and there is no exchange rate offline."
        ),
        "Give the budget in USD: --currency USD.",
    )


@pytest.mark.parametrize(
    "case",
    [
        problem(offer("free"), offer("sold", 20), priced=["USD"]),
        problem(offer("renewed", renewal=5), priced=["USD"]),
        problem(offer("free"), priced=["USD"], budget=0),
        problem(offer("free"), others=["its renewal is priced in USD; no exchange rate offline"]),
        problem(offer("free")),
    ],
    ids=["sold", "renewed", "free only", "for another reason", "nothing left out"],
)
def test_a_budget_with_which_plans_are_made(case: Problem) -> None:
    assert useless_budget(case) is None


def test_free_courses_are_no_way_out_when_one_that_is_priced_elsewhere_has_to_be_in_the_plan() -> None:
    found = useless_budget(replace(problem(offer("free"), priced=["USD"]), fixed=("x0",)))
    assert found is not None
    assert found.because[1:] == ("Give the budget in USD: --currency USD.",)


def test_what_is_counted_is_what_the_builder_says(world: Any) -> None:
    dear, cheap = (world.credential(name, "sql core", 10, [world.cost("one_off", 49)]) for name in "ab")
    free = world.credential("c", "sql core", 10, [world.cost("free")])
    limits = replace(world.limits(), budget=Money(Decimal(300), "EUR"))
    case = build(world.gap("sql"), world.person(), world.catalog(dear, cheap, free), {}, limits)
    assert elsewhere(case.excluded) == (("USD", 2),)
    assert useless_budget(case) is not None


def test_currencies_are_counted_the_most_first() -> None:
    assert elsewhere(problem(priced=["USD", "GBP", "CHF", "GBP"]).excluded) == (("GBP", 2), ("CHF", 1), ("USD", 1))
