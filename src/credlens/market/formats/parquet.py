"""A Parquet file: a table stored by columns, read in pieces."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from credlens.market.adfile import AdEvent, collecting, whole
from credlens.market.fields import recognise
from credlens.market.records import Item, read_records
from credlens.model.errors import InputError, Problem
from credlens.skills.decode import binary_kind

_ROWS = 256  # held at once
_MARK = b"PAR1"
_DAMAGE = (pa.ArrowException, OSError, ValueError, OverflowError)  # all that was seen for bytes changed at random
_AGAIN = "Export it again, or get it again from where it comes."


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ads of a table; a row without enough text is a problem, the others are read. Rows count from 1.

    Only the columns whose names are known are read. A part of the file (row group) that is damaged is a problem, the others are read.
    """
    seekable = stream if stream.seekable() else io.BytesIO(whole(stream, where))
    _must_be_parquet(seekable, where)
    try:
        table = pq.ParquetFile(seekable, pre_buffer=False)
        names = table.schema_arrow.names
    except _DAMAGE as error:
        raise InputError([Problem(where, f"The Parquet file cannot be read: {_in_words(error)}.", _AGAIN)]) from None
    if table.metadata.num_rows == 0:
        raise InputError([Problem(where, "The table has no rows.", "Name a file with ads in it.")])
    yield from read_records(_records(table, names, where), where, "column")


def _must_be_parquet(stream: BinaryIO, where: str) -> None:
    head = stream.read(1024)
    stream.seek(0)
    if head.startswith(_MARK):
        return
    if not head.strip():
        raise InputError([Problem(where, "The file is empty.", "Give a file with ads in it.")])
    kind = binary_kind(head) or "something else"
    raise InputError([Problem(where, f"This is {kind}, not Parquet.", "Give the file the ending of what it is.")])


def _records(table: pq.ParquetFile, names: list[str], where: str) -> Iterator[Item]:
    known = recognise(names)
    columns = list(known.names()) if known.text else names
    before = 0
    for group in range(table.num_row_groups):
        number, end = before, before + table.metadata.row_group(group).num_rows
        try:
            for batch in table.iter_batches(_ROWS, row_groups=[group], columns=columns, use_threads=False):
                for row in _readable(batch).to_pylist():
                    number += 1
                    yield f"{where}:row {number}", row
        except _DAMAGE as error:
            place = f"{where}:rows {number + 1}-{end}"
            yield Problem(place, f"This part of the file is damaged: {_in_words(error)}.", _AGAIN)
        before = end


def _readable(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Text that is stored as bytes as text, and times in UTC to the microsecond: Python has none finer."""
    columns = [column.cast(_types(column.type), safe=False) for column in batch.columns]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _types(stored: pa.DataType) -> pa.DataType:
    if pa.types.is_timestamp(stored):
        return pa.timestamp("us")
    return pa.string() if pa.types.is_binary(stored) or pa.types.is_large_binary(stored) else stored


def _in_words(error: Exception) -> str:
    words = " ".join(islice(str(error).split(), 40))
    return words.removesuffix(".")[:200] or type(error).__name__
