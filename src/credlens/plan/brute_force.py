"""Every plan of a small problem, one after the other: what the solver is held against.

Written from the rules alone and for being seen to be right: it shares nothing with the solver, not even the calendar or the bill. Use it for at
most eight offers or so; the number of plans grows with the factorial of the credentials in one, and with every month a payment can be put off to.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, product
from math import ceil

from credlens.model.credential import CostPattern
from credlens.plan.money.charge import Charge, Key
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem

NAMES = ("strongest", "cheapest", "fastest")
SHARE_OF_WORTH = 0.6  # of the strongest plan's, which the two others have to reach
DAY = timedelta(days=1)
_MONTHS = {CostPattern.PER_MONTH: 1, CostPattern.PER_YEAR: 12, CostPattern.MEMBERSHIP: 12}


@dataclass(frozen=True, slots=True)
class Taken:
    """A step: an offer from its first to its last day."""

    offer: Offer
    start: date
    finish: date


@dataclass(frozen=True, slots=True)
class Best:
    """What a plan reaches.

    Attributes:
        worth: ``Problem.worth`` of its offers.
        lack: sum of 1000 - round(1000 x quality).
        cost: of all payments.
        finish: last day of the last step.
        steps: one plan that reaches it; others may, too.
    """

    worth: int
    lack: int
    cost: Decimal
    finish: date
    steps: tuple[Taken, ...] = field(compare=False, repr=False)


def brute_force(problem: Problem) -> Mapping[str, Best] | None:
    """The best of each name in :data:`NAMES`; None when no plan keeps the limits and proves something, or holds what is fixed."""
    found = list(_worthy(problem))
    if not found:
        return None
    enough = ceil(SHARE_OF_WORTH * max(b.worth for b in found))
    able = [b for b in found if b.worth >= enough]
    return {
        "strongest": min(found, key=lambda b: (-b.worth, b.lack, b.cost, b.finish)),
        "cheapest": min(able, key=lambda b: (b.cost, -b.worth, b.lack, b.finish)),
        "fastest": min(able, key=lambda b: (b.finish, -b.worth, b.lack, b.cost)),
    }


def _worthy(problem: Problem) -> Iterator[Best]:
    place = {o.name: i for i, o in enumerate(problem.offers)}
    worths: dict[frozenset[int], int] = {}
    for steps in plans(problem):
        chosen = frozenset(place[s.offer.name] for s in steps)
        if chosen not in worths:
            worths[chosen] = problem.worth(tuple(sorted(chosen)))
        if worths[chosen] > 0 or problem.fixed:
            cost = sum((amount for _, amount in bill(problem, steps)), Decimal(0))
            lack = sum(1000 - round(1000 * s.offer.quality) for s in steps)
            yield Best(worths[chosen], lack, cost, steps[-1].finish, steps)


def plans(problem: Problem) -> Iterator[tuple[Taken, ...]]:
    """Every plan with at least one step that keeps all the rules: every set in every order on every day it can begin."""
    study = _days_of_study(problem)
    for steps in _orders(problem, study, ()):
        fixed = {s.offer.credential for s in steps}.issuperset(problem.fixed)
        if fixed and _affordable(problem, steps):
            yield steps


def _orders(problem: Problem, study: list[date], before: tuple[Taken, ...]) -> Iterator[tuple[Taken, ...]]:
    """Every way to go on after these steps that keeps the rules of the calendar, money not counted."""
    if len(before) >= problem.limits.max_credentials:
        return
    done = {s.offer.credential for s in before}
    for offer in problem.offers:
        if any(offer.credential in group and done.intersection(group) for group in problem.rivals):
            continue
        if offer.credential in done or not all(done.intersection(n.by) for n in offer.needs):
            continue
        for start in _starts(problem, study, before, offer):
            finish = _finish(problem, study, offer, start, done)
            if finish is not None and _in_window(offer, start, finish):
                steps = (*before, Taken(offer, start, finish))
                yield steps
                yield from _orders(problem, study, steps)


def _days_of_study(problem: Problem) -> list[date]:
    limits = problem.limits
    every = [limits.start + k * DAY for k in range((limits.deadline - limits.start).days + 1)]
    return [d for d in every if not any(first <= d <= last for first, last in limits.off)]


def _starts(problem: Problem, study: list[date], before: tuple[Taken, ...], offer: Offer) -> list[date]:
    """The days on which a step may begin; what falls out of a window is left to the caller."""
    open_days = [d for d in study if not before or d > before[-1].finish]
    if not open_days:
        return []
    at_once = open_days[0]
    if offer.starts:
        return sorted({d for d in offer.starts if d >= at_once})
    found = {at_once}
    for bound in (offer.first_day, *(c.valid_from for c in offer.charges)):
        if bound is not None and at_once < bound:
            found |= set([d for d in open_days if d >= bound][:1])
    if problem.limits.budget_per_month is not None:
        first_of_month = {(d.year, d.month): d for d in reversed(open_days)}
        found |= {d for month, d in first_of_month.items() if month > (at_once.year, at_once.month)}
    return sorted(found)


def _finish(problem: Problem, study: list[date], offer: Offer, start: date, done: set[str]) -> date | None:
    """The last day, None when it would be after the deadline."""
    pace = problem.limits.hours_per_week
    if pace <= 0:
        return None
    hours = max(0.0, offer.hours - sum(s.hours for s in offer.savings if done.intersection(s.by)))
    work_days = max(1, ceil(round(7 * hours / pace, 6)))
    worked = [d for d in study if d >= start][:work_days]
    if len(worked) < work_days:
        return None
    last = max(worked[-1], start + (offer.least_days - 1) * DAY)
    return last if last <= problem.limits.deadline else None


def _in_window(offer: Offer, start: date, finish: date) -> bool:
    begins = (offer.first_day is None or start >= offer.first_day) and (
        offer.last_day is None or finish <= offer.last_day
    )
    return begins and all(
        (c.valid_from is None or start >= c.valid_from) and (c.valid_until is None or start <= c.valid_until)
        for c in offer.charges
    )


def _affordable(problem: Problem, steps: tuple[Taken, ...]) -> bool:
    limits = problem.limits
    paid, renewals = _paid(problem, steps), _renewals(problem, steps)
    if sum((a for _, a in [*paid, *renewals]), Decimal(0)) > limits.budget.amount:
        return False
    if limits.budget_per_month is None:
        return True
    by_month = {(day.year, day.month): Decimal(0) for day, _ in paid}
    for day, amount in paid:
        by_month[day.year, day.month] += amount
    return all(amount <= limits.budget_per_month.amount for amount in by_month.values())


def bill(problem: Problem, steps: tuple[Taken, ...]) -> list[tuple[date, Decimal]]:
    """Every payment of a plan: day and amount, discounts negative; in no order."""
    return [*_paid(problem, steps), *_renewals(problem, steps)]


def _paid(problem: Problem, steps: tuple[Taken, ...]) -> list[tuple[date, Decimal]]:
    """All but renewals."""
    found: list[tuple[date, Decimal]] = []
    users: dict[Key, tuple[Charge, list[Taken]]] = {}
    for step in steps:
        for charge in step.offer.charges:
            if charge.key is None:
                found += _alone(charge, step)
            elif step not in (using := users.setdefault(charge.key, (charge, []))[1]):
                using.append(step)
    for charge, using in users.values():
        found += _shared(problem, charge, using)
    begun = {s.offer.credential: s.start for s in steps}
    for bundle in problem.bundles:
        if all(m in begun for m in bundle.members):
            found.append((max(begun[m] for m in bundle.members), -bundle.saves))
    return [(day, amount) for day, amount in found if amount]


def _alone(charge: Charge, step: Taken) -> list[tuple[date, Decimal]]:
    """What one step pays that it shares with nobody."""
    match charge.pattern:
        case CostPattern.FREE:
            return []
        case CostPattern.ONE_OFF:
            return [(step.start, charge.amount)]
        case CostPattern.FREE_AUDIT_PAID_CERT:
            return [(step.finish, charge.amount)]
        case CostPattern.PER_ATTEMPT:
            return [(step.finish, charge.amount), (step.finish, charge.set_aside)]
        case _:
            return _run(charge, step.start, step.finish)


def _run(charge: Charge, first: date, last: date) -> list[tuple[date, Decimal]]:
    """A payment on the first day and every (12) month(s) after it, up to the last day."""
    found: list[tuple[date, Decimal]] = []
    while (day := _months_after(first, _MONTHS[charge.pattern] * len(found))) <= last:
        found.append((day, charge.amount))
    return found


def _shared(problem: Problem, charge: Charge, using: list[Taken]) -> list[tuple[date, Decimal]]:
    """What is shared: for each time of no use every choice of keeping and cancelling is tried."""
    until = [p.until for p in problem.paid if p.subscription == charge.subscription]
    if charge.pattern is CostPattern.ONE_OFF:
        return [] if None in until else [(using[0].start, charge.amount)]
    if None in until:
        return []
    uses = [(s.start, s.finish) for s in using]
    known = [u for u in until if u is not None and u >= problem.limits.start - DAY]
    if known:  # days paid already are no use that has to be paid; it may be kept on from the day after them
        paid_to = max(known)
        uses = [(max(start, paid_to + DAY), finish) for start, finish in uses if finish > paid_to]
        uses = [(paid_to, paid_to), *uses]
    gaps = [b[0] - a[1] > DAY for a, b in pairwise(uses)]
    ways: list[tuple[Decimal, int, list[date]]] = []
    for cancelled in product(*((False, True) if gap else (False,) for gap in gaps)):
        found = _of_runs(charge, uses, cancelled, paid_first=bool(known))
        ways.append((sum((a for _, a in found), Decimal(0)), sum(cancelled), [d for d, _ in found]))
    _, _, days = min(ways)
    return [(day, charge.amount) for day in days]


def _of_runs(
    charge: Charge, uses: list[tuple[date, date]], cancelled: tuple[bool, ...], *, paid_first: bool
) -> list[tuple[date, Decimal]]:
    """The payments when it is cancelled after some of its uses; with ``paid_first`` the first use is a day that was paid before."""
    runs = [[uses[0][0], uses[0][1]]]
    for (start, finish), anew in zip(uses[1:], cancelled, strict=True):
        if anew:
            runs.append([start, finish])
        else:
            runs[-1][1] = finish
    if paid_first:
        runs[0][0] += DAY
    return [payment for first, last in runs for payment in _run(charge, first, last)]


def _renewals(problem: Problem, steps: tuple[Taken, ...]) -> list[tuple[date, Decimal]]:
    """What keeps credentials valid until the day they are wanted for."""
    needed = problem.limits.keep_until or problem.limits.deadline
    found: list[tuple[date, Decimal]] = []
    for step in steps:
        if step.offer.valid_months and step.offer.renewal:
            times = 1
            while (expiry := _months_after(step.finish, times * step.offer.valid_months)) < needed:
                found.append((expiry, step.offer.renewal))
                times += 1
    return found


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, its last one when that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
