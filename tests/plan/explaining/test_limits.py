"""Which limit binds, and what more of it would buy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.plan import PlanStatus
from credlens.model.quantity import Money
from credlens.plan.explaining.limits import moves, step_of, what_if


def changes(problem: Any, exact: Any, **changed: Any) -> Any:
    return {c.limit: c for c in what_if(problem, replace(exact(problem), **changed), exact)}


def test_fifty_more_in_budget_buys_the_better_course(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.5", 30), offer("b", "sql 0.8", 149), max_credentials=1)
    found = changes(given, exact)
    assert next(iter(found)) == "budget"  # what binds comes first
    budget = found["budget"]
    assert (budget.was, budget.now, budget.more) == ("USD 100", "USD 150", "USD 50 more")
    assert (budget.binds, budget.steps, budget.saves) == (True, ("b",), Money(Decimal(-119)))
    assert budget.gains == pytest.approx(0.1)
    for limit in ("deadline", "max_credentials"):
        assert (found[limit].binds, found[limit].gains, found[limit].steps) == (False, 0, ("a",))


def test_an_hour_more_a_week_saves_a_month_of_a_subscription(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.5", hours=33, plus=40))
    hour = changes(given, exact)["hours_per_week"]
    assert (hour.was, hour.now) == ("7 h a week", "8 h a week")
    assert (hour.binds, hour.gains, hour.saves, hour.days_earlier) == (True, 0, Money(Decimal(40)), 4)


def test_two_weeks_and_one_more_credential(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.5", hours=10), offer("b", "python 0.8", hours=20), days=20, max_credentials=1)
    assert [s.credential for s in exact(given).steps] == ["b"]
    found = changes(given, exact)
    assert not found["deadline"].binds
    assert not found["max_credentials"].binds  # each alone is not enough
    more = changes(replace(given, limits=replace(given.limits, max_credentials=2)), exact)
    assert (more["deadline"].binds, more["deadline"].steps) == (True, ("a", "b"))
    assert "max_credentials" not in more  # there are no more credentials than two


def test_limits_that_not_everybody_has(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.5", 60))
    limits = replace(
        given.limits,
        budget_per_month=Money(Decimal(50)),
        off=((date(2026, 1, 5), date(2026, 1, 9)),),
        max_credentials=9,
    )
    assert [m.limit for m in moves(limits, 1)] == ["hours_per_week", "budget", "deadline", "budget_per_month", "off"]
    assert [m.limit for m in moves(replace(given.limits, deadline=date.max), 9)] == [
        "hours_per_week",
        "budget",
        "max_credentials",
    ]
    cheap = replace(
        given, offers=(offer("a", "sql 0.5", 60), offer("b", "sql 0.3", 50)), limits=replace(limits, off=())
    )
    free = changes(cheap, exact)["budget_per_month"]
    assert (free.binds, "a" in free.steps, free.now) == (True, True, "none")


@pytest.mark.parametrize(
    ("budget", "step"), [(0, 50), (400, 50), (1000, 50), (1001, 500), (10_001, 5000), (80_000, 5000)]
)
def test_the_step_grows_with_the_budget(budget: int, step: int) -> None:
    assert step_of(Decimal(budget)) == step


def test_a_gain_within_the_gap_may_be_chance(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.50", 100), offer("b", "sql 0.51", 120), max_credentials=1)
    assert not changes(given, exact)["budget"].unsure
    assert changes(given, exact, status=PlanStatus.WITHIN_GAP, gap=0.1)["budget"].unsure


def test_a_search_that_finds_less_leaves_the_plan_as_it_is(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.5", 30))
    plan = exact(given)
    assert all((c.binds, c.gains, c.steps) == (False, 0, ("a",)) for c in what_if(given, plan, lambda *_, **__: None))
