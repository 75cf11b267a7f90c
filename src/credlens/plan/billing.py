"""From steps on the calendar to payments: which of them share a subscription, and when it is paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.plan import Payment
from credlens.plan.charge import Charge, Key
from credlens.plan.pricing import PRICING


@dataclass(frozen=True, slots=True)
class Work:
    """One step on the calendar: what is charged for it, and its first and last day."""

    charges: tuple[Charge, ...]
    start: date
    finish: date


def payments(charge: Charge, start: date, finish: date) -> tuple[Payment, ...]:
    """Payments for one unbroken time of use; none for an amount of zero."""
    return PRICING[charge.pattern.value](charge, start, finish) if charge.amount else ()


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
                paid[i] += payments(charge, work.start, work.finish)
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
            cost, runs, before = best[first]
            run = payments(charge, uses[first].start, uses[last].finish)
            ways.append((cost + sum(p.amount.amount for p in run), runs + 1, (*before, *run)))
        best.append(min(ways, key=lambda w: (w[0], w[1], [p.day for p in w[2]])))
    return best[-1][2]
