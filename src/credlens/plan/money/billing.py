"""From steps on the calendar to payments: the one place that says what a plan costs, and when which part of it is due.

What recurs is paid on the first day of use and every period after it. Charges with the same key share one subscription. A bundle pays back
when the last of its members is begun, and a credential that expires too soon is renewed. Nothing else is paid for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.plan import Limits, Payment, PaymentKind
from credlens.model.quantity import Money
from credlens.plan.money.charge import PERIOD_DAYS, Charge, Key
from credlens.plan.money.pricing import PRICING
from credlens.plan.money.pricing.periods import later
from credlens.plan.offer import Bundle, Offer, Paid

ONE_DAY = timedelta(days=1)
Run = tuple[Decimal, int, tuple[Payment, ...]]  # cost, times it is begun, payments


@dataclass(frozen=True, slots=True)
class Work:
    """One step on the calendar: what is charged for it, and its first and last day; :meth:`of` takes the rest from an offer."""

    charges: tuple[Charge, ...]
    start: date
    finish: date
    credential: str = ""
    valid_months: int | None = None
    renewal: Decimal = Decimal(0)

    @classmethod
    def of(cls, offer: Offer, start: date, finish: date) -> Work:
        """An offer from its first to its last day."""
        return cls(offer.charges, start, finish, offer.credential, offer.valid_months, offer.renewal)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a bill depends on beside the steps.

    Attributes:
        currency: the budget's; ``start``: first day of the plan: what was paid only until some day before is over.
        keep_until: day until which credentials have to stay valid.
        bundles, paid: as in ``credlens.plan.problem.Problem``.
    """

    currency: str
    start: date
    keep_until: date
    bundles: tuple[Bundle, ...] = ()
    paid: tuple[Paid, ...] = ()

    @classmethod
    def under(cls, limits: Limits, bundles: tuple[Bundle, ...] = (), paid: tuple[Paid, ...] = ()) -> Terms:
        """Currency and days from the limits of a plan; credentials have to hold until the deadline when nothing else is said."""
        return cls(limits.budget.currency, limits.start, limits.keep_until or limits.deadline, bundles, paid)

    def runs_on(self, charge: Charge) -> date | None:
        """The first day of use that is not paid already; None when nothing is, :data:`date.max` when it is paid for good."""
        known = [p.until for p in self.paid if p.subscription == charge.subscription]
        if None in known:
            return date.max
        ends = [u for u in known if u is not None and u >= self.start - ONE_DAY and charge.pattern in PERIOD_DAYS]
        return min(max(ends), date.max - ONE_DAY) + ONE_DAY if ends else None


def payments(charge: Charge, start: date, finish: date) -> tuple[Payment, ...]:
    """Payments for one unbroken time of use; none for an amount of zero."""
    return PRICING[charge.pattern.value](charge, start, finish) if charge.amount else ()


def expires(valid_months: int | None, finish: date) -> date | None:
    """Last day on which a credential finished on a day holds without a renewal; None when it does not expire, or nobody looked it up."""
    return later(finish, valid_months) if valid_months else None


def bill(works: Sequence[Work], terms: Terms | None = None) -> tuple[tuple[Payment, ...], ...]:
    """The payments of each step, by day; ``works`` in order of time, without overlap.

    A shared subscription runs from its first use and is charged to the step during which, or before which, a period begins.
    Where a gap of unused time lies between two uses it is cancelled and restarted when that is cheaper; at the same price it is
    kept running as long as possible, since cancelling is work. Days paid before the plan are free, and that run may be kept on.
    Without ``terms`` there are no bundles and no renewals, and nothing is paid already.
    """
    paid: list[list[Payment]] = [[] for _ in works]
    shared: dict[Key, tuple[Charge, list[int]]] = {}
    for i, work in enumerate(works):
        for charge in work.charges:
            if charge.key is None:
                paid[i] += payments(charge, work.start, work.finish)
            elif i not in shared.setdefault(charge.key, (charge, []))[1]:
                shared[charge.key][1].append(i)
        if terms is not None:
            paid[i] += _renewals(work, terms)
    for charge, users in shared.values():
        runs_on = terms.runs_on(charge) if terms is not None else None
        for payment in shared_payments(charge, [(works[i].start, works[i].finish) for i in users], runs_on):
            begins = max((i for i in users if works[i].start <= payment.day), default=users[0])
            paid[begins].append(payment)
    for place, discount in _discounts(works, terms) if terms is not None else ():
        paid[place].append(discount)
    return tuple(tuple(sorted(p, key=lambda q: (q.day, q.what, q.amount.amount))) for p in paid)


def shared_payments(
    charge: Charge, uses: Sequence[tuple[date, date]], runs_on: date | None = None
) -> tuple[Payment, ...]:
    """The cheapest way to pay for all uses, each from its first to its last day.

    A shortest path over the points where the subscription may be cancelled. Before ``runs_on`` it is paid already; that run goes on from
    there at no new beginning.
    """
    if runs_on == date.max:
        return ()
    best: list[Run] = [(Decimal(0), 0, ())]  # for the first k uses
    for last in range(len(uses)):
        ways: list[Run] = []
        for first in range(last + 1):
            if first and uses[first][0] - uses[first - 1][1] <= ONE_DAY:
                continue  # in use without a break: there is nothing to cancel
            if runs_on is not None and uses[first][0] < runs_on:
                continue  # the run that is paid still lasts: nobody begins a second one
            cost, runs, before = best[first]
            run = payments(charge, uses[first][0], uses[last][1])
            ways.append((cost + _sum(run), runs + 1, (*before, *run)))
        if runs_on is not None:
            kept = payments(charge, runs_on, uses[last][1])
            ways.append((_sum(kept), 0, kept))
        best.append(min(ways, key=lambda w: (w[0], w[1], [p.day for p in w[2]])))
    return best[-1][2]


def _renewals(work: Work, terms: Terms) -> Iterator[Payment]:
    """On each expiry day, counted from the last day of work, until the day up to which it has to hold."""
    if not work.valid_months or not work.renewal:
        return
    count = 1
    amount = Money(work.renewal, terms.currency)
    while (day := later(work.finish, work.valid_months * count)) is not None and day < terms.keep_until:
        yield Payment(day, amount, f"renewal {count}", PaymentKind.RENEWAL)
        count += 1


def _discounts(works: Sequence[Work], terms: Terms) -> Iterator[tuple[int, Payment]]:
    """For each bundle whose members are all there: the place of the one begun last, and what is paid back."""
    place = {w.credential: i for i, w in enumerate(works)}
    for bundle in terms.bundles:
        if bundle.saves and all(m in place for m in bundle.members):
            last = max(place[m] for m in bundle.members)
            amount = Money(-bundle.saves, terms.currency)
            yield last, Payment(works[last].start, amount, f"bundle {bundle.name}", PaymentKind.DISCOUNT)


def _sum(paid: Sequence[Payment]) -> Decimal:
    return sum((p.amount.amount for p in paid), Decimal(0))
