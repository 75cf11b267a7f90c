"""How ordinary a word is: counts out of plain prose, and which words are verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log10


@dataclass(frozen=True)
class Prose:
    """Words of plain prose.

    Attributes:
        counts: how often a word stands in small letters inside a sentence of the prose counted.
        verbs: stems of verbs.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()

    def common(self, word: str) -> float:
        """How ordinary a word is: the decimal logarithm of one more than its count, so 0 for a word that plain prose does not know."""
        return log10(1 + self.counts.get(word, 0))


def read(data: bytes) -> Prose:
    """The counts in a file made by ``benchmarks/train/words.py``: a count and the words that have it a line, and a line of verbs."""
    counts: dict[str, int] = {}
    verbs: list[str] = []
    for line in data.decode().splitlines():
        head, *words = line.split()
        if head == "verbs":
            verbs += words
        elif head != "#":
            counts.update(dict.fromkeys(words, int(head)))
    return Prose(counts, frozenset(verbs))
