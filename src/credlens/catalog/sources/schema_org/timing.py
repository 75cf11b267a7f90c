"""When and how a course of schema.org is taken: workload, calendar time, schedule, mode.

``courseWorkload`` is what has to be done, ``timeRequired`` and its like how long it takes, with or without a word on the work.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from credlens.catalog.sources.schema_org.billing import Record
from credlens.catalog.values import jsonld
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import WEEKS_A_MONTH, Workload, weekly, workload
from credlens.catalog.values.facts import known, not_stated
from credlens.catalog.values.reading import Reading
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import DeliveryMode, Schedule
from credlens.model.quantity import Hours, Months

_MODES = (
    (re.compile(r"\b(?:blended|hybrid|mixed)\b", re.IGNORECASE), DeliveryMode.BLENDED),
    (re.compile(r"\b(?:online|distance|virtual|remote)\b", re.IGNORECASE), DeliveryMode.ONLINE),
    (re.compile(r"\b(?:on-?site|in[ -]person|face[ -]to[ -]face|on[ -]?campus|classroom|presential)\b", re.IGNORECASE), DeliveryMode.ONSITE),
)  # fmt: skip
_MOST_HOURS = 20_000  # ten years of full-time work: beyond that a page made a slip


def instances(record: Record) -> list[Record]:
    """The times and places it is given at."""
    return jsonld.nodes(record.get("hasCourseInstance"))


def duration(value: Any) -> str:
    """A duration: ISO 8601 or words, or an object with a name or value."""
    if isinstance(value, dict):
        return jsonld.words(value.get("name", value.get("value", value)))
    return jsonld.words(value)


def load(record: Record, reading: Reading) -> tuple[Fact[Hours], Fact[Months]]:
    """Workload and calendar time: of its instances the least and the most, or else what the whole course says."""
    schedules = [_of_schedule(place, reading) for place in (*instances(record), record)]
    stated = [workload(duration(i.get("courseWorkload"))) for i in instances(record)]
    whole = [workload(duration(record.get("courseWorkload")))]
    taking = [workload(duration(record.get(name))) for name in ("timeRequired", "timeToComplete", "duration")]
    calendar = next((m for ws in (schedules, taking, [*stated, *whole]) if (m := _calendar(ws))), None)
    months = known(calendar, reading.source)
    for loads in ([*stated, *schedules], whole, taking):
        hours = [(w.hours, w.how) for w in loads if w.hours]
        if hours:
            how = "; ".join(dict.fromkeys(h for _, h in hours if h))
            least, most = min(h.min for h, _ in hours), max(h.max for h, _ in hours)
            return known(Hours(least, most), reading.source, note=how), months
    pace = next((w.pace for w in (*stated, *whole, *taking) if w.pace), None)
    return (_of_pace(pace, calendar, reading) if pace else not_looked_up()), months


def _calendar(loads: list[Workload]) -> Months | None:
    months = [w.months for w in loads if w.months]
    return Months(min(m.min for m in months), max(m.max for m in months)) if months else None


def _of_pace(pace: Hours, calendar: Months | None, reading: Reading) -> Fact[Hours]:
    """Hours a week times the weeks that another field says; no workload follows from the pace alone."""
    if calendar:
        weeks = round(calendar.min * WEEKS_A_MONTH, 1), round(calendar.max * WEEKS_A_MONTH, 1)
        found = weekly(weeks, (pace.min, pace.max))
        if found.hours:
            return known(found.hours, reading.source, note=found.how)
    reading.problem("courseWorkload", "It says how much a week, not for how many weeks.", "The hours are left unknown.")
    return not_stated(reading.source, note=f"{pace} a week; for how many weeks is not said")


def _of_schedule(instance: Record, reading: Reading) -> Workload:
    """``courseSchedule``: so many weeks, days or months (``repeatCount``) at so many hours each (``duration``)."""
    stated = jsonld.node(instance.get("courseSchedule"))
    count = reading.number("courseSchedule.repeatCount", jsonld.words(stated.get("repeatCount")), 2000)
    each = workload(duration(stated.get("duration"))).hours
    often = jsonld.words(stated.get("repeatFrequency")).casefold()
    if not count:
        return Workload(None, None, "")
    if often in {"weekly", "p1w", "p7d"}:
        return weekly((count, count), (each.min, each.max) if each else (0, 0))
    days = {"daily": 12 / 365, "p1d": 12 / 365, "monthly": 1.0, "p1m": 1.0}.get(often)
    if days is None:
        return Workload(None, None, "")
    months = Months(round(count * days, 2), round(count * days, 2))
    if each is None or each.max * count > _MOST_HOURS:
        return Workload(None, months, "")
    return Workload(each.scaled(count), months, f"{count:g} times {each}, {often}")


def schedule(record: Record) -> Schedule | None:
    """Pace, first days and the last one to apply."""
    modes = " ".join(jsonld.words(m) for i in (record, *instances(record)) for m in jsonld.many(i.get("courseMode")))
    pace = True if re.search(r"self[- ]?paced", modes, re.IGNORECASE) else None
    starts = {d for i in (record, *instances(record)) for v in jsonld.many(i.get("startDate")) if (d := _day(v))}
    deadlines = [d for v in jsonld.many(record.get("applicationDeadline")) if (d := _day(v))]
    found = Schedule(pace, tuple(sorted(starts)), min(deadlines, default=None))
    return found if found != Schedule() else None


def _day(value: Any) -> date | None:
    return day(jsonld.words(value))


def mode(record: Record) -> DeliveryMode | None:
    """The one mode there is; several instances of different modes are to choose from."""
    found: set[DeliveryMode] = set()
    for place in (record, *instances(record)):
        stated = [v for name in ("courseMode", "educationalProgramMode") for v in jsonld.many(place.get(name))]
        modes = {
            one for v in stated for pattern, one in _MODES if pattern.search(re.sub(r"[_#/]", " ", jsonld.words(v)))
        }
        found |= {DeliveryMode.BLENDED} if DeliveryMode.BLENDED in modes else modes
    return found.pop() if len(found) == 1 else None
