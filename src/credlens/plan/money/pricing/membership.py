"""A yearly membership that is required."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment
from credlens.plan.money.charge import Charge
from credlens.plan.money.pricing.periods import recurring


def payments(charge: Charge, start: date, finish: date) -> tuple[Payment, ...]:
    """Paid on the first day and again for every further year begun."""
    return recurring(charge, start, finish)
