"""The parts of a credential's YAML that say what an offer states besides teaching, price and assessment (``model/offer.py``)."""

from __future__ import annotations

from datetime import date

from credlens.catalog.filled import LISTS
from credlens.catalog.sources.yaml_fact import Sources
from credlens.model.offer import (
    Absent,
    Classification,
    DeliveryMode,
    Identifier,
    OutcomeFigure,
    Rating,
    Relation,
    RelationKind,
    Schedule,
)
from credlens.model.quantity import Months
from credlens.yamlfile import Record, sources_of


def identifiers(top: Record) -> tuple[Identifier, ...]:
    """``identifiers:`` as ``scheme:value``; the source's own words need no other source."""
    out = []
    for text in top.strings("identifiers"):
        scheme, _, value = text.partition(":")
        if not scheme or not value or scheme in {"http", "https"}:
            top.problem("identifiers", f"{text!r} is no `scheme:value`.", "Write ctid:ce-..., coursera:some-slug ...")
        else:
            out.append(Identifier(scheme, value))
    return tuple(out)


def months(record: Record, key: str) -> Months | None:
    """``{min:, max:}`` or one number for both."""
    if isinstance(record.raw(key), int | float):
        one = record.number(key)
        return None if one is None else Months(one, one)
    entry = record.record(key)
    if entry is None:
        return None
    low, high = entry.number("min"), entry.number("max")
    if not entry.finish():
        return None
    if low is None or high is None or low > high:
        entry.problem(None, "Months need `min` and `max`, the smaller first.", "Write {min: 3, max: 6}.")
        return None
    return Months(low, high)


def schedule(record: Record, key: str) -> Schedule | None:
    """``{self_paced:, starts:, apply_by:, access_months:}``."""
    entry = record.record(key)
    if entry is None:
        return None
    pace = entry.flag("self_paced", default=False) if entry.has("self_paced") else None
    starts = tuple(d for d in (_start(entry, i) for i in range(len(entry.raw("starts") or ()))) if d)
    found = Schedule(pace, starts, entry.day("apply_by"), entry.number("access_months"))
    if found == Schedule():
        entry.problem(None, "The schedule says nothing.", "Write {self_paced: true} or starts: [2027-01-11].")
    return found if entry.finish() else None


def _start(entry: Record, place: int) -> date | None:
    value = (entry.raw("starts") or ())[place]
    if isinstance(value, date):
        return value
    entry.problem("starts", f"{value!r} is not a date such as 2027-01-11.")
    return None


def mode(record: Record, key: str) -> DeliveryMode | None:
    """A form of participation."""
    return record.choice(key, DeliveryMode)


def eqf(record: Record, key: str) -> int | None:
    """A level of the European Qualifications Framework, 1 to 8."""
    level = record.whole(key)
    if level is not None and level > 8:
        record.problem(key, f"There is no EQF level {level}.", "Write 1 to 8.")
        return None
    return level


def rating(record: Record, key: str) -> Rating | None:
    """``{mean:, count:, best:}``."""
    entry = record.record(key)
    if entry is None:
        return None
    mean, count, best = entry.number("mean"), entry.whole("count"), entry.number("best") or 5.0
    if entry.ok and (mean is None or mean > best):
        entry.problem("mean", "A rating needs a `mean` that is at most `best` (5 unless given).")
    return Rating(mean or 0.0, count, best) if entry.finish() else None


def relations(top: Record, table: Sources) -> tuple[Relation, ...]:
    """``relations:``."""
    out = []
    for entry in top.records("relations"):
        kind = entry.choice("kind", RelationKind)
        if kind is None and not entry.has("kind"):
            entry.problem("kind", "`kind` is missing.", f"Use one of: {', '.join(RelationKind)}.")
        target, title, note = entry.text("target"), entry.text("title", ""), entry.text("note", "")
        sources = sources_of(entry, table)
        if entry.finish() and kind:
            out.append(Relation(kind, target, sources, title, note))
    return tuple(out)


def classifications(top: Record, table: Sources) -> tuple[Classification, ...]:
    """``classifications:``."""
    out = []
    for entry in top.records("classifications"):
        found = Classification(
            entry.text("scheme"), entry.text("code"), entry.text("name", ""), sources_of(entry, table)
        )
        if entry.finish():
            out.append(found)
    return tuple(out)


def outcomes(top: Record, table: Sources) -> tuple[OutcomeFigure, ...]:
    """``outcomes:``; shares as numbers in [0, 1]."""
    out = []
    for entry in top.records("outcomes"):
        metric, value, sources = entry.text("metric"), entry.number("value"), sources_of(entry, table)
        unit, n, after, note = entry.text("unit", ""), entry.whole("n"), entry.number("months"), entry.text("note", "")
        if value is None and not entry.has("value"):
            entry.problem("value", "`value` is missing.")
        if metric.endswith("_rate") and value is not None and value > 1:
            entry.problem("value", f"A rate of {value:g} is more than all.", "Write 0.62 for 62 %.")
        if entry.finish() and value is not None:
            out.append(OutcomeFigure(metric, value, sources, unit, n, after, note))
    return tuple(out)


def absent(top: Record, table: Sources) -> tuple[Absent, ...]:
    """``absent:``, lists that somebody looked for and found empty."""
    out = []
    for entry in top.records("absent"):
        found = Absent(entry.one_of("field", LISTS), sources_of(entry, table))
        entry.text("note", "")
        if top.raw(found.field):
            entry.problem("field", f"`{found.field}` is not empty: it is listed above.")
        if entry.finish():
            out.append(found)
    return tuple(out)
