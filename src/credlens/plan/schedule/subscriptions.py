"""When to subscribe to what, and until when to cancel it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from credlens.model.credential import Catalog
from credlens.model.naming import plain
from credlens.model.plan import Payment, PaymentKind, Step
from credlens.model.quantity import Money
from credlens.model.schedule import Subscription
from credlens.plan.money.billing import ONE_DAY, Terms
from credlens.plan.money.charge import Charge
from credlens.plan.money.pricing.periods import MONTHS, later
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem

# judgement: two days leave time for a form that does not work at once
REMIND = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class _Use:
    """One recurring charge, and the steps that use it."""

    charge: Charge
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        return self.charge.subscription or self.steps[0].credential


def subscriptions(steps: Sequence[Step], problem: Problem, catalog: Catalog) -> tuple[Subscription, ...]:
    """Every run of a recurring charge, by its first day.

    A run begins with a payment that is not due one period, two periods, ... after the payment that began the run before (see
    ``credlens.plan.money.pricing.periods``). It has to be cancelled by the day before the next payment would be due, and can be from the last
    day of use on. What is paid already and runs out inside the plan is a run without a first payment.
    """
    found = [
        replace(s, title=title(s.name, s.credentials, catalog))
        for use in _uses(steps, problem)
        for s in _runs(use, Terms.under(problem.limits, paid=problem.paid).runs_on(use.charge))
    ]
    return tuple(sorted(found, key=lambda s: (s.subscribe or problem.limits.start, s.name, s.what)))


def title(name: str, credentials: Sequence[str], catalog: Catalog) -> str:
    """What a person knows a subscription by: the credential while it serves one alone, else its own name and what it is for."""
    titles = [catalog[c].title if c in catalog else plain(c) for c in credentials]
    if len(titles) == 1:
        return titles[0]
    named = plain(name)
    return f"{named[:1].upper()}{named[1:]}, for {', '.join(titles[:-1])} and {titles[-1]}"


def offer_of(step: Step, problem: Problem) -> Offer | None:
    """What a step was made from; None when the problem does not offer it."""
    return next((o for o in problem.offers if o.name == (step.credential, step.option)), None)


def pays(charge: Charge, payment: Payment) -> bool:
    """Whether a payment is one period of a recurring charge, as ``credlens.plan.money.pricing.periods`` writes them."""
    unit = "month" if MONTHS.get(charge.pattern) == 1 else "year"
    period = payment.kind is PaymentKind.PAID and payment.what.startswith(f"{charge.what}, {unit} ")
    return charge.pattern in MONTHS and period and payment.amount.amount == charge.amount


def recurring(problem: Problem, step: Step) -> list[Charge]:
    """What a step's offer is charged again and again, more than nothing."""
    offer = offer_of(step, problem)
    return [c for c in offer.charges if c.pattern in MONTHS and c.amount] if offer else []


def _uses(steps: Sequence[Step], problem: Problem) -> list[_Use]:
    by_key: dict[object, _Use] = {}
    for step in steps:
        for charge in recurring(problem, step):
            key = charge.key or (step.credential, charge)
            before = by_key[key].steps if key in by_key else ()
            by_key[key] = _Use(charge, before if step in before else (*before, step))
    return list(by_key.values())


def _runs(use: _Use, runs_on: date | None) -> list[Subscription]:
    """``runs_on``: the first day that is not paid already; None when nothing is."""
    months = MONTHS[use.charge.pattern]
    runs: list[list[date]] = []
    for day in _paid_days(use):
        if runs and day == later(runs[-1][0], months * len(runs[-1])):
            runs[-1].append(day)
        else:
            runs.append([day])
    found = _used_up(use, runs_on) if runs_on is not None and (not runs or runs[0][0] != runs_on) else []
    for k, run in enumerate(runs):
        end = (later(run[0], months * len(run)) or date.max) - ONE_DAY
        until = runs[k + 1][0] if k + 1 < len(runs) else date.max
        before = run[0] == runs_on  # it runs already, and is kept on
        used = tuple(s for s in use.steps if (before or s.finish >= run[0]) and s.start < until)
        last = min(end, max((s.finish for s in used), default=end))
        cost = Money(use.charge.amount * len(run), use.charge.currency)
        found.append(_subscription(use, used, None if before else run[0], last, end, len(run), cost))
    return found


def _used_up(use: _Use, runs_on: date) -> list[Subscription]:
    """What was paid before the plan and can be cancelled in it; nothing when it is paid for good or not used."""
    used = tuple(s for s in use.steps if s.start < runs_on)
    if not used or runs_on == date.max:
        return []
    last = min(runs_on - ONE_DAY, max(s.finish for s in used))
    nothing = Money(use.charge.amount * 0, use.charge.currency)
    return [_subscription(use, used, None, last, runs_on - ONE_DAY, 0, nothing)]


def _paid_days(use: _Use) -> list[date]:
    charge = use.charge
    return sorted(p.day for s in use.steps for p in s.payments if pays(charge, p))


def _subscription(
    use: _Use, steps: tuple[Step, ...], subscribe: date | None, last: date, end: date, payments: int, cost: Money
) -> Subscription:
    return Subscription(
        name=use.name,
        title=use.name,
        what=use.charge.what,
        months=MONTHS[use.charge.pattern],
        credentials=tuple(s.credential for s in steps),
        subscribe=subscribe,
        last_use=last,
        cancel_by=end,
        remind=max(end - REMIND, subscribe or date.min),
        payments=payments,
        each=Money(use.charge.amount, use.charge.currency),
        cost=cost,
    )
