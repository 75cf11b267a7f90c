"""What keeping a credential alive costs over five years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from credlens.model.credential import CostItem, CostPattern, Credential, Renewal, Validity
from credlens.model.quantity import Money

HORIZON_MONTHS = 60  # five years
PERIODS = frozenset({CostPattern.PER_MONTH, CostPattern.PER_YEAR, CostPattern.MEMBERSHIP})


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
    return tuple(dict.fromkeys(bill for v in validities for bill in _bills(v, renewal_ways(credential))))


def _bills(validity: Validity, ways: tuple[Renewal, ...]) -> tuple[Money | None, ...]:
    times = renewals(validity)
    if times == 0:
        return (Money(Decimal(0)),)
    return tuple(bill(times, way) for way in ways) or (None,)


def renewal_ways(credential: Credential) -> tuple[Renewal, ...]:
    """The ways of renewing that sources name; the exam again, where it has no price of its own, costs what it cost at first.

    That is the price of all exam parts in the cheapest option, once for each price that sources name. Which months of a
    subscription or a membership it takes besides is not known, so that options with such a price do not tell.
    """
    return tuple(w for way in credential.renewal.candidates() for w in _priced(way, credential))


def _priced(way: Renewal, credential: Credential) -> Iterator[Renewal]:
    if way.method != "retest" or way.cost is not None:
        yield way
        return
    sums = _exam_again(credential)
    yield from (replace(way, cost=s.amount, currency=s.currency) for s in sums)
    if not sums:
        yield way


def _exam_again(credential: Credential) -> tuple[Money, ...]:
    """What all parts of the exam cost in the cheapest option; empty when that is not known."""
    options = [exams for items in credential.cost_options().values() if (exams := _exams(items))]
    currencies = {i.currency for exams in options for i in exams}
    if len(currencies) != 1 or not all(i.amount.candidates() for exams in options for i in exams):
        return ()  # of two currencies, or of a price that is not known, nobody can say which is the cheapest
    sums = [sorted({sum(s, Decimal(0)) for s in product(*(i.amount.candidates() for i in e))}) for e in options]
    return tuple(Money(amount, options[0][0].currency) for amount in min(sums))


def _exams(items: Sequence[CostItem]) -> tuple[CostItem, ...]:
    """What has to be paid for each attempt at the exam; nothing where a period is paid for besides."""
    if any(i.pattern in PERIODS for i in items):
        return ()
    return tuple(i for i in items if i.pattern is CostPattern.PER_ATTEMPT or i.what == "exam")


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
