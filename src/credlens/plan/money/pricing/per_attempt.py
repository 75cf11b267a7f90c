"""An exam fee, due for each attempt."""

from __future__ import annotations

from datetime import date

from credlens.model.plan import Payment, PaymentKind
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge


def payments(charge: Charge, _start: date, finish: date) -> tuple[Payment, ...]:
    """One attempt on the last day and, where it is known how many pass, what second attempts cost on average, set aside."""
    exam = Payment(finish, Money(charge.amount, charge.currency), charge.what)
    if not charge.set_aside:
        return (exam,)
    aside = Money(charge.set_aside, charge.currency)
    return (exam, Payment(finish, aside, f"{charge.what}, set aside for another attempt", PaymentKind.SET_ASIDE))
