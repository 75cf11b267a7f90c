"""Values to plain JSON types, the same way for every record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

from credlens.model.fact import Fact, Source, Unknown
from credlens.model.quantity import Money, Share

DIGITS = 6  # decimals kept of a computed number: beyond any meaning here, and the same on every machine
SHARE_DIGITS = 12  # of the parts of a whole, so that they add up to 1 as printed, and equal ones stay equal


def number(value: float | Decimal) -> float | int:
    """A JSON number: whole amounts without a point, others rounded to :data:`DIGITS`.

    Raises:
        ValueError: infinity or not a number; JSON has neither, and neither is a result.
    """
    rounded = round(float(value), DIGITS)
    if not isfinite(rounded):
        raise ValueError(f"not a number that can be shown: {value}")
    return int(rounded) if rounded.is_integer() else rounded


def share_of_group(value: float) -> float | int:
    """A weight as a JSON number: some dozens of those of a group, as printed, add up to 1 within 1e-9."""
    rounded = round(value, SHARE_DIGITS)
    return int(rounded) if rounded.is_integer() else rounded


def plain(value: Any) -> Any:
    """``value`` as dict, list, str, number, bool or None; a record with ``to_json`` decides for itself.

    Raises:
        TypeError: a type that has no JSON form here.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, float | Decimal):
        return number(value)
    if isinstance(value, date):
        return value.isoformat()
    return _plain_record(value)


def _plain_record(value: Any) -> Any:
    if hasattr(value, "to_json") and not isinstance(value, type):
        return value.to_json()
    if isinstance(value, Share):
        return {"share": plain(value.value), "ci95": plain(list(value.ci95)), "n": value.n, "k": value.k}
    if isinstance(value, Money):
        return {"amount": plain(value.amount), "currency": value.currency}
    if isinstance(value, Source):
        return source_json(value)
    if isinstance(value, Fact):
        return fact_json(value)
    if isinstance(value, Mapping):
        return {str(plain(k)): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"no JSON form for {type(value).__name__}")


def source_json(source: Source) -> dict[str, Any]:
    """A source; parts that are empty are left out."""
    parts = {
        "method": source.method.value,
        "address": source.address,
        "date": plain(source.date),
        "n": source.n,
        "note": source.note or None,
    }
    return {k: v for k, v in parts.items() if v is not None}


def fact_json(fact: Fact[Any]) -> dict[str, Any]:
    """A fact as ``{"value", "sources"}`` or ``{"unknown", "sources"}``."""
    out: dict[str, Any] = {}
    if isinstance(fact.value, Unknown):
        out["unknown"] = fact.value.why.value
        if fact.value.values:
            out["values"] = plain(fact.value.values)
    else:
        out["value"] = plain(fact.value)
    out["sources"] = [source_json(s) for s in fact.sources]
    if fact.condition:
        out["condition"] = fact.condition
    if fact.note:
        out["note"] = fact.note
    if fact.overruled:
        out["overruled"] = [
            {"value": plain(o.value), "source": source_json(o.source), "why": o.why} for o in fact.overruled
        ]
    return out
