"""A subscription by the month."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment
from credlens.plan.money.charge import Charge
from credlens.plan.money.pricing.periods import recurring


def payments(charge: Charge, start: date, finish: date) -> tuple[Payment, ...]:
    """One payment for each calendar month begun, counted from the first day."""
    return recurring(charge, start, finish)
