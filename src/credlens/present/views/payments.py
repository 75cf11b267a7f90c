"""Payments of a plan, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from credlens.model.plan import PaymentKind, Plan
from credlens.model.quantity import Money
from credlens.present import words
from credlens.present.charts import bars
from credlens.present.context import Context


@dataclass(frozen=True, slots=True)
class MonthView:
    """What is paid in one month; ``aside``: how much of it is set aside for what may not be needed, empty when nothing is."""

    month: str
    amount: str
    total: str
    aside: str
    what: str
    bar: Markup


def total(amounts: Sequence[Money]) -> str:
    """The sum in words, one for each currency since they cannot be added; empty when nothing is paid."""
    totals: dict[str, Money] = {}
    for amount in amounts:
        totals[amount.currency] = totals[amount.currency] + amount if amount.currency in totals else amount
    return words.listing([words.money(t) for t in totals.values()])


def payments(context: Context, plan: Plan) -> tuple[MonthView, ...]:
    """Every month from the first payment to the last one of the plan, those without one as well, then only months of renewals.

    Sums start at the plan's begin. What is set aside is part of them and drawn hatched.
    """
    titled = (replace(p, what=f"{context.title(s.credential)}: {p.what}") for s in plan.steps for p in s.payments)
    paid = sorted(titled, key=lambda p: (p.day, p.what))
    if not paid:
        return ()
    inside = [p.day for p in paid if p.kind is not PaymentKind.RENEWAL] or [paid[0].day]
    months = sorted({*_calendar(inside[0], inside[-1]), *(p.day.replace(day=1) for p in paid)})
    by_month = {m: [p for p in paid if (p.day.year, p.day.month) == (m.year, m.month)] for m in months}
    sums = {m: sum((p.amount.amount for p in found), Decimal(0)) for m, found in by_month.items()}
    most = float(max(sums.values()))
    so_far: list[Money] = []
    views = []
    for m, found in by_month.items():
        so_far += [p.amount for p in found]
        aside = [p.amount for p in found if p.kind is PaymentKind.SET_ASIDE]
        perhaps = sum((a.amount for a in aside), Decimal(0))
        views.append(
            MonthView(
                month=words.month(m),
                amount=total([p.amount for p in found]) or "nothing",
                total=total(so_far),
                aside=total(aside),
                what="; ".join(dict.fromkeys(p.what for p in found)),
                bar=bars.bar(float(sums[m] - perhaps), most, float(perhaps)),
            )
        )
    return tuple(views)


def _calendar(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    starts = [first.year * 12 + first.month - 1 + i for i in range(count)]
    return [date(m // 12, m % 12 + 1, 1) for m in starts]
