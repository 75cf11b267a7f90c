"""Plans by what they cost and cover: one numbered dot each, coloured by when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from credlens.present.charts.svg import at, drawing, tag

_TOP, _HIGH, _FOOT = 14, 200, 34  # pixels above the field, of the field, and below it
_LEFT, _WIDE = 0.07, 0.88  # of the width: room for the figures on the left, and for the last dot's number
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
BANDS = ("soon", "middle", "late")  # how the dots are coloured, earliest first


@dataclass(frozen=True, slots=True)
class Dot:
    """One plan.

    Attributes:
        number: its row in the table beside.
        x, y: what it costs and covers, as shares of the ends of the axes.
        band: one of :data:`BANDS`.
        named: whether it is one of the named plans: a larger dot.
    """

    number: int
    x: float
    y: float
    band: str
    named: bool


def scatter(dots: Sequence[Dot], costs: Sequence[str], covers: Sequence[str]) -> Markup:
    """The dots with their axes.

    Args:
        dots: the plans.
        costs, covers: what the five ticks of the axis across and of the axis upwards say, from 0 to its end.
    """
    parts = [*_across(costs), *_upwards(covers)]
    for dot in sorted(dots, key=lambda d: d.named):  # the named ones on top
        x, y = _x(dot.x), _y(dot.y)
        parts.append(tag("circle", class_=f"dot {dot.band}", cx=x, cy=y, r=7 if dot.named else 5))
        label = tag("text", str(dot.number), x=9, y=-5, class_="tick", text_anchor="start")
        parts.append(tag("svg", label, x=x, y=y, width=1, height=1, overflow="visible"))
    return drawing(parts, "front", _TOP + _HIGH + _FOOT)


def sample(band: str) -> Markup:
    """A dot for the key."""
    dot = tag("circle", class_=f"dot {band}", cx=6, cy=6, r=5)
    return tag("svg", dot, class_="chart", width=12, height=12, aria_hidden="true", focusable="false")


def _across(labels: Sequence[str]) -> list[Markup]:
    bottom = _TOP + _HIGH
    parts = [tag("line", class_="base", x1=_x(0), x2=_x(1), y1=bottom, y2=bottom)]
    for share, label in zip(_TICKS, labels, strict=True):
        parts.append(tag("line", class_="grid", x1=_x(share), x2=_x(share), y1=_TOP, y2=bottom))
        parts.append(tag("text", label, x=_x(share), y=bottom + 16, class_="tick", text_anchor="middle"))
    return parts


def _upwards(labels: Sequence[str]) -> list[Markup]:
    parts = []
    for share, label in zip(_TICKS, labels, strict=True):
        parts.append(tag("line", class_="grid", x1=_x(0), x2=_x(1), y1=_y(share), y2=_y(share)))
        parts.append(tag("text", label, x=at(_LEFT - 0.01), y=_y(share) + 4, class_="tick", text_anchor="end"))
    return parts


def _x(share: float) -> str:
    return at(_LEFT + _WIDE * min(1.0, max(0.0, share)))


def _y(share: float) -> float:
    return _TOP + _HIGH * (1 - min(1.0, max(0.0, share)))
