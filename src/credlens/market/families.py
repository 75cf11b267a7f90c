"""Slopes of a family of skills drawn towards each other: empirical Bayes, with what is not known of the family counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Floats = NDArray[np.float64]

# How far slopes of a family lie apart, in log-odds per year: from nothing to far more than any market does.
SPREADS = np.concatenate([[0.0], np.geomspace(0.01, 2.0, 31)])
WIDE = 0.5  # half of all slopes within +-0.34 a year, nine of ten within +-0.82: a share that halves in about a year
OUTSIDERS = 0.1  # one skill of ten may move quite otherwise than its family, by about WIDE: a judgement
_MEANS = np.linspace(-4.0, 4.0, 17)  # where the family's mean is looked for, in its standard errors
_NEGLIGIBLE = 1e-4
_HALVINGS = 40


@dataclass(frozen=True)
class Family:
    """What is known of a family's slopes: pairs of mean and spread with their probability; each of shape (pairs,)."""

    mean: Floats
    spread: Floats
    probability: Floats


@dataclass(frozen=True)
class Shrunk:
    """Slopes after the family was heard, with the ends of their intervals; one entry for each skill."""

    slope: Floats
    low: Floats
    high: Floats


def family(slope: Floats, variance: Floats) -> Family:
    """The family behind slopes that were each estimated with a variance; at least one slope.

    b_hat_i ~ N(b_i, s_i^2); b_i ~ N(mu, tau^2), or with probability 0.1 N(mu, tau^2 + 0.5^2), so that few skills in
    fast decay neither vanish in their family nor make it look wide. mu ~ N(0, 0.5^2) and tau half-normal of the same
    width: weak, but a single skill so has a prior around no change. The posterior of (mu, tau) is computed on a grid.
    """
    precision = 1 / (variance + SPREADS[:, None] ** 2)
    total = precision.sum(axis=1) + 1 / WIDE**2
    middle = (precision * slope).sum(axis=1) / total
    error = np.sqrt(1 / total)
    mean = (middle[:, None] + error[:, None] * _MEANS).ravel()
    spread = np.repeat(SPREADS, len(_MEANS))
    step = np.repeat(np.gradient(SPREADS) * error, len(_MEANS))
    near, far = _densities(slope, variance, mean, spread)
    log = np.log(near + far).sum(axis=0) - 0.5 * (mean**2 + spread**2) / WIDE**2 + np.log(step)
    probability = np.exp(log - log.max())
    kept = probability > _NEGLIGIBLE
    return Family(mean[kept], spread[kept], probability[kept] / probability[kept].sum())


def shrink(slope: Floats, variance: Floats, widening: Floats, known: Family, level: float) -> Shrunk:
    """Each slope's posterior mean and interval of ``level``.

    Args:
        widening: factor by which a slope's own error counts wider, for its variance is an estimate too (t quantile
            over normal quantile).
        known: the family.

    The posterior is a mixture of normals over what the family may be; its quantiles count that uncertainty (Morris
    1983, JASA 78, 47-55, says why: intervals at one estimated spread are too short).
    """
    own = variance * widening**2
    near, far = _densities(slope, own, known.mean, known.spread)
    belongs = near / (near + far)
    probability = np.concatenate([known.probability * belongs, known.probability * (1 - belongs)], axis=1)
    between = np.concatenate([known.spread**2, known.spread**2 + WIDE**2])
    mean = np.concatenate([known.mean, known.mean])
    pull = own[:, None] / (own[:, None] + between)
    middle = pull * mean + (1 - pull) * slope[:, None]
    error = np.sqrt((1 - pull) * own[:, None])
    tail = (1 - level) / 2
    return Shrunk(
        (middle * probability).sum(axis=1),
        _quantile(tail, middle, error, probability),
        _quantile(1 - tail, middle, error, probability),
    )


def _densities(slope: Floats, variance: Floats, mean: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """Densities of the slopes under each pair, as members and as outsiders; each (skills, pairs), never quite 0."""
    off = (slope[:, None] - mean) ** 2

    def normal(v: Floats) -> Floats:
        return np.asarray(np.exp(-0.5 * np.minimum(off / v, 1200.0)) / np.sqrt(v))

    v = variance[:, None] + spread**2
    return (1 - OUTSIDERS) * normal(v), OUTSIDERS * normal(v + WIDE**2)


def _quantile(p: float, middle: Floats, error: Floats, probability: Floats) -> Floats:
    """The mixtures' ``p`` quantiles, by halving."""
    low, high = (middle - 9 * error).min(axis=1), (middle + 9 * error).max(axis=1)
    scale = np.maximum(error, 1e-12)  # no spread at all: the family's mean itself
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        below = (ndtr((half[:, None] - middle) / scale) * probability).sum(axis=1) < p
        low, high = np.where(below, half, low), np.where(below, high, half)
    return np.asarray(high)
