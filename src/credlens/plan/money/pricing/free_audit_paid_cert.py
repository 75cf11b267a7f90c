"""Learning is free, the certificate is paid for."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge


def payments(charge: Charge, _start: date, finish: date) -> tuple[Payment, ...]:
    """The certificate, on the last day: nobody has to pay before the work is done."""
    return (Payment(finish, Money(charge.amount, charge.currency), charge.what),)
