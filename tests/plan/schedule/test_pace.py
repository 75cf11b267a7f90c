"""The same steps at other paces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.money.billing import Work, bill
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer, Saving
from credlens.plan.problem import Problem
from credlens.plan.schedule.pace import at_pace, other_paces

MONTHLY = Charge(CostPattern.PER_MONTH, Decimal(49), "USD")
LIMITS = Limits(Money(Decimal(200)), 10, date(2026, 1, 1), date(2026, 4, 30))


def planned(*offers: Offer, limits: Limits = LIMITS) -> tuple[Plan, Problem]:
    """The offers one after the other, as early as they can be."""
    dates = at_pace(offers, limits, limits.hours_per_week)
    assert dates is not None
    bills = bill([Work(o.charges, *d) for o, d in zip(offers, dates, strict=True)])
    steps = tuple(
        Step(o.credential, o.option, *d, o.hours, p, ()) for o, d, p in zip(offers, dates, bills, strict=True)
    )
    cost = Money(sum((p.amount.amount for paid in bills for p in paid), Decimal(0)))
    plan = Plan("strongest", steps, cost, 0, steps[-1].finish, 0, (), (), PlanStatus.OPTIMAL, 0)
    return plan, Problem(limits, (), offers)


def test_half_the_hours_cost_more_months_and_say_so(world: Any) -> None:
    # 100 h at 10 a week are 70 days, three payments; at 5 a week 140 days, five; at 20 a week 35 days, two.
    plan, problem = planned(Offer("sql", "o", 100, (MONTHLY,), ()))
    assert plan.cost == Money(Decimal(147))
    half, double = other_paces(plan, problem, world.catalog(world.credential("sql")))
    assert (half.hours_per_week, half.finish, half.cost, half.more) == (
        5.0,
        date(2026, 5, 20),
        Money(Decimal(245)),
        Money(Decimal(98)),
    )
    assert (half.months, half.in_time, half.affordable) == ((("sql", 2),), False, False)
    assert half.says == (
        "At 5 h a week the same steps take until 20 May 2026 and cost USD 98 more: 2 more months of Sql."
        " That is after your deadline, 30 Apr 2026. That is USD 245 in all, above your budget."
    )
    assert (double.finish, double.more, double.months) == (date(2026, 2, 4), Money(Decimal(-49)), (("sql", -1),))
    assert double.says == (
        "At 20 h a week the same steps take until 4 Feb 2026 and cost USD 49 less: 1 fewer month of Sql."
    )


def test_a_shared_subscription_goes_by_what_it_is_for(world: Any) -> None:
    plus = replace(MONTHLY, subscription="course-club")
    once = Charge(CostPattern.ONE_OFF, Decimal(30), "USD")
    plan, problem = planned(Offer("a", "o", 50, (plus,), ()), Offer("b", "o", 50, (plus, once), ()))
    half, _ = other_paces(plan, problem, world.catalog(world.credential("a"), world.credential("b")))
    assert half.months == (("course-club", 2),)
    assert "2 more months of the subscription for A and B" in half.says
    assert half.cost == plan.cost + Money(Decimal(98))


def test_a_step_that_the_problem_does_not_offer_takes_time_alone(world: Any) -> None:
    plan, problem = planned(Offer("sql", "o", 100, (MONTHLY,), ()), Offer("free", "o", 10, (), ()))
    half, _ = other_paces(plan, replace(problem, offers=problem.offers[:1]), world.catalog(world.credential("sql")))
    assert (half.finish, half.more) == (date(2026, 6, 3), Money(Decimal(98)))


def test_the_same_price_is_said_to_be_the_same(world: Any) -> None:
    plan, problem = planned(Offer("sql", "o", 10, (MONTHLY,), ()))
    half, double = other_paces(plan, problem, world.catalog(world.credential("sql")))
    assert "and cost the same." in half.says
    assert half.months == double.months == ()


def test_at_the_same_pace_nothing_changes(world: Any) -> None:
    offers = (Offer("a", "o", 44, (MONTHLY,), ()), Offer("b", "o", 61, (replace(MONTHLY, subscription="x"),), ()))
    plan, problem = planned(*offers)
    (same,) = other_paces(plan, problem, world.catalog(), factors=(1.0,))
    assert (same.finish, same.cost, same.months) == (plan.finish, plan.cost, ())


def test_only_a_monthly_price_depends_on_the_pace(world: Any) -> None:
    once = Charge(CostPattern.ONE_OFF, Decimal(30), "USD")
    assert other_paces(*planned(Offer("a", "o", 50, (once,), ())), world.catalog()) == ()


def test_waits_days_off_and_savings_count() -> None:
    limits = replace(LIMITS, off=((date(2026, 1, 3), date(2026, 1, 9)),))
    offers = (
        Offer("a", "o", 10, (MONTHLY,), ()),
        Offer("b", "o", 20, (), (), savings=(Saving(("a",), 10, "saved"),), starts=(date(2026, 2, 2),)),
        Offer("c", "o", 10, (), (), first_day=date(2026, 3, 1), least_days=30),
    )
    # 7 h a week are an hour a day: two days, seven off, eight more.
    assert at_pace(offers, limits, 7) == [
        (date(2026, 1, 1), date(2026, 1, 17)),
        (date(2026, 2, 2), date(2026, 2, 11)),
        (date(2026, 3, 1), date(2026, 3, 30)),
    ]


def test_a_pace_at_which_an_offer_is_missed_is_left_out(world: Any) -> None:
    plan, problem = planned(Offer("sql", "o", 100, (MONTHLY,), (), last_day=date(2026, 3, 31)))
    assert [p.hours_per_week for p in other_paces(plan, problem, world.catalog(world.credential("sql")))] == [20.0]
    assert at_pace([Offer("x", "o", 5, (), (), starts=(date(2025, 1, 1),))], LIMITS, 7) is None
    assert at_pace([Offer("x", "o", 900, (), ())], LIMITS, 0.01) is None  # twelve thousand years
