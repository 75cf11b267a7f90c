"""Payments that come back every so many calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

from credlens.model.credential import CostPattern
from credlens.model.plan import Payment
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge

MONTHS = {CostPattern.PER_MONTH: 1, CostPattern.PER_YEAR: 12, CostPattern.MEMBERSHIP: 12}  # in one period


def later(day: date, months: int) -> date | None:
    """The same day of a later month, or the last one of a month that is shorter; None beyond the year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def recurring(charge: Charge, start: date, finish: date) -> tuple[Payment, ...]:
    """A payment on ``start`` and every period after it, up to ``finish``.

    Each due day is counted from the first day, not from the one before: 31 January, 28 February, 31 March. A chain would stay
    on the 28th for good, which is not what providers charge.
    """
    months = MONTHS[charge.pattern]
    unit = "year" if months == 12 else "month"
    paid: list[Payment] = []
    while (day := later(start, months * len(paid))) is not None and day <= finish:
        paid.append(Payment(day, Money(charge.amount, charge.currency), f"{charge.what}, {unit} {len(paid) + 1}"))
    return tuple(paid)
