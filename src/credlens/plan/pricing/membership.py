"""A yearly membership that is required."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.model.credential import CostItem
from credlens.model.plan import Payment
from credlens.plan.pricing.periods import recurring


def payments(item: CostItem, amount: Decimal, start: date, finish: date) -> tuple[Payment, ...]:
    """Paid on the first day and again for every further year begun."""
    return recurring(item, amount, start, finish, months=12)
