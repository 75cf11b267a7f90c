"""The runs of an Open edX course: which of them counts, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from credlens.catalog.values.days import day
from credlens.catalog.values.durations import Workload, weekly, workload
from credlens.catalog.values.reading import Reading
from credlens.catalog.values.text import line
from credlens.model.offer import Schedule

_MOST_WEEKS, _MOST_HOURS = 520, 168


def chosen(runs: Sequence[Mapping[str, Any]], as_of: date | None, advertised: str = "") -> Mapping[str, Any]:
    """The run that somebody would take now; empty when none is published.

    On a day: the newest that runs and can be joined, else the next to come, else the newest of those that are closed or over. Without a
    day: the one that the site itself advertises, else the newest.

    Args:
        as_of: the day the catalog was taken.
        advertised: uuid or key of the run that the site shows.
    """
    published = [
        r for r in runs if line(r.get("status")).casefold() in {"", "published"} and r.get("hidden") is not True
    ]
    if not published:
        return {}
    if as_of is None:
        named = [r for r in published if advertised and advertised in {line(r.get("uuid")), line(r.get("key"))}]
        return named[0] if named else max(published, key=_newest)
    groups: dict[int, list[Mapping[str, Any]]] = {}
    for run in published:
        groups.setdefault(_group(run, as_of), []).append(run)
    best = min(groups)
    return min(groups[best], key=_newest) if best == _UPCOMING else max(groups[best], key=_newest)


_OPEN, _UPCOMING, _CLOSED, _OVER = range(4)


def _group(run: Mapping[str, Any], as_of: date) -> int:
    start, end, last = start_of(run), day(run.get("end")), day(run.get("enrollment_end"))
    if end and end < as_of:
        return _OVER
    if last and last < as_of:
        return _CLOSED
    return _UPCOMING if start and start > as_of else _OPEN


def _newest(run: Mapping[str, Any]) -> tuple[date, str]:
    return (start_of(run) or date.min, line(run.get("key") or run.get("id")))


def start_of(run: Mapping[str, Any]) -> date | None:
    """The first day; the LMS writes a day far in the future where nobody has set one, and says so."""
    return None if line(run.get("start_type")) == "empty" else day(run.get("start"))


def schedule(run: Mapping[str, Any], as_of: date | None) -> Schedule | None:
    """Pace, start and last day to enrol. A self-paced run has no start for the learner: it was opened on that day."""
    said = line(run.get("pacing_type") or run.get("pacing")).replace("-", "_").casefold()
    pace = True if said in {"self_paced", "self"} else False if said in {"instructor_paced", "instructor"} else None
    start, last = start_of(run), day(run.get("enrollment_end"))
    starts = (start,) if start and pace is not True and (as_of is None or start >= as_of) else ()
    found = Schedule(pace, starts, last if last and (as_of is None or last >= as_of) else None)
    return None if found == Schedule() else found


def work(run: Mapping[str, Any], r: Reading) -> Workload:
    """Weeks times hours a week, when both ends of the hours are given; of the LMS's free text, what can be read."""
    weeks = r.number("weeks_to_complete", run.get("weeks_to_complete"), _MOST_WEEKS)
    least = r.number("min_effort", run.get("min_effort"), _MOST_HOURS)
    most = r.number("max_effort", run.get("max_effort"), _MOST_HOURS)
    if weeks and least and most:
        return weekly((weeks, weeks), (least, most))
    if weeks:
        return weekly((weeks, weeks), (0, 0))
    found = workload(run.get("effort"))
    if found.pace:
        r.problem("effort", "It says how much a week, not for how many weeks.", "The hours are left unknown.")
    return found
