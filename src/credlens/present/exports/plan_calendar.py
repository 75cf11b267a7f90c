"""A plan as an iCalendar file (RFC 5545), for the calendar a person already looks at every day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from credlens.model.loop import Planned
from credlens.model.naming import harmless, plain
from credlens.model.plan import PaymentKind, Plan, Step
from credlens.model.schedule import Due, Exam, Expiry, Subscription, Timetable
from credlens.present import words

PRODID = "-//credlens//plan//EN"
NAME = "Study plan"
T = TypeVar("T")
DAY = timedelta(days=1)
# judgement: an alarm of an all-day event counts from midnight; nine in the morning wakes nobody
MORNING = timedelta(hours=9)
# judgement: three months leave time to collect points or to prepare an exam, one to book it, a week to pay
BEFORE_EXPIRY = (90, 30, 7)
BEFORE_EXAM = (7, 1)
_REAL = frozenset({PaymentKind.PAID, PaymentKind.RENEWAL})  # what leaves the account on that day for sure
_SPACE = uuid5(NAMESPACE_URL, "urn:credlens:plan-calendar")


def render(run: Planned) -> str:
    """The first plan of a run as the text of a calendar file, lines ended by CRLF.

    Every event is a whole day in no time zone: a plan has days, not hours. Study does not mark the person as busy. The same plan
    gives the same bytes: no clock is asked, a plan counts as made on its first possible day. An event's UID says what it is about and
    not when it is, and its SEQUENCE is that first day, so that a plan from a later day moves the events that a calendar has already;
    what a new plan no longer has stays in it.

    Raises:
        ValueError: there is no plan, or it has no timetable.
    """
    if not run.plans or run.plans[0].name not in run.timetables:
        raise ValueError("there is no plan to put into a calendar")
    plan = run.plans[0]
    writer = _Writer(run, plan, run.timetables[plan.name])
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME)
    for event in sorted(writer.events(), key=lambda e: (e.decoded("dtstart"), str(e["uid"]))):
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data.decode("utf-8")


class _Writer:
    """Events of one plan.

    Args:
        run: limits, and names of things.
        plan: whose steps are studied.
        times: its days.
    """

    def __init__(self, run: Planned, plan: Plan, times: Timetable) -> None:
        self.run, self.plan, self.times = run, plan, times
        self.made = run.limits.start
        self.stamp = datetime.combine(self.made, time(0), UTC)

    def events(self) -> Iterator[Event]:
        for step in self.plan.steps:
            yield from self._study(step)
        dues = (d for month in self.times.months for d in month.items if d.payment.kind in _REAL)
        for number, due in _numbered(dues, lambda d: (d.credential, d.payment.kind, d.payment.what)):
            yield self._payment(due, number)
        for number, run in _numbered(self.times.subscriptions, lambda s: (s.name, s.what)):
            yield from self._subscription(run, number)
        for exam in self.times.exams:
            yield from self._exam(exam)
        for expiry in self.times.expiries:
            yield self._expiry(expiry)

    def _study(self, step: Step) -> Iterator[Event]:
        """One event for each stretch of days without a day off."""
        title = self._title(step.credential)
        hours = {w.monday: p.hours for w in self.times.weeks for p in w.parts if p.credential == step.credential}
        for number, (first, last) in enumerate(_stretches(step, self.run.limits.off)):
            weeks = [
                f"Week of {words.day(monday)}: {h:.1f} h"
                for monday, h in hours.items()
                if monday <= last and monday + 6 * DAY >= first
            ]
            text = "\n".join(
                [f"{step.hours:.0f} h in all, {words.day(step.start)} to {words.day(step.finish)}.", *weeks]
            )
            yield self._event(("study", step.credential, str(number)), (first, last), f"Study: {title}", text)

    def _payment(self, due: Due, number: int) -> Event:
        paid = due.payment
        text = f"For {self._title(due.credential)}: {paid.what}."
        key = ("payment", due.credential, paid.kind.value, paid.what, str(number))
        return self._event(key, (paid.day, paid.day), f"Pay {paid.amount} ({paid.what})", text)

    def _subscription(self, run: Subscription, number: int) -> Iterator[Event]:
        name, key = run.title, (run.name, run.what, str(number))
        every = f"{run.each} a {'month' if run.months == 1 else 'year'}"
        if run.subscribe is not None:
            text = f"{every}; cancel by {words.day(run.cancel_by)}."
            yield self._event(("subscribe", *key), (run.subscribe, run.subscribe), f"Subscribe: {name}", text, (0,))
        text = f"Last day of use: {words.day(run.last_use)}. After {words.day(run.cancel_by)} another {run.each} would be due."
        days = (run.remind, run.cancel_by)
        yield self._event(("cancel", *key), days, f"Cancel by {words.day(run.cancel_by)}: {name}", text, (0,))

    def _exam(self, exam: Exam) -> Iterator[Event]:
        title = self._title(exam.credential)
        text = "The last day of this step; book a date near it."
        if exam.second is None:
            text += " The catalog does not say how long you wait before a second attempt."
        yield self._event(("exam", exam.credential), (exam.day, exam.day), f"Exam: {title}", text, BEFORE_EXAM)
        if exam.second is not None:
            text = f"Only if the first attempt on {words.day(exam.day)} failed."
            days = (exam.second, exam.second)
            yield self._event(("second", exam.credential), days, f"Second attempt possible: {title}", text)

    def _expiry(self, expiry: Expiry) -> Event:
        title = self._title(expiry.credential)
        cost = sorted({str(p.amount) for p in expiry.renewals})
        text = f"Planned to renew it: {words.listing(cost)}." if cost else "No payment for a renewal is in the plan."
        days = (expiry.day, expiry.day)
        return self._event(("expiry", expiry.credential), days, f"Last day it holds: {title}", text, BEFORE_EXPIRY)

    def _title(self, credential: str) -> str:
        catalog = self.run.catalog
        return catalog[credential].title if credential in catalog else plain(credential)

    def _event(
        self, key: Sequence[str], days: tuple[date, date], summary: str, text: str, alarms: Sequence[int] = ()
    ) -> Event:
        """One event of whole days; ``alarms``: in the morning, so many days before its first."""
        event = Event()
        event.add("uid", str(uuid5(_SPACE, "\n".join(key))))
        event.add("dtstamp", self.stamp)
        event.add("sequence", self.made.toordinal())
        event.add("dtstart", days[0])
        event.add("dtend", days[1] + DAY)  # the first day after it, as RFC 5545 counts whole days
        event.add("summary", _plain(summary))
        event.add("description", _plain(text))
        event.add("categories", [key[0]])
        event.add("transp", "TRANSPARENT")
        for before in alarms:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", _plain(summary))
            alarm.add("trigger", MORNING - before * DAY)
            event.add_component(alarm)
        return event


def _numbered(things: Iterable[T], alike: Callable[[T], Hashable]) -> Iterator[tuple[int, T]]:
    """Things counted among those that are alike, so that one more of another kind changes no number."""
    seen: Counter[Hashable] = Counter()
    for thing in things:
        yield seen[alike(thing)], thing
        seen[alike(thing)] += 1


def _stretches(step: Step, off: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for k in range((step.finish - step.start).days + 1):
        day = step.start + k * DAY
        if any(first <= day <= last for first, last in off):
            continue
        if found and found[-1][1] + DAY == day:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _plain(text: str) -> str:
    """Text that stays text in any calendar: ordinary spaces, nothing that turns the direction of writing."""
    return harmless(text.replace(words.NBSP, " "))
