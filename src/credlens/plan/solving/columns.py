"""A planning problem as columns of numbers: what each offer takes at least and proves, for the relaxation and the selector.

Money is in whole hundredths of the currency rounded down, time in days of study. Both are lower bounds, whatever the order: months have
31 and years 366 days, a subscription is never interrupted, everything that could save hours does, and a renewal is due only if it
is when the credential is finished on the deadline. So no set of offers is counted dearer or longer here than it is on the calendar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from hashlib import blake2b

import numpy as np
from dateutil.relativedelta import relativedelta
from numpy.typing import NDArray

from credlens.model.credential import CostPattern
from credlens.plan.money.charge import PERIOD_DAYS, Charge, Key
from credlens.plan.offer import Offer
from credlens.plan.problem import NEVER, Problem

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Shared:
    """A payment that several offers can share.

    Attributes:
        cents: for one period, or in all.
        period: days of a period; None when it is paid once.
        free_days: days that are paid already.
        users: offers that need it.
        needs: days of study of each of them, aligned.
    """

    cents: int
    period: int | None
    free_days: int
    users: Ints
    needs: Ints

    def periods(self, days: int) -> int:
        """How many have to be paid at least for so many days of use; ``days`` above zero."""
        if self.period is None:
            return 1
        return -(-max(0, days - self.free_days) // self.period)


@dataclass(frozen=True)
class Columns:
    """See the module's text. Arrays are by offer.

    Attributes:
        days: at least; ``full_days``: when nothing is saved.
        earliest: days of study from the start to the first day on which it can be finished.
        cents: at least, beside what can be shared.
        lack: 1000 - round(1000 x quality).
        fits: whether the offer alone keeps every limit, as far as these bounds tell.
        rows, targets, pulls: for each offer and target it proves anything of: offer, target, integer evidence.
        shared: payments that offers share.
        options: offers of each credential.
    """

    problem: Problem
    days: Ints
    full_days: Ints
    earliest: Ints
    cents: Ints
    lack: Ints
    fits: NDArray[np.bool_]
    rows: Ints
    targets: Ints
    pulls: Ints
    shared: tuple[Shared, ...]
    options: dict[str, list[int]]

    @cached_property
    def digests(self) -> list[int]:
        """A number for each offer that stands for its name, whatever its place: two sets with the same sum are not to be expected."""
        return [digest(o) for o in self.problem.offers]

    @cached_property
    def budget(self) -> int:
        """Hundredths that can be spent."""
        return cents(self.problem.limits.budget.amount)

    @cached_property
    def discounts(self) -> list[int]:
        """What each bundle saves, in hundredths rounded up, so that no set is counted too dear."""
        return [int((b.saves * 100).to_integral_value(ROUND_CEILING)) for b in self.problem.bundles]

    def least_cost(self, chosen: Sequence[int]) -> int:
        """Hundredths that these offers cost at least, whatever their order."""
        total = int(self.cents[list(chosen)].sum())
        taken = set(chosen)
        for shared in self.shared:
            used = [int(d) for i, d in zip(shared.users, shared.needs, strict=True) if int(i) in taken]
            total += shared.cents * shared.periods(sum(used)) if used else 0
        names = {self.problem.offers[i].credential for i in chosen}
        return total - sum(
            d for d, b in zip(self.discounts, self.problem.bundles, strict=True) if names.issuperset(b.members)
        )

    def at_least(self, offer: Offer, hours: float) -> int:
        """Days of study for so many hours, and for the calendar days that an offer takes whatever the pace."""
        return _at_least(self.problem, offer, hours)

    def least_end(self, chosen: Sequence[int]) -> int:
        """Days of study until the last of these offers can be finished at the earliest."""
        return max(self.least_days(chosen), int(self.earliest[list(chosen)].max(initial=0)))

    def least_days(self, chosen: Sequence[int]) -> int:
        """Days of study that these offers take at least, whatever their order."""
        done = {self.problem.offers[i].credential for i in chosen}
        return sum(
            _at_least(self.problem, o, o.hours_after(done))
            if (o := self.problem.offers[i]).savings
            else int(self.days[i])
            for i in chosen
        )


def cents(amount: Decimal) -> int:
    """Whole hundredths, rounded down."""
    return int((amount * 100).to_integral_value(ROUND_FLOOR))


def digest(offer: Offer) -> int:
    """A number between 1 and 2^32 out of the offer's name."""
    return int.from_bytes(blake2b("/".join(offer.name).encode(), digest_size=4).digest(), "big") + 1


def columns(problem: Problem) -> Columns:
    """The columns of a problem."""
    offers = problem.offers
    full = np.array(problem.days, dtype=np.int64)
    days = full.copy()
    for i, offer in enumerate(offers):
        if offer.savings or offer.least_days > 1:
            saved = sum(s.hours for s in offer.savings)
            days[i] = _at_least(problem, offer, max(0.0, offer.hours - saved))
    own, shared = _money(problem, days)
    sizes = [len(p) for p in problem.pulls]
    targets = np.fromiter((t for p in problem.pulls for t in p), dtype=np.int64)
    pulls = np.fromiter((a for p in problem.pulls for a in p.values()), dtype=np.int64)
    options: dict[str, list[int]] = {}
    for i, offer in enumerate(offers):
        options.setdefault(offer.credential, []).append(i)
    table = Columns(
        problem=problem,
        days=days,
        full_days=np.maximum(full, days),
        earliest=days.copy(),
        cents=own,
        lack=np.array([1000 - round(1000 * o.quality) for o in offers], dtype=np.int64),
        fits=np.ones(len(offers), dtype=np.bool_),
        rows=np.repeat(np.arange(len(offers)), sizes),
        targets=targets,
        pulls=pulls,
        shared=shared,
        options=options,
    )
    table.fits[:] = _fits(table)
    return table


def _at_least(problem: Problem, offer: Offer, hours: float) -> int:
    off = sum((last - first).days + 1 for first, last in problem.limits.off)
    return max(problem.work_days(max(0.0, hours)), offer.least_days - off)


def _money(problem: Problem, days: Ints) -> tuple[Ints, tuple[Shared, ...]]:
    """What each offer costs by itself, and what it may share."""
    own = np.zeros(len(problem.offers), dtype=np.int64)
    groups: dict[Key, tuple[Charge, list[int]]] = {}
    for i, offer in enumerate(problem.offers):
        seen: set[Key] = set()
        for charge in offer.charges:
            if charge.pattern is CostPattern.FREE:
                continue
            if charge.key is None:
                period = PERIOD_DAYS.get(charge.pattern)
                times = 1 if period is None else -(-int(days[i]) // period)
                own[i] += (cents(charge.amount) + cents(charge.set_aside)) * times
            elif charge.key not in seen and charge.amount:
                seen.add(charge.key)
                groups.setdefault(charge.key, (charge, []))[1].append(i)
        own[i] += cents(offer.renewal) * _renewals(problem, offer)
    return own, tuple(
        Shared(
            cents(charge.amount),
            PERIOD_DAYS.get(charge.pattern),
            _free_days(problem, charge),
            np.array(users, dtype=np.int64),
            days[users],
        )
        for charge, users in groups.values()
        if not (charge.pattern not in PERIOD_DAYS and _free_days(problem, charge))
    )


def _free_days(problem: Problem, charge: Charge) -> int:
    """Days from the start that are paid already; more than any horizon when it is paid for good."""
    runs = [p for p in problem.paid if p.subscription == charge.subscription]
    if not runs:
        return 0
    if any(p.until is None for p in runs):
        return NEVER
    if charge.pattern not in PERIOD_DAYS:
        return 0
    return max(0, *((p.until - problem.limits.start).days + 1 for p in runs if p.until is not None))


def _renewals(problem: Problem, offer: Offer) -> int:
    """How often it has to be renewed when it is finished as late as can be."""
    if offer.valid_months is None or not offer.renewal:
        return 0
    until = problem.limits.keep_until or problem.limits.deadline
    times = 0
    while problem.limits.deadline + relativedelta(months=offer.valid_months * (times + 1)) < until:
        times += 1
    return times


def _fits(table: Columns) -> NDArray[np.bool_]:
    problem = table.problem
    most = table.budget + sum(table.discounts)
    fits: NDArray[np.bool_] = (table.cents <= most) & (table.days <= problem.horizon)
    for shared in table.shared:
        dear = [shared.cents * shared.periods(int(d)) for d in shared.needs]
        fits[shared.users] &= table.cents[shared.users] + np.array(dear, dtype=np.int64) <= most
    if problem.limits.budget_per_month is not None:
        monthly = cents(problem.limits.budget_per_month.amount) + sum(table.discounts)
        fits &= np.array([_due_at_once(problem, o) <= monthly for o in problem.offers])
    for i, offer in enumerate(problem.offers):
        if offer.starts or offer.first_day or offer.last_day or any(c.valid_until for c in offer.charges):
            finish = _first_finish(problem, offer)
            fits[i] &= finish is not None
            if finish is not None:
                table.earliest[i] = max(table.earliest[i], bisect_right(problem.calendar.days, finish))
    return fits


def _due_at_once(problem: Problem, offer: Offer) -> int:
    """Hundredths that fall due on one day at least: the first, for what is not paid already, or the last."""
    at_the_end = {CostPattern.PER_ATTEMPT, CostPattern.FREE_AUDIT_PAID_CERT}
    charges = {c.key or n: c for n, c in enumerate(offer.charges) if c.pattern is not CostPattern.FREE}.values()
    last = sum(cents(c.amount) + cents(c.set_aside) for c in charges if c.pattern in at_the_end)
    # what is shared may have been paid for an earlier step
    first = sum(cents(c.amount) for c in charges if c.pattern not in at_the_end and c.key is None)
    once = [cents(c.amount) for c in charges if c.key is not None and not _free_days(problem, c)]
    return max(first, last, *once) if once else max(first, last)


def _first_finish(problem: Problem, offer: Offer) -> date | None:
    """The first day on which an offer can be finished within its windows; None when it cannot."""
    opens = [d for d in (offer.first_day, *(c.valid_from for c in offer.charges)) if d is not None]
    closes = [c.valid_until for c in offer.charges if c.valid_until is not None]
    first = max([problem.limits.start, *opens])
    days = problem.work_days(max(0.0, offer.hours - sum(s.hours for s in offer.savings)))
    starts: list[date] = sorted(d for d in offer.starts if d >= first)
    if not offer.starts:
        begin = problem.calendar.next(first)
        starts = [] if begin is None else [begin]
    for start in starts:
        finish = problem.calendar.finish(start, days, offer.least_days)
        in_time = finish is not None and (offer.last_day is None or finish <= offer.last_day)
        if in_time and all(start <= day for day in closes):
            return finish
    return None
