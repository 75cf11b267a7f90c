"""Columns of an Arrow table as Python lists, and back.

Texts that repeat, and ids that point at other records, are kept once each (dictionary encoding) and shared when they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is kept.

    Attributes:
        type: its Arrow type.
        decode: an Arrow array -> a list of Python values.
    """

    type: Any
    decode: Callable[[Any], list[Any]]


def _values(array: Any) -> list[Any]:
    # Not by way of numpy: that would import pandas, where it is installed, and take most of a second.
    values: list[Any] = array.to_pylist()
    return values


def _shared(array: Any) -> list[Any]:
    if not len(array):
        return []
    words = _values(array.dictionary)
    return [None if i is None else words[i] for i in _values(array.indices)]


def _listed(inner: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    def decode(array: Any) -> list[Any]:
        values = inner(array.values)
        return [tuple(values[a:b]) for a, b in pairwise(_values(array.offsets))]

    return decode


_WORD = pa.dictionary(pa.int32(), pa.string())

TEXT = Column(pa.string(), _values)
WORD = Column(_WORD, _shared)  # few different ones
TEXTS = Column(pa.list_(pa.string()), _listed(_values))
IDS = Column(pa.list_(_WORD), _listed(_shared))
FLAGS = Column(pa.list_(pa.bool_()), _listed(_values))
WHOLE = Column(pa.int64(), _values)
DECIMAL = Column(pa.float64(), _values)
YES = Column(pa.bool_(), _values)

Schema = Mapping[str, Column]


def fits(schema: Schema, table: Any) -> bool:
    """Whether an Arrow table has just these columns."""
    return bool(table.schema.equals(pa.schema([(name, column.type) for name, column in schema.items()])))


def pack(schema: Schema, rows: Iterable[Sequence[Any]]) -> Any:
    """Rows as an Arrow table with these columns."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(values, type=c.type) for c, values in zip(schema.values(), columns, strict=True)]
    return pa.table(dict(zip(schema, arrays, strict=True)))


def unpack(schema: Schema, table: Any) -> Iterable[tuple[Any, ...]]:
    """The rows of an Arrow table with these columns, in the schema's order."""
    columns = []
    for name, column in schema.items():
        chunks = table.column(name).chunks
        columns.append([value for chunk in chunks for value in column.decode(chunk)])
    return zip(*columns, strict=True)
