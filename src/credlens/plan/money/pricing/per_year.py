"""A subscription by the year."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment
from credlens.plan.money.charge import Charge
from credlens.plan.money.pricing.periods import recurring


def payments(charge: Charge, start: date, finish: date) -> tuple[Payment, ...]:
    """One payment for each year begun; a subscription of 29 February is renewed on 28 February in common years."""
    return recurring(charge, start, finish)
