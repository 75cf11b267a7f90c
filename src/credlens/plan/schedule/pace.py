"""What the same steps take and cost with other hours a week: a subscription costs what your pace makes it cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.credential import Catalog, CostPattern
from credlens.model.naming import plain
from credlens.model.plan import Limits, Plan
from credlens.model.quantity import Money
from credlens.model.schedule import OtherPace
from credlens.plan.calendar import Calendar
from credlens.plan.effort import days_needed
from credlens.plan.money.billing import Terms, Work, bill
from credlens.plan.money.pricing.periods import MONTHS
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.schedule.subscriptions import offer_of, pays

# judgement: half and double are paces that a person can picture without arithmetic
FACTORS = (0.5, 2.0)
# judgement: thirty years in days; nobody plans further, and a calendar of them is quick to make
LONGEST = 30 * 366
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class _Priced:
    """Steps on a calendar with their bill: what recurs by (name, months of a period), and everything together."""

    finish: date
    total: Decimal
    payments: Mapping[tuple[str, int], int]


def other_paces(
    plan: Plan, problem: Problem, catalog: Catalog, factors: Sequence[float] = FACTORS
) -> tuple[OtherPace, ...]:
    """The plan's steps in its order at other paces, each really put on the calendar and billed anew.

    Each step begins on the first day that its dates allow; one that the problem does not offer takes its hours and costs nothing. The
    difference is taken between two whole bills, that of the plan's own days and that of the new ones. Empty for a plan without a monthly
    subscription, and a pace is left out at which some step would miss the day until which it is offered.
    """
    known = [offer_of(s, problem) or Offer(s.credential, s.option, s.hours, (), ()) for s in plan.steps]
    monthly = any(c.pattern is CostPattern.PER_MONTH and c.amount for o in known for c in o.charges)
    if not monthly or problem.limits.hours_per_week <= 0:
        return ()
    terms = Terms.under(problem.limits, problem.bundles, problem.paid)
    here = _priced(known, [(s.start, s.finish) for s in plan.steps], terms)
    found = []
    for factor in factors:
        hours = problem.limits.hours_per_week * factor
        dates = at_pace(known, problem.limits, hours)
        if dates is not None:
            found.append(_compared(plan, problem, catalog, hours, here, _priced(known, dates, terms)))
    return tuple(found)


def at_pace(offers: Sequence[Offer], limits: Limits, hours_per_week: float) -> list[tuple[date, date]] | None:
    """First and last day of each offer in this order, whatever the deadline; None when one misses its own last day, or it takes longer than anyone plans."""
    far = _far(offers, limits, hours_per_week)
    if far is None:
        return None
    calendar = Calendar(replace(limits, deadline=far))
    dates: list[tuple[date, date]] = []
    free, done = limits.start, set[str]()
    for offer in offers:
        start = _start(offer, calendar, free)
        if start is None:
            return None
        finish = calendar.finish(start, days_needed(offer.hours_after(done), hours_per_week), offer.least_days)
        late = offer.last_day is not None and finish is not None and finish > offer.last_day
        if finish is None or late or any(c.valid_until and start > c.valid_until for c in offer.charges):
            return None
        dates.append((start, finish))
        done.add(offer.credential)
        free = finish + timedelta(days=1)
    return dates


def _far(offers: Sequence[Offer], limits: Limits, hours_per_week: float) -> date | None:
    """A day by which all of it is surely done: every wait, every day off and every day of study one after the other; None when far off."""
    work = sum(days_needed(o.hours, hours_per_week) + o.least_days for o in offers)
    off = sum((last - first).days + 1 for first, last in limits.off)
    fixed = [d for o in offers for d in (o.first_day, *o.starts, *(c.valid_from for c in o.charges)) if d]
    days = (max([limits.start, limits.deadline, *fixed]) - limits.start).days + work + off
    return limits.start + timedelta(days=days) if days <= LONGEST else None


def _start(offer: Offer, calendar: Calendar, free: date) -> date | None:
    first = calendar.next(free)
    if first is None:
        return None
    if offer.starts:
        return next((d for d in sorted(offer.starts) if d >= first), None)
    opens = [d for d in (offer.first_day, *(c.valid_from for c in offer.charges)) if d]
    return calendar.next(max([first, *opens]))


def _priced(offers: Sequence[Offer], dates: Sequence[tuple[date, date]], terms: Terms) -> _Priced:
    bills = bill([Work.of(o, *d) for o, d in zip(offers, dates, strict=True)], terms)
    names = _names(offers)
    counted: Counter[tuple[str, int]] = Counter()
    for offer, payments in zip(offers, bills, strict=True):
        for payment in payments:
            for charge in offer.charges:
                if pays(charge, payment):
                    counted[names[charge.subscription or offer.credential], MONTHS[charge.pattern]] += 1
                    break
    total = sum((p.amount.amount for paid in bills for p in paid), Decimal(0))
    return _Priced(dates[-1][1], total, counted)


def _names(offers: Sequence[Offer]) -> dict[str, str]:
    """A subscription goes by its credential's id while one step alone uses it: that is how a person knows it."""
    users: dict[str, list[str]] = {}
    for offer in offers:
        for charge in (c for c in offer.charges if c.pattern in MONTHS):
            users.setdefault(charge.subscription or offer.credential, []).append(offer.credential)
    return {name: found[0] if len(set(found)) == 1 else name for name, found in users.items()}


def _compared(plan: Plan, problem: Problem, catalog: Catalog, hours: float, here: _Priced, there: _Priced) -> OtherPace:
    limits = problem.limits
    currency = limits.budget.currency
    more = Money(there.total - here.total, currency)
    cost = plan.cost + more
    keys = sorted({*here.payments, *there.payments})
    changes = [
        (name, months, there.payments.get((name, months), 0) - here.payments.get((name, months), 0))
        for name, months in keys
    ]
    changed = [c for c in changes if c[2]]
    in_time, affordable = there.finish <= limits.deadline, cost.amount <= limits.budget.amount
    says = _says(hours, there.finish, more, [_change(_title(n, plan, problem, catalog), k, d) for n, k, d in changed])
    if not in_time:
        says += f" That is after your deadline, {_day(limits.deadline)}."
    if not affordable:
        says += f" That is {cost} in all, above your budget."
    return OtherPace(hours, there.finish, cost, more, tuple((n, k) for n, _, k in changed), in_time, affordable, says)


def _says(hours: float, finish: date, more: Money, changes: Sequence[str]) -> str:
    if more.amount == 0:
        price = "cost the same"
    else:
        price = f"cost {Money(abs(more.amount), more.currency)} {'more' if more.amount > 0 else 'less'}"
    named = " and ".join(p for p in (", ".join(changes[:-1]), *changes[-1:]) if p)
    because = f": {named}" if named else ""
    return f"At {hours:g} h a week the same steps take until {_day(finish)} and {price}{because}."


def _title(name: str, plan: Plan, problem: Problem, catalog: Catalog) -> str:
    """A credential's title, or what a subscription that several share is for: its own name is a key that nobody knows."""
    if name in catalog:
        return catalog[name].title
    chosen = {s.credential: offer_of(s, problem) for s in plan.steps}
    users = [c for c, o in chosen.items() if o and any(charge.subscription == name for charge in o.charges)]
    titles = [catalog[c].title if c in catalog else plain(c) for c in users]
    shared = " and ".join(p for p in (", ".join(titles[:-1]), *titles[-1:]) if p)
    return f"the subscription for {shared}" if shared else plain(name).capitalize()


def _change(title: str, months: int, difference: int) -> str:
    unit = "month" if months == 1 else "year"
    count = abs(difference)
    return f"{count} {'more' if difference > 0 else 'fewer'} {unit if count == 1 else unit + 's'} of {title}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"
