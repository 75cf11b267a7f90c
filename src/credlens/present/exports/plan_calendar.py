"""A plan as an iCalendar file (RFC 5545), for the calendar a person already looks at every day."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.loop import Planned
from credlens.model.naming import plain
from credlens.model.plan import Plan, Step
from credlens.model.schedule import Exam, Expiry, Subscription, Timetable
from credlens.present import words
from credlens.present.ical import DAY, Entry, calendar, numbered, stretches
from credlens.present.milestones import REAL, expires, payment, study

PRODID = "-//credlens//plan//EN"
NAME = "Study plan"
BEFORE_EXAM = (7, 1)


def render(run: Planned) -> str:
    """The first plan of a run as the text of a calendar file; see :func:`credlens.present.ical.calendar`.

    No clock is asked: a plan counts as made on its first possible day.

    Raises:
        ValueError: there is no plan, or it has no timetable.
    """
    if not run.plans or run.plans[0].name not in run.timetables:
        raise ValueError("there is no plan to put into a calendar")
    plan = run.plans[0]
    writer = _Writer(run, plan, run.timetables[plan.name])
    return calendar(writer.entries(), run.limits.start, NAME, PRODID)


class _Writer:
    """Entries of one plan.

    Args:
        run: limits, and names of things.
        plan: whose steps are studied.
        times: its days.
    """

    def __init__(self, run: Planned, plan: Plan, times: Timetable) -> None:
        self.run, self.plan, self.times = run, plan, times

    def entries(self) -> Iterator[Entry]:
        for step in self.plan.steps:
            yield from self._study(step)
        dues = (d for month in self.times.months for d in month.items if d.payment.kind in REAL)
        for number, due in numbered(dues, lambda d: (d.credential, d.payment.kind, d.payment.what)):
            yield payment(due.payment, due.credential, self._title(due.credential), number)
        for number, run in numbered(self.times.subscriptions, lambda s: (s.name, s.what)):
            yield from self._subscription(run, number)
        for exam in self.times.exams:
            yield from self._exam(exam)
        for expiry in self.times.expiries:
            yield self._expiry(expiry)

    def _study(self, step: Step) -> Iterator[Entry]:
        """One entry for each stretch of days without a day off."""
        title = self._title(step.credential)
        hours = {w.monday: p.hours for w in self.times.weeks for p in w.parts if p.credential == step.credential}
        for number, (first, last) in enumerate(stretches(step.start, step.finish, self.run.limits.off)):
            weeks = [
                f"Week of {words.day(monday)}: {h:.1f} h"
                for monday, h in hours.items()
                if monday <= last and monday + 6 * DAY >= first
            ]
            yield study(step, title, number, (first, last), weeks)

    def _subscription(self, run: Subscription, number: int) -> Iterator[Entry]:
        name, key = run.title, (run.name, run.what, str(number))
        every = f"{run.each} a {'month' if run.months == 1 else 'year'}"
        if run.subscribe is not None:
            text = f"{every}; cancel by {words.day(run.cancel_by)}."
            yield Entry(("subscribe", *key), run.subscribe, run.subscribe, f"Subscribe: {name}", text, (0,))
        text = f"Last day of use: {words.day(run.last_use)}. After {words.day(run.cancel_by)} another {run.each} would be due."
        summary = f"Cancel by {words.day(run.cancel_by)}: {name}"
        yield Entry(("cancel", *key), run.remind, run.cancel_by, summary, text, (0,))

    def _exam(self, exam: Exam) -> Iterator[Entry]:
        title = self._title(exam.credential)
        text = "The last day of this step; book a date near it."
        if exam.second is None:
            text += " The catalog does not say how long you wait before a second attempt."
        yield Entry(("exam", exam.credential), exam.day, exam.day, f"Exam: {title}", text, BEFORE_EXAM)
        if exam.second is not None:
            text = f"Only if the first attempt on {words.day(exam.day)} failed."
            summary = f"Second attempt possible: {title}"
            yield Entry(("second", exam.credential), exam.second, exam.second, summary, text)

    def _expiry(self, expiry: Expiry) -> Entry:
        title = self._title(expiry.credential)
        cost = sorted({str(p.amount) for p in expiry.renewals})
        text = f"Planned to renew it: {words.listing(cost)}." if cost else "No payment for a renewal is in the plan."
        return expires(expiry.credential, expiry.day, title, text)

    def _title(self, credential: str) -> str:
        catalog = self.run.catalog
        return catalog[credential].title if credential in catalog else plain(credential)
