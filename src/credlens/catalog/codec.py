"""Credentials to JSON and back, nothing lost: the form in which they are kept."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from credlens.model.credential import Credential
from credlens.model.errors import OutsideError
from credlens.model.fact import Unknown, WhyUnknown

_DAY = re.compile(rb'"date":"(\d{4}-\d\d-\d\d)"')
WHO_SAYS = re.compile(r'"sources":\[(?:[^\]"]++|"(?:[^"\\]++|\\.)*+")*+\],?')
"""Who says something, in the JSON of a credential: no part of what is said."""
_PACKED = b"x\x9c"  # how packed bytes begin; no text does, since that is not UTF-8


def encode(credential: Credential) -> dict[str, Any]:
    """As JSON types; what nobody has looked up is left out."""
    found: dict[str, Any] = _converter().unstructure(credential)
    return found


def decode(data: dict[str, Any]) -> Credential:
    """The credential that :func:`encode` made this of. Keys that this version does not know are passed over.

    Raises:
        ValueError: it is not one.
    """
    try:
        return _converter().structure(data, Credential)
    except Exception as error:  # cattrs raises groups of whatever its hooks met
        raise ValueError(f"not a credential: {error}") from error


def pack(credential: Credential) -> bytes:
    """The bytes that a store keeps."""
    return packed(json.dumps(encode(credential), ensure_ascii=False, separators=(",", ":")))


def packed(text: str) -> bytes:
    """The bytes of a credential that is JSON already."""
    return zlib.compress(text.encode(), 6)


def said(credential: Credential) -> str:
    """What it says, without who says it, when and where: equal for two records that say the same."""
    return WHO_SAYS.sub("", json.dumps(encode(credential), ensure_ascii=False, separators=(",", ":")))


def is_packed(data: bytes) -> bool:
    """Whether these bytes are of :func:`pack`, and not a record as somebody wrote it."""
    return data.startswith(_PACKED)


def newest_day(data: bytes) -> str:
    """The latest day (ISO 8601) that any source in some packed bytes bears; empty when none has one."""
    return max(_DAY.findall(zlib.decompress(data)), default=b"").decode()


def unpack(data: bytes) -> Credential:
    """The credential of some packed bytes.

    Raises:
        OutsideError: they are damaged.
    """
    try:
        return decode(json.loads(zlib.decompress(data)))
    except (ValueError, zlib.error) as error:
        raise OutsideError(
            "A record of the catalog is damaged and cannot be read.",
            where="catalog",
            what_to_do="Import its catalog again; `credlens doctor` checks the store.",
        ) from error


@cache
def _converter() -> Converter:
    converter = Converter(detailed_validation=False)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda v, _: Decimal(v))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda v, _: date.fromisoformat(v))
    converter.register_unstructure_hook_factory(
        _is_record, lambda kind: make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True)
    )
    converter.register_unstructure_hook_factory(_may_be_unknown, lambda kind: _unstructure_value(kind, converter))
    converter.register_structure_hook_factory(_may_be_unknown, lambda kind: _structure_value(kind, converter))
    return converter


def _is_record(kind: Any) -> bool:
    return is_dataclass(get_origin(kind) or kind)


def _may_be_unknown(kind: Any) -> bool:
    """Whether it is the type of a fact's value: something, or why it is unknown."""
    return get_origin(kind) in {Union, UnionType} and any(get_origin(side) is Unknown for side in get_args(kind))


def _unstructure_value(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    known = converter.get_unstructure_hook(get_args(kind)[0])

    def unstructure(value: Any) -> Any:
        if isinstance(value, Unknown):
            return {"unknown": value.why.value} | ({"values": [known(v) for v in value.values]} if value.values else {})
        return known(value)

    return unstructure


def _structure_value(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    wanted = get_args(kind)[0]
    known = converter.get_structure_hook(wanted)

    def structure(data: Any, _: Any) -> Any:
        if isinstance(data, dict) and "unknown" in data:
            return Unknown(WhyUnknown(data["unknown"]), tuple(known(v, wanted) for v in data.get("values", ())))
        return known(data, wanted)

    return structure
