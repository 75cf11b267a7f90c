"""What the steps that are still to come cost at least, and when they end at the earliest: what a label search may leave out.

A period paid for covers at most 31 days (366 for a year), whenever it begins. Of a subscription that is in use already, one paid period at
most reaches into the days to come: periods do not overlap, and the days of use are behind one another. Renewals count nothing here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import ceil

from credlens.model.credential import CostPattern
from credlens.plan.money.billing import Terms
from credlens.plan.money.charge import PERIOD_DAYS, Charge
from credlens.plan.sequencing.ledgers import Shared
from credlens.plan.sequencing.placing import Placing


class Bounds:
    """For sets of finished steps, as masks over the offers that are placed."""

    def __init__(self, placing: Placing, shared: Shared, terms: Terms) -> None:
        self.placing = placing
        self.shared = shared
        self.terms = terms
        steps = range(len(placing.offers))
        everything = (1 << len(placing.offers)) - 1
        self.days = [placing.work_days(k, everything) for k in steps]  # at least, whatever is saved
        self.own = [
            sum(
                (self._least(c, self.days[k]) for c in placing.offers[k].charges if c.key not in shared.keys),
                Decimal(0),
            )
            for k in steps
        ]
        self._costs: dict[int, Decimal] = {}
        self._work: dict[int, int] = {}

    def _least(self, charge: Charge, days: int) -> Decimal:
        if charge.pattern is CostPattern.FREE or (charge.key is not None and self.terms.runs_on(charge) is not None):
            return Decimal(0)
        period = PERIOD_DAYS.get(charge.pattern)
        times = 1 if period is None else ceil(days / period)
        return charge.amount * times + charge.set_aside

    def _left(self, done: int) -> list[int]:
        return [k for k in range(len(self.days)) if not done >> k & 1]

    def cost(self, done: int) -> Decimal:
        """What the other steps add to the cost at least, discounts not counted."""
        if done not in self._costs:
            left = self._left(done)
            shared = sum((self._shared(g, done) for g in range(len(self.shared.charges))), Decimal(0))
            self._costs[done] = sum((self.own[k] for k in left), shared)
        return self._costs[done]

    def _shared(self, g: int, done: int) -> Decimal:
        charge, users, runs_on = self.shared.charges[g], self.shared.users[g], self.shared.runs_on[g]
        days = sum(self.days[k] for k in self._left(done) if users >> k & 1)
        period = PERIOD_DAYS.get(charge.pattern)
        if period is None:
            return charge.amount if days and not users & done else Decimal(0)
        free = (runs_on - self.terms.start).days if runs_on is not None else 0
        return charge.amount * max(0, ceil((days - free) / period) - (1 if users & done else 0))

    def finish(self, done: int, free: date) -> date | None:
        """The earliest last day of the other steps from a free day of study on; None when that is after the deadline."""
        if done not in self._work:
            self._work[done] = sum(self.days[k] for k in self._left(done))
        return self.placing.calendar.finish(free, self._work[done])
