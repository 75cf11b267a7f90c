"""Reports and settings as JSON types and back, nothing lost: how they are kept, and how they go from one process to another.

Reading trusts nothing: a field of another type than its own is an error, since the other process may be in a stranger's hands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from credlens.model.verification import Mode, Report
from credlens.verify.inquiry import Settings
from credlens.verify.limits import Limits

T = TypeVar("T")
_PLAIN = {NoneType, bool, int, float, str}
_ALWAYS = object()
"""Equal to no value: a field without default is always written."""


def report_to_record(report: Report) -> dict[str, Any]:
    """A report as JSON types; what is as it is by default is left out."""
    found: dict[str, Any] = _written(report)
    return found


def report_from_record(record: Any) -> Report:
    """The report that :func:`report_to_record` made this of. Keys that this version does not know are passed over.

    Raises:
        ValueError: it is none.
    """
    found: Report = _read(record, Report)
    return found


def settings_to_record(settings: Settings) -> dict[str, Any]:
    """Settings as JSON types."""
    return {
        "at": settings.at.isoformat(),
        "mode": settings.mode.value,
        "recipient": settings.recipient,
        "trust": None if settings.trust is None else _written(settings.trust),
        "limits": _written(settings.limits),
        "now": settings.now and settings.now.isoformat(),
    }


def settings_from_record(record: Any) -> Settings:
    """The settings that :func:`settings_to_record` made this of.

    Raises:
        ValueError: they are none.
    """
    record = _scalar(record, dict)
    trust = None
    if record.get("trust") is not None:
        from credlens.verify.trust.registries import Trust

        trust = _read(record["trust"], Trust)
    return Settings(
        _read(record.get("at"), datetime),
        _read(record.get("mode"), Mode),
        _read(record.get("recipient"), str | None),
        trust,
        _read(record.get("limits"), Limits),
        _read(record.get("now"), datetime | None),
    )


def _written(value: Any) -> Any:
    kind = value.__class__
    if kind in _PLAIN:
        return value
    if isinstance(value, list | tuple):
        return [_written(v) for v in value]
    defaults = _defaults(kind)
    if defaults is not None:
        record = {}
        for name, default in defaults:
            said = getattr(value, name)
            if said is not default and said != default:
                record[name] = said if said.__class__ in _PLAIN else _written(said)
        return record
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(_written(v) for v in value)
    if isinstance(value, Mapping):
        return {key: _written(v) for key, v in value.items()}
    raise TypeError(f"no JSON form for {type(value).__name__}")


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...] | None:
    """The fields of a record with their defaults; None for what is no record."""
    return tuple((f.name, _default(f)) for f in fields(kind)) if is_dataclass(kind) else None


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else _ALWAYS


def _read(data: Any, kind: Any) -> Any:
    try:
        return _reader(kind)(data)
    except RecursionError:
        raise ValueError("too deep") from None


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What reads a type: scalars, enumerations, dates, records, tuples, sets and maps of them, and each of these or None."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Any:
        return lambda data: data
    if origin in {Union, UnionType} and NoneType in inner and len(inner) == 2:
        known = _reader(next(side for side in inner if side is not NoneType))
        return lambda data: None if data is None else known(data)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return _many(inner[0], tuple)
    if origin is tuple:
        return _row(inner)
    if origin is frozenset:
        return _many(inner[0], frozenset)
    if origin is not None and issubclass(origin, Mapping):
        return _map(inner[1])
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda data: kind(_scalar(data, str))
    if kind in {date, datetime}:
        return lambda data: kind.fromisoformat(_scalar(data, str))
    if kind in _PLAIN:
        return partial(_scalar, kind=kind)
    raise TypeError(f"no JSON form for {kind}")


def _scalar(data: Any, kind: type[T]) -> T:
    if type(data) is not kind:
        raise ValueError(f"{type(data).__name__} instead of {kind.__name__}")
    return data


def _many(inner: Any, whole: Callable[[Any], Any]) -> Callable[[Any], Any]:
    known = _later(inner)
    return lambda data: whole(known(part) for part in _scalar(data, list))


def _row(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    known = [_later(kind) for kind in inner]
    return lambda data: tuple(read(part) for read, part in zip(known, _scalar(data, list), strict=True))


def _map(inner: Any) -> Callable[[Any], Any]:
    known = _later(inner)
    return lambda data: {_scalar(key, str): known(part) for key, part in _scalar(data, dict).items()}


def _record(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    known = {name: (hints[name], _later(hints[name])) for name, _ in _defaults(kind) or ()}
    needed = [name for name, default in _defaults(kind) or () if default is _ALWAYS]

    def read(data: Any) -> Any:
        said = {}
        for name, value in _scalar(data, dict).items():
            if name in known:
                wanted, reader = known[name]
                said[name] = value if value.__class__ is wanted and wanted in _PLAIN else reader(value)
        missing = [name for name in needed if name not in said]
        if missing:
            raise ValueError(f"without {', '.join(missing)}")
        return kind(**said)

    return read


def _later(kind: Any) -> Callable[[Any], Any]:
    """A reader; that of a record is looked up when it is used, since a report holds reports."""
    if _defaults(kind) is None:
        return _reader(kind)

    def read(data: Any) -> Any:
        return _reader(kind)(data)

    return read
