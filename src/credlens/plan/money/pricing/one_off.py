"""Paid once, at the start."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge


def payments(charge: Charge, start: date, _finish: date) -> tuple[Payment, ...]:
    """The whole amount on the first day."""
    return (Payment(start, Money(charge.amount, charge.currency), charge.what),)
