"""Sentences in, skills with calibrated probabilities out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from credlens.skills.linking.encoder import ENCODER_LANES, EncoderLanes
from credlens.skills.linking.fusion import Trees, features
from credlens.skills.linking.index import Ints
from credlens.skills.linking.lanes import FINDING_POOL, LANES, Compared, Lanes
from credlens.skills.linking.words import Floats

REMEMBERED = 20_000
"""Sentences whose links are kept: ads repeat each other's sentences."""

AT_ONCE = 256
"""Sentences that go through the lanes together: no ad has more, and a book must not fill the memory."""

LEAST = 0.1
"""A skill below this probability is not spoken of."""


WORTH_READING_AGAIN = 0.15
"""The encoder is slow: it reads the sentences where the static lanes give some skill at least this probability."""

_WORTH_ODDS = float(np.log(WORTH_READING_AGAIN / (1 - WORTH_READING_AGAIN)))

Scored = tuple[Compared, Floats]
"""A sentence beside its candidates, and their log-odds."""


@dataclass(frozen=True, slots=True)
class Link:
    """A skill that a sentence may speak of.

    Attributes:
        concept: row of the skill in the index.
        start, end: half-open span in the sentence, in code points; the words that speak of it most.
        lanes: what the lanes said, by their names; those that said nothing are left out.
    """

    concept: int
    probability: float
    start: int
    end: int
    lanes: tuple[tuple[str, float], ...]


class Linker:
    """Links sentences to the skills of an index.

    Args:
        lanes: the index and the static vectors.
        trees: the fusion trained for ``lanes`` alone.
        encoder: a sentence encoder's view of the same index, with the fusion trained for both; None without one.
    """

    def __init__(self, lanes: Lanes, trees: Trees, encoder: tuple[EncoderLanes, Trees] | None = None) -> None:
        self._lanes, self._trees, self._encoder = lanes, trees, encoder
        self._seen: OrderedDict[str, tuple[Link, ...]] = OrderedDict()

    def link(self, sentences: Sequence[str]) -> list[tuple[Link, ...]]:
        """For each sentence its skills, the most probable first, each by words of its own; ties in the order of the index."""
        new = [s for s in dict.fromkeys(sentences) if s not in self._seen]
        fresh: dict[str, tuple[Link, ...]] = {}
        for first in range(0, len(new), AT_ONCE):
            batch = new[first : first + AT_ONCE]
            fresh.update(zip(batch, self._link(batch), strict=True))
        found = [fresh[s] if s in fresh else self._seen[s] for s in sentences]
        self._seen.update(fresh)
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return found

    def rank(self, sentence: str) -> list[int]:
        """Rows of the index, the most probable first: all the candidates there are."""
        also = self._encoder[0].propose([sentence]) if self._encoder else ()
        scored = self._fuse(self._lanes.compare([sentence], also), self._trees)
        compared, odds = self._read_again([sentence], scored)[0]
        return [int(compared.concepts[i]) for i in np.argsort(-odds, kind="stable")]

    def _link(self, sentences: Sequence[str]) -> list[tuple[Link, ...]]:
        scored = self._fuse(self._lanes.compare(sentences, (), FINDING_POOL), self._trees)
        again = (
            [i for i, (_, odds) in enumerate(scored) if len(odds) and odds.max() >= _WORTH_ODDS]
            if self._encoder
            else []
        )
        if again:
            for i, better in zip(
                again, self._read_again([sentences[i] for i in again], [scored[i] for i in again]), strict=True
            ):
                scored[i] = better
        return [_links(compared, odds) for compared, odds in scored]

    def _read_again(self, sentences: Sequence[str], scored: Sequence[Scored]) -> Sequence[Scored]:
        """The same by the encoder's lanes too, when there is one."""
        if self._encoder is None:
            return scored
        encoder, trees = self._encoder
        return self._fuse(encoder.extend(sentences, [c for c, _ in scored], [odds for _, odds in scored]), trees)

    def _fuse(self, compared: Sequence[Compared], trees: Trees) -> list[Scored]:
        """Log-odds of every candidate; all sentences go through the trees together, which costs less than one by one."""
        if not compared:
            return []
        rows = [features(c.scores, self._lanes.priors[c.concepts]) for c in compared]
        odds = trees.log_odds(np.concatenate(rows))
        cuts = np.cumsum([len(r) for r in rows])[:-1]
        return list(zip(compared, np.split(odds, cuts), strict=True))


def _links(compared: Compared, odds: Floats) -> tuple[Link, ...]:
    names = (LANES + ENCODER_LANES)[: compared.scores.shape[1]]
    probabilities = 1.0 / (1.0 + np.exp(-odds.astype(np.float64)))
    kept = standing(compared.spans, probabilities)
    rows = zip(
        compared.concepts[kept].tolist(),
        probabilities[kept].round(4).tolist(),
        compared.spans[kept].tolist(),
        compared.scores[kept].astype(np.float64).round(4).tolist(),
        strict=True,
    )
    return tuple(
        Link(concept, probability, start, end, tuple((n, v) for n, v in zip(names, values, strict=True) if v > 0))
        for concept, probability, (start, end), values in rows
    )


def standing(spans: Ints, probabilities: npt.NDArray[np.floating[Any]]) -> list[int]:
    """Of candidates that read the same words, the most probable: places in order of probability, those below :data:`LEAST` left out.

    The same words are half or more of the shorter of two spans. Taxonomies hold many near-namesakes, and a text means one of them: held out,
    this raises precision by 4 to 6 points at equal recall.
    """
    kept: list[tuple[int, int]] = []
    found = []
    for i in np.argsort(-probabilities, kind="stable").tolist():
        if probabilities[i] < LEAST:
            break
        start, end = int(spans[i, 0]), int(spans[i, 1])
        if not any(2 * (min(end, b) - max(start, a)) > min(end - start, b - a) for a, b in kept):
            kept.append((start, end))
            found.append(i)
    return found
