"""Many names in one pass over a text: whole words, the longest first, with offsets in the text as given.

A name is found in either spelling, and with its words apart by spaces, hyphens or slashes, over a line's end too, but never over
punctuation, a blank line, or into the next listed item. How freely its words may be inflected is the caller's choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count, repeat
from typing import NamedTuple

from credlens.model.skill import Alias
from credlens.skills.forms import Slot, agrees, stem
from credlens.skills.words import Words, fold

Slots = Callable[[str, Alias, Sequence[str]], tuple[Slot, ...]]
"""(key, alias, its folded words) -> how freely each word may be written."""

# A single letter is a name only when it stands alone: not in "R&D", "C-level", "A/R", "R.N.", "R/3"; but in "R-based" and "C/C++".
_LONE_BEFORE = re.compile(r"(?:\w\s?&\s?|\w[-\u2010-\u2015]|\b\w/|\w\.|\w['\u2019])$")
_LONE_AFTER = re.compile(
    r"\s?&\s?\w\b|[-\u2010-\u2015](?!based|programming|language|like|shiny)\w|/\w\b(?!\+)|\.\w|['\u2019]\w"
)
_ARTICLES = frozenset(map(stem, ("a", "an", "the")))  # "manage a budget" names "manage budgets"
_MOST_STEMS = 200_000  # words of texts whose stem is remembered
_ALIASES = 1 << 40  # the rank of a label is the place of its entry; that of another alias lies behind all of those


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where an entry is named.

    Attributes:
        key: the entry.
        start, end: half-open span in code points of the text given.
        alias: the way of writing that matched.
        probability: how surely the entry is meant there.
    """

    key: str
    start: int
    end: int
    alias: Alias
    probability: float = 1.0


class Name:
    """One way of writing an entry.

    Attributes:
        words: its folded words.
        rank: of several that fit a place, the lowest counts: labels before other aliases, both in the order of the entries.
    """

    __slots__ = ("_hard", "_make", "_slots", "alias", "key", "rank", "words")

    def __init__(self, key: str, alias: Alias, rank: int, slots: Slots | None) -> None:
        self.key, self.alias, self.rank = key, alias, rank
        self._hard: tuple[bool, ...] = ()  # which gaps between its words hold punctuation; empty when none does
        if alias.text.isascii() and alias.text.replace(" ", "").isalpha():
            self.words = tuple(alias.text.lower().split())
        else:
            folded = fold(alias.text)
            self.words = tuple(folded.words)
            hard = tuple(not folded.joined(k) for k in range(len(folded) - 1))
            self._hard = hard if any(hard) else ()
        self._make = None if alias.exact else slots
        self._slots: tuple[Slot, ...] | None = (
            None  # made when a text first comes near: most of 100,000 names are never met
        )

    @property
    def is_label(self) -> bool:
        """Whether it is its entry's first name."""
        return self.rank < _ALIASES

    def slots(self) -> tuple[Slot, ...]:
        """How freely each of its words may be written; empty when only their spelling may differ."""
        if self._slots is None:
            self._slots = self._make(self.key, self.alias, self.words) if self._make else ()
        return self._slots

    def stands(self, words: Words, first: int, second: int, last: int) -> bool:
        """Whether these words of a text are the name; between the first and the second one an article may stand."""
        written = words.words
        if first == last:
            word = written[first]
            if word != self.words[0] and not agrees(
                self.slots()[0] if self.slots() else Slot.SPELLING, word, self.words[0]
            ):
                return False
            return len(word) > 1 or _stands_alone(words, first)
        here = (written[first], *written[second : last + 1])
        if here != self.words:
            slots: Iterable[Slot] = self.slots() or repeat(Slot.SPELLING)
            if second == last > first + 1:
                slots = (
                    Slot.NUMBER if s is Slot.PLURAL else s for s in slots
                )  # "manage a budget" for "manage budgets"
            if not all(map(agrees, slots, here, self.words)):
                return False
        if self._hard:
            return second == first + 1 and all(
                hard or words.joined(k) for k, hard in zip(range(first, last), self._hard, strict=True)
            )
        return words.joined(first) and (last == first + 1 or all(map(words.joined, range(first + 1, last))))

    def in_case(self, words: Words, first: int, last: int) -> bool:
        """Whether it stands there in its own case."""
        if words.text[words.start(first) : words.end(last)] == self.alias.text:
            return True
        own = fold(self.alias.text)
        here = [words.text[words.start(k) : words.end(k)] for k in range(first, last + 1)]
        return here == [own.text[own.start(k) : own.end(k)] for k in range(len(own))]


class Match(NamedTuple):
    """A place whose words are those of names.

    Attributes:
        first, last: places of its first and its last word among the words of the text.
        names: those that stand there, the best first.
    """

    first: int
    last: int
    names: list[Name]


class _Longer:
    """Names of two words and more that share the stems of the first two, by the stems of the others."""

    __slots__ = ("by_rest", "lengths")

    def __init__(self) -> None:
        self.by_rest: dict[tuple[str, ...], list[Name]] = {}
        self.lengths: tuple[int, ...] = ()


_BEHIND = _Longer()  # an article stands there: the second word is the one behind it
_NONE: dict[str, _Longer] = {}


class _Stems(dict[str, str]):
    """A word as it stands in a text -> its stem. Forgets when it has seen too many words."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        found = self[word] = stem(word)
        return found


class PhraseIndex:
    """Finds the names of many entries in a text.

    Names that read alike belong to the entry that has them as its label (the first of its aliases), else to the one that came first.

    Args:
        entries: (key, aliases) pairs.
        slots: how freely each word of a name may be written; in either spelling only, when None.
    """

    def __init__(self, entries: Iterable[tuple[str, Sequence[Alias]]], slots: Slots | None = None) -> None:
        self._stems = _Stems()
        self._alone: dict[str, list[Name]] = {}
        self._several: dict[str, dict[str, _Longer]] = {}
        self._size = 0
        for order, (key, aliases) in enumerate(entries):
            for place, alias in enumerate(aliases):
                self._add(Name(key, alias, order + _ALIASES * (place > 0), slots))
        self._settle()

    def __len__(self) -> int:
        """How many names differ by more than their form."""
        return self._size

    def find(self, text: str, words: Words | None = None) -> tuple[Hit, ...]:
        """All places, left to right, not overlapping; of several that begin together the longest.

        Args:
            text: any text.
            words: ``fold(text)``, when the caller has it already.
        """
        words = words or fold(text)
        hits = []
        for match in self.matches(words):
            name = match.names[0]
            hits.append(Hit(name.key, words.start(match.first), words.end(match.last), name.alias))
        return tuple(hits)

    def matches(self, words: Words, *, cased: bool = True) -> list[Match]:
        """As :meth:`find`, as places among the words.

        Args:
            words: the text's words.
            cased: whether names that are exact in case have to stand in exactly that case.
        """
        found: list[Match] = []
        stems = list(map(self._stems.__getitem__, words.words))
        stems += ("", "")
        # Built-in functions go over all words; a few places in ten words are left to look at.
        several = list(map(dict.get, map(self._several.get, stems, repeat(_NONE)), stems[1:]))
        alone = list(map(self._alone.get, stems))
        free = 0
        for place in sorted({*compress(count(), several), *compress(count(), alone)}):
            if place < free:
                continue
            match = None
            longer, second = several[place], place + 1
            if longer is _BEHIND:
                longer, second = self._several[stems[place]].get(stems[place + 2]), place + 2
            if longer is not None:
                match = _longest(words, stems, longer, place, second, cased)
            if match is None and (names := alone[place]) is not None:
                match = _match(words, names, place, place, place, cased)
            if match is not None:
                free = match.last + 1
                found.append(match)
        return found

    def _add(self, name: Name) -> None:
        if not name.words:
            return
        stems = [self._stems[w] for w in name.words]
        if len(stems) == 1:
            self._alone.setdefault(stems[0], []).append(name)
            return
        followers = self._several.get(stems[0])
        if followers is None:
            followers = self._several[stems[0]] = dict.fromkeys(_ARTICLES, _BEHIND)
        longer = followers.get(stems[1])
        if longer is None or longer is _BEHIND:
            longer = followers[stems[1]] = _Longer()
        longer.by_rest.setdefault(tuple(stems[2:]), []).append(name)

    def _settle(self) -> None:
        """All names are there: put them in order."""
        for names in self._alone.values():
            names.sort(key=_rank)
        self._size = len(self._alone)
        for followers in self._several.values():
            for longer in followers.values():
                if longer is _BEHIND:
                    continue
                longer.lengths = tuple(sorted({len(rest) for rest in longer.by_rest}, reverse=True))
                self._size += len(longer.by_rest)
                for names in longer.by_rest.values():
                    if len(names) > 1:
                        names.sort(key=_rank)


def _longest(words: Words, stems: list[str], longer: _Longer, first: int, second: int, cased: bool) -> Match | None:
    for length in longer.lengths:
        # Near the end of the text this holds the empty stems behind it, which no name has.
        names = longer.by_rest.get(tuple(stems[second + 1 : second + 1 + length]) if length else ())
        if names is not None:
            match = _match(words, names, first, second, second + length, cased)
            if match is not None:
                return match
    return None


def _match(words: Words, names: list[Name], first: int, second: int, last: int, cased: bool) -> Match | None:
    standing = names if len(names) == 1 else [name for name in names if name.stands(words, first, second, last)]
    if standing is names and not names[0].stands(words, first, second, last):
        return None
    if cased:
        standing = [name for name in standing if not name.alias.exact or name.in_case(words, first, last)]
    return Match(first, last, standing) if standing else None


def _rank(name: Name) -> int:
    return name.rank


def _stands_alone(words: Words, word: int) -> bool:
    start, text = words.start(word), words.text
    return not (_LONE_BEFORE.search(text[max(0, start - 4) : start]) or _LONE_AFTER.match(text, words.end(word)))
