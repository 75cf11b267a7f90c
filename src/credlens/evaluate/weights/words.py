"""An order of importance in words: "recognition > assessment_rigour = supervision"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import pairwise

from credlens.evaluate.criteria import CRITERIA
from credlens.model.errors import UserError

Places = tuple[tuple[str, ...], ...]


def criterion(word: str, known: Sequence[str] | None = None) -> str:
    """The criterion that a word names: as written, in any case, with spaces or hyphens for underscores.

    Args:
        word: what the person wrote.
        known: what may be named; every criterion when None.

    Raises:
        UserError: there is none; the nearest name is proposed.
    """
    names = CRITERIA.names() if known is None else tuple(known)
    name = re.sub(r"[\s-]+", "_", word.strip().lower())
    if name in names:
        return name
    near = get_close_matches(name, names, n=1)
    raise UserError(
        f"There is no criterion called {word.strip()!r}{' here' if name in CRITERIA.names() else ''}.",
        where=f"weights: {word.strip()}",
        what_to_do=f"Did you mean {near[0]}?" if near else f"Use one of: {', '.join(names)}.",
    )


def places(words: str, known: Sequence[str] | None = None, least: int = 2) -> Places:
    """Criteria by place, the most important first; those in one place matter equally.

    Args:
        words: criteria joined by ``>`` (matters more than) and ``=`` (as much as).
        known: what may be named; every criterion when None.
        least: how many must be named.

    Raises:
        UserError: a name is missing, unknown or there twice, or too few are named.
    """
    if "<" in words:
        raise UserError("An order is written from the most important down.", what_to_do="Turn it round and use >.")
    found = tuple(tuple(_name(part, words, known) for part in place.split("=")) for place in words.split(">"))
    named = [name for place in found for name in place]
    if len(named) < least:
        raise UserError(
            f"{words.strip()!r} says nothing of a second criterion.",
            what_to_do="Write it like recognition > durability.",
        )
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice:
        raise UserError(f"{twice} is there twice in {words.strip()!r}.", what_to_do="Keep one of them.")
    return found


def pairs(found: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """(more important, less important) of places: each with the next one is enough, the rest follows."""
    return tuple((more[0], less[0]) for more, less in pairwise(found))


def ties(found: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Criteria that share a place."""
    return tuple(tuple(place) for place in found if len(place) > 1)


def _name(part: str, words: str, known: Sequence[str] | None) -> str:
    if not part.strip():
        raise UserError(
            f"A criterion is missing in {words.strip()!r}.", what_to_do="Write one on both sides of > and =."
        )
    return criterion(part, known)
