"""Turnover: how much of what an occupation asks for is exchanged in a year, chance taken out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr
from scipy.stats import false_discovery_control

from credlens.model.market import ShareChange, Turnover
from credlens.model.quantity import Share

Floats = NDArray[np.float64]

FALSE_DISCOVERIES = 0.1
Z90 = 1.6448536269514722  # the standard normal's 95 % point
_HALVINGS = 50
_FITTING = 100
# How far a skill's part of all mentions may have moved, in multiples of it: not at all, or up to a factor of 3.5.
_WIDTHS = np.concatenate([[0.0], np.geomspace(0.02, 2.56, 15)])


Period = tuple[int, Mapping[str, int]]  # its ads, and how many of them name each skill


def turnover(before: Period, after: Period, *, years: float) -> Turnover | None:
    """Turnover between two periods; None when one has no ads or names no skill.

    T = 1/2 sum_s |pi_s' - pi_s| / years, with pi_s a skill's part of all mentions: between 0 and 1, and not larger
    because ads grow longer or a reader finds more. Deming & Noray (2020, QJE 135, 1965-2005) add up differences of
    shares of ads instead; that is ``skill_change``. Two samples of one market differ too: by chance |pi' - pi| is the
    size of a normal with the sampling variance. What is left without chance depends on whether many skills moved a
    little or few much, which small samples do not tell; so it is estimated under both (:func:`_alike`, :func:`_few`).
    ``net`` lies in the middle, the interval spans both. Skills are taken as named independently, and ads of an employer
    as unrelated.

    Args:
        before, after: ads, and skill -> ads that name it; a skill missing in one was named in none there.
        years: between the middles of the periods, > 0.
    """
    if years <= 0:
        raise ValueError(f"years between two periods are more than 0, not {years}")
    (n_before, named_before), (n_after, named_after) = before, after
    skills = sorted({*named_before, *named_after})
    k1, k2 = (np.array([float(of.get(skill, 0)) for skill in skills]) for of in (named_before, named_after))
    if not (n_before and n_after and k1.sum() and k2.sum()):
        return None
    difference = k2 / k2.sum() - k1 / k1.sum()
    error = _errors(k1, n_before, k2, n_after)
    raw = float(np.abs(difference).sum() / 2)
    net, low, high = _net(raw, difference, error, (k1 + k2) / (k1 + k2).sum())
    changes = _changes(skills, k1, n_before, k2, n_after)
    return Turnover(
        years, n_before, n_after, len(skills),
        raw / years, _chance(0.0, difference, error)[0] / years, net / years, low / years, high / years,
        float(np.abs(k2 / n_after - k1 / n_before).sum()),
        tuple(c for c in changes if c.after.value > c.before.value),
        tuple(c for c in changes if c.after.value < c.before.value),
    )  # fmt: skip


def _errors(k1: Floats, n1: int, k2: Floats, n2: int) -> Floats:
    """Standard errors of the differences of parts, at the shares of both periods together.

    A part is k_s / sum k; with independent skills its variance by the delta method is
    (v_s (1 - 2 pi_s) + pi_s^2 V) / M^2, with v_s = n p_s (1 - p_s), V = sum v_s, M = sum k.
    """
    p = (k1 + k2) / (n1 + n2)
    part = p / p.sum()
    spread = p * (1 - p)
    of_one_ad = (spread * (1 - 2 * part) + part**2 * spread.sum()) / p.sum() ** 2
    return np.asarray(np.sqrt(np.maximum(of_one_ad, 0.0) * (1 / n1 + 1 / n2)))


def _chance(scale: float, difference: Floats, error: Floats) -> tuple[float, float]:
    """Mean and standard deviation of half the sum of |scale * difference + chance| (folded normals)."""
    mean, variance = _folded(scale * np.abs(difference), error)
    return float(mean.sum() / 2), float(np.sqrt(variance.sum()) / 2)


def _folded(mean: Floats, error: Floats) -> tuple[Floats, Floats]:
    """Mean and variance of the size of normals with means >= 0 (Leone, Nelson & Nottingham 1961)."""
    ratio = mean / np.maximum(error, 1e-15)
    folded = error * np.sqrt(2 / np.pi) * np.exp(-0.5 * np.minimum(ratio, 50.0) ** 2) + mean * (2 * ndtr(ratio) - 1)
    return folded, np.maximum(mean**2 + error**2 - folded**2, 0.0)


def _net(raw: float, difference: Floats, error: Floats, part: Floats) -> tuple[float, float, float]:
    """Half the sum of true differences, and its 90 % interval."""
    alike, least, most = _alike(raw, difference, error)
    few, deviation = _few(difference, error, part)
    deviation = float(np.hypot(deviation, _chance(alike / raw if raw else 0.0, difference, error)[1]))
    low, high = min(least, few - Z90 * deviation), max(most, few + Z90 * deviation)
    return (alike + few) / 2, max(0.0, low), high


def _alike(raw: float, difference: Floats, error: Floats) -> tuple[float, float, float]:
    """With every true difference the same part of the one seen: the part at which chance makes ``raw`` of it.

    On average, and with ``raw`` at the 95 % and 5 % point of what chance makes.
    """
    average, least, most = (raw * _scale(raw, difference, error, z) for z in (0.0, Z90, -Z90))
    return average, least, most


def _scale(raw: float, difference: Floats, error: Floats, z: float) -> float:
    """The scale at which ``raw`` lies ``z`` standard deviations above its mean; 0 when it is below that at 0."""

    def above(scale: float) -> bool:
        mean, deviation = _chance(scale, difference, error)
        return mean + z * deviation > raw

    if above(0.0):
        return 0.0
    low, high = 0.0, 1.0
    while not above(high) and high < 64:
        high *= 2
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        low, high = (low, half) if above(half) else (half, high)
    return low


def _few(difference: Floats, error: Floats, part: Floats) -> tuple[float, float]:
    """With some skills that did not move and others that did: the posterior mean and deviation of half the sum.

    True differences are a mixture of normals around 0, as wide as multiples of the skill's part, whose weights are
    fitted (Stephens 2017, Biostatistics 18, 275-294).
    """
    between = (part[:, None] * _WIDTHS) ** 2
    variance = np.maximum(error[:, None], 1e-15) ** 2 + between
    density = np.exp(-0.5 * np.minimum(difference[:, None] ** 2 / variance, 1400.0)) / np.sqrt(variance)
    weight = np.full(len(_WIDTHS), 1 / len(_WIDTHS))
    for _ in range(_FITTING):
        belongs = weight * density
        belongs /= belongs.sum(axis=1, keepdims=True)
        weight = belongs.sum(axis=0) + 1 / len(_WIDTHS)  # one skill's worth spread over all widths keeps each possible
        weight /= weight.sum()
    kept = between / variance
    size, of_size = _folded(kept * np.abs(difference)[:, None], np.sqrt(kept) * error[:, None])
    mean = (belongs * size).sum(axis=1)
    second = (belongs * (of_size + size**2)).sum(axis=1)
    return float(mean.sum() / 2), float(np.sqrt(np.maximum(second - mean**2, 0.0).sum()) / 2)


def _changes(skills: list[str], k1: Floats, n1: int, k2: Floats, n2: int) -> list[ShareChange]:
    """Skills whose share of ads changed, at a false discovery rate of 10 % (Benjamini & Hochberg 1995), surest first.

    The two-sided p-value is that of the pooled two-sample test of proportions, with the continuity correction of Yates
    (1934), for many skills are named in few ads.
    """
    p = (k1 + k2) / (n1 + n2)
    error = np.sqrt(p * (1 - p) * (1 / n1 + 1 / n2))
    off = np.maximum(np.abs(k2 / n2 - k1 / n1) - 0.5 * (1 / n1 + 1 / n2), 0.0)
    p_value = 2 * ndtr(-off / np.maximum(error, 1e-15))
    sure = false_discovery_control(p_value) <= FALSE_DISCOVERIES
    found = [
        ShareChange(skill, Share(int(a), n1), Share(int(b), n2), float(q))
        for skill, a, b, q, keep in zip(skills, k1, k2, p_value, sure, strict=True)
        if keep
    ]
    return sorted(found, key=lambda c: (c.p_value, c.skill))
