"""Calendar files that calendars take: whole days, stable ids, lines as RFC 5545 wants them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from credlens.present.ical import Entry, calendar, numbered, stretches

DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=120)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(0, 400)))
    key = ("study", *draw(st.lists(TEXTS, max_size=2)))
    return Entry(key, first, last, draw(TEXTS), draw(TEXTS), tuple(draw(st.lists(st.integers(0, 90), max_size=3))))


@settings(max_examples=60)
@given(st.lists(entries(), max_size=4, unique_by=lambda e: e.key), DAYS)
def test_what_is_written_is_read_back(given_entries: list[Entry], made: date) -> None:
    text = calendar(given_entries, made, "N", "P")
    found = Calendar.from_ical(text).events
    read = sorted((e.start, e.end - timedelta(days=1), len(e.walk("VALARM"))) for e in found)
    assert read == sorted((e.first, e.last, len(e.alarms)) for e in given_entries)
    assert len({str(e["uid"]) for e in found}) == len(given_entries)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), "RFC 5545, 3.1"


@given(entries(), DAYS, DAYS)
def test_another_day_is_the_same_event_with_a_later_sequence(entry: Entry, one: date, other: date) -> None:
    moved = Entry(entry.key, one, one, "moved", "")
    before, after = (
        Calendar.from_ical(calendar([e], d, "N", "P")).events[0] for e, d in ((entry, one), (moved, other))
    )
    assert before["uid"] == after["uid"]
    assert (before["sequence"] < after["sequence"]) == (one < other)


def test_a_text_cannot_become_another_event() -> None:
    hostile = Entry(("study",), date(2027, 1, 1), date(2027, 1, 1), "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "b;c,d\\\nUID:x")
    (event,) = Calendar.from_ical(calendar([hostile], date(2027, 1, 1), "N", "P")).events
    assert "END:VEVENT" in str(event["summary"])
    assert str(event["description"]) == "b;c,d\\\nUID:x"


def test_days_off_cut_a_stretch() -> None:
    first, last = date(2027, 1, 1), date(2027, 1, 5)
    assert stretches(first, last, []) == [(first, last)]
    assert stretches(first, last, [(date(2027, 1, 3), date(2027, 1, 3))]) == [
        (first, date(2027, 1, 2)),
        (date(2027, 1, 4), last),
    ]
    assert stretches(first, last, [(first, last)]) == []


def test_like_things_are_counted_apart() -> None:
    assert list(numbered("abab", str)) == [(0, "a"), (0, "b"), (1, "a"), (1, "b")]
