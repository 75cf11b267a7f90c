"""Payments that come back every so many calendar months."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from credlens.model.plan import Payment
from credlens.model.quantity import Money
from credlens.plan.charge import Charge


def recurring(charge: Charge, start: date, finish: date, *, months: int) -> tuple[Payment, ...]:
    """A payment on ``start`` and every ``months`` calendar months after it, up to ``finish``.

    Each due day is counted from the first day, not from the one before: 31 January, 28 February, 31 March. A chain would stay
    on the 28th for good, which is not what providers charge.
    """
    unit = "year" if months == 12 else "month"
    paid: list[Payment] = []
    while (day := start + relativedelta(months=months * len(paid))) <= finish:
        paid.append(Payment(day, Money(charge.amount, charge.currency), f"{charge.what}, {unit} {len(paid) + 1}"))
    return tuple(paid)
