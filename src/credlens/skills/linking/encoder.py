"""A sentence encoder's view: slower than static vectors, and better where the words are others.

The encoder itself is handed in as a function; the doors know where it lives.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from credlens.skills.linking.index import Ints
from credlens.skills.linking.lanes import POOL, Compared, top
from credlens.skills.linking.words import Floats

Encode = Callable[[Sequence[str]], Floats]
"""Texts to unit vectors, shape (texts, dimensions)."""

ENCODER_LANES = (
    "encoder_sentence",  # the sentence against the label
    "encoder_window",  # the best of the spans that the first fusion found likely
    "encoder_own",  # the candidate's own span
    "encoder_part",  # the best of the sentence's parts between commas and conjunctions
)
SPANS = 12
"""The likeliest candidates of a sentence whose spans are encoded."""

REMEMBERED = 50_000
"""Phrases whose vectors are kept."""

_PART = re.compile(r"[,;:()•/]|\.(?=\s|$)|\band\b|\bor\b")
_PLACEHOLDER = re.compile(r"<[A-Z_]+>")


class EncoderLanes:
    """Compares sentences with the labels of an index by an encoder.

    Args:
        encode: the encoder.
        labels: unit vectors of the index's labels by the same encoder, shape (concepts, dimensions).
    """

    def __init__(self, encode: Encode, labels: Floats) -> None:
        self._encode, self.labels = encode, labels
        self._seen: OrderedDict[str, Floats] = OrderedDict()

    def propose(self, sentences: Sequence[str], pool: int = POOL) -> list[Ints]:
        """Candidates for each sentence: the ``pool`` labels nearest to all of it, and those nearest to one of its parts."""
        self._remember([text for s in sentences for text in (plain(s), *parts(s))])
        found = []
        for sentence in sentences:
            whole = self.labels @ self._seen[plain(sentence)]
            part = (self.labels @ self._rows(parts(sentence)).T).max(1)
            found.append(np.concatenate([top(whole, pool), top(part, pool)]).astype(np.int32))
        return found

    def extend(self, sentences: Sequence[str], compared: Sequence[Compared], odds: Sequence[Floats]) -> list[Compared]:
        """The same candidates with :data:`ENCODER_LANES` as further columns.

        Args:
            sentences: any number of them.
            compared: the other lanes' view.
            odds: what the first fusion makes of it, for each candidate.
        """
        spans = [_spans(s, c, o) for s, c, o in zip(sentences, compared, odds, strict=True)]
        whole = [text for s in sentences for text in (plain(s), *parts(s))]
        self._remember([*whole, *(text for found in spans for text in found.values())])
        return [self._extend(*each) for each in zip(sentences, compared, spans, strict=True)]

    def _extend(self, sentence: str, compared: Compared, spans: dict[tuple[int, int], str]) -> Compared:
        labels = self.labels[compared.concepts]
        columns = np.zeros((len(labels), len(ENCODER_LANES)), np.float32)
        columns[:, 0] = labels @ self._seen[plain(sentence)]
        if spans:
            near = labels @ self._rows(list(spans.values())).T
            place = {span: i for i, span in enumerate(spans)}
            own = np.array([place.get((int(a), int(b)), -1) for a, b in compared.spans])
            columns[:, 1] = near.max(1)
            columns[:, 2] = np.where(own >= 0, near[np.arange(len(labels)), own], 0.0)
        columns[:, 3] = (labels @ self._rows(parts(sentence)).T).max(1)
        return Compared(compared.concepts, np.concatenate([compared.scores, columns], axis=1), compared.spans)

    def _rows(self, texts: Sequence[str]) -> Floats:
        return np.stack([self._seen[t] for t in texts])

    def _remember(self, texts: Sequence[str]) -> None:
        """Have the vectors of these texts at hand; of all others the oldest are forgotten when there are too many."""
        new = []
        for text in dict.fromkeys(texts):
            if text in self._seen:
                self._seen.move_to_end(text)
            else:
                new.append(text)
        if new:
            self._seen.update(zip(new, self._encode(new), strict=True))
        while len(self._seen) > max(REMEMBERED, len(texts)):
            self._seen.popitem(last=False)


def plain(sentence: str) -> str:
    """The sentence without anonymised places."""
    return _PLACEHOLDER.sub(" ", sentence)


def parts(sentence: str) -> list[str]:
    """What stands between commas and conjunctions; at least one."""
    found = [part.strip() for part in _PART.split(plain(sentence))]
    return list(dict.fromkeys(p for p in found if len(p) > 1 and any(c.isalpha() for c in p))) or [plain(sentence)]


def _spans(sentence: str, compared: Compared, odds: Floats) -> dict[tuple[int, int], str]:
    """The likeliest candidates' spans, each once, with their words."""
    likeliest = np.argsort(-odds, kind="stable")[:SPANS]
    spans = dict.fromkeys((int(a), int(b)) for a, b in compared.spans[likeliest] if b > a)
    return {span: sentence[slice(*span)] for span in spans}
