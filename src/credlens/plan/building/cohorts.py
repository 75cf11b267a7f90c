"""On which days a credential begins, and how long it takes at least."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from credlens.model.credential import Credential

MONTH = 365.25 / 12  # days


@dataclass(frozen=True, slots=True)
class Dates:
    """When it can be taken.

    Attributes:
        starts: days on which it begins; empty for any day. ``least_days``: calendar days it takes at least.
        too_late: why none of its starts is possible any more; empty when one is, as far as this was looked up.
        remark: what the person should ask about; may be empty.
    """

    starts: tuple[date, ...] = ()
    least_days: int = 1
    too_late: str = ""
    remark: str = ""


def dates_of(credential: Credential, on: date) -> Dates:
    """The days of a credential that is given to cohorts; any day, at any pace, for all others, also where nobody knows.

    Starts are those the provider names. The first of them on or after ``apply_by`` is the next start; when ``on`` (the first day of
    the plan) is after ``apply_by``, it is left out, since it can no longer be applied for. Starts before ``on`` stay in: no plan
    can use them. At least ceil(longest stated duration in months x 365.25 / 12) days: a cohort ends no earlier for whoever is
    quick, and the longest, because a plan has to hold when the provider takes all the time it states.
    """
    schedule = credential.schedule.get(None)
    if schedule is None or schedule.self_paced is not False:
        return Dates()
    months = max((d.max for d in credential.duration.candidates()), default=0.0)
    least = max(1, ceil(round(months * MONTH, 6)))
    if not schedule.starts:
        return Dates(least_days=least, remark="It is given to cohorts; look up when the next one begins.")
    starts = sorted(schedule.starts)
    if schedule.apply_by is not None and on > schedule.apply_by:
        closed = min((d for d in starts if d >= schedule.apply_by), default=None)
        starts = [d for d in starts if d != closed]
    too_late = ""
    if not any(d >= on for d in starts):
        until = f"; the last day to apply was {schedule.apply_by}" if len(starts) < len(set(schedule.starts)) else ""
        too_late = f"no later start is known than {max(schedule.starts)}{until}"
    return Dates(tuple(dict.fromkeys(starts)), least, too_late)
