"""A text as the words a reader compares: one case, plain letters, no punctuation, each with its place in the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress, count

_IN_WORDS = ".+&'@#"  # parts of names: Node.js, C++, R&D, driver's, C#; an @ keeps addresses from being read as words
_TABLE = bytes(
    ord(c.lower()) if c.isascii() and (c.isalnum() or c in _IN_WORDS) else ord(" ") for c in map(chr, range(256))
)
_TRANSLATION = dict(enumerate(map(chr, _TABLE[:128])))
_ADDRESS = re.compile(r"://[^\s<>\"]+|www\.[^\s<>\"]+")
_SPECIAL = re.compile(r"[.+&'@#]")
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032`\u00b4"
_HIDDEN = frozenset({"Mn", "Me", "Cf"})  # marks on letters, soft hyphens, zero-width and direction characters
_NO_SENTENCE = frozenset({"js", "net", "com", "org", "io", "ai", "co", "py"})  # "Booking.Com" is one name
_SEPARATORS = frozenset(" -/\u00a0\u2010\u2011\u2013")
_GAP = re.compile(r"(?:['\u2019]s?)?[\s\-\u00ad\u2010-\u2015\u2212/\\_\u200b-\u200f\u2060\ufeff\u2122\u00ae]+")
_LINE_END = re.compile(r"(?:['\u2019]s?)?-?[^\S\n]*\n[^\S\n]*")
LONGEST_UNIT = 20_000  # characters of one stretch of text; far longer than any paragraph
_ITEM = re.compile(r"\s*[-+*\u2010-\u2015\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u27a2\u2713\u2714]\s")
_LOOK = 24  # characters that are looked at beside a full stop between two letters
_MOST_FOLDS = 20_000  # characters whose folding is remembered


class _Folds(dict[str, str]):
    """A character beyond ASCII -> what it is compared as."""

    def __missing__(self, char: str) -> str:
        if len(self) >= _MOST_FOLDS:
            self.clear()
        folded = self[char] = _folded(char)
        return folded


def _folded(char: str) -> str:
    category = unicodedata.category(char)
    if category in _HIDDEN:
        return ""
    if char in _APOSTROPHES:
        return "'"
    if category[0] not in "LNPS":
        return " "
    parts = unicodedata.normalize("NFKD", char)
    plain = "".join(c for c in parts if unicodedata.category(c) not in _HIDDEN).casefold()
    in_words = plain and "." not in plain and all(c.isalnum() or c in _IN_WORDS for c in plain)
    # Signs, bullets and brackets are none, nor what stands for several words ("\u00bd" is 1/2) or is made of full stops ("\u2026").
    return plain if in_words and category != "So" else " "


_FOLDS = _Folds()


class Words:
    """The words of a text.

    Attributes:
        text: the text as given.
        words: its words: lower case, without accents and punctuation; ``'s`` is left away; characters that names are made of stay
            ("c++", "node.js", "r&d").
    """

    __slots__ = ("_cuts", "_ends", "_index", "_shifts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts: list[int] = []
        self._shifts: list[int] = []
        flat = _without_addresses(text) if "://" in text or "www." in text else text
        if not flat.isascii():
            flat = self._plain(flat)
        flat = flat.encode().translate(_TABLE).decode() if flat.isascii() else flat.translate(_TRANSLATION)
        pieces = self._tidy(flat.replace(". ", "  ")).split(" ")
        self._ends = list(accumulate(map(len, pieces)))
        self._index = list(compress(count(), pieces))
        self.words = list(filter(None, pieces))

    def __len__(self) -> int:
        return len(self.words)

    def start(self, word: int) -> int:
        """Offset in the text, in code points, at which a word begins."""
        piece = self._index[word]
        return self._origin(self._ends[piece] - len(self.words[word]) + piece)

    def end(self, word: int) -> int:
        """Offset just behind a word, with the marks on its last letter."""
        piece = self._index[word]
        end = self._origin(self._ends[piece] + piece - 1) + 1
        if self._cuts:
            while end < len(self.text) and unicodedata.category(self.text[end]) == "Mn":
                end += 1
        return end

    def gap(self, word: int) -> str:
        """What stands between a word and the next one, as given."""
        return self.text[self.end(word) : self.start(word + 1)]

    def joined(self, word: int) -> bool:
        """Whether nothing stands between a word and the next one that keeps a phrase from running over it.

        A space, a hyphen or a slash does not, nor does the end of a line; a blank line, the mark of a listed item, or punctuation do.
        """
        piece = self._index[word]
        if self._index[word + 1] == piece + 1 and not self._cuts:
            separator = self.text[self._ends[piece] + piece]
            if separator in _SEPARATORS:
                return True
        gap = self.gap(word)
        return (_LINE_END if "\n" in gap else _GAP).fullmatch(gap) is not None

    def _origin(self, position: int) -> int:
        """Offset in the text of the character at ``position`` of the plain text."""
        if not self._cuts:
            return position
        cut = bisect_right(self._cuts, position)
        return position + (self._shifts[cut - 1] if cut else 0)

    def _plain(self, text: str) -> str:
        """The text with plain letters, remembering where its length changed."""
        raw = bytearray(text, "ascii", "replace")
        edits: list[tuple[int, str]] = []
        at = raw.find(b"?")
        while at >= 0:
            if (char := text[at]) != "?":
                new = _FOLDS[char]
                if len(new) == 1 and new.isascii():
                    raw[at] = ord(new)
                else:
                    edits.append((at, new))
            at = raw.find(b"?", at + 1)
        return self._edited(raw.decode(), edits) if edits else raw.decode()

    def _edited(self, text: str, edits: list[tuple[int, str]]) -> str:
        parts: list[str] = []
        last = removed = 0
        for at, new in edits:
            parts += (text[last:at], new)
            last = at + 1
            # A longer folding ("ß", "ﬁ") leads back to its letter from each of its places.
            for extra in range(1, len(new)):
                self._cut(at + extra - removed, removed - extra)
            if len(new) != 1:
                removed += 1 - len(new)
                self._cut(at + 1 - removed, removed)
        parts.append(text[last:])
        return "".join(parts)

    def _cut(self, position: int, shift: int) -> None:
        if self._cuts and self._cuts[-1] == position:
            self._shifts[-1] = shift
        else:
            self._cuts.append(position)
            self._shifts.append(shift)

    def _tidy(self, flat: str) -> str:
        """The plain text with a blank where a sign is punctuation and no part of a name; its length stays."""
        blanks: list[int] = []
        padded = f"{flat} "
        for found in _SPECIAL.finditer(flat):
            at = found.start()
            sign, before, after = flat[at], padded[at - 1], padded[at + 1]
            if sign == ".":
                if not after.isalnum() or (before.isalnum() and self._forgotten_space(flat, at)):
                    blanks.append(at)
            elif sign == "'":
                if not (after.isalnum() and before.isalnum()):
                    blanks.append(at)
                elif after == "s" and not padded[at + 2].isalnum():
                    blanks += (at, at + 1)
            elif sign == "&":
                if before.isalnum() != after.isalnum():
                    blanks.append(at)
            elif sign != "@":
                blanks += _plus_or_hash(padded, at, sign, before, after)
        return _blanked(flat, blanks) if blanks else flat

    def _forgotten_space(self, flat: str, at: int) -> bool:
        """Whether a full stop between two letters ends a sentence: "skills.Python"."""
        if not self.text[self._origin(at) + 1 :][:1].isupper():
            return False
        before = flat[max(0, at - _LOOK) : at].rpartition(" ")[2]
        after = flat[at + 1 : at + _LOOK].partition(" ")[0]
        enough = before.isdigit() or (
            len(before) > 3 and before[-4:].isalpha()
        )  # "5.Team", "skills.Python"; but "Vue.Js"
        return enough and len(after) > 1 and after not in _NO_SENTENCE


def _plus_or_hash(padded: str, at: int, sign: str, before: str, after: str) -> Iterable[int]:
    """Places to blank at a plus or a hash: the sign itself between words or before one, a version behind ("C++17" names C++)."""
    if after.isdigit() and (before == "+" or (sign == "#" and before.isalpha())):
        return (at + k for k in range(1, 4) if padded[at + k : at + k + 1].isdigit())
    stays = before.isalnum() or (sign == "+" and before == "+")
    return () if stays and not (after.isalpha() if sign == "+" else after.isalnum()) else (at,)


def fold(text: str) -> Words:
    """The words of a text."""
    return Words(text)


def units(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the stretches that no phrase runs out of: paragraphs and listed items.

    A stretch longer than :data:`LONGEST_UNIT` is cut at a space, so that memory does not grow with it.
    """
    begin, end, position = -1, 0, 0
    for line in text.split("\n"):
        blank = not line or line.isspace()
        if begin >= 0 and (blank or _ITEM.match(line)):
            yield from _cut(text, begin, end)
            begin = -1
        if not blank:
            begin = position if begin < 0 else begin
            end = position + len(line)
        position += len(line) + 1
    if begin >= 0:
        yield from _cut(text, begin, end)


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while end - begin > LONGEST_UNIT:
        space = text.rfind(" ", begin + 1, begin + LONGEST_UNIT)
        stop = space if space > 0 else begin + LONGEST_UNIT
        yield begin, stop
        begin = stop
    yield begin, end


def _without_addresses(text: str) -> str:
    """The text with blanks in place of web addresses, whose parts are no words."""
    parts: list[str] = []
    last = 0
    for found in _ADDRESS.finditer(text):
        start = found.start()
        while start > last and text[start - 1].isalpha():
            start -= 1
        parts += (text[last:start], " " * (found.end() - start))
        last = found.end()
    return "".join((*parts, text[last:]))


def _blanked(flat: str, blanks: list[int]) -> str:
    if flat.isascii():
        raw = bytearray(flat, "ascii")
        for at in blanks:
            raw[at] = 32
        return raw.decode()
    chars = list(flat)
    for at in blanks:
        chars[at] = " "
    return "".join(chars)
