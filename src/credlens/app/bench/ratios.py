"""Precision, recall and F1 over many samples at once.

Every function takes counts of shape samples x classes x (hits, false alarms, misses) and gives one value a sample, not-a-number where
there is nothing to divide by.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def ratio(top: Array, bottom: Array) -> Array:
    """``top / bottom``, not-a-number where the bottom is 0."""
    return np.divide(top, bottom, out=np.full_like(bottom, np.nan), where=bottom > 0)


def micro(counts: Array) -> Array:
    """F1 of all classes together."""
    hits, alarms, misses = (counts[:, :, k].sum(axis=1) for k in range(3))
    return ratio(2 * hits, 2 * hits + alarms + misses)


def macro(counts: Array) -> Array:
    """Mean F1 of the classes that occur."""
    hits, alarms, misses = (counts[:, :, k] for k in range(3))
    scores = ratio(2 * hits, 2 * hits + alarms + misses)
    known = ~np.isnan(scores)
    return ratio(np.where(known, scores, 0.0).sum(axis=1), known.sum(axis=1).astype(float))


def precision(counts: Array) -> Array:
    """Share of what was found that is right."""
    return ratio(counts[:, :, 0].sum(axis=1), counts[:, :, :2].sum(axis=(1, 2)))


def recall(counts: Array) -> Array:
    """Share of what there is that was found."""
    return ratio(counts[:, :, 0].sum(axis=1), (counts[:, :, 0] + counts[:, :, 2]).sum(axis=1))


#: The ratios by name.
RATIOS: dict[str, Callable[[Array], Array]] = {"micro": micro, "macro": macro, "precision": precision, "recall": recall}
