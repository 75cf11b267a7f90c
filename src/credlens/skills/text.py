"""Text as the reader compares it: one case, plain punctuation, single spaces, with a way back to the original's offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

BREAK = "¶"  # stands for a blank line or the start of a listed item: no phrase runs across it

_HIDDEN = "\u200b"  # zero-width characters and soft hyphens all become this one, then vanish
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES += "\u2028\u2029\u202f\u205f\u3000"
_PLAIN = (
    dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ac/\\_" + _SPACES), " ")
    | dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032`\u00b4"), "'")
    | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
    | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), _HIDDEN)
)
_ITEM = re.compile(r"\n(?=[ \t\r\xa0]*(?:\n|[-+\u2010-\u2015]\s))")
_ISE = re.compile(r"is(?=(?:ations?|e[drs]?|ers|ing)\b)")
_YSE = re.compile(r"(?<=al)ys(?=(?:e[drs]?|ers|ing)\b)")
_RUN = re.compile(f"[ {_HIDDEN}]{{2,}}|{_HIDDEN}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in comparable form.

    Attributes:
        text: lower case; hyphens, slashes, underscores and runs of white space are one space; ``-isation`` is ``-ization``.
    """

    text: str
    _cuts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Offset in the original text, in code points, of the character at ``position`` in :attr:`text`."""
        return position + self._shifts[bisect_right(self._cuts, position) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's half-open span behind ``text[start:end]``; the span must not be empty."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str) -> Folded:
    """``text`` in comparable form, with the way back to its offsets.

    British ``-ise``/``-yse`` become ``-ize``/``-yze`` wherever they stand (also in "exercise"): both sides of a comparison are folded
    alike, so the odd result does no harm.
    """
    return _squeeze(_spelling(lower(_ITEM.sub(BREAK, text)).translate(_PLAIN)))


def comparable(text: str) -> str:
    """The folded text alone, without spaces at its ends: equal for two writings of the same words."""
    return fold(text).text.strip()


def keep_case(text: str) -> str:
    """As :func:`comparable`, but case is kept: for names that mean something only in exactly one case."""
    return _squeeze(_spelling(text.translate(_PLAIN))).text.strip()


def quote_of(text: str, start: int, end: int, longest: int = 300) -> str:
    """The words of ``text[start:end]`` as one line; cut with an ellipsis after ``longest`` characters."""
    words = " ".join(text[start:end].split()).lstrip("-*•·▪●◦#> ").rstrip(" ;,")
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def lower(text: str) -> str:
    """Case-folded, each character in its place."""
    folded = text.casefold()
    if len(folded) == len(text):  # case folding never shortens: same length means same places
        return folded
    # Letters whose folding is longer ("ß", "ﬁ") stay, so that places stay.
    return text.translate({ord(c): f for c in set(text) if len(f := c.casefold()) == 1})


def _spelling(text: str) -> str:
    return _YSE.sub("yz", _ISE.sub("iz", text))


def _squeeze(text: str) -> Folded:
    pieces: list[str] = []
    cuts, shifts = [0], [0]
    last = removed = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        kept = " " if " " in run[0] else ""
        pieces += (text[last:start], kept)
        cuts.append(start - removed + len(kept))
        removed += end - start - len(kept)
        shifts.append(removed)
        last = end
    if not pieces:
        return Folded(text, (0,), (0,))
    pieces.append(text[last:])
    return Folded("".join(pieces), tuple(cuts), tuple(shifts))
