"""Words as the lanes compare them: folded, stemmed, and as vectors."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from credlens.skills.text import lower

Floats = npt.NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:[+#]+(?!\w))?|\.net\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"<[A-Z_]+>")

# The first that fits is taken; British spelling becomes American on the way.
_ENDINGS = (
    ("ational", "ate"), ("isation", "ize"), ("ization", "ize"), ("ising", "ize"), ("izing", "ize"), ("ised", "ize"), ("ized", "ize"),
    ("ise", "ize"), ("ations", "ate"), ("ation", "ate"), ("ments", "ment"), ("nesses", ""), ("ness", ""), ("ingly", ""), ("ings", ""),
    ("ing", ""), ("edly", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", "er"), ("ors", "or"), ("sses", "ss"), ("es", "e"),
    ("s", ""),
)  # fmt: skip
_NO_PLURAL = ("ss", "us", "is")

_FUNCTION_WORDS = """
a an the and or of to in for with on at by from as is are be been being was were will would can could may must shall should
it its this that these those their they them our ours your yours you we us i he she his her who which what into within onto per
via also such etc e g other others any all each both either using use used s t re ll ve
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""English words that say nothing about a skill by themselves."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence with its half-open span in code points."""

    text: str
    start: int
    end: int


def words(sentence: str) -> list[Word]:
    """The words of a sentence in lower case; anonymised places ("<ORGANIZATION>") are no words."""
    plain = lower(_PLACEHOLDER.sub(lambda m: " " * len(m[0]), sentence) if "<" in sentence else sentence)
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(plain)]


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A word without its inflection: plural, -ing, -ed, -ness, and nouns in -ation as their verb; symbols ("c++") and numbers stay.

    Agents stay apart from what they do ("developer", "develop"): a Snowball stemmer joins them, and ranks worse for it
    (``docs/decisions/0010-linking.md``).
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith(_NO_PLURAL)):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]  # "planning", "plan"
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 4 and word.endswith("y") else word


def stems(phrase: str) -> tuple[str, ...]:
    """Stems of a phrase's words, function words left out unless there are no others."""
    found = [w.text for w in words(phrase)]
    said = [w for w in found if w not in FUNCTION_WORDS]
    return tuple(stem(w) for w in said or found)


class WordVectors:
    """A table of word vectors: a phrase is the sum of its words.

    Args:
        vocabulary: words in lower case, one for each row.
        table: shape (words, dimensions).
    """

    def __init__(self, vocabulary: Sequence[str], table: Floats) -> None:
        self._row = {word: row for row, word in enumerate(vocabulary)}
        self._table = table
        self.dimensions = int(table.shape[1])

    @classmethod
    def load(cls, data: bytes) -> WordVectors:
        """Out of an ``.npz`` with ``words`` (UTF-8, newline separated), ``table`` (int8) and ``scale`` (one for each row)."""
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            vocabulary = file["words"].tobytes().decode().split("\n")
            table = file["table"].astype(np.float32) * file["scale"].astype(np.float32)[:, None]
        return cls(vocabulary, table)

    def row(self, word: str) -> int | None:
        """The word's row; None when it is not in the table."""
        return self._row.get(word)

    def rows(self, found: Sequence[str]) -> Floats:
        """Vectors of words, shape (words, dimensions); zero for a word that is not in the table."""
        out = np.zeros((len(found), self.dimensions), np.float32)
        for i, word in enumerate(found):
            row = self._row.get(word)
            if row is not None:
                out[i] = self._table[row]
        return out

    def phrases(self, phrases: Sequence[str]) -> Floats:
        """Unit vectors of phrases, shape (phrases, dimensions); zero when no word is known."""
        out = np.zeros((len(phrases), self.dimensions), np.float32)
        for i, phrase in enumerate(phrases):
            known = [row for w in words(phrase) if (row := self._row.get(w.text)) is not None]
            if known:
                out[i] = self._table[known].sum(0)
        return unit(out)


def unit(vectors: Floats) -> Floats:
    """Rows scaled to length one; zero rows stay zero."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), np.float32)
