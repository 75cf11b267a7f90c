"""How well a document was read: by its letters, and by a second opinion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from credlens.profile.openers.opened import Note, OpenedLine

_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_LETTER = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]|\(cid:\d+\)")
_VOWEL = re.compile(r"[aeiouy\u0131\u00e6\u00f8\u0153]")  # in small letters without their accents
_LATIN = re.compile(r"[a-z\u00c0-\u024f]+", re.IGNORECASE)
_COMMON_WORDS = (
    "the and of in to for a with on at by from as is was und der die das mit von im zu de la le les et des en du pour el los del para con"
    " do da em il di per na het een van"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_DOUBT = 0.9  # share of words two readers agree on; below it a note says so
_SHARED_ENOUGH = 0.97  # they part words differently at brackets and marks in any document


def letters_quality(lines: Sequence[OpenedLine]) -> float:
    """Share of the words that look like words: no private or lost characters, vowels in the long ones, some of the common ones."""
    text = " ".join(line.text for line in lines)
    words = _WORD.findall(text)
    lost = len(_NO_LETTER.findall(text))
    if not words:
        return 0.0
    quality = 1 - min(1.0, 4 * lost / max(1, len(text)))
    long = [w for w in words if len(w) >= 4 and _LATIN.fullmatch(w) and not w.isupper()]
    silent = sum(not _VOWEL.search(normalize("NFD", w).lower()) for w in long) / len(long) if long else 0.0
    if silent > 0.15:
        quality *= 1 - silent
    if len(words) >= 80 and len(long) >= 0.3 * len(words) and not any(w.casefold() in _COMMON for w in words):
        quality *= 0.5
    single = sum(len(w) == 1 for w in text.split()) / max(1, len(text.split()))
    joined = sum(len(w) > 25 for w in words) / len(words)
    return max(0.0, quality * (1 - min(1.0, max(0.0, single - 0.3) + 5 * joined)))


def agreement(one: str, other: str) -> float:
    """Share of words that two readers of the same document both found: the Dice coefficient of their counted words."""
    a, b = Counter(_WORD.findall(one.casefold())), Counter(_WORD.findall(other.casefold()))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0


def notes_on(letters: float, agreed: float | None) -> list[Note]:
    """What is doubtful, in words."""
    notes: list[Note] = []
    if letters < 0.8:
        notes.append(
            Note(
                "Many letters of this document come out as signs without meaning, or stick together.",
                "Export it again from the program it was made with, as PDF with its fonts or as DOCX, or give the text.",
            )
        )
    if agreed is not None and agreed < _DOUBT:
        notes.append(
            Note(
                f"Two ways of reading this PDF agree on {agreed:.0%} of its words only.",
                "Look through what was read from it, or give the document as DOCX or text.",
            )
        )
    return notes


def quality_of(letters: float, agreed: float | None) -> float:
    """One share for all."""
    return round(letters * (1.0 if agreed is None else min(1.0, agreed / _SHARED_ENOUGH)), 3)
