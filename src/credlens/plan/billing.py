"""From steps on the calendar to payments: which of them share a subscription, and when it is paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.credential import CostItem, CostPattern
from credlens.model.plan import Payment
from credlens.plan.pricing import PRICING

# A certificate or an exam is paid for each credential, whoever shares a subscription; these four can be shared.
SHAREABLE = frozenset({CostPattern.ONE_OFF, CostPattern.PER_MONTH, CostPattern.PER_YEAR, CostPattern.MEMBERSHIP})

PERIOD_DAYS = {
    CostPattern.PER_MONTH: 31,
    CostPattern.PER_YEAR: 366,
    CostPattern.MEMBERSHIP: 366,
}  # at most, on any calendar

Key = tuple[str, CostPattern, str, Decimal]


@dataclass(frozen=True, slots=True)
class Charge:
    """A cost item with the amount to plan with: the dearest one when sources disagree."""

    item: CostItem
    amount: Decimal

    @property
    def key(self) -> Key | None:
        """What two charges must agree in to be one subscription; None when it pays for one step only.

        Amount and pattern belong to it: when two records give different prices under one name, each is paid, which can only
        make a plan dearer than it turns out to be.
        """
        if self.item.subscription is None or self.item.pattern not in SHAREABLE:
            return None
        return (self.item.subscription, self.item.pattern, self.item.what, self.amount)

    def payments(self, start: date, finish: date) -> tuple[Payment, ...]:
        """Payments for one unbroken time of use; none for an amount of zero."""
        return PRICING[self.item.pattern.value](self.item, self.amount, start, finish) if self.amount else ()


@dataclass(frozen=True, slots=True)
class Work:
    """One step on the calendar: what is charged for it, and its first and last day."""

    charges: tuple[Charge, ...]
    start: date
    finish: date


def bill(works: Sequence[Work]) -> tuple[tuple[Payment, ...], ...]:
    """The payments of each step, by day; ``works`` in order of time, without overlap.

    A shared subscription runs from its first use and is charged to the step during which, or before which, a period begins.
    Where a gap of unused time lies between two uses it is cancelled and restarted when that is cheaper; at the same price it is
    kept running as long as possible, since cancelling is work.
    """
    paid: list[list[Payment]] = [[] for _ in works]
    shared: dict[Key, tuple[Charge, list[int]]] = {}
    for i, work in enumerate(works):
        for charge in work.charges:
            if charge.key is None:
                paid[i] += charge.payments(work.start, work.finish)
            elif i not in shared.setdefault(charge.key, (charge, []))[1]:
                shared[charge.key][1].append(i)
    for charge, users in shared.values():
        for payment in _shared_payments(charge, [works[i] for i in users]):
            begins = max(i for i in users if works[i].start <= payment.day)
            paid[begins].append(payment)
    return tuple(tuple(sorted(p, key=lambda q: (q.day, q.what, q.amount.amount))) for p in paid)


def _shared_payments(charge: Charge, uses: Sequence[Work]) -> tuple[Payment, ...]:
    """The cheapest way to pay for all uses: shortest path over the points where it may be cancelled."""
    best: list[tuple[Decimal, int, tuple[Payment, ...]]] = [
        (Decimal(0), 0, ())
    ]  # for the first k uses: cost, runs, payments
    for last in range(len(uses)):
        ways = []
        for first in range(last + 1):
            if first and uses[first].start - uses[first - 1].finish <= timedelta(days=1):
                continue  # in use without a break: there is nothing to cancel
            cost, runs, payments = best[first]
            run = charge.payments(uses[first].start, uses[last].finish)
            ways.append((cost + sum(p.amount.amount for p in run), runs + 1, (*payments, *run)))
        best.append(min(ways, key=lambda w: (w[0], w[1], [p.day for p in w[2]])))
    return best[-1][2]
