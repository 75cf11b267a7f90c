"""Costs nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.model.credential import CostItem
from credlens.model.plan import Payment


def payments(_item: CostItem, _amount: Decimal, _start: date, _finish: date) -> tuple[Payment, ...]:
    """No payment, whatever amount is written."""
    return ()
