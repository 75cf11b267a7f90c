"""The problem of today: what is left to choose, to work and to pay, after all that has happened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from credlens.model.credential import CostPattern
from credlens.model.plan import Limits, PaymentKind, Plan
from credlens.model.progress import NewPrice, Progress
from credlens.model.quantity import Money
from credlens.plan.money.charge import Charge, Key
from credlens.plan.offer import Award, Bundle, Offer, Paid
from credlens.plan.problem import Problem
from credlens.plan.replanning.followed import MONTHS, subscription_of

REVISION = 0.25  # judgement: a second attempt takes a quarter of the hours again, for what did not stay
ATTEMPTS = ("second attempt", "third attempt", "fourth attempt", "further attempt")
DEEP = 0.15  # as much as touching a skill: what proves it no further opens no ad


def limits_now(limits: Limits, progress: Progress, today: date, within: Collection[str]) -> Limits:
    """What is left of the limits: from today, without the money that is spent or owed, and one credential less for each that is over.

    Args:
        limits: in all, as the person said them; the budget counts from the first plan on.
        within: credentials of the plan, finished ones of which count as one of ``max_credentials``.
    """
    left = max(Decimal(0), limits.budget.amount - progress.paid - progress.owed)
    over = sum(f.credential in within for f in progress.finished)
    return replace(
        limits,
        start=today,
        budget=Money(left, limits.budget.currency),
        max_credentials=max(0, limits.max_credentials - over),
        off=tuple(sorted({*limits.off, *progress.off})),
    )


def priced(problem: Problem, prices: Iterable[NewPrice]) -> tuple[Problem, tuple[str, ...]]:
    """The problem with new prices, and what could not be understood about them, in words.

    A price is meant by the option or by its purpose (``exam``); without either the offer has to have only one. Who shares a
    subscription pays the new price, too. Something free becomes a single payment.
    """
    wrong: list[str] = []
    for price in prices:
        offers = [o for o in problem.offers if o.credential == price.credential]
        changed: dict[Charge, Charge] = {}
        for offer in offers:
            found = _meant(offer, price.option)
            if len(found) > 1:
                whats = " or ".join(sorted({f"@{c.what}" for c in found}))
                wrong.append(f"{price.credential} has more than one price: say which one changed, {whats}.")
                break
            changed.update({c: replace(c, amount=price.amount) for c in found})
        if offers and not changed and not wrong:
            wrong.append(f"{price.credential} has no price called {price.option!r}.")
        keys = {old.key: new.amount for old, new in changed.items() if old.key}
        problem = replace(problem, offers=tuple(_repriced(o, price, changed, keys) for o in problem.offers))
    return problem, tuple(wrong)


def problem_now(problem: Problem, progress: Progress, waits: Mapping[str, float], opening: Collection[str]) -> Problem:
    """The problem that is left, from one that was built for today's limits as if nothing had been done.

    What is finished counts through an award without members, which everybody has: its evidence counts once, at no cost, needs it meets
    are met, hours it saves are saved. A step that runs costs what is left of its hours; what was bought once is not bought again, and a
    subscription is paid until its day. It goes on today or not at all: nobody leaves a course for another one and comes back. A failed exam
    leaves one offer: the exam again.

    Args:
        problem: with the prices of today.
        waits: credential -> days to wait after a failed attempt.
        opening: skills that open ads; with interviews nothing is begun that proves none of them.
    """
    over = {f.credential for f in progress.finished}
    gone = over | set(progress.dropped)
    said = dict(problem.excluded)
    said.update(dict.fromkeys(progress.dropped, "dropped, as you said"))
    offers: dict[tuple[str, str], Offer] = {}
    for offer in problem.offers:
        if offer.credential in gone:
            continue
        if (other := _equal(offer.credential, problem, over)) is not None:
            said[offer.credential] = f"is as good as {other}, which you have"
            continue
        now = _left(_freed(offer, over), problem, progress, waits)
        if isinstance(now, str):
            said[offer.credential] = now
        elif now.name not in offers or _price(now) < _price(
            offers[now.name]
        ):  # a second attempt is one, whatever the option
            offers[now.name] = now
    if progress.instead:
        offers, quiet = _while_applying(offers, progress, (), progress.worthwhile)
        said.update(dict.fromkeys(quiet, f"can wait: by your log it is worth more now to {progress.instead}"))
    elif progress.interviews:
        offers, quiet = _while_applying(offers, progress, opening)
        said.update({name: _why_quiet(progress.interviews) for name in quiet})
    proofs: dict[str, tuple[tuple[str, float], ...]] = {}
    for offer in problem.offers:  # one that lets the credential lapse proves less than the others
        if offer.credential in over:
            proofs[offer.credential] = max(offer.proofs, proofs.get(offer.credential, ()), key=len)
    had = [Award(name, (), proofs[name]) for name in sorted(proofs)]
    return replace(
        problem,
        offers=tuple(sorted(offers.values(), key=lambda o: o.name)),
        fixed=tuple(c for c in problem.fixed if c not in gone),
        excluded=tuple(sorted(said.items())),
        bundles=_bundles(problem.bundles, over),
        awards=(*_awards(problem.awards, over), *had),
        paid=tuple(sorted({*problem.paid, *_running(progress, problem.limits.start)}, key=lambda p: p.subscription)),
        extras=tuple(
            replace(e, needs=tuple(n for n in e.needs if over.isdisjoint(n.by)))
            for e in problem.extras
            if e.credential not in gone
        ),
    )


def too_much_this_month(plan: Plan, progress: Progress, limits: Limits) -> bool:
    """Whether the plan, with what was paid in this calendar month before today, goes beyond the month's budget."""
    if limits.budget_per_month is None:
        return False
    month = (limits.start.year, limits.start.month)
    before = sum((s.amount for s in progress.spent if (s.day.year, s.day.month) == month), Decimal(0))
    now = (
        p.amount.amount
        for s in plan.steps
        for p in s.payments
        if (p.day.year, p.day.month) == month and p.kind is not PaymentKind.RENEWAL
    )
    return before > 0 and before + sum(now, Decimal(0)) > limits.budget_per_month.amount


def _equal(credential: str, problem: Problem, over: Collection[str]) -> str | None:
    """What is finished and does the same."""
    groups = (set(g) for g in problem.rivals if credential in g)
    return min((name for g in groups for name in g & set(over)), default=None)


def _meant(offer: Offer, word: str) -> list[Charge]:
    """The charges of an offer that a new price may speak of."""
    charges = [c for c in offer.charges if c.pattern is not CostPattern.FREE]
    if not word or word == offer.option:
        return charges or list(offer.charges)
    return [c for c in charges if c.what == word]


def _repriced(offer: Offer, price: NewPrice, changed: Mapping[Charge, Charge], keys: Mapping[Key, Decimal]) -> Offer:
    if offer.credential == price.credential:
        charges = [changed.get(c, c) for c in offer.charges]
        free = (
            replace(c, pattern=CostPattern.ONE_OFF) if c.pattern is CostPattern.FREE and c.amount else c
            for c in charges
        )
        return replace(offer, charges=tuple(free))
    return replace(
        offer,
        charges=tuple(
            replace(c, amount=keys[c.key]) if c.key is not None and c.key in keys else c for c in offer.charges
        ),
    )


def _freed(offer: Offer, over: Collection[str]) -> Offer:
    """Without needs that are met, and without the hours that what is finished saves."""
    if not over:
        return offer
    return replace(
        offer,
        hours=offer.hours_after(frozenset(over)),
        needs=tuple(n for n in offer.needs if not set(n.by) & set(over)),
        savings=tuple(s for s in offer.savings if not set(s.by) & set(over)),
    )


def _left(offer: Offer, problem: Problem, progress: Progress, waits: Mapping[str, float]) -> Offer | str:
    """What is left of an offer; or why nothing is."""
    if progress.failure(offer.credential) is not None:
        return _again(offer, progress, waits.get(offer.credential, 0))
    charges = tuple(c for c in offer.charges if not _bought(c, offer, problem, progress))
    begun = progress.running(offer.credential)
    if begun is None:
        return replace(offer, charges=charges)
    charges = tuple(_own(c, offer.credential) for c in charges)
    if begun == max(
        progress.begun, key=lambda b: (b.day, b.credential)
    ):  # of several only the last one can go on today
        charges = _today(charges, problem)
    hours = offer.hours * (1 - begun.share) * begun.factor
    gone_by = (problem.limits.start - begun.day).days
    return replace(
        offer,
        hours=round(hours, 6),
        charges=charges,
        needs=(),
        starts=(),
        first_day=None,
        least_days=max(1, offer.least_days - gone_by),
    )


def _again(offer: Offer, progress: Progress, wait: float) -> Offer | str:
    """The exam again: its fee, or where there is none the time to study; after the days one has to wait."""
    failed = progress.failure(offer.credential)
    assert failed is not None  # noqa: S101 - just seen
    exams = [c for c in offer.charges if c.pattern is CostPattern.PER_ATTEMPT]
    allowed = min((c.attempts for c in exams if c.attempts), default=None)
    if allowed is not None and failed.times >= allowed:
        return f"its exam may be tried {allowed} times, and was"
    again_on = max(failed.day + timedelta(days=max(1, ceil(wait))), offer.first_day or date.min)
    again = [replace(c, attempts=c.attempts - failed.times if c.attempts else c.attempts) for c in exams]
    access = [_own(c, offer.credential) for c in offer.charges if c.pattern in MONTHS]
    return replace(
        offer,
        option=ATTEMPTS[min(failed.times, len(ATTEMPTS)) - 1],
        hours=round(offer.hours * REVISION, 6),
        charges=tuple(again or access),
        needs=(),
        savings=(),
        starts=(),
        first_day=again_on,
        least_days=1,
    )


def _price(offer: Offer) -> tuple[Decimal, int]:
    return sum((c.amount for c in offer.charges), Decimal(0)), -len(offer.proofs)


def _bought(charge: Charge, offer: Offer, problem: Problem, progress: Progress) -> bool:
    """Whether a single payment was made already, by this step or by another one that shares it."""
    if charge.pattern is not CostPattern.ONE_OFF:
        return False
    sharing = {offer.credential}
    if charge.key is not None:
        sharing |= {o.credential for o in problem.offers if any(c.key == charge.key for c in o.charges)}
    return any(s.credential in sharing and s.what == charge.what for s in progress.spent)


def _own(charge: Charge, credential: str) -> Charge:
    """A charge of a step that runs: known by name, so that it can be paid already, and not bound to days on which it can be begun."""
    name = subscription_of(credential, charge) if charge.pattern in MONTHS else charge.subscription
    return replace(charge, subscription=name, valid_from=None, valid_until=None)


def _today(charges: tuple[Charge, ...], problem: Problem) -> tuple[Charge, ...]:
    """The charges of a step that has to go on on the first day of study, said in the one way an offer can say it."""
    first = problem.calendar.next(problem.limits.start)
    charges = charges or (Charge(CostPattern.FREE, Decimal(0), problem.limits.budget.currency, "nothing more"),)
    return tuple(replace(c, valid_until=first) for c in charges)


def _running(progress: Progress, today: date) -> list[Paid]:
    """Subscriptions that are paid until today or longer."""
    until: dict[str, date] = {}
    for each in progress.spent:
        if each.subscription and each.until is not None and each.until >= today:
            until[each.subscription] = max(each.until, until.get(each.subscription, each.until))
    return [Paid(name, day) for name, day in sorted(until.items())]


def _while_applying(
    offers: Mapping[tuple[str, str], Offer], progress: Progress, opening: Collection[str], besides: Collection[str] = ()
) -> tuple[dict[tuple[str, str], Offer], set[str]]:
    """What runs already or still opens ads, with what that needs first; and the credentials that are left out.

    A judgement: interviews say that the ads within reach are enough, so that time is better spent on applying than on more of the same.
    """
    kept = {
        o.credential
        for o in offers.values()
        if o.credential in besides
        or progress.running(o.credential)
        or progress.failure(o.credential)
        or any(s in opening and p > DEEP for s, p in o.proofs)
    }
    while more := {c for o in offers.values() if o.credential in kept for n in o.needs for c in n.by} - kept:
        kept |= more
    left = {name: o for name, o in offers.items() if o.credential in kept}
    return left, {o.credential for o in offers.values()} - kept


def _why_quiet(interviews: int) -> str:
    some = "an interview" if interviews == 1 else f"{interviews} interviews"
    return f"you got {some}: applying matters more now, and this opens no further ads"


def _bundles(bundles: Iterable[Bundle], over: Collection[str]) -> tuple[Bundle, ...]:
    left = (replace(b, members=tuple(m for m in b.members if m not in over)) for b in bundles)
    return tuple(b for b in left if b.members)


def _awards(awards: Iterable[Award], over: Collection[str]) -> tuple[Award, ...]:
    return tuple(replace(a, members=tuple(m for m in a.members if m not in over)) for a in awards)
