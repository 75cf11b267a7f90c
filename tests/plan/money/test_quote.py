from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from credlens.model.quantity import Hours
from credlens.plan.money.quote import best_quote, quotes


def only(world: Any, costs: Any, hours: Any = 10, pace: Any = 7) -> Any:
    (quote,) = quotes(world.credential("c", "sql core", hours, costs), world.person(), world.limits(hours=pace))
    return quote


def test_items_of_one_option_add_up_and_options_are_alternatives(world: Any) -> None:
    costs = [
        world.cost("one_off", 30, option="b"),
        world.cost("per_attempt", 99, option="b", what="exam"),
        world.cost("free", option="a"),
    ]
    found = quotes(world.credential("c", "", 10, costs), world.person(), world.limits())
    assert [(q.option, q.low.amount, q.high.amount) for q in found] == [("b", 129, 129), ("a", 0, 0)]
    assert found[0].because == "USD 30 tuition + USD 99 exam"
    assert found[1].because == "free"


def test_a_month_is_paid_for_as_long_as_the_hours_take(world: Any) -> None:
    quote = only(world, [world.cost("per_month", 49)], Hours(31, 62))  # one hour a day from 1 January: 31 days, 62 days
    assert (quote.low.amount, quote.high.amount, quote.because) == (49, 147, "USD 49 a month x 1-3 months")


def test_amounts_on_which_sources_disagree_give_low_and_high(world: Any) -> None:
    quote = only(world, [world.cost("one_off", world.conflict(Decimal(39), Decimal(49)))])
    assert (quote.low.amount, quote.high.amount, quote.known) == (39, 49, True)


@pytest.mark.parametrize(
    ("cost", "hours", "limits", "unknown"),
    [
        (("one_off", "unknown", "USD"), 10, {}, "price of the tuition not stated"),
        (
            ("per_month", 49, "USD"),
            "unknown",
            {},
            "workload not stated; number of months to pay, since the workload is unknown",
        ),
        (("per_month", 49, "USD"), 10, {"pace": 0}, "number of months to pay, at 0 hours a week"),
        (("per_month", 49, "USD"), 10, {"pace": 1e-6}, "number of months to pay, at 1e-06 hours a week"),
    ],
)
def test_what_is_missing_is_said_and_no_sum_is_given(
    world: Any, cost: Any, hours: Any, limits: Any, unknown: Any
) -> None:
    pattern, amount, currency = cost
    item = world.cost(pattern, world.unknown if amount == "unknown" else amount, currency=currency)
    quote = only(world, [item], world.unknown if hours == "unknown" else hours, **limits)
    assert (quote.low, quote.high, quote.unknown) == (None, None, unknown)


def test_a_price_in_another_currency_than_the_budgets_is_a_price(world: Any) -> None:
    quote = only(world, [world.cost("per_month", 49, currency="EUR")], Hours(31, 62))

    assert (str(quote.low), str(quote.high), quote.unknown) == ("EUR 49", "EUR 147", "")
    assert quote.because == "EUR 49 a month x 1-3 months"


def test_what_is_paid_in_two_currencies_has_no_sum(world: Any) -> None:
    quote = only(world, [world.cost("one_off", 10), world.cost("per_attempt", 5, currency="EUR")])

    assert (quote.high, quote.unknown) == (None, "priced in EUR; no exchange rate offline")


def test_a_price_in_the_budgets_currency_comes_before_a_smaller_one_in_another(world: Any) -> None:
    costs = [world.cost("one_off", 90, option="home"), world.cost("one_off", 10, option="abroad", currency="EUR")]

    assert best_quote(world.credential("c", "", 10, costs), world.person(), world.limits()).option == "home"
    assert best_quote(world.credential("c", "", 10, costs[1:]), world.person(), world.limits()).option == "abroad"


def test_a_price_paid_once_is_known_without_the_hours(world: Any) -> None:
    quote = only(world, [world.cost("one_off", 10)], world.unknown)
    assert (quote.high.amount, quote.known, quote.unknown) == (10, False, "workload not stated")


def test_no_cost_item_means_the_price_is_unknown_not_free(world: Any) -> None:
    quote = only(world, [])
    assert (quote.option, quote.high, quote.unknown) == ("standard", None, "price not looked up")


def test_nothing_in_a_foreign_currency_is_still_nothing(world: Any) -> None:
    assert only(world, [world.cost("one_off", 0, currency="EUR")]).high.amount == 0


@pytest.mark.parametrize(
    ("costs", "best"),
    [
        ([("z", 50), ("a", 60)], "z"),  # cheapest
        ([("z", 50), ("a", 50)], "a"),  # then by name
        ([("a", None), ("z", 500)], "z"),  # known before unknown
        ([("b", None), ("a", None)], "a"),
    ],
)
def test_the_best_quote_is_the_cheapest_known_one(world: Any, costs: Any, best: Any) -> None:
    items = [world.cost("one_off", world.unknown if a is None else a, option=o) for o, a in costs]
    assert best_quote(world.credential("c", "", 10, items), world.person(), world.limits()).option == best


def test_sources_of_price_and_hours_are_named_once(world: Any) -> None:
    assert only(world, [world.cost("one_off", 10)]).sources == (world.source,)


@pytest.mark.parametrize(("knows", "told"), [("sql advanced", "100 % of it is known already"), ("excel advanced", "")])
def test_a_quote_tells_how_its_hours_come_about_where_a_part_is_known(world: Any, knows: str, told: str) -> None:
    credential = world.credential("c", "sql core", 100, [world.cost("one_off", 10)], modules_skippable=True)
    (quote,) = quotes(credential, world.person(knows), world.limits())
    assert told in quote.effort
    assert bool(quote.effort) == bool(told)
