"""Calendar files (RFC 5545) of whole days, written so that a later file moves the events of an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from credlens.model.naming import harmless
from credlens.present import words

T = TypeVar("T")
DAY = timedelta(days=1)
# judgement: an alarm of an all-day event counts from midnight; nine in the morning wakes nobody
MORNING = timedelta(hours=9)
# judgement: three months leave time to collect points or to prepare an exam, one to book it, a week to pay
BEFORE_EXPIRY = (90, 30, 7)
_SPACE = uuid5(NAMESPACE_URL, "urn:credlens:plan-calendar")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on whole days.

    Attributes:
        key: what it is about, and not when it is; its first part is the category. Entries of the same key are the same event in every file.
        first, last: its days, both included.
        alarms: reminders in the morning, so many days before the first.
    """

    key: tuple[str, ...]
    first: date
    last: date
    summary: str
    text: str
    alarms: tuple[int, ...] = ()


def calendar(entries: Iterable[Entry], made: date, name: str, product: str) -> str:
    """The text of a calendar file, lines ended by CRLF; the same entries give the same bytes.

    Events are in no time zone and do not mark the person as busy. An event's UID follows from its key, and its SEQUENCE is the day it was made
    on, so that a file from a later day moves the events that a calendar has already; what a new file no longer has stays in it.

    Args:
        entries: in any order, each key once.
        made: the day of the file.
        name: what calendars call it.
        product: the program part that made it (PRODID).
    """
    found = Calendar()
    found.add("prodid", product)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    events = [_event(entry, made) for entry in entries]
    for event in sorted(events, key=lambda e: (e.decoded("dtstart"), str(e["uid"]))):
        found.add_component(event)
    data: bytes = found.to_ical()
    return data.decode("utf-8")


def numbered(things: Iterable[T], alike: Callable[[T], Hashable]) -> Iterator[tuple[int, T]]:
    """Things counted among those that are alike, so that one more of another kind changes no number."""
    seen: Counter[Hashable] = Counter()
    for thing in things:
        yield seen[alike(thing)], thing
        seen[alike(thing)] += 1


def stretches(first: date, last: date, off: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The days from the first to the last, cut where days are off."""
    away = tuple(off)
    found: list[tuple[date, date]] = []
    for k in range((last - first).days + 1):
        day = first + k * DAY
        if any(begin <= day <= end for begin, end in away):
            continue
        if found and found[-1][1] + DAY == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _event(entry: Entry, made: date) -> Event:
    event = Event()
    event.add("uid", str(uuid5(_SPACE, "\n".join(entry.key))))
    event.add("dtstamp", datetime.combine(made, time(0), UTC))
    event.add("sequence", made.toordinal())
    event.add("dtstart", entry.first)
    if entry.last < date.max:
        event.add("dtend", entry.last + DAY)  # the first day after it, as RFC 5545 counts whole days
    else:  # there is no day after it, and badges do end on it (9999-12-31)
        event.add("duration", entry.last - entry.first + DAY)
    event.add("summary", _plain(entry.summary))
    event.add("description", _plain(entry.text))
    event.add("categories", [entry.key[0]])
    event.add("transp", "TRANSPARENT")
    for before in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _plain(entry.summary))
        alarm.add("trigger", MORNING - before * DAY)
        event.add_component(alarm)
    return event


def _plain(text: str) -> str:
    """Text that stays text in any calendar: ordinary spaces, nothing that turns the direction of writing."""
    return harmless(text.replace(words.NBSP, " "))
