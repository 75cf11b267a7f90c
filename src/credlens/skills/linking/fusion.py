"""The learned fusion: what the lanes say about a candidate, as one probability.

A mean of small gradient-boosted trees of depth three. They were trained by ``benchmarks/train/fusion.py``; here they are plain arrays, so
that nothing of the training is needed at run time.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import numpy as np

from credlens.skills.linking.index import Array, Ints
from credlens.skills.linking.words import Floats

DEPTH = 3


def features(scores: Floats, priors: Floats) -> Floats:
    """What the trees look at, for the candidates of one sentence.

    For each lane its score, its score as a share of the best candidate's, and its reciprocal rank 1/(rank + 3); their sum over the lanes
    (reciprocal rank fusion); and what the taxonomy says of the candidate whatever the sentence.

    Args:
        scores: shape (candidates, lanes).
        priors: the candidates' rows of the index's priors.

    Returns:
        Shape (candidates, 3 lanes + 1 + priors).
    """
    if not len(scores):
        return np.zeros((0, 3 * scores.shape[1] + 1 + priors.shape[1]), np.float32)
    best = np.maximum(scores.max(0), 1e-6)
    order = np.argsort(-scores, axis=0, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(len(scores))[:, None], axis=0)
    reciprocal = 1.0 / (ranks + 3)
    columns = (scores, scores / best, reciprocal, reciprocal.sum(1, keepdims=True), priors)
    return np.concatenate(columns, axis=1).astype(np.float32)


class Trees:
    """Gradient-boosted trees of depth :data:`DEPTH` as complete trees.

    Args:
        feature: column that each inner node looks at, shape (trees, 7); node i's children are 2i+1 and 2i+2.
        threshold: a value above it goes to the second child, shape (trees, 7).
        leaf: what each leaf adds to the log-odds, shape (trees, 8).
        base: log-odds before the first tree.
        slope, offset: Platt scaling of the sum, so that it is a calibrated log-odds.
    """

    def __init__(
        self, feature: Ints, threshold: Floats, leaf: Floats, base: float, slope: float = 1.0, offset: float = 0.0
    ) -> None:
        # Node by node, so that all trees' first nodes stand together, then all their second ones, ...
        self._columns = np.ascontiguousarray(feature.T).ravel()
        self._threshold = np.ascontiguousarray(threshold.T).reshape(-1, 1)
        self._trees = len(feature)
        self._leaf = leaf.ravel()
        self._first_leaf = (np.arange(len(feature), dtype=np.int32) * 2**DEPTH)[:, None]
        self._base, self._slope, self._offset = base, slope, offset

    def log_odds(self, rows: Floats) -> Floats:
        """Calibrated log-odds of rows of features, shape (rows,)."""
        if not len(rows):
            return np.zeros(0, np.float32)
        # Every node of every tree is asked at once: copying whole columns is cheaper than walking each row down each tree.
        above = np.take(np.ascontiguousarray(rows.T), self._columns, axis=0) > self._threshold
        node = above.reshape(-1, self._trees, len(rows))
        first = node[0]
        second = np.where(first, node[2], node[1])
        third = np.where(first, np.where(second, node[6], node[5]), np.where(second, node[4], node[3]))
        place = self._first_leaf + 4 * first + 2 * second + third
        total = self._base + self._leaf[place].sum(0)
        return np.asarray(self._slope * total + self._offset, np.float32)

    def probabilities(self, rows: Floats) -> Floats:
        """Calibrated probabilities of rows of features, shape (rows,)."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.log_odds(rows))), np.float32)


class Fusion:
    """Trained trees out of a file: those for use, and for each fold of their training sentences those that have not seen it.

    Args:
        data: an ``.npz`` as :func:`as_arrays` describes it.
    """

    def __init__(self, data: bytes) -> None:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            parts = zip(file["feature"], file["threshold"], file["leaf"], file["scaling"], strict=True)
            self.trees, *self.folds = [
                Trees(feature.astype(np.int32), threshold, leaf, *(float(x) for x in scaling))
                for feature, threshold, leaf, scaling in parts
            ]
            self._seen = frozenset(int(x) for x in file["seen"])

    def fold(self, sentence: str) -> int | None:
        """The fold a sentence was trained in; None when it was in no training."""
        number = fingerprint(sentence)
        return number % len(self.folds) if number in self._seen else None


def fingerprint(sentence: str) -> int:
    """A number of 64 bits that stands for a training sentence; its rest by the number of folds is its fold."""
    return int.from_bytes(hashlib.sha256(sentence.encode()).digest()[:8], "big")


CompleteTree = tuple[Sequence[int], Sequence[float], Sequence[float]]
"""(feature, threshold, leaf) of one tree, as :class:`Trees` takes them."""


def as_arrays(
    models: Sequence[tuple[Sequence[CompleteTree], tuple[float, float, float]]], seen: Sequence[str]
) -> dict[str, Array]:
    """Arrays to save: of each model its trees and its (base, slope, offset); the first is for use, the others are the folds'.

    Args:
        models: all with the same number of trees.
        seen: the sentences trained on; kept as fingerprints only.
    """
    return {
        "feature": np.array([[t[0] for t in trees] for trees, _ in models], np.uint8),
        "threshold": np.array([[t[1] for t in trees] for trees, _ in models], np.float32),
        "leaf": np.array([[t[2] for t in trees] for trees, _ in models], np.float32),
        "scaling": np.array([scaling for _, scaling in models], np.float64),
        "seen": np.array(sorted({fingerprint(s) for s in seen}), np.uint64),
    }
