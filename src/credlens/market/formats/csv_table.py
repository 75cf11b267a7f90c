"""A table with a header row: comma, semicolon, tab or bar between the columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from credlens.market.adfile import AdEvent, Note, collecting
from credlens.market.fields import recognise
from credlens.market.records import Item, read_records
from credlens.model.errors import InputError, Problem
from credlens.skills.decode_stream import MAX_LINE, Lines, TextStream

_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)  # what spreadsheets write in front
_CUT = "Export the table again; what stands before it is read."


@collecting
def read(stream: BinaryIO, where: str) -> Iterator[AdEvent]:
    """The ads of a table; a row without enough text is a problem, the others are read. Rows count from 1 below the header."""
    text = TextStream(stream, where)
    csv.field_size_limit(MAX_LINE)  # an ad may be longer than the csv module's 128 KiB
    records = _records(text, where)
    first = next(records, None)
    if first is None:
        raise InputError([Problem(where, "The table has no rows below its header.")])
    yield from read_records(chain([first], records), where, "column")
    yield from map(Note, text.notes)


def _records(text: TextStream, where: str) -> Iterator[Item]:
    lines = Lines(text.lines())
    said = _SEPARATOR_LINE.match(text.head)
    if said:
        next(lines)
    reader = csv.reader(lines, delimiter=said[1] if said else _delimiter(text.head))
    number = 0
    try:
        header = [name.strip() for name in next(reader, [])]
        texts = recognise(header).text
        last_text = max((i for i, name in enumerate(header) if name in texts), default=len(header) - 1)
        for number, row in enumerate(reader, start=1):
            if not any(cell.strip() for cell in row):
                continue
            place = f"{where}:row {number}"
            if lines.ended:
                yield Problem(place, 'The file ends inside a cell: a " is opened in this row and never closed.', _CUT)
            elif len(row) < len(header) and len(row) - 1 <= last_text and not lines.last.endswith("\n"):
                cells = f"{len(row)} of {len(header)} cells"
                yield Problem(place, f"The file breaks off in its last row, after {cells}.", _CUT)
            else:
                yield place, dict(zip(header, row, strict=False))
    except csv.Error as error:
        yield Problem(f"{where}:row {number + 1}", f"The table cannot be read from here on: {error}.", _CUT)


def _delimiter(text: str) -> str:
    """The one under which the header names a text column; of several, or of none, the one with most columns."""

    def fit(delimiter: str) -> tuple[bool, int]:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return bool(recognise(header).text), len(header)

    return max(_DELIMITERS, key=fit)
