"""Proper names in a text, many at once: whole words, the longest first.

Abbreviations are looked for in their own case and other names in any, so that "CAP" is not found in every "capable". Dashes, slashes and
marks such as ``®`` count as the space they may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from credlens.skills.text import lower

T = TypeVar("T")

_SPACES = "-/\\_\n\t\r\u2010\u2011\u2012\u2013\u2014\u2015\u2212\xa0\u2009\u202f\u200b"
_DASH = re.compile(r" [-\u2013\u2014] ")
_RUN = re.compile(r" {2,}")


class Found(NamedTuple, Generic[T]):
    """One place: what is named, and where."""

    what: T
    start: int
    end: int


class NameIndex(Generic[T]):
    """Finds names.

    Args:
        entries: (what, name, whether its case matters); of two that read alike the first counts.
    """

    def __init__(self, entries: Iterable[tuple[T, str, bool]]) -> None:
        cased: dict[str, T] = {}
        other: dict[str, T] = {}
        for what, name, exact in entries:
            # "Architect - Associate" has three characters between its words, "Architect-Associate" one.
            for gap in dict.fromkeys(_DASH.sub(space, name) for space in ("   ", " ")):
                words = _spaced(gap if exact else lower(gap)).strip()
                (cased if exact else other).setdefault(words if "   " in words else _RUN.sub(" ", words), what)
        self._cased = tuple(cased.values())
        self._other = tuple(other.values())
        self._cased_automaton = AhoCorasick(list(cased))
        self._other_automaton = AhoCorasick(list(other))

    def __len__(self) -> int:
        return len(self._cased) + len(self._other)

    def find(self, text: str, lowered: str | None = None) -> list[Found[T]]:
        """All places, left to right, not overlapping; of several that begin together the longest.

        Args:
            text: any text.
            lowered: the same in lower case, each character in its place, when the caller has it.
        """
        found = [
            *_whole(_spaced(text), self._cased_automaton, self._cased, plural=True),
            *_whole(_spaced(lowered or lower(text)), self._other_automaton, self._other, plural=False),
        ]
        free = 0
        kept = []
        for place in sorted(found, key=_by_place):
            if place.start >= free:
                kept.append(place)
                free = place.end
        return kept


def _spaced(text: str) -> str:
    # One quick search for each of a few characters: faster than a table for every character of a long text.
    for char in _SPACES:
        if char in text:
            text = text.replace(char, " ")
    return text.replace("\u2019", "'") if "\u2019" in text else text


def _by_place(found: Found[T]) -> tuple[int, int]:
    return found.start, -found.end


def _whole(text: str, automaton: AhoCorasick, names: Sequence[T], *, plural: bool) -> Iterator[Found[T]]:
    for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if start and (text[start - 1].isalnum() or text[start - 1] in "@."):
            continue
        after = text[end : end + 1]
        if after.isalnum():
            # "PMPs" are people with a PMP; no other letter may follow.
            if not (plural and after == "s" and not text[end + 1 : end + 2].isalnum()):
                continue
        elif after in {"+", "#"} and not text[end + 1 : end + 2].isalnum():
            continue  # "Security+" is another name than "Security"
        elif after in {"@", "'"} and text[end + 1 : end + 2].isalnum() and text[end + 1 : end + 2] != "s":
            continue
        yield Found(names[number], start, end)
