"""How long it takes and how long it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from credlens.catalog.ctdl.names import Node
from credlens.catalog.ctdl.statements import Context, Part, Statement, Style, each
from credlens.catalog.values.durations import Workload, validity, workload
from credlens.model.credential import Validity
from credlens.model.quantity import Hours, Months

_BOUNDS = ("ceterms:minimumDuration", "ceterms:maximumDuration")


def read_durations(context: Context, _name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:estimatedDuration`` and ``timeRequired``: hours where they are stated in hours, months where on a calendar.

    Several profiles (full-time, part-time) make one interval. The duration of an assessment by itself is no workload.
    """
    if context.style.exam:
        return
    hours: dict[int, Hours] = {}
    months: dict[int, Months] = {}
    for place, value in enumerate(values):
        for found in _spans(value):
            if found.hours:
                hours[place] = _widest(hours.get(place), found.hours)
            if found.months:
                months[place] = Months(
                    min(found.months.min, months.get(place, found.months).min),
                    max(found.months.max, months.get(place, found.months).max),
                )
    if hours:
        low, high = min(h.min for h in hours.values()), max(h.max for h in hours.values())
        yield Part("hours", Hours(low, high), tuple(hours))
    if months:
        low, high = min(m.min for m in months.values()), max(m.max for m in months.values())
        yield Part("duration", Months(low, high), tuple(months))


def duration_hours(value: Any) -> Hours | None:
    """The hours of one duration profile."""
    return next((found.hours for found in _spans(value) if found.hours), None)


def _widest(one: Hours | None, other: Hours) -> Hours:
    return other if one is None else Hours(min(one.min, other.min), max(one.max, other.max))


def _spans(value: Any) -> Iterator[Workload]:
    """What a profile says, each way it says it; only one bound of two is no interval."""
    if not isinstance(value, dict):
        yield workload(value)
        return
    exact = workload(value.get("ceterms:exactDuration"))
    low, high = (workload(value.get(b)) for b in _BOUNDS)
    yield exact
    if exact == workload(None):
        hours = (
            Hours(low.hours.min, high.hours.max)
            if low.hours and high.hours and low.hours.min <= high.hours.max
            else None
        )
        calendar = low.months and high.months and low.months.min <= high.months.max
        yield Workload(
            hours, Months(low.months.min, high.months.max) if calendar and low.months and high.months else None
        )
    yield workload(value.get("ceterms:timeRequired"))


def write_hours(value: Hours, _style: Style) -> Iterator[Statement]:
    """Hours as ISO 8601."""
    yield "ceterms:estimatedDuration", _profile(f"PT{value.min:.10g}H", f"PT{value.max:.10g}H")


def write_duration(value: Months, _style: Style) -> Iterator[Statement]:
    """Months as ISO 8601."""
    yield "ceterms:estimatedDuration", _profile(f"P{value.min:.10g}M", f"P{value.max:.10g}M")


def _profile(low: str, high: str) -> Node:
    span = {"ceterms:exactDuration": low} if low == high else dict(zip(_BOUNDS, (low, high), strict=True))
    return {"@type": "ceterms:DurationProfile", **span}


@each
def read_validity(_context: Context, _name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """``ceterms:renewalFrequency``."""
    found = validity(value)
    if found:
        yield "validity", found


def write_validity(value: Validity, _style: Style) -> Iterator[Statement]:
    """Months as ISO 8601; that it never ends has no term."""
    if value.months is not None:
        yield "ceterms:renewalFrequency", f"P{value.months}M"
