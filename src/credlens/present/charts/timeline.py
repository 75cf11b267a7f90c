"""Weeks: one bar for each step of a plan, on the weeks from the first day to the deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from credlens.present import words
from credlens.present.charts.svg import at, diamond, drawing, tag

_HEIGHT = 24
_LABELS = 5  # at most so many week numbers fit on a phone


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a timeline shows, both included."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where the beginning of a day lies, in [0, 1]."""
        return (day - self.first).days / max(1, (self.last - self.first).days + 1)


def bar(span: Span, start: date, finish: date, pays: Sequence[date], *, supplement: bool = False) -> Markup:
    """One step's bar from the beginning of its first to the end of its last day; a diamond for each payment."""
    left = span.share(start)
    width = max(0.004, span.share(finish) - left + span.share(span.first.fromordinal(span.first.toordinal() + 1)))
    parts = [tag("line", class_="grid", x1=at(s), x2=at(s), y1=0, y2=_HEIGHT) for s, _ in _weeks(span)]
    kind = "work supplement" if supplement else "work"
    parts.append(tag("rect", class_=kind, x=at(left), y=6, width=at(width), height=12, rx=3))
    parts += [diamond(span.share(day), 12, "pays") for day in pays]
    return drawing(parts, "timeline", _HEIGHT)


def axis(span: Span) -> Markup:
    """Numbers of weeks above the bars."""
    labels = [tag("text", str(week), x=at(s), y=12, class_="tick", text_anchor="start") for s, week in _weeks(span)]
    return drawing(labels, "axis", 16)


def _weeks(span: Span) -> list[tuple[float, int]]:
    total = words.weeks(span.first, span.last)
    step = max(1, -(-total // _LABELS))
    first = span.first.toordinal()
    return [(span.share(date.fromordinal(first + 7 * week)), week + 1) for week in range(0, total, step)]
