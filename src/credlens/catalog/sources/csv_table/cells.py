"""The cells of a row by fields, and what is known of a column as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from credlens.catalog.values.reading import Reading
from credlens.catalog.values.tablefile import Row
from credlens.catalog.values.text import line, plain


@dataclass
class Columns:
    """Which column holds which field, and what is known of a column as a whole.

    Attributes:
        by_field: field -> its columns.
        best_rating: the best mark there is, out of the marks seen.
        aside: values that nothing could be made of, with how many rows have them: (column, value, what it is not).
        zero: rows whose price is a bare 0, by column.
    """

    by_field: Mapping[str, tuple[str, ...]]
    best_rating: float = 5.0
    aside: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    zero: Counter[str] = field(default_factory=Counter)
    without_currency: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, mapping: Mapping[str, str], sample: Sequence[Row]) -> Columns:
        """The columns of a mapping; the sample shows whether marks go to 5, 10 or 100."""
        by_field: dict[str, tuple[str, ...]] = {}
        for column, name in mapping.items():
            by_field[name] = (*by_field.get(name, ()), column)
        marks = [
            m for row in sample for c in by_field.get("rating", ()) if (m := mark(row.cells.get(c, ""))) is not None
        ]
        best = next((b for b in (5.0, 10.0) if max(marks, default=0.0) <= b), 100.0)
        return cls(by_field, best)

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
        self.r.problem(self.columns.name(of), message)

    def leave(self, of: str, value: str, what: str) -> None:
        """Count a word that is none of the known ones: the same few stand in many rows."""
        self.columns.aside[self.columns.name(of), value[:60], what] += 1


def mark(said: str) -> float | None:
    """The number of a mark such as "4.7", "4,7 / 5" or "5 stars"; None when it is none."""
    found = re.match(r"\s*(\d{1,3}(?:[.,]\d+)?)(?:\s?(?:/|of|out of)\s?\d+|\s?stars?)?\s*$", said)
    return float(found[1].replace(",", ".")) if found else None
