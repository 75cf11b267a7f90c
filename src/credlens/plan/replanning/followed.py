"""The plan that a person follows, with the prices behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from credlens.model.credential import CostPattern
from credlens.model.plan import Payment, PaymentKind, Plan, Step
from credlens.model.progress import Progress, Spent
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer

MONTHS = {CostPattern.PER_MONTH: 1, CostPattern.PER_YEAR: 12, CostPattern.MEMBERSHIP: 12}
AT_THE_END = (
    CostPattern.PER_ATTEMPT,
    CostPattern.FREE_AUDIT_PAID_CERT,
)  # due on the last day: an exam or a certificate


@dataclass(frozen=True)
class Followed:
    """A plan, and what its steps are charged.

    Attributes:
        offers: by credential and option; what can no longer be had may be missing.
        off: days without study that the plan was made with.
        today: the first day that is planned anew.
    """

    plan: Plan
    offers: Mapping[tuple[str, str], Offer]
    off: tuple[tuple[date, date], ...]
    today: date

    def step(self, credential: str) -> Step | None:
        """The step of this credential."""
        return next((s for s in self.plan.steps if s.credential == credential), None)

    def offer(self, credential: str) -> Offer | None:
        """The offer that the plan uses; else the first one of the credential; None when there is none."""
        step = self.step(credential)
        if step is not None and (credential, step.option) in self.offers:
            return self.offers[(credential, step.option)]
        return next((o for name, o in sorted(self.offers.items()) if name[0] == credential), None)

    def charges(self, credential: str, patterns: tuple[CostPattern, ...]) -> tuple[Charge, ...]:
        """What the credential is charged in one of these ways, more than nothing."""
        offer = self.offer(credential)
        return tuple(c for c in offer.charges if c.pattern in patterns and c.amount) if offer else ()


def subscription_of(credential: str, charge: Charge) -> str:
    """The name of a recurring charge; one that no other step shares is called by its credential and purpose."""
    return charge.subscription or f"{credential}: {charge.what}"


def spent(payment: Payment, step: Step, followed: Followed) -> Spent:
    """A payment of the plan as one that was made."""
    charge = next(
        (
            c
            for c in followed.charges(step.credential, tuple(MONTHS))
            if payment.what == c.what or payment.what.startswith(f"{c.what}, ")
        ),
        None,
    )
    made = Spent(payment.day, payment.amount.amount, payment.what, step.credential)
    if charge is None or payment.kind is not PaymentKind.PAID:
        return made
    return replace(
        made,
        subscription=subscription_of(step.credential, charge),
        until=_last_day(payment.day, MONTHS[charge.pattern]),
    )


def coming_renewals(step: Step, followed: Followed) -> tuple[Spent, ...]:
    """What will be due to keep the credential valid, from today on."""
    return tuple(
        spent(p, step, followed) for p in step.payments if p.kind is PaymentKind.RENEWAL and p.day >= followed.today
    )


def kept_running(progress: Progress, credential: str, followed: Followed) -> Progress:
    """Subscriptions of a step that goes on longer than planned: taken as paid up to today, one period after the other."""
    made = list(progress.spent)
    for charge in followed.charges(credential, tuple(MONTHS)):
        name = subscription_of(credential, charge)
        paid = [s for s in made if s.subscription == name and s.until is not None]
        if not paid:
            continue
        first = min(s.day for s in paid)
        last = max(s.until for s in paid if s.until is not None)
        while last < followed.today - timedelta(days=1):
            due = last + timedelta(days=1)
            last = max(due, _last_day(due, MONTHS[charge.pattern]))
            made.append(Spent(due, charge.amount, f"{charge.what}, since {first}", credential, name, last))
    return replace(progress, spent=tuple(sorted(made, key=lambda s: (s.day, s.credential, s.what))))


def without_end(progress: Progress, credential: str, followed: Followed) -> Progress:
    """Without the exam or certificate at the end of a step: it was not taken yet."""
    ends = {c.what for c in followed.charges(credential, AT_THE_END)}
    keep = progress.failures(credential)  # what failed attempts cost stays spent
    left: list[Spent] = []
    for each in progress.spent:
        if each.credential == credential and each.what in ends:
            if keep <= 0:
                continue
            keep -= 1
        left.append(each)
    return replace(progress, spent=tuple(left))


def with_end(progress: Progress, credential: str, day: date, times: int, followed: Followed) -> Progress:
    """With what is due at the end of a step paid so many times, the last time on this day."""
    made = list(progress.spent)
    for charge in followed.charges(credential, AT_THE_END):
        paid = sum(s.credential == credential and s.what == charge.what for s in made)
        made += [Spent(day, charge.amount, charge.what, credential)] * max(0, times - paid)
    return replace(progress, spent=tuple(sorted(made, key=lambda s: (s.day, s.credential, s.what))))


def forget(progress: Progress, credential: str) -> Progress:
    """Without anything that says how far the credential is; what was paid stays."""
    return replace(
        progress,
        finished=tuple(f for f in progress.finished if f.credential != credential),
        failed=tuple(f for f in progress.failed if f.credential != credential),
        begun=tuple(b for b in progress.begun if b.credential != credential),
        due=tuple(d for d in progress.due if d.credential != credential),
    )


def _last_day(first: date, months: int) -> date:
    return first + relativedelta(months=months) - timedelta(days=1)
