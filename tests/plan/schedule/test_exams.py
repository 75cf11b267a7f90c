"""Exam days and expiry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.model.credential import Assessment, AssessmentType, CostPattern
from credlens.model.plan import Payment, PaymentKind, Step
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.schedule.exams import exams, expiries

FINISH = date(2026, 3, 31)


def sat(world: Any, *parts: Assessment, charges: tuple[Charge, ...] = (), payments: tuple[Payment, ...] = ()) -> Any:
    catalog = world.catalog(replace(world.credential("a"), assessment=parts))
    problem = Problem(world.limits(), (), (Offer("a", "o", 10, charges, ()),))
    return exams([Step("a", "o", date(2026, 3, 1), FINISH, 10, payments, ())], problem, catalog)


def test_a_second_attempt_waits_as_long_as_the_catalog_says(world: Any) -> None:
    exam = Assessment(AssessmentType.WRITTEN_EXAM, (world.source,), retake_days=14)
    assert [(e.day, e.second) for e in sat(world, exam)] == [(FINISH, date(2026, 4, 14))]


def test_nobody_says_how_long_to_wait(world: Any) -> None:
    aside = Payment(FINISH, Money(Decimal(40)), "exam, set aside", PaymentKind.SET_ASIDE)
    fee = Charge(CostPattern.PER_ATTEMPT, Decimal(165), "USD", "exam")
    (found,) = sat(world, charges=(fee,), payments=(Payment(FINISH, Money(Decimal(165)), "exam"), aside))
    assert (found.second, found.set_aside) == (None, Money(Decimal(40)))


def test_quizzes_and_projects_are_no_exam_day(world: Any) -> None:
    parts = [Assessment(t, (world.source,), retake_days=1) for t in (AssessmentType.QUIZ, AssessmentType.PROJECT)]
    assert sat(world, *parts) == ()


def test_what_runs_out_and_what_keeps_it(world: Any) -> None:
    renewal = Payment(date(2026, 9, 30), Money(Decimal(50)), "renewal", PaymentKind.RENEWAL)
    offers = (Offer("a", "o", 10, (), (), valid_months=6), Offer("b", "o", 10, (), ()))
    steps = [
        Step("b", "o", date(2026, 1, 1), FINISH, 10, (), ()),
        Step("a", "o", date(2026, 3, 1), FINISH, 10, (renewal,), ()),
        Step("told", "o", date(2026, 3, 1), FINISH, 10, (), (), expires=date(2026, 8, 1)),
    ]
    found = expiries(steps, Problem(world.limits(), (), offers))
    assert [(e.credential, e.day, e.renewals) for e in found] == [
        ("told", date(2026, 8, 1), ()),
        ("a", date(2026, 9, 30), (renewal,)),
    ]
