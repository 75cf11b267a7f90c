"""A followed plan of two steps, one hour a day: A on a monthly subscription with an exam at its end, then B, bought once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.replanning.followed import Followed

START = date(2026, 1, 1)
MONTH = Charge(CostPattern.PER_MONTH, Decimal(40), "USD", "tuition", "campus")
EXAM = Charge(CostPattern.PER_ATTEMPT, Decimal(165), "USD", "exam", attempts=3)
ONCE = Charge(CostPattern.ONE_OFF, Decimal(200), "USD", "tuition")
A = Offer("a", "monthly", 40.0, (MONTH, EXAM), (("sql", 0.6),))
B = Offer("b", "standard", 20.0, (ONCE,), (("python", 0.5),))
LIMITS = Limits(Money(Decimal(1000)), 7.0, START, date(2026, 6, 30), 3)


def usd(day: date, amount: int, what: str, kind: PaymentKind = PaymentKind.PAID) -> Payment:
    return Payment(day, Money(Decimal(amount)), what, kind)


def on(day: int) -> date:
    """The so-manyth day of the plan, the first being 0."""
    return START + timedelta(days=day)


#: A: days 0 to 39, paid on days 0 and 31 and examined on day 39; B: days 40 to 59, paid on day 40.
PLAN = Plan(
    "strongest",
    (
        Step(
            "a",
            "monthly",
            on(0),
            on(39),
            40.0,
            (
                usd(on(0), 40, "tuition, month 1"),
                usd(on(31), 40, "tuition, month 2"),
                usd(on(39), 165, "exam"),
                usd(on(39), 50, "exam, set aside for another attempt", PaymentKind.SET_ASIDE),
            ),
            ("sql",),
        ),
        Step("b", "standard", on(40), on(59), 20.0, (usd(on(40), 200, "tuition"),), ("python",)),
    ),
    Money(Decimal(495)),
    60.0,
    on(59),
    0.5,
    (),
    (),
    PlanStatus.OPTIMAL,
    0.0,
)
PROBLEM = Problem(LIMITS, (("python", 1.0), ("sql", 1.0)), (A, B))


class Case:
    """The plan, its problem, and the days that count from its start."""

    plan, problem, limits = PLAN, PROBLEM, LIMITS
    a, b, month, exam, once = A, B, MONTH, EXAM, ONCE
    on = staticmethod(on)

    def followed(self, day: int) -> Followed:
        """The plan, looked at on this day of it."""
        return Followed(PLAN, {A.name: A, B.name: B}, (), on(day))


@pytest.fixture(scope="session")
def case() -> Case:
    return Case()
