"""Counts and sums as bars: the only things that may be drawn without an interval."""

from __future__ import annotations

from markupsafe import Markup

from credlens.present.charts.svg import at, drawing, tag

_HEIGHT = 16


def bar(value: float, most: float, perhaps: float = 0.0) -> Markup:
    """A bar whose full width is ``most``; nothing at all for zero.

    Args:
        value: what is certain.
        most: the widest bar's value and what it may grow to.
        perhaps: what may be added to the value; hatched.
    """
    share, more = (value / most, perhaps / most) if most > 0 else (0.0, 0.0)
    parts = [tag("line", class_="base", x1="0%", x2="100%", y1=15, y2=15)]
    if share > 0:
        parts.append(tag("rect", class_="sum", x="0%", y=2, width=at(share), height=12, rx=2))
    if more > 0:
        left = at(max(0.0, share))
        parts.append(tag("rect", class_="hatched", x=left, y=2, width=at(more), height=12, rx=2, fill="url(#hatch)"))
    return drawing(parts, "bar", _HEIGHT)


def covered(evidence: float, enough: float) -> Markup:
    """How much evidence there is for a skill, in [0, 1], with a mark where it is enough."""
    kind = "sum" if evidence >= enough else "sum short"
    parts = [tag("rect", class_="trough", x="0%", y=3, width="100%", height=10, rx=2)]
    if evidence > 0:
        parts.append(tag("rect", class_=kind, x="0%", y=3, width=at(evidence), height=10, rx=2))
    parts.append(tag("line", class_="enough", x1=at(enough), x2=at(enough), y1=0, y2=_HEIGHT))
    return drawing(parts, "coverage", _HEIGHT)
