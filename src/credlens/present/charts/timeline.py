"""Weeks: one bar for each step of a plan, on the weeks from the first day to the deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from credlens.present import words
from credlens.present.charts.svg import at, diamond, drawing, tag, triangle

_HEIGHT = 26
_LABELS = 5  # at most so many week numbers fit on a phone


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a timeline shows, both included."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where the beginning of a day lies, in [0, 1]."""
        return (day - self.first).days / max(1, (self.last - self.first).days + 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on a step's bar: days of payments, the day of its exam, and (first, last) days without study."""

    pays: Sequence[date] = ()
    exam: date | None = None
    off: Sequence[tuple[date, date]] = ()


def bar(span: Span, start: date, finish: date, marks: Marks, *, supplement: bool = False) -> Markup:
    """One step's bar from the beginning of its first to the end of its last day.

    Days off are hatched over the whole height, so that they line up from row to row; a diamond is a payment; a triangle above the bar
    is an exam, so that a payment on the same day does not cover it.
    """
    parts = [tag("line", class_="grid", x1=at(s), x2=at(s), y1=0, y2=_HEIGHT) for s, _ in _weeks(span)]
    kind = "work supplement" if supplement else "work"
    parts.append(_box(span, start, finish, class_=kind, y=9, height=12, rx=3))
    parts += [
        _box(span, max(first, span.first), min(last, span.last), class_="away", y=0, height=_HEIGHT, fill="url(#hatch)")
        for first, last in marks.off
        if first <= span.last and last >= span.first
    ]
    if marks.exam is not None:
        parts.append(triangle(span.share(marks.exam), 4, "exam"))
    parts += [diamond(span.share(day), 15, "pays") for day in marks.pays if day <= span.last]
    return drawing(parts, "timeline", _HEIGHT)


def _box(span: Span, first: date, last: date, **look: str | float) -> Markup:
    left = span.share(first)
    width = max(0.004, span.share(last) - left + span.share(span.first.fromordinal(span.first.toordinal() + 1)))
    return tag("rect", x=at(left), width=at(width), **look)


def axis(span: Span) -> Markup:
    """Numbers of weeks above the bars."""
    labels = [tag("text", str(week), x=at(s), y=12, class_="tick", text_anchor="start") for s, week in _weeks(span)]
    return drawing(labels, "axis", 16)


def _weeks(span: Span) -> list[tuple[float, int]]:
    total = words.weeks(span.first, span.last)
    step = max(1, -(-total // _LABELS))
    first = span.first.toordinal()
    return [(span.share(date.fromordinal(first + 7 * week)), week + 1) for week in range(0, total, step)]
