"""Rows out of a CSV or TSV file, one at a time: whatever divides its columns, whatever it is encoded in."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from credlens.catalog.offer import SourceFile
from credlens.model.errors import InputError, Problem
from credlens.skills.decode_stream import MAX_LINE, Lines, TextStream

DELIMITERS = ",;\t|"
_LOOKED_AT = 60  # lines at the beginning, to find what divides the columns
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # what spreadsheets write in front
_CUT = "Export the table again; what stands before it is read."


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a cell for every column.

    Attributes:
        number: from 1, below the header.
        cells: by column, without the space around them.
    """

    where: str
    number: int
    cells: Mapping[str, str]


def header(file: SourceFile) -> tuple[str, ...]:
    """The names of the columns: those without a name are called "column 3", and the second of one name "name (2)".

    Raises:
        InputError: the file is no text, or empty.
    """
    with file.open() as stream:
        text = TextStream(stream, file.name)
        return _named(next(_csv(text), []))


def rows(file: SourceFile) -> Iterator[Row | Problem]:
    """The rows of a table; those that do not fit its columns are problems, empty ones are passed over.

    A row with too many cells is left out (a comma in a text that was not quoted has moved its cells), and so is one with too few: nobody
    can say which of them are missing.
    """
    try:
        with file.open() as stream:
            text = TextStream(stream, file.name)
            yield from _rows(text, file.name)
            for note in text.notes:
                said = note.removeprefix(f"{file.name}: ")
                yield Problem(
                    file.name, f"The file was {said}.", "Letters with accents may be wrong: save it as UTF-8."
                )
    except InputError as error:
        yield from error.problems


def sample(file: SourceFile, count: int = 200) -> tuple[Row, ...]:
    """The first rows that fit the columns."""
    return tuple(islice((r for r in rows(file) if isinstance(r, Row)), count))


def _rows(text: TextStream, name: str) -> Iterator[Row | Problem]:
    lines = Lines(_Skipped(text).lines)
    reader = csv.reader(lines, delimiter=delimiter(text.head))
    number = 0
    try:
        names = _named(next((row for row in reader if any(c.strip() for c in row)), []))
        for number, row in enumerate(reader, start=1):
            if not any(cell.strip() for cell in row):
                continue
            place = f"{name}: row {number}"
            cells = row[: len(names)] if not any(c.strip() for c in row[len(names) :]) else row
            if lines.ended:
                yield Problem(place, 'The file ends inside a cell: a " is opened in this row and never closed.', _CUT)
            elif len(cells) != len(names):
                told = f"The row has {len(row)} cells where the table has {len(names)} columns."
                what_to_do = (
                    "It is left out. Quote texts that hold the mark between columns."
                    if len(cells) > len(names)
                    else "It is left out."
                )
                yield Problem(place, told, what_to_do)
            else:
                yield Row(place, number, {n: c.strip() for n, c in zip(names, cells, strict=True)})
    except csv.Error as error:
        yield Problem(f"{name}: row {number + 1}", f"The table cannot be read from here on: {error}.", _CUT)


class _Skipped:
    """The lines below a ``sep=;`` line."""

    def __init__(self, text: TextStream) -> None:
        csv.field_size_limit(MAX_LINE)  # a description may be longer than the csv module's 128 KiB
        self.lines = text.lines()
        if _SEPARATOR_LINE.match(text.head):
            next(self.lines)


def _csv(text: TextStream) -> Iterator[list[str]]:
    for row in csv.reader(_Skipped(text).lines, delimiter=delimiter(text.head)):
        if any(c.strip() for c in row):
            yield row


def delimiter(head: str) -> str:
    """What divides the columns: what a ``sep=`` line says, else the mark under which most of the first rows have as many cells as the header."""
    said = _SEPARATOR_LINE.match(head)
    if said:
        return said[1]
    first = head.splitlines(keepends=True)
    lines = first[:_LOOKED_AT] if len(first) > _LOOKED_AT else first

    def fit(mark: str) -> tuple[float, int]:
        try:
            found = [row for row in csv.reader(lines, delimiter=mark) if any(c.strip() for c in row)]
        except csv.Error:
            return (0.0, 0)
        width = len(found[0]) if found else 0
        even = sum(len(row) == width for row in found) / len(found) if width > 1 else 0.0
        return (round(even, 1), width)

    return max(DELIMITERS, key=fit)


def _named(cells: list[str]) -> tuple[str, ...]:
    met: Counter[str] = Counter()
    out = []
    for number, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"column {number}"
        met[name] += 1
        out.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return tuple(out)
