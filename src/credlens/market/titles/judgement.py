"""How likely an occupation is the one a title means: a small model with a dozen weights."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

FEATURES = {
    "bias": -8.009,
    "cosine": 3.643,
    "title": -1.423,
    "name": -0.333,
    "exact": 0.749,
    "exact_word": -0.36,
    "exact_label": 1.908,
    "exact_ranked": 0.473,
    "label": 0.626,
    "head": 0.051,
    "kin": 1.525,
    "inside": 0.173,
    "around": -0.476,
    "known": 4.858,
    "second": 1.893,
    "votes": 3.813,
    "names": -0.152,
    "strange": -0.738,
    "words": 0.251,
}
"""What is looked at -> its weight."""

WEIGHTS = np.array(list(FEATURES.values()))


def judge(features: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Probabilities of the occupations, one a row; with that of none of them they add up to one."""
    odds = np.exp(np.clip(features @ WEIGHTS, -30.0, 30.0))
    return np.asarray(odds / (1.0 + odds.sum()), dtype=np.float64)
