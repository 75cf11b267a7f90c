"""Days on which something is examined, and days on which a credential runs out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from credlens.model.credential import AssessmentType, Catalog, CostPattern
from credlens.model.plan import PaymentKind, Step
from credlens.model.quantity import Money
from credlens.model.schedule import Exam, Expiry
from credlens.plan.money.billing import expires
from credlens.plan.problem import Problem
from credlens.plan.schedule.subscriptions import offer_of

# judgement: what is sat on a day of its own; quizzes, projects and coursework are part of the work itself
SAT = frozenset({AssessmentType.WRITTEN_EXAM, AssessmentType.ORAL_EXAM})


def exams(steps: Sequence[Step], problem: Problem, catalog: Catalog) -> tuple[Exam, ...]:
    """Steps that end with an exam, or are paid by the attempt, in the order of the plan."""
    return tuple(found for s in steps if (found := _exam(s, problem, catalog)) is not None)


def expiries(steps: Sequence[Step], problem: Problem) -> tuple[Expiry, ...]:
    """Credentials of the plan that run out, the earliest first."""
    found = []
    for step in steps:
        day = step.expires or _expires(step, problem)
        if day is not None:
            renewals = tuple(p for p in step.payments if p.kind is PaymentKind.RENEWAL)
            found.append(Expiry(step.credential, day, renewals))
    return tuple(sorted(found, key=lambda e: (e.day, e.credential)))


def _exam(step: Step, problem: Problem, catalog: Catalog) -> Exam | None:
    offer = offer_of(step, problem)
    paid = offer is not None and any(c.pattern is CostPattern.PER_ATTEMPT for c in offer.charges)
    credential = catalog.credentials.get(step.credential)
    parts = credential.assessment if credential else ()
    if not paid and not any(a.type in SAT for a in parts):
        return None
    waits = [a.retake_days for a in parts if a.retake_days is not None]
    second = step.finish + timedelta(days=max(1, ceil(max(waits)))) if waits else None
    aside = sum((p.amount.amount for p in step.payments if p.kind is PaymentKind.SET_ASIDE), Decimal(0))
    return Exam(step.credential, step.finish, second, Money(aside, problem.limits.budget.currency))


def _expires(step: Step, problem: Problem) -> date | None:
    offer = offer_of(step, problem)
    return expires(offer.valid_months, step.finish) if offer else None
