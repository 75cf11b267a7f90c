"""What keeping a credential alive costs over five years."""

from __future__ import annotations

from decimal import Decimal

from credlens.model.credential import Credential, Renewal, Validity
from credlens.model.quantity import Money

HORIZON_MONTHS = 60  # five years


def renewals(validity: Validity) -> int:
    """How often it must be renewed to hold through the horizon: every 36 months means once."""
    return 0 if validity.months is None else -(-HORIZON_MONTHS // max(1, validity.months)) - 1


def renewal_bills(credential: Credential) -> tuple[Money | None, ...]:
    """Renewal cost over the horizon, once for each combination of what sources say; None stands for an unknown sum.

    Money is never converted: each sum is in the renewal's own currency (zero is the same in all of them).
    """
    validities = credential.validity.candidates()
    if not validities:
        return (None,)
    return tuple(dict.fromkeys(bill for v in validities for bill in _bills(v, credential.renewal.candidates())))


def _bills(validity: Validity, ways: tuple[Renewal, ...]) -> tuple[Money | None, ...]:
    times = renewals(validity)
    if times == 0:
        return (Money(Decimal(0)),)
    return tuple(bill(times, way) for way in ways) or (None,)


def bill(times: int, way: Renewal) -> Money | None:
    """What renewing so many times costs in one way; None when that is unknown."""
    if way.cost is None:
        return Money(Decimal(0), way.currency) if way.method == "free_assessment" else None
    return Money(times * way.cost, way.currency)


def amount_in(bill: Money | None, currency: str) -> Decimal | None:
    """The sum in ``currency``; None when it is unknown or in another currency. Zero needs no rate."""
    if bill is None or (bill.amount and bill.currency != currency):
        return None
    return bill.amount
