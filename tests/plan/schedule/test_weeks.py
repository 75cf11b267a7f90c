"""A plan's weeks and months."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.credential import Catalog, CostPattern
from credlens.model.plan import Limits, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.schedule.weeks import months, timetable, weeks

DAY = timedelta(days=1)


def usd(amount: str) -> Money:
    return Money(Decimal(amount))


def step(name: str, start: date, finish: date, hours: float = 10, payments: tuple[Payment, ...] = ()) -> Step:
    return Step(name, "standard", start, finish, hours, payments, ())


def limits(**more: Any) -> Limits:
    given_ = {"start": date(2026, 1, 1), "deadline": date(2026, 12, 31)} | more  # a Thursday
    return Limits(Money(Decimal(500)), 7, **given_)


def test_hours_are_spread_over_the_days_of_study() -> None:
    # Thursday 1 to Wednesday 7 January: four days in the first ISO week, three in the second.
    found = weeks([step("sql", date(2026, 1, 1), date(2026, 1, 7), 14)], limits())
    assert [(w.number, w.monday) for w in found] == [(1, date(2025, 12, 29)), (2, date(2026, 1, 5))]
    assert [w.hours for w in found] == pytest.approx([8, 6])
    assert [p.credential for w in found for p in w.parts] == ["sql", "sql"]


def test_a_week_off_has_no_hours_and_says_why() -> None:
    holiday = (date(2026, 1, 5), date(2026, 1, 12))
    found = weeks([step("sql", date(2026, 1, 1), date(2026, 1, 18), 10)], limits(off=(holiday,)))
    assert [(round(w.hours, 6), w.off) for w in found] == [(4, 0), (0, 7), (6, 1)]
    assert found[1].parts == ()


def test_two_steps_share_a_week_and_waiting_weeks_are_listed() -> None:
    steps = [
        step("a", date(2026, 1, 5), date(2026, 1, 7), 3),
        step("b", date(2026, 1, 8), date(2026, 1, 11), 4),
        step("c", date(2026, 1, 26), date(2026, 1, 26), 1),
    ]
    found = weeks(steps, limits())
    assert [[p.credential for p in w.parts] for w in found] == [[], ["a", "b"], [], [], ["c"]]
    assert weeks([], limits()) == ()


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 60), st.floats(0.5, 300)), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 20)), max_size=2),
)
@settings(max_examples=60, deadline=None)
def test_no_hour_is_lost_and_no_week_missing(steps: list[tuple[int, int, float]], off: list[tuple[int, int]]) -> None:
    day, made = date(2026, 1, 1), []
    for k, (wait, length, hours) in enumerate(steps):
        start = day + wait * DAY
        made.append(step(f"c{k}", start, start + (length - 1) * DAY, hours))
        day = made[-1].finish + DAY
    spans = tuple((date(2026, 1, 1) + a * DAY, date(2026, 1, 1) + (a + n) * DAY) for a, n in off)
    found = weeks(made, limits(off=spans))
    for s in made:
        planned = sum(p.hours for w in found for p in w.parts if p.credential == s.credential)
        assert planned == pytest.approx(s.hours)
    assert all(b.monday - a.monday == timedelta(days=7) for a, b in pairwise(found))
    assert found[-1].monday <= made[-1].finish < found[-1].monday + timedelta(days=7)


def test_months_keep_certain_money_apart_from_the_rest() -> None:
    paid = (
        Payment(date(2026, 1, 1), usd("49"), "tuition"),
        Payment(date(2026, 3, 2), usd("165"), "exam"),
        Payment(date(2026, 3, 2), usd("33.10"), "exam, set aside", PaymentKind.SET_ASIDE),
        Payment(date(2026, 3, 1), usd("-20"), "bundle", PaymentKind.DISCOUNT),
        Payment(date(2029, 3, 2), usd("150"), "renewal", PaymentKind.RENEWAL),
    )
    found = months([step("a", date(2026, 1, 1), date(2026, 3, 2), 40, paid)], limits())
    assert [(m.first.isoformat(), m.paid, m.set_aside, m.renewals, m.total) for m in found] == [
        ("2026-01-01", usd("49"), usd("0"), usd("0"), usd("49")),
        ("2026-02-01", usd("0"), usd("0"), usd("0"), usd("0")),  # listed: nothing to pay is an answer
        ("2026-03-01", usd("145"), usd("33.10"), usd("0"), usd("178.10")),
        ("2029-03-01", usd("0"), usd("0"), usd("150"), usd("150")),  # the years between are not
    ]
    assert [d.payment.what for d in found[2].items] == ["bundle", "exam", "exam, set aside"]
    assert months([step("free", date(2026, 1, 1), date(2026, 3, 2))], limits()) == ()


def test_the_whole_timetable_of_one_plan() -> None:
    monthly = Charge(CostPattern.PER_MONTH, Decimal(49), "USD")
    sql = Offer("sql", "standard", 45, (monthly,), (("sql", 0.8),))
    paid = tuple(Payment(date(2026, k, 1), usd("49"), f"tuition, month {k}") for k in (1, 2))
    done = step("sql", date(2026, 1, 1), date(2026, 2, 14), 45, paid)
    problem = Problem(limits(), (("sql", 1.0),), (sql,))
    plan = Plan("strongest", (done,), usd("98"), 45, done.finish, 0.8, (), (), PlanStatus.OPTIMAL, 0)
    found = timetable(plan, problem, Catalog({}))
    assert len(found.weeks) == 7
    assert sum((m.total.amount for m in found.months), Decimal(0)) == plan.cost.amount
    assert [s.payments for s in found.subscriptions] == [2]
    assert len(found.other_paces) == 2
    assert found.exams == found.expiries == ()
