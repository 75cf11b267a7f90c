"""Why each step is in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from credlens.model.plan_reasons import Shared
from credlens.model.quantity import Money
from credlens.plan.explaining.steps import why_steps
from credlens.plan.offer import Award, Bundle


def reasons(problem: Any, exact: Any) -> Any:
    return {r.credential: r for r in why_steps(problem, exact(problem))}


def test_what_the_plan_would_lose_and_what_would_be_free(exact: Any, offer: Any, problem: Any) -> None:
    found = reasons(problem(offer("a", "sql 0.5", 30, 20), offer("b", "sql 0.5, python 0.8", 0, 5)), exact)
    a, b = found["a"], found["b"]
    assert a.loses == pytest.approx(0.25 / 3)  # sql has 0.75 of evidence with both, 0.5 with one
    assert (a.alone, a.strengthens) == ((), ("sql",))
    assert (a.frees, a.frees_hours, a.frees_days) == (Money(Decimal(30)), 20, 20)
    assert b.loses == pytest.approx((0.25 + 0.8) / 3)
    assert (b.alone, b.strengthens) == (("python",), ("sql",))
    assert (b.frees, b.frees_hours, b.frees_days) == (Money(Decimal(0)), 5, 5)


def test_a_step_that_opens_another_takes_it_along(exact: Any, offer: Any, problem: Any) -> None:
    found = reasons(problem(offer("door", "", 10, 10), offer("room", "sql 0.8", 20, 10, needs=["door"])), exact)
    assert found["door"].opens == ("room",)
    assert found["door"].loses == pytest.approx(0.8 / 3)
    assert (found["door"].frees, found["door"].frees_days) == (Money(Decimal(30)), 20)
    assert (found["room"].opens, found["room"].frees) == ((), Money(Decimal(20)))


def test_what_is_shared_is_named(exact: Any, offer: Any, problem: Any) -> None:
    offers = [
        offer("a", "sql 0.8", plus=20),
        offer("b", "python 0.8", plus=20, saved=[("a", 4.0)]),
        offer("c", "r 0.5", 9),
    ]
    pair = Bundle("pair", ("b", "c"), Decimal(5))
    found = reasons(problem(*offers, bundles=(pair,)), exact)
    assert found["a"].shares == (Shared("subscription", "Plus", ("b",)), Shared("hours", "", ("b",), hours=4.0))
    assert found["b"].shares == (
        Shared("subscription", "Plus", ("a",)),
        Shared("bundle", "pair", ("c",), Money(Decimal(5))),
    )
    assert found["a"].frees_hours == 10 - 4
    assert found["c"].frees == Money(Decimal(4))  # nine less the five of the pair


def test_an_award_and_a_wish_are_reasons(exact: Any, offer: Any, problem: Any) -> None:
    stack = Award("stack", ("a", "b"), (("r", 0.6),))
    given = problem(offer("a", "sql 0.5"), offer("b", "sql 0.1"), awards=(stack,), fixed=("b",))
    found = reasons(given, exact)
    assert (found["a"].awards, found["b"].awards) == (("stack",), ("stack",))
    assert (found["a"].fixed, found["b"].fixed) == (False, True)
    assert (found["b"].alone, found["b"].strengthens) == ((), ("sql",))  # r is proven by the stack, and only with both


def test_when_a_discount_is_lost_the_rest_costs_more_or_does_not_fit(exact: Any, offer: Any, problem: Any) -> None:
    offers = [offer("a", "sql 0.8", 50), offer("b", "python 0.5", 5)]
    pair = Bundle("pair", ("a", "b"), Decimal(20))
    rich = reasons(problem(*offers, budget=100, bundles=(pair,)), exact)["b"]
    assert rich.frees == Money(Decimal(35 - 50))
    poor = reasons(problem(*offers, budget=40, bundles=(pair,)), exact)["b"]
    assert (poor.frees, poor.frees_days) == (None, None)


def test_the_only_step_is_all_of_the_plan(exact: Any, offer: Any, problem: Any) -> None:
    found = reasons(problem(offer("a", "sql 0.6", 30, 10)), exact)["a"]
    assert found.loses == pytest.approx(0.2)
    assert (found.frees, found.frees_hours, found.frees_days) == (Money(Decimal(30)), 10, 10)
