"""Expired: the person holds it, and it has lapsed."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.model import naming
from credlens.model.credential import CostPattern, Credential
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence
from credlens.model.person import HeldCredential


def check(case: Case) -> Verdict:
    """Fires when all the person's copies of it have lapsed.

    A day of expiry that is not written there follows from the day of issue and the validity.
    """
    held = [h for h in case.person.credentials if h.credential == case.credential.id]
    if not held:
        return clear("not held yet, so nothing can have lapsed")
    facts = cite_fact("validity", case.credential.validity) + cite_fact("renewal", case.credential.renewal)
    evidence = (*(Evidence(f"holds {h.name}", Source(Method.PARSED, note=h.where)) for h in held), *facts)
    if any(_never(h, case.credential) for h in held):
        return clear("held, and it does not expire", evidence)
    days = [day for h in held if (day := _expires(h, case.credential))]
    if any(day >= case.today for day in days):
        return clear(f"held, and valid until {max(days)}", evidence)
    if len(days) < len(held):
        return cannot_tell("held, but when it expires is not known", evidence)
    return fires(f"held, but it had lapsed by {max(days)}: {_renewal(case.credential)}", evidence)


def _never(held: HeldCredential, credential: Credential) -> bool:
    validities = credential.validity.candidates()
    return held.expires is None and bool(validities) and all(v.months is None for v in validities)


def _expires(held: HeldCredential, credential: Credential) -> date | None:
    """The last valid day: written there, else day of issue and validity, when both are known."""
    if held.expires is not None:
        return held.expires
    if held.issued is None or not credential.validity.known:
        return None
    months = credential.validity.candidates()[0].months
    return None if months is None else held.issued + relativedelta(months=months)


def _renewal(credential: Credential) -> str:
    """What comes next. Most issuers renew only what is still valid, so the way of renewing is no promise to somebody who is late."""
    ways = credential.renewal.candidates()
    way = f"renewing it ({naming.renewal(ways[0].method)}) is" if ways else "renewing is"
    exams = [c for c in credential.costs if c.pattern is CostPattern.PER_ATTEMPT and c.amount.known]
    anew = f", {exams[0].currency} {exams[0].amount.value:,}" if exams else ""
    return f"{way} usually possible only before that day, so reckon with earning it anew{anew}; until then it is no valid credential on a resume"


FLAG = RedFlag(
    id="expired_held",
    question="Does the person hold it, and has it lapsed?",
    reference="The person's own document, and the validity recorded for the credential (Open Badges validUntil, CTDL "
    "renewalFrequency).",
    check=check,
)
