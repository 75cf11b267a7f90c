"""From a plan to its schedule: hours by week, payments by month, and every other day that matters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.credential import Catalog
from credlens.model.plan import Limits, Payment, PaymentKind, Plan, Step
from credlens.model.quantity import Money
from credlens.model.schedule import Due, Month, Timetable, Week, WeekPart
from credlens.plan.problem import Problem
from credlens.plan.schedule.exams import exams, expiries
from credlens.plan.schedule.pace import other_paces
from credlens.plan.schedule.subscriptions import subscriptions

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


def timetable(plan: Plan, problem: Problem, catalog: Catalog) -> Timetable:
    """The schedule of a plan.

    Args:
        plan: its steps and payments are taken as they are.
        problem: what it was made from: prices by their pattern, limits, what is paid already.
        catalog: for titles and for the days to wait before a second attempt.
    """
    limits = problem.limits
    return Timetable(
        weeks=weeks(plan.steps, limits),
        months=months(plan.steps, limits),
        subscriptions=subscriptions(plan.steps, problem, catalog),
        exams=exams(plan.steps, problem, catalog),
        expiries=expiries(plan.steps, problem),
        other_paces=other_paces(plan, problem, catalog),
    )


def weeks(steps: Sequence[Step], limits: Limits) -> tuple[Week, ...]:
    """Hours by ISO week, from the week of the first possible day to that of the last step; empty without steps.

    A step's hours are spread evenly over its days of study. That is never above the person's pace, and a course that lasts longer
    than its work (a cohort) is not crammed into its first weeks.
    """
    if not steps:
        return ()
    by_day = {s.credential: _hours_by_day(s, limits) for s in steps}
    monday = limits.start - timedelta(days=limits.start.weekday())
    last = max(s.finish for s in steps)
    found: list[Week] = []
    while monday <= last:
        days = [monday + k * DAY for k in range(7)]
        hours = [(c, sum(each.get(d, 0.0) for d in days)) for c, each in by_day.items()]
        parts = tuple(WeekPart(c, h) for c, h in hours if h > 0)
        found.append(Week(len(found) + 1, monday, parts, sum(_off(d, limits) for d in days)))
        monday += WEEK
    return tuple(found)


def months(steps: Sequence[Step], limits: Limits) -> tuple[Month, ...]:
    """Payments by calendar month: each month until the last step ends, then only months with a payment (renewals)."""
    due = sorted(
        (Due(s.credential, p) for s in steps for p in s.payments),
        key=lambda d: (d.payment.day, d.credential, d.payment.what, d.payment.amount.amount),
    )
    if not due:
        return ()
    firsts = {d.payment.day.replace(day=1) for d in due}
    month, last = limits.start.replace(day=1), max(s.finish for s in steps)
    while month <= last:
        firsts.add(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return tuple(
        _month(f, tuple(d for d in due if d.payment.day.replace(day=1) == f), limits.budget.currency)
        for f in sorted(firsts)
    )


def _month(first: date, items: tuple[Due, ...], currency: str) -> Month:
    def total(*kinds: PaymentKind) -> Money:
        return _sum([d.payment for d in items if d.payment.kind in kinds], currency)

    paid = total(PaymentKind.PAID, PaymentKind.DISCOUNT)
    aside, renewals = total(PaymentKind.SET_ASIDE), total(PaymentKind.RENEWAL)
    return Month(first, items, paid, aside, renewals, _sum([d.payment for d in items], currency))


def _sum(payments: Sequence[Payment], currency: str) -> Money:
    return Money(sum((p.amount.amount for p in payments), Decimal(0)), currency)


def _hours_by_day(step: Step, limits: Limits) -> dict[date, float]:
    days = [step.start + k * DAY for k in range((step.finish - step.start).days + 1)]
    study = [d for d in days if not _off(d, limits)] or days
    return dict.fromkeys(study, step.hours / len(study))


def _off(day: date, limits: Limits) -> bool:
    return any(first <= day <= last for first, last in limits.off)
