"""What a brief is made of: sections of named rows, each row one or more values with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from credlens.present import words
from credlens.present.notes import Value


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is known, or not known."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page.

    Attributes:
        note: a sentence before the rows; may be empty.
    """

    id: str
    title: str
    rows: tuple[Row, ...]
    note: str = ""


def row(name: str, *values: Value) -> Row:
    """A row of these values."""
    return Row(name, values)


def missing(why: str) -> Value:
    """What is not known, and why."""
    return Value(f"unknown: {why}", unknown=True)


def gathered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows with all that are unknown for the same reason in one, so that what is known is not lost among them."""
    every = list(rows)
    reasons: dict[str, list[Row]] = {}
    for each in every:
        if _bare(each.values):
            reasons.setdefault(each.values[0].text, []).append(each)
    several = {text: found for text, found in reasons.items() if len(found) > 1}
    kept = [r for r in every if not (_bare(r.values) and r.values[0].text in several)]
    return (*kept, *(_together(text, found) for text, found in several.items()))


def _bare(values: Sequence[Value]) -> bool:
    """Whether there is nothing but the word that it is unknown."""
    return len(values) == 1 and values[0].unknown and not values[0].refs and not values[0].hint


def _together(text: str, rows: Sequence[Row]) -> Row:
    names = words.listing([_lower(r.name) for r in rows])
    why = text.removeprefix("unknown: ").replace("looked it up", "looked them up")
    return Row("Not known", (Value(f"{names} ({why})", unknown=True),))


def _lower(name: str) -> str:
    """A name in the middle of a sentence; "EQF level" stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
