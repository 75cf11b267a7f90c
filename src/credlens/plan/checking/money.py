"""Money: every payment that is owed is there, nothing else is, and the sums keep the budgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from credlens.model.plan import PaymentKind
from credlens.plan.checking.owed import Due, owed
from credlens.plan.checking.timing import orderly

if TYPE_CHECKING:
    from credlens.model.plan import Limits, Plan
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem


def money(plan: Plan, problem: Problem, offers: Sequence[Offer | None]) -> Iterator[str]:
    """What is wrong with the payments and their sums. What is owed is only counted for steps that can follow each other."""
    known = [o for o in offers if o is not None]
    foreign = list(_foreign(plan, problem, known))
    yield from foreign
    yield from _signs(plan)
    if len(known) == len(offers) and orderly(plan, problem.limits):
        for step, dues in zip(plan.steps, owed(plan, problem, known), strict=True):
            stated = sorted(Due(p.day, p.amount.amount, p.kind) for p in step.payments if p.amount.amount)
            if stated != dues:
                yield f"{step.credential}: pays {_words(stated)}, owed is {_words(dues)}"
    if not foreign:
        yield from _sums(plan, problem.limits)


def _foreign(plan: Plan, problem: Problem, offers: Iterable[Offer]) -> Iterator[str]:
    currency = problem.limits.budget.currency
    if plan.cost.currency != currency or any(p.amount.currency != currency for s in plan.steps for p in s.payments):
        yield f"money in another currency than the budget's, {currency}"
    month = problem.limits.budget_per_month
    if month is not None and month.currency != currency:
        yield f"the budget for a month is in {month.currency}, the budget in {currency}"
    for offer in offers:
        for charge in offer.charges:
            if charge.amount and charge.currency != currency:
                yield f"{offer.credential}: priced in {charge.currency}, the budget is in {currency}"


def _signs(plan: Plan) -> Iterator[str]:
    for step in plan.steps:
        for payment in step.payments:
            if (payment.amount.amount > 0) if payment.kind is PaymentKind.DISCOUNT else (payment.amount.amount < 0):
                yield f"{step.credential}: a payment of {payment.amount.amount} cannot be {_kind(payment.kind)}"


def _sums(plan: Plan, limits: Limits) -> Iterator[str]:
    payments = [p for s in plan.steps for p in s.payments]
    total = sum((p.amount.amount for p in payments), Decimal(0))
    if total != plan.cost.amount:
        yield f"the cost is said to be {plan.cost.amount}, the payments add up to {total}"
    if max(total, plan.cost.amount) > limits.budget.amount:
        yield f"costs {max(total, plan.cost.amount)}, the budget is {limits.budget.amount}"
    if limits.budget_per_month is None:
        return
    months: dict[str, Decimal] = {}
    for payment in payments:
        if payment.kind is not PaymentKind.RENEWAL:
            month = f"{payment.day:%Y-%m}"
            months[month] = months.get(month, Decimal(0)) + payment.amount.amount
    for month, paid in sorted(months.items()):
        if paid > limits.budget_per_month.amount:
            yield f"pays {paid} in {month}, the budget for a month is {limits.budget_per_month.amount}"


def _words(dues: Iterable[Due]) -> str:
    words = (f"{d.amount} on {d.day}{'' if d.kind is PaymentKind.PAID else f' ({_kind(d.kind)})'}" for d in dues)
    return ", ".join(words) or "nothing"


def _kind(kind: PaymentKind) -> str:
    return kind.value.replace("_", " ")
