"""Costs nothing."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment
from credlens.plan.money.charge import Charge


def payments(_charge: Charge, _start: date, _finish: date) -> tuple[Payment, ...]:
    """No payment, whatever amount is written."""
    return ()
