"""An estimate: a dot with its interval on an axis from 0 to 1, never a bare bar."""

from __future__ import annotations

from markupsafe import Markup

from credlens.present.charts.svg import at, drawing, tag

_HEIGHT = 20
_MIDDLE = 10
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def interval(low: float, point: float | None, high: float, *, held: bool = False) -> Markup:
    """A dot with whiskers.

    Args:
        low, high: ends of the interval, in [0, 1].
        point: the estimate; None draws the interval alone.
        held: a ring in place of the dot, for what the person can show.
    """
    parts = [*_grid(), tag("line", class_="whisker", x1=at(low), x2=at(high), y1=_MIDDLE, y2=_MIDDLE)]
    parts += [tag("line", class_="whisker", x1=at(end), x2=at(end), y1=6, y2=14) for end in (low, high)]
    if point is not None:
        parts.append(tag("circle", class_="ring" if held else "dot", cx=at(point), cy=_MIDDLE, r=5))
    return drawing(parts, "interval", _HEIGHT)


def span(low: float, high: float, *, unknown: bool = True) -> Markup:
    """A value known only to lie between two ends: a bar; hatched when that is for want of knowledge; a dot when both ends meet."""
    if high - low < 0.01:
        return interval(low, (low + high) / 2, high)
    width = at(high - low)
    if unknown:
        box = tag("rect", class_="hatched", x=at(low), y=4, width=width, height=12, rx=2, fill="url(#hatch)")
    else:
        box = tag("rect", class_="between", x=at(low), y=7, width=width, height=6, rx=2)
    return drawing([*_grid(), box], "span", _HEIGHT)


def empty() -> Markup:
    """Nothing is known: the whole axis is hatched."""
    return span(0.0, 1.0)


def axis() -> Markup:
    """The axis of the drawings above, from 0 to 100 %."""
    labels = [
        tag("text", f"{tick * 100:.0f}", x=at(tick), y=12, text_anchor=_anchor(tick), class_="tick") for tick in _TICKS
    ]
    return drawing(labels, "axis", 16)


def _grid() -> list[Markup]:
    lines = [tag("line", class_="grid", x1=at(t), x2=at(t), y1=0, y2=_HEIGHT) for t in _TICKS]
    return [*lines, tag("line", class_="base", x1="0%", x2="100%", y1=_MIDDLE, y2=_MIDDLE)]


def _anchor(share: float) -> str:
    return {0.0: "start", 1.0: "end"}.get(share, "middle")
