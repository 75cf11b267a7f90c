"""The cells of a row by fields, and what is known of a column as a whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from credlens.catalog.values.reading import Reading
from credlens.catalog.values.tablefile import Row
from credlens.catalog.values.text import cut, line, plain

_MARK = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)(?:\s?(?:/|of|out of|von|de|sur)\s?(\d+)|\s?stars?)?\s*")
_SCALE = re.compile(r"(?:/|\bof|\bto|-|\bvon|\bbis|\bsobre|\bsur)\s?(5|10|20|100)(?!\d)|(%)")
_OF_TIME = ("hours", "weeks", "hours_per_week", "months", "duration")
_NAMED = 3  # rows that a note names


@dataclass
class Places:
    """Rows that have something in common: how many, and the numbers of the first."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        """One more row."""
        self.count += 1
        if self.count <= _NAMED:
            self.first.append(number)

    def __str__(self) -> str:
        """For instance "rows 3, 7, 9 and 1 more"."""
        more = f" and {self.count - len(self.first):,} more" if self.count > len(self.first) else ""
        return f"row{'s' * (self.count != 1)} {', '.join(map(str, self.first))}{more}"


@dataclass
class Columns:
    """Which column holds which field, and what is known of a column as a whole.

    Attributes:
        by_field: field -> its columns.
        best_rating: the best mark there is: 5, unless the column's name or most of its marks say 10 or 100.
        decimal_marks: by column, the mark that its numbers have before their decimals ("40,5"), where they agree.
        aside: values that nothing could be made of, with how many rows have them: (column, value, what it is not).
        zero, without_currency: rows whose price is a bare 0, and those that do not say in what, by column.
    """

    by_field: Mapping[str, tuple[str, ...]]
    best_rating: float = 5.0
    aside: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    zero: dict[str, Places] = field(default_factory=lambda: defaultdict(Places))
    without_currency: dict[str, Places] = field(default_factory=lambda: defaultdict(Places))
    decimal_marks: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, mapping: Mapping[str, str], sample: Sequence[Row]) -> Columns:
        """The columns of a mapping; the sample shows how far marks go, and how numbers are written."""
        by_field: dict[str, tuple[str, ...]] = {}
        for column, name in mapping.items():
            by_field[name] = (*by_field.get(name, ()), column)
        marks = {c: d for of in _OF_TIME for c in by_field.get(of, ()) if (d := _decimal_mark(_values(c, sample)))}
        best = next((_best_rating(c, _values(c, sample)) for c in by_field.get("rating", ())), 5.0)
        return cls(by_field, best, decimal_marks=marks)

    def name(self, of: str) -> str:
        """The first column of a field; empty when there is none."""
        return self.by_field.get(of, ("",))[0]


@dataclass(frozen=True)
class Record:
    """One row by fields."""

    row: Row
    columns: Columns
    r: Reading

    def cell(self, of: str) -> str:
        """A field's text on one line; empty when it is not there, or says nothing."""
        column = self.columns.name(of)
        return line(self.row.cells.get(column, "")) if column else ""

    def texts(self, of: str) -> Iterator[str]:
        """The texts of all columns of a field, lines kept."""
        for column in self.columns.by_field.get(of, ()):
            if text := plain(self.row.cells.get(column, "")):
                yield text

    def wrong(self, of: str, message: str) -> None:
        """Note a problem under the column's own name."""
        self.r.problem(cut(self.columns.name(of)), message)

    def leave(self, of: str, value: str, what: str) -> None:
        """Count a word that is none of the known ones: the same few stand in many rows."""
        self.columns.aside[self.columns.name(of), value[:60], what] += 1


def mark(said: str) -> tuple[float, float | None] | None:
    """(the number of a mark such as "4.7", "4,7 / 5" or "5 stars", the best one if it says so); None when it is no mark."""
    found = _MARK.fullmatch(said)
    return (number(found[1]), float(found[2]) if found[2] else None) if found else None


def number(said: str) -> float:
    """Of digits with a dot or a comma before the decimals."""
    return float(said.replace(",", "."))


def _values(column: str, sample: Sequence[Row]) -> list[str]:
    return [v for row in sample if (v := line(row.cells.get(column, "")))]


def _decimal_mark(values: Sequence[str]) -> str:
    """The mark before one or two decimals, or behind groups of three digits; empty when there is none, or both."""
    text = "\n".join(values)
    comma = re.search(r"(?<![\d.,])(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}(?![\d.,])", text)
    dot = re.search(r"(?<![\d.,])(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{1,2}(?![\d.,])", text)
    return "" if bool(comma) == bool(dot) else "," if comma else "."


def _best_rating(column: str, values: Sequence[str]) -> float:
    """One mark of 11 makes no scale of 100: it is a slip."""
    if named := _SCALE.search(column.casefold()):
        return float(named[1] or 100)
    marks = [m for v in values if (m := mark(v))]
    stated = Counter(best for _, best in marks if best)
    if stated and 2 * (most := stated.most_common(1)[0])[1] > len(marks):
        return most[0]
    return next(
        (best for best, above in ((100.0, 10), (10.0, 5)) if 2 * sum(m > above for m, _ in marks) > len(marks)), 5.0
    )
