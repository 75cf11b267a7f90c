"""What is left of a document when it has been opened: lines of text with what could be seen of their looks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 2
"""Of the shape and of what openers find; raised when either changes, so that documents kept by an older program are opened anew."""


@dataclass(frozen=True, slots=True)
class OpenedLine:
    """One line, item or paragraph.

    Attributes:
        text: its words; parts that stood far apart on one line are kept apart by ``" | "``.
        page: number of the page, from 1; 0 where the document has no fixed pages.
        size: of its letters, in points; 0 when not known.
        bold: whether all of it is bold.
        lead: whether it begins bold.
        listed: whether it was an item of a list.
        apart: whether there is more room above it than between the lines of a paragraph.
        level: of a heading, from 1, where the document says so; 0 else.
    """

    text: str
    page: int = 0
    size: float = 0.0
    bold: bool = False
    lead: bool = False
    listed: bool = False
    apart: bool = False
    level: int = 0

    def to_json(self) -> dict[str, Any]:
        """The line with what differs from the usual."""
        usual = OpenedLine("")
        names = ("page", "size", "bold", "lead", "listed", "apart", "level")
        return {"text": self.text, **{n: getattr(self, n) for n in names if getattr(self, n) != getattr(usual, n)}}


@dataclass(frozen=True, slots=True)
class Note:
    """Something that may have gone wrong in the opening.

    Attributes:
        message: what, in one sentence.
        what_to_do: the next step; empty when there is none.
    """

    message: str
    what_to_do: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's lines in reading order.

    Attributes:
        quality: share of the words that are believed to be read right and in order, 0 to 1.
    """

    lines: tuple[OpenedLine, ...]
    notes: tuple[Note, ...] = ()
    quality: float = 1.0

    def to_json(self) -> dict[str, Any]:
        """The shape that is kept with the document."""
        return {
            "version": VERSION,
            "quality": round(self.quality, 3),
            "notes": [{"message": n.message, "what_to_do": n.what_to_do} for n in self.notes],
            "lines": [line.to_json() for line in self.lines],
        }


def from_json(text: str) -> Opened:
    """An opened document out of the JSON that was kept.

    Raises:
        ValueError: it is of another version, or no such JSON (KeyError, TypeError).
    """
    record: Mapping[str, Any] = json.loads(text)
    if record["version"] != VERSION:
        raise ValueError("opened by another version")
    return Opened(
        tuple(OpenedLine(**line) for line in record["lines"]),
        tuple(Note(**note) for note in record["notes"]),
        float(record["quality"]),
    )


def is_current(text: str | None) -> bool:
    """Whether kept JSON can be used as it is."""
    try:
        return text is not None and bool(from_json(text))
    except (ValueError, KeyError, TypeError):
        return False
