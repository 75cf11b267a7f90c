"""Lists in one cell of a table: skills above all."""

from __future__ import annotations

import json
import re

from credlens.catalog.values.text import line, plain

# Names of skills and subjects with a comma in them, as published lists have them; whole wherever they stand.
_WHOLE = (
    "Extract, Transform, Load", "Extract, Transform, and Load", "Science, Technology, Engineering, and Mathematics", "Diversity, Equity, and Inclusion",
    "Diversity, Equity & Inclusion", "Strengths, Weaknesses, Opportunities, and Threats", "Confidentiality, Integrity, and Availability",
    "Environmental, Social, and Governance", "Environmental, Social, and Corporate Governance", "Plan, Do, Check, Act", "Reading, Writing, and Arithmetic",
    "Create, Read, Update, Delete", "Create, Read, Update, and Delete",
)  # fmt: skip
_WHOLE_PATTERN = re.compile("|".join(re.escape(name) for name in sorted(_WHOLE, key=len, reverse=True)), re.IGNORECASE)
_HELD = "\ue000"  # a private character in the place of a comma that belongs to a name
_BRACKETS = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_REVIEWS = re.compile(r"\(?[\d.,]+\s?k? (?:reviews?|ratings?)\)?", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u00b7\u25aa]|\d{1,2}[.)])\s+")


def listed(cell: object) -> tuple[str, ...]:
    """The entries of a list in a cell, each once, in order.

    A list that a program wrote ("['a', 'b']") is taken apart as such. Else the strongest mark divides: line ends, bars, semicolons, and only
    without those commas: those outside brackets, and not inside a name that is known to have one ("Extract, Transform, Load").
    """
    text = plain(cell)
    entries = _written_by_a_program(text)
    if entries is None:
        entries = _divided(text)
    named = (line(_BULLET.sub("", entry)).strip(" ,;|") for entry in entries)
    out: dict[str, str] = {}
    for name in named:
        if name:
            out.setdefault(name.casefold(), name)
    return tuple(out.values())


def is_moved(cell: str) -> bool:
    """Whether a cell that should list skills holds the next cells' content: a number of reviews, or level, type and duration with dots between."""
    return _REVIEWS.fullmatch(cell.strip()) is not None or " \u00b7 " in cell


def _written_by_a_program(text: str) -> list[str] | None:
    if not (text.startswith("[") and text.endswith("]")):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return [single or double for single, double in _QUOTED.findall(text)] or None
    return [str(v) for v in found if isinstance(v, str | int | float)]


def _divided(text: str) -> list[str]:
    for mark in ("\n", "|", ";"):
        if mark in text:
            return text.split(mark)
    held = _WHOLE_PATTERN.sub(lambda m: m[0].replace(",", _HELD), text)
    held = _BRACKETS.sub(lambda m: m[0].replace(",", _HELD), held)
    return [part.replace(_HELD, ",") for part in held.split(",")]
