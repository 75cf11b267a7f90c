"""Tables of a release: columns found by name in any order, text that must be UTF-8, and every row with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from credlens.model.errors import InputError, Problem
from credlens.skills.decode import binary_kind

AGAIN = "Download and unpack the release again, and do not save its files in another program."
PREAMBLE = 40  # lines of words that a crosswalk may carry above its header, at most
_SOME = 10  # rows from which on "most of them" says something
_DIGITS = 15  # of a whole number; no release counts further
_LONGEST_CELL = (
    2**31 - 1
)  # a description may be longer than the csv module's 128 KiB; this is the most every platform takes


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: its path inside the release with ``/`` between folders, and its bytes, unpacked."""

    name: str
    data: bytes

    @property
    def base(self) -> str:
        """The name without folders."""
        return self.name.rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Release:
    """The files of a release.

    Attributes:
        name: what to call it in messages.
        labels: names of the file, archive and folders it lay in, the nearest first: the version is often said only there.
        others: names of files that are there and were not opened.
    """

    name: str
    labels: tuple[str, ...]
    files: tuple[File, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shape:
    """How the cells of a file are told apart.

    Attributes:
        delimiters: what may stand between columns; the one that fits the header is used.
        quoted: whether quotation marks hold a cell together (in O*NET's files they are part of the text).
        preamble: whether lines of words may stand above the header.
    """

    delimiters: str = ",;\t"
    quoted: bool = True
    preamble: bool = False


CSV = Shape()
TAB = Shape("\t", quoted=False)


class Table:
    """One delimited text file.

    Args:
        file: name and bytes.
        needed: columns without which the file cannot be understood.
        shape: how its cells are told apart.
        likely: more columns by which the header is known.

    Raises:
        InputError: not UTF-8, not a text table, or a needed column is missing.
    """

    def __init__(self, file: File, needed: Sequence[str], shape: Shape = CSV, likely: Sequence[str] = ()) -> None:
        self.name = file.base
        self._data = file.data
        self._quoted = shape.quoted
        kind = binary_kind(file.data)
        if kind:
            raise InputError([Problem(self.name, f"This is {kind}, not a text table.", AGAIN)])
        if not file.data.strip(b"\xef\xbb\xbf \t\r\n"):
            raise InputError([Problem(self.name, "The file is empty.", AGAIN)])
        self._delimiter, self._above, names = self._header({_fold(n) for n in (*needed, *likely)}, shape)
        self._width = len(names)
        self._columns = {name: place for place, name in reversed(list(enumerate(map(_fold, names))))}
        missing = [n for n in needed if not self.has(n)]
        if missing:
            raise InputError([_missing(self.name, missing, names)])
        self._least = max((self._columns[_fold(n)] for n in needed), default=0)

    def has(self, column: str) -> bool:
        """Whether there is such a column."""
        return _fold(column) in self._columns

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns in lower case, in the order of the file."""
        return tuple(self._columns)[::-1]

    def where(self, line: int) -> str:
        """A place in the file, for messages."""
        return f"{self.name}:{line}"

    def rows(self, problems: list[Problem], *columns: str) -> Iterator[tuple[int, list[str]]]:
        """Every row as (line it begins on, cells of these columns); a column or cell that is not there is empty.

        Rows that cannot be read are put into ``problems``; the caller puts those there that it cannot use, under :meth:`where`.

        Raises:
            InputError: not UTF-8, or the file is cut short, or most of its rows are unusable: then its columns hold something else.
        """
        places = [self._columns.get(_fold(c), -1) for c in columns]
        line, count, before = 0, 0, len(problems)
        for line, row in self._raw(self._delimiter, self._above, problems):
            count += 1
            # ESCO leaves out empty cells at the end of a row, so a short row is whole as long as it holds what is needed.
            if len(row) == self._width or (len(row) > self._least and not any(row[self._width :])):
                end = len(row)
                yield line, [row[p].strip() if 0 <= p < end else "" for p in places]
            elif any(row):
                message = f"The row has {len(row)} cells instead of {self._width}."
                problems.append(Problem(self.where(line), message, "Mend the row there."))
        if problems and problems[-1].where == self.where(line) and not self._data.endswith(b"\n"):
            raise InputError(
                [Problem(self.where(line), "The file ends in the middle of a row: it is cut short.", AGAIN)]
            )
        wrong = problems[before:]
        if len(wrong) == count > 1 or 2 * len(wrong) > count >= _SOME:
            message = f"{len(wrong)} of {count} rows of {self.name} cannot be used, the first since: {wrong[0].message}"
            raise InputError(wrong, message)

    def _raw(self, delimiter: str, above: int, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(_LONGEST_CELL)
        stream = io.TextIOWrapper(io.BytesIO(self._data), encoding="utf-8-sig", newline="")
        if self._quoted:
            reader = csv.reader(stream, delimiter=delimiter, strict=True)
        else:
            reader = csv.reader(stream, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        record = 0
        while True:
            line = reader.line_num + 1
            try:
                row = next(reader, None)
            except UnicodeDecodeError:
                raise InputError([_not_utf8(self.name, self._data)]) from None
            except csv.Error as error:
                if "unexpected end" in str(error):
                    message = "The file ends inside a quoted cell: it is cut short."
                    raise InputError([Problem(self.where(line), message, AGAIN)]) from None
                problems.append(Problem(self.where(line), f"The row cannot be read: {error}.", "Mend the row there."))
                continue
            if row is None:
                return
            record += 1
            if record > above:
                yield line, row

    def _header(self, wanted: set[str], shape: Shape) -> tuple[str, int, list[str]]:
        """The delimiter, the number of records up to and with the header, and the names in it, as they fit best."""
        best: tuple[int, str, int, list[str]] = (-1, shape.delimiters[0], 0, [])
        for delimiter in shape.delimiters:
            for record, (_, row) in enumerate(self._raw(delimiter, 0, []), start=1):
                found = len(wanted & set(map(_fold, row)))
                if found > best[0]:
                    best = (found, delimiter, record, row)
                if record >= (PREAMBLE if shape.preamble else 1):
                    break
        return best[1:]


def cells(text: str, separator: str) -> tuple[str, ...]:
    """The parts of a cell that lists several values, each once, in order; empty parts are left out."""
    return tuple(dict.fromkeys(filter(None, (" ".join(part.split()) for part in text.split(separator)))))


def decimal(text: str) -> float | None:
    """A decimal number; None for what is not stated or not finite."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None


def whole(text: str) -> int | None:
    """A whole number; None for what is not stated."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


def pick(files: Sequence[File], fits: Callable[[str], bool], what: str) -> File | None:
    """The one file whose name without folders fits; None when there is none.

    Raises:
        InputError: several fit.
    """
    found = [f for f in files if fits(f.base)]
    if len(found) > 1:
        message = f"Several files hold {what}: {', '.join(f.name for f in found)}."
        raise InputError([Problem(found[1].name, message, "Keep the one that is meant, and import again.")])
    return found[0] if found else None


def _fold(name: str) -> str:
    return " ".join(name.strip().strip("\ufeff").casefold().split())


def _missing(file: str, missing: Sequence[str], names: Sequence[str]) -> Problem:
    named = ", ".join(map(repr, missing))
    message = f"The column {named} is missing." if len(missing) == 1 else f"The columns {named} are missing."
    there = ", ".join(n.strip() for n in names if n.strip())[:300]
    return Problem(file, f"{message} There is: {there}.", AGAIN)


def _not_utf8(name: str, data: bytes) -> Problem:
    start = 0
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    line = data.count(b"\n", 0, start) + 1
    return Problem(f"{name}:{line}", f"This is not UTF-8 text (byte 0x{data[start]:02x}).", AGAIN)
