"""What the search for an order has to remember of shared subscriptions, and what each further use of one adds to the cost.

Two ways of remembering. Where only the total counts, since when a run lasts and how much of it is paid is enough (:class:`Runs`): one that
has lapsed before its next use is begun anew, one that has not is kept. No other way is cheaper, because a run that begins later, or is
extended where it ends, covers at least as many days for as many payments, short months included. Where a calendar month has a budget of its
own, the days of the payments matter, too, and they depend on all uses together: :class:`Histories` keeps every use until the last one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from credlens.model.plan import Payment
from credlens.plan.money.billing import ONE_DAY, Terms, shared_payments
from credlens.plan.money.charge import Charge, Key
from credlens.plan.money.pricing.periods import MONTHS, later
from credlens.plan.offer import Offer

Run = tuple[date, int, date]  # first day, periods paid, day on which the next one would be due
Uses = tuple[tuple[date, date], ...]  # first and last day of each unbroken time of use
State = tuple[tuple[int, Any], ...]  # by number of the subscription: a Run, or Uses
Used = tuple[
    Decimal, State, tuple[Payment, ...]
]  # what it adds to the cost; what to remember; payments that are certain now
NOTHING: Used = (Decimal(0), (), ())


class Shared:
    """The subscriptions that one step alone cannot price: several steps use them, or days of them are paid already."""

    def __init__(self, offers: Sequence[Offer], terms: Terms) -> None:
        users: dict[Key, list[int]] = {}
        charges: dict[Key, Charge] = {}
        for k, offer in enumerate(offers):
            for charge in offer.charges:
                if charge.key is not None and charge.amount and k not in users.setdefault(charge.key, []):
                    users[charge.key].append(k)
                    charges[charge.key] = charge
        runs_on = {key: terms.runs_on(charge) for key, charge in charges.items()}
        keys = [k for k in charges if len(users[k]) > 1 or runs_on[k] not in {None, date.max}]
        keys = [k for k in keys if runs_on[k] != date.max]
        self.keys = frozenset(keys)
        self.charges = [charges[k] for k in keys]
        self.runs_on = [runs_on[k] for k in keys]
        self.of_step = [[g for g, key in enumerate(keys) if k in users[key]] for k in range(len(offers))]
        self.users = [sum(1 << k for k in users[key]) for key in keys]


class Ledger(Protocol):
    """What both have in common."""

    def first(self) -> State:
        """Before the first step."""

    def use(self, k: int, span: tuple[date, date], state: State, done: int, free: date) -> Used:
        """Step ``k`` is worked on over these days, after which ``done`` is finished and ``free`` the next day of study."""

    def unsettled(self, state: State, done: int) -> date:
        """The earliest day on which a payment is not certain yet, for uses before the next day of study."""


class Runs:
    """Enough where only the total counts."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self._dues: dict[tuple[int, date], list[date]] = {}

    def first(self) -> State:
        """Days that are paid already are a run without a payment."""
        return tuple((g, (day, 0, day)) for g, day in enumerate(self.shared.runs_on) if day is not None)

    def use(self, k: int, span: tuple[date, date], state: State, done: int, free: date) -> Used:
        """Extends the runs that step ``k`` uses; forgets those that have lapsed and those that nobody wants any more."""
        used = self.shared.of_step[k]
        if not used and not state:
            return NOTHING
        cost, runs = Decimal(0), dict(state)
        start, finish = span
        for g in used:
            since, paid, due = runs.get(g, (start, 0, start))
            if due < start:
                since, paid = start, 0
            runs[g] = after = self._extended(g, since, finish)
            cost += self.shared.charges[g].amount * (after[1] - paid)
        kept = tuple((g, r) for g, r in sorted(runs.items()) if self.shared.users[g] & ~done and r[2] >= free)
        return cost, kept, ()

    def _extended(self, g: int, since: date, finish: date) -> Run:
        """A run from one day until another at least, paid as far as that takes."""
        months = MONTHS.get(self.shared.charges[g].pattern)
        if months is None:
            return (since, 1, date.max)  # paid once
        dues = self._dues.setdefault((g, since), [since])
        while dues[-1] <= finish:
            dues.append(later(since, months * len(dues)) or date.max)
        count = bisect_right(dues, finish)
        return (since, count, dues[count])

    def unsettled(self, _state: State, _done: int) -> date:
        """Days of payments are not kept."""
        return date.max


class Histories:
    """Where the days of the payments count, too."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self._paid: dict[tuple[int, Uses], tuple[Decimal, tuple[Payment, ...]]] = {}

    def first(self) -> State:
        """Nothing is used yet."""
        return ()

    def use(self, k: int, span: tuple[date, date], state: State, done: int, _free: date) -> Used:
        """Adds a use to the subscriptions of step ``k``, and settles those whose last user it is."""
        cost, uses = Decimal(0), dict(state)
        settled: list[Payment] = []
        for g in self.shared.of_step[k]:
            before: Uses = uses.get(g, ())
            goes_on = before and span[0] - before[-1][1] <= ONE_DAY
            after = (*before[:-1], (before[-1][0], span[1])) if goes_on else (*before, span)
            total, paid = self._price(g, after)
            cost += total - self._price(g, before)[0]
            uses[g] = after
            if not self.shared.users[g] & ~done:
                settled += paid
                del uses[g]
        return cost, tuple(sorted(uses.items())), tuple(settled)

    def _price(self, g: int, uses: Uses) -> tuple[Decimal, tuple[Payment, ...]]:
        if (g, uses) not in self._paid:
            paid = shared_payments(self.shared.charges[g], uses, self.shared.runs_on[g]) if uses else ()
            self._paid[g, uses] = sum((p.amount.amount for p in paid), Decimal(0)), paid
        return self._paid[g, uses]

    def unsettled(self, state: State, done: int) -> date:
        """The first use of a subscription that is wanted again; or the day from which one runs that is paid until then."""
        firsts = [uses[0][0] for _, uses in state]
        waiting = [d for g, d in enumerate(self.shared.runs_on) if d is not None and self.shared.users[g] & ~done]
        return min((*firsts, *waiting), default=date.max)
