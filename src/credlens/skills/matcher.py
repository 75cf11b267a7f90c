"""Many phrases in one pass over a text: whole words, the longest first, with offsets in the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from credlens.model.skill import Alias
from credlens.skills.text import Folded, comparable, fold, keep_case

# A single letter is a name only when it stands alone: not in "R&D", "C-level", "A/R", "R.N.", "R/3"; but in "R-based" and "C/C++".
_LONE_BEFORE = re.compile(r"(?:\w\s?&\s?|\w[-\u2010-\u2015]|\b\w/|\w\.|\w['\u2019])$")
_LONE_AFTER = re.compile(r"\s?&\s?\w\b|[-\u2010-\u2015](?!based|programming|language|like|shiny)\w|/\w\b(?!\+)|\.\w")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where an entry is named.

    Attributes:
        key: the entry.
        start, end: half-open span in code points of the text given.
        alias: the way of writing that matched.
    """

    key: str
    start: int
    end: int
    alias: Alias


@dataclass(frozen=True, slots=True)
class _Pattern:
    key: str | None  # None: a phrase that only keeps others from matching inside it
    alias: Alias
    exact: str | None  # how it must look with its case kept


class PhraseIndex:
    """Finds the aliases of many entries in a text.

    Two aliases that read alike after folding belong to the entry that came first.

    Args:
        entries: (key, aliases) pairs.
        blockers: phrases that are not reported and keep shorter ones inside them from matching ("go to market" keeps "Go").
    """

    def __init__(self, entries: Iterable[tuple[str, Sequence[Alias]]], blockers: Iterable[str] = ()) -> None:
        table: dict[str, list[_Pattern]] = {}
        for key, aliases in entries:
            for alias in aliases:
                exact = keep_case(alias.text) if alias.exact else None
                table.setdefault(comparable(alias.text), []).append(_Pattern(key, alias, exact))
        for phrase in blockers:
            table.setdefault(comparable(phrase), []).append(_Pattern(None, Alias(phrase), None))
        table.pop("", None)
        self._patterns = tuple(tuple(found) for found in table.values())
        self._automaton = AhoCorasick(list(table), matchkind=MatchKind.Standard)

    def __len__(self) -> int:
        return len(self._patterns)

    def find(self, text: str, folded: Folded | None = None) -> tuple[Hit, ...]:
        """All places, left to right, not overlapping; of several that begin together the longest.

        Args:
            text: any text.
            folded: ``fold(text)``, when the caller has it already.
        """
        folded = folded or fold(text)
        hits: list[Hit] = []
        free = 0
        for start, end, pattern in sorted(self._candidates(text, folded), key=lambda c: (c[0], -c[1])):
            if start >= free:
                free = end
                if pattern.key is not None:
                    hits.append(Hit(pattern.key, start, end, pattern.alias))
        return tuple(hits)

    def _candidates(self, text: str, folded: Folded) -> Iterator[tuple[int, int, _Pattern]]:
        # Overlapping matches are asked for: a longest match that is no whole word must not hide a shorter one that is.
        for number, start, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if not _whole_word(folded.text, start, end):
                continue
            first, last = folded.span(start, end)
            if not _stands_alone(text, first, last):
                continue
            for pattern in self._patterns[number]:
                if pattern.exact is None or pattern.exact == keep_case(text[first:last]):
                    yield first, last, pattern
                    break


def _whole_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or before == "@" or after == "@":
        return False
    last = text[end - 1]
    if not last.isalnum():
        return after != last  # "C+" is not in "C++"; "C++11" does name C++
    # "Security+", "C++" and "C#" are names of their own; "Python+SQL" is two names.
    lone_plus = after == "+" and not text[end + 1 : end + 2].isalnum()
    return not (after.isalnum() or after == "#" or lone_plus)


def _stands_alone(text: str, start: int, end: int) -> bool:
    if end - start == 1:
        return not (_LONE_BEFORE.search(text[max(0, start - 4) : start]) or _LONE_AFTER.match(text, end))
    # "node.js" does not name JS; "skills.Python" is a forgotten space, told by the capital.
    glued_before = text[start - 1 : start] == "." and text[max(0, start - 2) : start - 1].isalnum()
    if glued_before and not text[start].isupper():
        return False
    following = text[end + 1 : end + 2]
    return not (text[end : end + 1] == "." and following.isalnum() and not following.isupper())
