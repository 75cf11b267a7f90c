"""Lower bounds are never above what the calendar says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer, Paid
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule, sequence
from credlens.plan.solving.columns import cents, columns
from credlens.plan.solving.selecting.goals import Goal, least_score, real_score
from tests.plan.solving.conftest import sets_of

JANUARY = date(2026, 1, 1)


def charge(pattern: str, amount: int, **more: Any) -> Charge:
    return Charge(CostPattern(pattern), Decimal(amount), "USD", **more)


def problem(*offers: Offer, budget: int = 500, days: int = 90, monthly: int | None = None, **more: Any) -> Problem:
    """At seven hours a week, hours are days of study."""
    month = None if monthly is None else Money(Decimal(monthly))
    end = date.fromordinal(JANUARY.toordinal() + days - 1)
    limits = Limits(Money(Decimal(budget)), 7.0, JANUARY, end, 4, budget_per_month=month)
    return Problem(limits, (("sql", 1.0),), offers, **more)


def test_no_set_is_counted_dearer_longer_or_worse_than_it_is(problems: list[Problem]) -> None:
    goals = (Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.DAYS)
    looked_at = 0
    for each in problems:
        table = columns(each)
        for chosen in sets_of(each):
            order = sequence(each, chosen)
            if isinstance(order, Schedule):
                looked_at += 1
                least, real = least_score(table, goals, chosen), real_score(table, goals, order)
                assert all(low <= high for low, high in zip(least, real, strict=True)), (chosen, least, real)
                assert all(table.fits[i] for i in chosen)
    assert looked_at > 200


def test_the_bound_is_exact_for_what_does_not_depend_on_the_order() -> None:
    exam = charge("per_attempt", 100, pass_rate=0.5, attempts=2)
    plus = charge("per_month", 40, subscription="plus")
    own = Offer("exam", "a", 10, (exam,), (("sql", 0.5),))
    one = Offer("one", "a", 20, (plus,), (("sql", 0.5),))
    two = Offer("two", "a", 20, (plus,), (("sql", 0.5),))
    table = columns(problem(own, one, two))
    assert table.least_cost((0,)) == cents(Decimal(150))  # half of those who try pay twice
    assert table.least_cost((1, 2)) == cents(Decimal(80))  # 40 days: two months, once for both
    assert table.least_days((0, 1, 2)) == 50


def test_what_is_paid_already_costs_nothing_and_what_is_free_has_no_price() -> None:
    plus = charge("per_month", 40, subscription="plus")
    taken = Offer("one", "a", 20, (plus, charge("free", 99)), (("sql", 0.5),))
    running = columns(problem(taken, paid=(Paid("plus", date(2026, 1, 25)),)))
    assert columns(problem(taken)).least_cost((0,)) == 4000
    assert running.least_cost((0,)) == 0
    assert columns(problem(taken, paid=(Paid("plus", None),))).least_cost((0,)) == 0


def test_what_breaks_a_limit_alone_does_not_fit() -> None:
    dear = Offer("dear", "a", 5, (charge("one_off", 600),), (("sql", 0.5),))
    long = Offer("long", "a", 91, (), (("sql", 0.5),))
    month = Offer("month", "a", 5, (charge("one_off", 61),), (("sql", 0.5),))
    gone = Offer("gone", "a", 5, (), (("sql", 0.5),), last_day=date(2026, 1, 4))
    late = Offer("late", "a", 5, (), (("sql", 0.5),), starts=(date(2025, 12, 1), date(2026, 3, 30)))
    well = Offer("well", "a", 5, (charge("one_off", 60),), (("sql", 0.5),))
    table = columns(problem(dear, long, month, gone, late, well, monthly=60))
    assert table.fits.tolist() == [False, False, False, False, False, True]


def test_the_first_end_of_a_cohort_is_known() -> None:
    cohort = Offer("cohort", "a", 5, (), (("sql", 0.5),), starts=(date(2026, 2, 1),))
    table = columns(problem(cohort))
    assert table.least_end((0,)) == 31 + 5
    assert table.least_days((0,)) == 5
