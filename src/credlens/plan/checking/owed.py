"""What every step owes, and on which day: the checker's own reading of the prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from credlens.model.credential import CostPattern
from credlens.model.plan import PaymentKind
from credlens.plan.checking.days import later

if TYPE_CHECKING:
    from credlens.model.plan import Plan, Step
    from credlens.plan.money.charge import Charge
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem

PERIOD = {CostPattern.PER_MONTH: 1, CostPattern.PER_YEAR: 12, CostPattern.MEMBERSHIP: 12}  # calendar months
ATTEMPTS = 3  # as many exams are planned for where nobody limits them (docs of Charge.set_aside)


class Due(NamedTuple):
    """One payment that has to be in the plan."""

    day: date
    amount: Decimal
    kind: PaymentKind


class _Use(NamedTuple):
    """An unbroken time of use: of a step, or what is paid already (``place`` None)."""

    first: date
    last: date
    place: int | None


def owed(plan: Plan, problem: Problem, offers: Sequence[Offer]) -> list[list[Due]]:
    """What is owed for each step, by day; the steps are one after the other."""
    dues: list[list[Due]] = [[] for _ in plan.steps]
    shared: dict[tuple[str, CostPattern, str, Decimal], list[int]] = {}
    for i, (step, offer) in enumerate(zip(plan.steps, offers, strict=True)):
        for charge in offer.charges:
            if charge.subscription is not None and (charge.pattern in PERIOD or charge.pattern is CostPattern.ONE_OFF):
                users = shared.setdefault((charge.subscription, charge.pattern, charge.what, charge.amount), [])
                users += [] if i in users else [i]
            else:
                dues[i] += _alone(charge, step)
        dues[i] += _renewals(step, offer, problem)
    for (name, pattern, _, amount), users in shared.items():
        for day in _shared_days(
            name, pattern, [_Use(plan.steps[i].start, plan.steps[i].finish, i) for i in users], problem
        ):
            begun = [i for i in users if plan.steps[i].start <= day]
            dues[begun[-1] if begun else users[0]].append(Due(day, amount, PaymentKind.PAID))
    for place, due in _discounts(plan, problem):
        dues[place].append(due)
    return [sorted(d for d in each if d.amount) for each in dues]


def _alone(charge: Charge, step: Step) -> Iterator[Due]:
    """What one step owes for a charge it shares with none."""
    paid = PaymentKind.PAID
    if charge.pattern is CostPattern.ONE_OFF:
        yield Due(step.start, charge.amount, paid)
    elif charge.pattern is CostPattern.FREE_AUDIT_PAID_CERT:
        yield Due(step.finish, charge.amount, paid)
    elif charge.pattern is CostPattern.PER_ATTEMPT:
        yield Due(step.finish, charge.amount, paid)
        yield Due(step.finish, _set_aside(charge), PaymentKind.SET_ASIDE)
    elif charge.pattern in PERIOD:
        yield from (Due(d, charge.amount, paid) for d in _every(PERIOD[charge.pattern], step.start, step.finish))


def _set_aside(charge: Charge) -> Decimal:
    """Amount x (q + q^2 + ...), q the share that fails, one term less than there are attempts; rounded up to the hundredth."""
    if charge.pass_rate is None:
        return Decimal(0)
    fails = 1 - Fraction(str(charge.pass_rate))
    more = sum((fails**k for k in range(1, charge.attempts or ATTEMPTS)), Fraction(0))
    hundredths = Fraction(charge.amount) * more * 100
    return (Decimal(-(-hundredths.numerator // hundredths.denominator)) / 100).quantize(Decimal("0.01"), ROUND_CEILING)


def _every(months: int, first: date, last: date) -> list[date]:
    """``first`` and every so many months after it, each counted from ``first``, up to ``last``."""
    days: list[date] = []
    while (day := later(first, months * len(days))) is not None and day <= last:
        days.append(day)
    return days


def _shared_days(name: str, pattern: CostPattern, uses: list[_Use], problem: Problem) -> list[date]:
    """Days on which a shared subscription is paid, in the cheapest way; of those, in the fewest runs, then the earliest days."""
    ends = [p.until for p in problem.paid if p.subscription == name]
    if None in ends:
        return []
    if pattern is CostPattern.ONE_OFF:
        return [uses[0].first]
    runs = _after_paid(uses, max((e for e in ends if e is not None), default=None), problem.limits.start)
    best: list[tuple[int, int, list[date]]] = [(0, 0, [])]  # for the first k uses: payments, runs, their days
    for last, use in enumerate(runs):
        ways = []
        for first in range(last + 1):
            if first and runs[first].first <= runs[first - 1].last + timedelta(days=1):
                continue  # in use without a break
            begin = runs[first].first
            days = _every(PERIOD[pattern], begin, use.last) if use.last >= begin else []
            count, begun, before = best[first]
            ways.append((count + len(days), begun + 1, before + days))
        best.append(min(ways))
    return best[-1][2]


def _after_paid(uses: list[_Use], until: date | None, start: date) -> list[_Use]:
    """The uses that are not paid already; led by an empty one on the day after, from where the paid run may be kept on."""
    if until is None:
        return uses
    if until >= date.max or until < start - timedelta(days=1):
        return [u for u in uses if u.last > until]
    free = until + timedelta(days=1)
    rest = [u._replace(first=max(u.first, free)) for u in uses if u.last >= free]
    if not rest or rest[0].first == free:
        return rest
    return [_Use(free, until, None), *rest]


def _renewals(step: Step, offer: Offer, problem: Problem) -> Iterator[Due]:
    """On each expiry day, counted from the last day of the step, while that is before the day until which it has to hold."""
    if offer.valid_months is None or offer.valid_months < 1 or not offer.renewal:
        return
    hold = problem.limits.keep_until or problem.limits.deadline
    k = 1
    while (day := later(step.finish, offer.valid_months * k)) is not None and day < hold:
        yield Due(day, offer.renewal, PaymentKind.RENEWAL)
        k += 1


def _discounts(plan: Plan, problem: Problem) -> Iterator[tuple[int, Due]]:
    """What complete bundles pay back, with the place of the member that is begun last."""
    place = {s.credential: i for i, s in enumerate(plan.steps)}
    for bundle in problem.bundles:
        if bundle.members and all(m in place for m in bundle.members):
            last = max(place[m] for m in bundle.members)
            yield last, Due(plan.steps[last].start, -bundle.saves, PaymentKind.DISCOUNT)
