"""A table with a header row: comma, semicolon, tab or bar between the columns."""

from __future__ import annotations

import csv
import io
import re

from credlens.market.adfile import AdFile, collecting
from credlens.market.fields import recognise
from credlens.market.records import read_records
from credlens.model.errors import InputError, Problem
from credlens.skills.decode import decode

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 2**31 - 1  # an ad may be longer than the csv module's 128 KiB; 2**31-1 is the most every platform takes
_SEPARATOR_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)  # what spreadsheets write in front


@collecting
def read(data: bytes, where: str) -> AdFile:
    """The ads of a table; a row without enough text is a problem, the others are read. Rows count from 1 below the header."""
    text, notes = decode(data, where)
    csv.field_size_limit(_LONGEST_CELL)
    said = _SEPARATOR_LINE.match(text)
    if said:
        text = text[said.end() :]
    delimiter = said[1] if said else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [name.strip() for name in next(reader, [])]
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError([Problem(f"{where}:{reader.line_num}", f"The table cannot be read: {error}.")]) from None
    records = [
        (f"{where}:row {number}", dict(zip(header, row, strict=False)))
        for number, (_, row) in enumerate(rows, start=1)
        if any(cell.strip() for cell in row)
    ]
    if not records:
        raise InputError([Problem(where, "The table has no rows below its header.")])
    return read_records(records, where, "column", notes)


def _delimiter(text: str) -> str:
    """The one under which the header names a text column; of several, or of none, the one with most columns."""

    def fit(delimiter: str) -> tuple[bool, int]:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        return bool(recognise(header).text), len(header)

    return max(_DELIMITERS, key=fit)
