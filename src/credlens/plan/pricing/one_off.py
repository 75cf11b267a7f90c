"""Paid once, at the start."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.model.credential import CostItem
from credlens.model.plan import Payment
from credlens.model.quantity import Money


def payments(item: CostItem, amount: Decimal, start: date, _finish: date) -> tuple[Payment, ...]:
    """The whole amount on the first day."""
    return (Payment(start, Money(amount, item.currency), item.what),)
