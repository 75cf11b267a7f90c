from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from credlens.model.plan import Coverage, Plan, PlanStatus
from credlens.model.quantity import Money
from credlens.plan.solving.trading import gives_up


def plan(coverage: float, cost: int, finish: date, **evidence: float) -> Plan:
    by_skill = tuple(Coverage(s, e) for s, e in evidence.items())
    steps = ()
    money = Money(Decimal(cost))
    return Plan("p", steps, money, 10, finish, coverage, by_skill, (), PlanStatus.OPTIMAL, 0.0)


def test_what_is_less_later_or_dearer_is_named_with_both_numbers() -> None:
    strongest = plan(0.6, 200, date(2026, 5, 1), sql=0.8, python=0.6)
    other = replace(plan(0.48, 230, date(2026, 5, 11), sql=0.8, python=0.2), steps=(None,))  # type: ignore[arg-type]
    assert gives_up(other, strongest, str.upper) == (
        "12.0 points of coverage (48 % instead of 60 %)",
        "evidence for PYTHON (20 % instead of 60 %)",
        "10 days: it ends on 2026-05-11 instead of 2026-05-01",
        "USD 30: it costs USD 230 instead of USD 200",
    )


def test_the_strongest_gives_nothing_up_nor_does_a_plan_that_is_better_in_all() -> None:
    strongest = plan(0.6, 200, date(2026, 5, 1), sql=0.8)
    assert gives_up(strongest, strongest) == ()
    better = replace(plan(0.6, 100, date(2026, 4, 1), sql=0.8), steps=(None,))  # type: ignore[arg-type]
    assert gives_up(better, strongest) == ()
