"""Retired: it is gone, has a successor, or will be gone before this person can finish it."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.model.credential import Credential, Status
from credlens.model.gap import Evidence
from credlens.model.quantity import Hours

SOON = timedelta(days=365)  # an end farther away leaves time for all but the longest, whatever the pace
USUAL_PACE = 10.0  # hours a week, about what working learners plan with, where the person names no limits
GONE = (Status.DEPRECATED, Status.CEASED)
WORDS = {
    Status.DEPRECATED: "deprecated: it is being phased out",
    Status.CEASED: "ceased: it can no longer be earned",
}


def check(case: Case) -> Verdict:
    """Fires when it is deprecated or ceased, superseded, or ends before the person's finish (else their deadline).

    Without limits the finish is reckoned at a usual pace; without hours as well, an end within a year decides nothing.
    """
    credential = case.credential
    evidence = (
        cite_fact("status", credential.status)
        + cite_fact("ends", credential.ends)
        + cite_fact("superseded by", credential.superseded_by, lambda i: _title(case, i))
    )
    successor = _successor(case)
    statuses, ends = credential.status.candidates(), credential.ends.candidates()
    if statuses and all(s in GONE for s in statuses):
        return fires(f"it is {WORDS[statuses[0]]}{successor}", evidence)
    if ends:
        return _by_end(case, ends, successor, evidence)
    if successor:
        return fires(f"there is a successor already{successor}", evidence)
    if not statuses:
        return cannot_tell("whether it is still offered is not known", evidence)
    if any(s in GONE for s in statuses):
        return cannot_tell("sources disagree on whether it is still offered", evidence)
    return clear("it is offered, and no end is announced", evidence)


def gone(credential: Credential, today: date) -> bool:
    """Whether it can surely not be earned any more: it has ceased, or its last day is over."""
    statuses, ends = credential.status.candidates(), credential.ends.candidates()
    ceased = bool(statuses) and all(s is Status.CEASED for s in statuses)
    return ceased or (bool(ends) and max(ends) < today)


def _successor(case: Case) -> str:
    ids = case.credential.superseded_by.candidates()
    return f"; superseded by {' / '.join(_title(case, i) for i in ids)}" if ids else ""


def _title(case: Case, credential_id: str) -> str:
    return case.catalog[credential_id].title if credential_id in case.catalog else credential_id


def _by_end(case: Case, ends: tuple[date, ...], successor: str, evidence: tuple[Evidence, ...]) -> Verdict:
    first, last = min(ends), max(ends)
    words = f"it ends on {first if first == last else f'{first} or {last}'}"
    if case.limits is None and not _hours(case) and last >= case.today:
        if first < case.today + SOON:
            return cannot_tell(
                f"{words}; how long it takes, and by when you want it, is not known{successor}", evidence
            )
        return clear(f"{words}, a year away or more{successor}", evidence)
    soonest, latest, when = _finish(case)
    if last < soonest:
        return fires(f"{words}, before {when}{successor}", evidence)
    if first < latest:
        return cannot_tell(f"{words}; whether that is before {when} is not certain{successor}", evidence)
    return clear(f"{words}, after {when}{successor}", evidence)


def _hours(case: Case) -> Hours | None:
    return case.quote.hours if case.quote else None


def _finish(case: Case) -> tuple[date, date, str]:
    """Between which days the person would finish if they began at once, and in words; else the deadline; else today.

    Without limits the usual pace counts.
    """
    limits, hours = case.limits, _hours(case)
    begin = max(limits.start, case.today) if limits else case.today
    pace = limits.hours_per_week if limits else USUAL_PACE
    if hours is None or pace <= 0:
        end = limits.deadline if limits else case.today
        return end, end, f"the deadline ({end})" if limits else f"today ({end})"
    soonest, latest = (begin + timedelta(days=ceil(7 * h / pace)) for h in (hours.min, hours.max))
    usual = "" if limits else f" at a usual {USUAL_PACE:g} h a week"
    return soonest, latest, f"it can be finished{usual} ({soonest if soonest == latest else f'{soonest} to {latest}'})"


FLAG = RedFlag(
    id="retired",
    question="Is it gone, replaced, or gone before it could be finished?",
    reference="CTDL credentialStatusType and supersededBy; the provider's announcement of the end.",
    check=check,
    gates=True,
)
