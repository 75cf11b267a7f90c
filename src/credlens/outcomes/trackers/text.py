"""The rows of a table in a file: encodings, delimiters and limits."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from credlens.model.errors import InputError, Problem

MAX_BYTES = 32 * 1024 * 1024  # judgement: a hundred thousand applications with their notes
MAX_ROWS = 100_000  # judgement: more than anybody sends
MAX_LINE = 1024 * 1024  # characters of a line; judgement: a job description in a cell is a hundredth of that
MAX_COLUMNS = 500  # judgement: the widest tracker read about has 22

_DELIMITERS = ",;\t"
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # what spreadsheets write in front
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SPLIT = "Split the table into smaller files, and take each in."


@dataclass(frozen=True, slots=True)
class Row:
    """Cells with the line that they begin in, counted from 1."""

    line: int
    cells: tuple[str, ...]


def read_rows(stream: BinaryIO, where: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a table, the header first, without empty ones; and what could not be read.

    Raises:
        InputError: it is larger than :data:`MAX_BYTES`, is no text, or has no row.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError([Problem(where, f"The table is larger than {MAX_BYTES // 2**20} MiB.", _SPLIT)])
    text, problems = _decoded(data, where)
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    rows = list(_rows(text[said.end() :] if said else text, delimiter, where, 2 if said else 1, problems))
    if not rows:
        advice = "Export the table again as CSV."
        raise InputError([*problems, Problem(where, "The table has no rows.", advice)])
    return rows, problems


def _decoded(data: bytes, where: str) -> tuple[str, list[Problem]]:
    """The text: UTF-8, UTF-16, or else Windows-1252, as old spreadsheets write it."""
    problems: list[Problem] = []
    for bom, name in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(name, "replace")
            break
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if "\x00" in text[:4096]:
        advice = "Export it as CSV; a file of a spreadsheet program itself cannot be read."
        raise InputError([Problem(where, "This is no text.", advice)])
    if "\ufffd" in text:
        advice = "Export the table again as UTF-8 if names look wrong."
        problems.append(Problem(where, "Some characters cannot be read.", advice))
    return text, problems


def _delimiter(text: str) -> str:
    """The one that the first line has most of outside quotes; a comma when it has none."""
    line = next((line for line in io.StringIO(text[:MAX_LINE]) if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", line)
    return max(_DELIMITERS, key=bare.count)


class _Lines:
    """The lines; in place of one that is too long an empty one, so that the count stays right.

    Attributes:
        ended: whether all were handed out and another one was asked for.
    """

    def __init__(self, text: str, where: str, first: int, problems: list[Problem]) -> None:
        self._lines = enumerate(io.StringIO(text, newline=""), start=first)
        self._where = where
        self._problems = problems
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        number, line = next(self._lines, (0, ""))
        if not number:
            self.ended = True
            raise StopIteration
        if len(line) <= MAX_LINE:
            return line
        message = f"The line has more than {MAX_LINE:,} characters and is passed over."
        advice = "Look whether a quote is missing there."
        self._problems.append(Problem(f"{self._where}:{number}", message, advice))
        return "\n"


def _rows(text: str, delimiter: str, where: str, first: int, problems: list[Problem]) -> Iterator[Row]:
    # The limit belongs to the whole process, so it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    lines = _Lines(text, where, first, problems)
    reader = csv.reader(lines, delimiter=delimiter)
    count = 0
    while True:
        line = first + reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            advice = "Look for a quote that is opened and not closed; what stands before it is read."
            problems.append(Problem(f"{where}:{line}", f"The table cannot be read from here on: {error}.", advice))
            return
        if cells is None:
            return
        if lines.ended:
            message = 'The file ends inside a cell: a " is opened in this row and never closed, so nothing from here on is read.'
            problems.append(Problem(f"{where}:{line}", message, "Close the quote there, or export the table again."))
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > MAX_COLUMNS:
            advice = "Look whether a quote is missing there."
            problems.append(Problem(f"{where}:{line}", f"The row has more than {MAX_COLUMNS} cells.", advice))
            continue
        if count > MAX_ROWS:
            message = f"The table has more than {MAX_ROWS:,} rows; those from here on are not read."
            problems.append(Problem(f"{where}:{line}", message, _SPLIT))
            return
        count += 1
        yield Row(line, tuple(cells))
