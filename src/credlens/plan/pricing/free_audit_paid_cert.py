"""Learning is free, the certificate is paid for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.model.credential import CostItem
from credlens.model.plan import Payment
from credlens.model.quantity import Money


def payments(item: CostItem, amount: Decimal, _start: date, finish: date) -> tuple[Payment, ...]:
    """The certificate, on the last day: nobody has to pay before the work is done."""
    return (Payment(finish, Money(amount, item.currency), item.what),)
