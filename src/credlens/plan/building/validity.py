"""How long a credential holds, what it costs to keep, letting it lapse, and getting it back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from credlens.model.credential import CostPattern, Credential, Renewal
from credlens.model.person import Person
from credlens.model.plan import Limits
from credlens.plan.building.standing import expiry, validity_of
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Offer

LET_LAPSE = ", let lapse"
RENEWAL = "renewal"
EXAMS = frozenset({"retest", "renewal exam"})  # ways to renew by taking an exam again, which stay open after it lapsed
RETESTS = EXAMS | {"free assessment"}  # ways to renew by being examined
RETEST = 0.25  # judgement: whoever passed once needs about a quarter of the ordinary hours to pass again


def renewal_cost(credential: Credential, currency: str) -> tuple[Decimal | None, str]:
    """What one renewal costs, in the budget's currency, the dearest when sources disagree; or None and why it is not known."""
    stated = credential.renewal.candidates()
    known = [r for r in stated if r.cost is not None]
    if not known or len(known) < len(stated):
        return None, "what its renewal costs is not known"
    foreign = sorted({r.currency for r in known if r.cost and r.currency != currency})
    if foreign:
        return None, f"its renewal is priced in {' and '.join(foreign)}; no exchange rate offline"
    return max(r.cost for r in known if r.cost is not None), ""


def keeping(credential: Credential, currency: str) -> tuple[int | None, Decimal, tuple[str, ...]]:
    """Months it holds (None when it does not expire, or nobody looked it up), what each renewal costs, and what to tell the person.

    An unknown cost counts as nothing, and is told. The hours that a renewal takes come after the plan's work: told, not planned.
    """
    months = validity_of(credential)
    if months is None or months <= 0:
        return None, Decimal(0), ()
    cost, why = renewal_cost(credential, currency)
    hours = max((r.hours for r in credential.renewal.candidates() if r.hours), default=None)
    remarks = [f"It holds for {months} months, and {why}: the plan counts nothing for it."] if why else []
    remarks += [f"Keeping it takes {hours:g} hours every {months} months, which no plan counts."] if hours else []
    return months, cost or Decimal(0), tuple(remarks)


def lapsing(offers: Iterable[Offer]) -> list[Offer]:
    """The same offers without a renewal and without anything to show for it: to pass through on the way to another credential.

    Only for credentials that some other offer needs, and where a renewal costs something: else letting it lapse saves nothing.
    """
    all_ = list(offers)
    needed = {(c, o.credential) for o in all_ for n in o.needs for c in n.by}
    asked = {c for c, by in needed if c != by}
    return [
        replace(o, option=o.option + LET_LAPSE, proofs=(), valid_months=None, renewal=Decimal(0))
        for o in all_
        if o.credential in asked and o.valid_months is not None and o.renewal > 0 and o.option != RENEWAL
    ]


def recertified(
    offer: Offer, credential: Credential, person: Person, limits: Limits, full_hours: float | None
) -> tuple[Offer | None, str]:
    """The offer to renew what the person held or holds, or None; and what to tell them: what to ask, or why it cannot be planned.

    Something is to renew when the last of its known expiries is before ``limits.keep_until`` (the deadline when None). Hours: as the
    renewal states, the most when sources disagree; else 0.25 x the ordinary hours left, where it is renewed by an exam; nothing for a
    fee. Price: the renewal's, once. It has to be finished by the day it expires, when that day is still to come. Prerequisites were
    met the first time. Proofs as the credential's. What has lapsed before ``limits.start`` can only be renewed by taking its exam
    again: hours of continuing education, fees and free assessments keep what still holds. A judgement from what providers write.

    Args:
        offer: the credential's proofs, quality, last day, validity and price of a renewal; its hours and charges do not count.
        full_hours: ordinary hours left; None when unknown.
    """
    days = [expiry(h, credential) for h in person.credentials if h.credential == credential.id]
    known = [d for d in days if d is not None]
    if not known or len(known) < len(days) or max(known) >= (limits.keep_until or limits.deadline):
        return None, ""
    lapses = max(known)
    said = f"It {'lapsed' if lapses < limits.start else 'lapses'} on {lapses}"
    methods = {r.method.replace("_", " ") for r in credential.renewal.candidates()}
    if lapses < limits.start and methods and not methods <= EXAMS:
        return (
            None,
            f"{said}. What keeps it ({' or '.join(sorted(methods))}) is for those who still hold it, as a rule.",
        )
    cost, why = renewal_cost(credential, limits.budget.currency)
    if cost is None:
        return None, f"{said}, and {why}."
    hours = _hours(credential.renewal.candidates(), full_hours)
    if hours is None:
        return None, f"{said}, and how many hours its renewal takes is not known."
    last = min((d for d in (offer.last_day, lapses if lapses >= limits.start else None) if d), default=None)
    remark = f"{said}; ask whether it can still be renewed." if lapses < limits.start else ""
    charge = Charge(CostPattern.ONE_OFF, cost, limits.budget.currency, RENEWAL)
    return replace(
        offer,
        option=RENEWAL,
        hours=hours,
        charges=(charge,),
        needs=(),
        savings=(),
        starts=(),
        least_days=1,
        last_day=last,
    ), remark


def _hours(ways: Collection[Renewal], full_hours: float | None) -> float | None:
    stated = [r.hours for r in ways if r.hours is not None]
    if stated:
        return max(stated)
    methods = {r.method.replace("_", " ") for r in ways}
    if methods == {"fee"}:
        return 0.0
    return RETEST * full_hours if full_hours is not None and methods <= RETESTS and methods else None
