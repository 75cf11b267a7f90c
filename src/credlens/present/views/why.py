"""Why the plan is as it is, and what money and time buy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from markupsafe import Markup

from credlens.model.plan import PlanStatus
from credlens.model.plan_reasons import FrontPoint
from credlens.model.quantity import Money
from credlens.present import words
from credlens.present.charts import pareto
from credlens.present.context import Context

_FIFTH = 0.2  # the axis of coverage ends at the next fifth, so that its quarters are whole percents


@dataclass(frozen=True, slots=True)
class PointView:
    """One plan of the front: a row of the table, and the dot with its number."""

    number: int
    name: str
    takes: tuple[str, ...]
    cost: str
    covers: str
    finish: str
    key: Markup
    status: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """Reasons in words and the front; each list may be empty.

    Attributes:
        plan: the name of the explained plan.
        key: (dot, what its colour means).
    """

    plan: str
    steps: tuple[str, ...]
    rivals: tuple[str, ...]
    limits: tuple[str, ...]
    chart: Markup
    key: tuple[tuple[Markup, str], ...]
    points: tuple[PointView, ...]


def why(context: Context) -> WhyView | None:
    """The reasons of a loop's first plan; None when nobody asked for them."""
    loop = context.loop
    if loop.reasons is None:
        return None
    told, points = loop.reasons.told, loop.front
    return WhyView(
        plan=loop.reasons.plan,
        steps=told.steps,
        rivals=told.rivals,
        limits=told.limits,
        chart=_chart(points, loop.limits.budget) if points else Markup(""),
        key=_key(points) if points else (),
        points=tuple(_point(context, n, p, points) for n, p in enumerate(points, 1)),
    )


def _chart(points: tuple[FrontPoint, ...], budget: Money) -> Markup:
    dearest = max(*(p.plan.cost.amount for p in points), budget.amount, Decimal(1))
    most = max(_FIFTH, ceil(max(p.plan.coverage for p in points) / _FIFTH - 1e-9) * _FIFTH)
    dots = [
        pareto.Dot(
            n, float(p.plan.cost.amount / dearest), p.plan.coverage / most, _band(p.plan.finish, points), bool(p.names)
        )
        for n, p in enumerate(points, 1)
    ]
    quarters = [Decimal(k) / 4 for k in range(5)]
    costs = [words.money(Money((dearest * q).quantize(Decimal(1)), budget.currency)) for q in quarters]
    return pareto.scatter(dots, costs, [words.percent(most * float(q)) for q in quarters])


def _band(finish: date, points: tuple[FrontPoint, ...]) -> str:
    first, last = _ends(points)
    share = (finish - first).days / max(1, (last - first).days)
    return pareto.BANDS[min(len(pareto.BANDS) - 1, int(share * len(pareto.BANDS)))]


def _ends(points: tuple[FrontPoint, ...]) -> tuple[date, date]:
    days = [p.plan.finish for p in points]
    return min(days), max(days)


def _key(points: tuple[FrontPoint, ...]) -> tuple[tuple[Markup, str], ...]:
    """What the colours mean: from the first to the last day on which a plan of that colour ends."""
    found = []
    for band in pareto.BANDS:
        days = [p.plan.finish for p in points if _band(p.plan.finish, points) == band]
        if days:
            span = words.day(min(days)) + (f" to {words.day(max(days))}" if max(days) > min(days) else "")
            found.append((pareto.sample(band), f"finished {span}"))
    return tuple(found)


def _point(context: Context, number: int, point: FrontPoint, points: tuple[FrontPoint, ...]) -> PointView:
    plan = point.plan
    proven = plan.status is PlanStatus.OPTIMAL
    return PointView(
        number=number,
        name=words.listing(point.names),
        takes=tuple(context.title(s.credential) for s in plan.steps),
        cost=words.money(plan.cost),
        covers=words.percent(plan.coverage),
        finish=words.day(plan.finish),
        key=pareto.sample(_band(plan.finish, points)),
        status="" if proven else f"at most {ceil(plan.gap * 100 - 1e-9)}{words.NBSP}% below the best",
    )
