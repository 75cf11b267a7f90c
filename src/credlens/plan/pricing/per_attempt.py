"""An exam fee, due for each attempt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.model.credential import CostItem
from credlens.model.plan import Payment
from credlens.model.quantity import Money


def payments(item: CostItem, amount: Decimal, _start: date, finish: date) -> tuple[Payment, ...]:
    """One attempt, on the last day. Retakes are not counted: nobody can know them before the exam."""
    return (Payment(finish, Money(amount, item.currency), item.what),)
