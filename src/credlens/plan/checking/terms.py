"""Whether this person can have a credential at all, when, and for how long: from the raw record."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from credlens.model.credential import Status
from credlens.plan.checking.facts import LET_LAPSE, RENEWAL, holds, lapses, months_valid

if TYPE_CHECKING:
    from credlens.model.credential import Credential
    from credlens.model.plan import Step
    from credlens.plan.checking.facts import Facts
    from credlens.plan.offer import Offer

DAYS_A_MONTH = 365.25 / 12


def terms(step: Step, offer: Offer, credential: Credential, facts: Facts) -> Iterator[str]:
    """What speaks against this step, or against what its offer says of the credential."""
    yield from _on_offer(step, credential, facts)
    if offer.option == RENEWAL:
        yield from _to_renew(step, credential, facts)
    else:
        if holds(facts, credential.id):
            yield "held already"
        yield from _cohorts(step, credential, facts)
    months = months_valid(credential)
    holding = None if offer.option.endswith(LET_LAPSE) or months is None or months < 1 else months
    if offer.valid_months != holding:
        yield f"said to hold for {_months(offer.valid_months)}, it holds for {_months(holding)}"


def _months(months: int | None) -> str:
    return "good" if months is None else f"{months} months"


def _on_offer(step: Step, credential: Credential, facts: Facts) -> Iterator[str]:
    ends = min(credential.ends.candidates(), default=None)
    if ends is not None and step.finish > ends:
        yield f"withdrawn on {ends}, finished only on {step.finish}"
    status = credential.status.get(None)
    if status is Status.CEASED or (status is Status.DEPRECATED and ends is None):
        yield "no longer on offer"
    if credential.open_to_public.get(None) is False:
        yield "not open to the public"
    if credential.id in facts.fixed:
        return  # the person has decided: neither language nor flags count
    given = {_primary(code) for codes in credential.languages.candidates() for code in codes}
    spoken = {_primary(code) for code in facts.limits.languages}
    if given and spoken and given.isdisjoint(spoken):
        yield f"given in {', '.join(sorted(given))} only"
    card = facts.scorecards.get(credential.id) if facts.scorecards is not None else None
    yield from (f"kept out of plans: {flag.because}" for flag in (card.gating() if card else ()))


def _primary(code: str) -> str:
    return code.casefold().replace("_", "-").partition("-")[0]


def _cohorts(step: Step, credential: Credential, facts: Facts) -> Iterator[str]:
    """A cohort begins on a stated day that can still be applied for, and takes the longest time any source says."""
    schedule = credential.schedule.get(None)
    if schedule is None or schedule.self_paced is not False:
        return
    late = schedule.apply_by is not None and facts.limits.start > schedule.apply_by
    closed = min((d for d in schedule.starts if schedule.apply_by and d >= schedule.apply_by), default=None)
    if schedule.starts and (step.start not in schedule.starts or (late and step.start == closed)):
        yield f"begins on {step.start}, on which no cohort begins that can be applied for"
    longest = max((m.max for m in credential.duration.candidates()), default=0.0)
    least = ceil(round(longest * DAYS_A_MONTH, 6))
    if (step.finish - step.start).days + 1 < least:
        yield f"lasts {(step.finish - step.start).days + 1} days, its cohorts take {least}"


def _to_renew(step: Step, credential: Credential, facts: Facts) -> Iterator[str]:
    """Only what was held can be renewed, and by the day it lapses when that is still to come."""
    days = [lapses(h, credential) for h in facts.person.credentials if h.credential == credential.id]
    known = [d for d in days if d is not None]
    if not days:
        yield "cannot be renewed: it was never held"
    elif len(known) < len(days):
        yield "need not be renewed: it is not known to lapse"
    elif facts.limits.start <= max(known) < step.finish:
        yield f"lapses on {max(known)}, renewed only on {step.finish}"
