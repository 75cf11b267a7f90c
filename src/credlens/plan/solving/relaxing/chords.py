"""Lifted chords: linear bounds on what pieces of evidence for one target are worth together; see :mod:`credlens.plan.solving.relaxing`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from credlens.plan.value import TOP, WORTH

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WORTHS = np.array(WORTH, dtype=np.float64)
SLOPES = np.append(np.diff(WORTHS), 0.0)
INTERCEPTS = WORTHS - SLOPES * np.arange(TOP + 1)


def lifted(k: int, pulls: Ints) -> Floats:
    """What each piece of evidence counts in the chord through ``k`` and ``k + 1``, on the scale of ``WORTH``."""
    alone = WORTHS[np.minimum(pulls, TOP)] - INTERCEPTS[k]
    return np.asarray(np.where(pulls <= k, SLOPES[k] * pulls, alone), dtype=np.float64)


def chord(k: int, pulls: Sequence[int]) -> tuple[int, list[int]]:
    """The same in whole numbers: the constant, and what each piece counts."""
    slope = WORTH[k + 1] - WORTH[k] if k < TOP else 0
    constant = WORTH[k] - slope * k
    return constant, [slope * a if a <= k else WORTH[min(a, TOP)] - constant for a in pulls]


def most_violated(pulls: Ints, shares: Floats) -> tuple[int, float]:
    """The chord that claims least for these shares of these pieces: its ``k``, and what it allows."""
    ks = np.arange(TOP)
    alone = WORTHS[np.minimum(pulls, TOP)][None, :] - INTERCEPTS[:TOP, None]
    each = np.where(pulls[None, :] <= ks[:, None], SLOPES[:TOP, None] * pulls[None, :], alone)
    claims = INTERCEPTS[:TOP] + each @ shares
    k = int(claims.argmin())
    return k, float(claims[k])
