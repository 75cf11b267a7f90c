"""The calendar file of a plan, read back by the library that reads calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from credlens.model.credential import Catalog
from credlens.model.loop import Loop
from credlens.plan.schedule.weeks import weeks
from credlens.present.exports.plan_calendar import render

MORNING = timedelta(hours=9)


def events(loop: Loop, kind: str = "") -> list[Event]:
    found = Calendar.from_ical(render(loop)).events
    return [e for e in found if kind in {"", *e.categories}]


def days(event: Event) -> tuple[date, date]:
    """First and last day, both included."""
    return event.start, event.end - timedelta(days=1)


def alarms(event: Event) -> list[timedelta]:
    return [c.decoded("trigger") for c in event.walk("VALARM")]


def fastest(loop: Loop) -> Loop:
    return replace(loop, plans=loop.plans[2:])


def test_every_step_is_a_stretch_of_whole_days(loop: Loop) -> None:
    study = events(loop, "study")
    assert [(str(e["summary"]), days(e)) for e in study] == [
        (
            "Study: Google Data Analytics Professional Certificate",
            (date(2026, 11, 23), date(2027, 3, 21)),
        ),
        ("Study: Python for Everybody", (date(2027, 3, 22), date(2027, 5, 9))),
    ]
    assert {str(e["transp"]) for e in study} == {"TRANSPARENT"}
    assert "Week of 23 Nov 2026: 10.0 h" in str(study[0]["description"])


def test_days_off_cut_a_step_in_two(loop: Loop) -> None:
    limits = replace(loop.limits, off=((date(2026, 12, 21), date(2027, 1, 3)),))
    times = replace(loop.timetables["strongest"], weeks=weeks(loop.plans[0].steps, limits))
    away = replace(loop, limits=limits, timetables={"strongest": times})
    assert [days(e) for e in events(away, "study")][:2] == [
        (date(2026, 11, 23), date(2026, 12, 20)),
        (date(2027, 1, 4), date(2027, 3, 21)),
    ]


def test_payments_and_the_two_ends_of_a_subscription(loop: Loop) -> None:
    paid = events(loop, "payment")
    assert [(days(e)[0].isoformat(), str(e["summary"])) for e in paid][:2] == [
        ("2026-11-23", "Pay USD 49 (subscription)"),
        ("2026-12-23", "Pay USD 49 (subscription)"),
    ]
    assert len(paid) == sum(len(s.payments) for s in loop.plans[0].steps)
    (begin,) = events(loop, "subscribe")
    (end,) = events(loop, "cancel")
    assert (days(begin), alarms(begin)) == ((date(2026, 11, 23), date(2026, 11, 23)), [MORNING])
    assert (days(end), alarms(end)) == ((date(2027, 3, 20), date(2027, 3, 22)), [MORNING])
    assert str(end["summary"]) == "Cancel by 22 Mar 2027: Google Data Analytics Professional Certificate"


def test_exam_second_attempt_and_expiry(loop: Loop) -> None:
    (exam,) = events(fastest(loop), "exam")
    assert (exam.start, alarms(exam)) == (date(2027, 1, 3), [MORNING - timedelta(days=d) for d in (7, 1)])
    assert "does not say" not in str(exam["description"])
    (second,) = events(fastest(loop), "second")
    assert second.start == date(2027, 1, 17)
    (expiry,) = events(fastest(loop), "expiry")
    assert expiry.start == date(2030, 1, 3)
    assert alarms(expiry) == [MORNING - timedelta(days=d) for d in (90, 30, 7)]


def test_the_same_plan_gives_the_same_bytes_and_a_later_one_updates_it(loop: Loop) -> None:
    assert render(loop) == render(loop)
    later = replace(loop, limits=replace(loop.limits, start=loop.limits.start + timedelta(days=3)))
    step = replace(loop.plans[0].steps[0], finish=date(2027, 3, 28))
    moved = replace(later, plans=(replace(loop.plans[0], steps=(step, *loop.plans[0].steps[1:])),))

    def by_uid(run: Loop) -> dict[str, tuple[Any, int]]:
        return {str(e["uid"]): (days(e), int(e["sequence"])) for e in events(run)}

    old, new = by_uid(loop), by_uid(moved)
    assert old.keys() == new.keys()
    assert len(old) == len(events(loop))
    assert all(new[k][1] == old[k][1] + 3 for k in old)
    assert [k for k in old if old[k][0] != new[k][0]] == [
        str(e["uid"]) for e in events(loop, "study") if "Google" in str(e["summary"])
    ]


def test_lines_are_folded_and_strange_titles_stay_text(loop: Loop) -> None:
    title = "Ünïcödé; \\ commas, lines\r\nEND:VCALENDAR \u202e" + "ö" * 90
    named = replace(loop.catalog["google-data-analytics"], title=title)
    strange = replace(loop, catalog=Catalog({**loop.catalog.credentials, named.id: named}))
    text = render(strange)
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\r\n") == text.count("\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.replace("\r\n ", "").count("\r\nEND:VCALENDAR") == 1
    (study, _) = events(strange, "study")
    assert "commas, lines" in str(study["summary"])
    assert "\u202e" not in text
    assert len(events(strange)) == len(events(loop))


def test_without_a_plan_there_is_no_calendar(loop: Loop) -> None:
    with pytest.raises(ValueError, match="no plan"):
        render(replace(loop, plans=()))
