"""The days of a plan that somebody has to keep in mind, and its hours week by week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from credlens.model.schedule import Subscription, Timetable, Week
from credlens.present import words
from credlens.present.context import Context

_WHOLE_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayView:
    """One day, what it is for, and what goes with it."""

    day: str
    what: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week; ``study`` is "off" in a week without a day of study."""

    week: str
    hours: str
    study: str


def days(context: Context, times: Timetable) -> tuple[DayView, ...]:
    """Subscribe, cancel, exam, second attempt, last day of validity: by day."""
    found = [*_subscriptions(times), *_exams(context, times), *_expiries(context, times)]
    return tuple(view for _, view in sorted(found, key=lambda f: (f[0], f[1].what, f[1].title)))


def weeks(context: Context, times: Timetable) -> tuple[WeekView, ...]:
    """Every week of a plan with its hours."""
    return tuple(_week(context, w) for w in times.weeks)


def _view(day: date, what: str, title: str, note: str) -> tuple[date, DayView]:
    return day, DayView(words.day(day), what, title, note)


def _subscriptions(times: Timetable) -> Iterator[tuple[date, DayView]]:
    for run in times.subscriptions:
        unit = "month" if run.months == 1 else "year"
        if run.subscribe is not None:
            text = f"{words.count(run.payments, unit)} of {words.money(run.each)}, {words.money(run.cost)} in all"
            yield _view(run.subscribe, "Subscribe", run.title, text)
        yield _view(run.cancel_by, "Cancel by", run.title, _cancelling(run))


def _cancelling(run: Subscription) -> str:
    text = f"last day of use: {words.day(run.last_use)}; a day later {words.money(run.each)} would be due again"
    return f"it runs already; {text}" if run.subscribe is None else text


def _exams(context: Context, times: Timetable) -> Iterator[tuple[date, DayView]]:
    for exam in times.exams:
        title = context.title(exam.credential)
        note = "" if exam.second else "nobody says how long you wait before a second attempt"
        if exam.set_aside.amount:
            note = f"{note}; {words.money(exam.set_aside)} set aside for it".removeprefix("; ")
        yield _view(exam.day, "Exam by", title, note)
        if exam.second:
            note = "only if the first one fails; before this day you may not"
            yield _view(exam.second, "Second attempt from", title, note)


def _expiries(context: Context, times: Timetable) -> Iterator[tuple[date, DayView]]:
    for expiry in times.expiries:
        renewed = [f"{words.money(p.amount)} on {words.day(p.day)}" for p in expiry.renewals]
        note = f"renewal planned: {words.listing(renewed)}" if renewed else "no paid renewal is in this plan"
        yield _view(expiry.day, "Valid until", context.title(expiry.credential), note)


def _week(context: Context, week: Week) -> WeekView:
    shares = [f" ({p.hours:.1f}{words.NBSP}h)" if len(week.parts) > 1 else "" for p in week.parts]
    study = words.listing([context.title(p.credential) + h for p, h in zip(week.parts, shares, strict=True)])
    off = "off" if week.off == _WHOLE_WEEK else f"{words.count(week.off, 'day')} off" if week.off else ""
    return WeekView(
        words.day(week.monday),
        f"{week.hours:.1f}{words.NBSP}h" if week.parts else "none",
        "; ".join(t for t in (study, off) if t) or "waiting",
    )
