"""Recognition: how often ads of an occupation name a credential, estimated beside all others that could be named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaln

from credlens.model.market import CredentialCount, RatePrior, Recognition

Floats = NDArray[np.float64]

LEVEL = 0.9
# What credentials do in ads in general: of eight well-known certificate names searched in 4,594 distinct ads of five
# public corpora, the mean was named in 0.44 %. Its weight is a judgement: rates differ far more than that from
# credential to credential.
ANYWHERE = RatePrior(0.0044, 20.0)
# How far mean and weight may lie from those (scales of log-odds and logarithm): nine of ten within a factor of 25 and
# one of 71; where the pooled prior was measured, both within one of 4.4. Judgements.
FAR_FROM_ANYWHERE, FAR_FROM_POOLED = (1.5, 2.0), (0.7, 0.7)
_STEPS = np.linspace(-3.0, 3.0, 13)
_ROUNDS = 10  # of looking closer; four are usual
_NEGLIGIBLE = 0.01
_HALVINGS = 24  # to a millionth of the rate


@dataclass(frozen=True)
class _Beliefs:
    """What the prior may be: beta parameters with their probability; each of shape (beliefs,)."""

    a: Floats
    b: Floats
    probability: Floats

    @property
    def prior(self) -> RatePrior:
        """The mean rate, and the weight in ads (a geometric mean, for weights differ by factors)."""
        weight = self.a + self.b
        return RatePrior(float(self.probability @ (self.a / weight)), float(np.exp(self.probability @ np.log(weight))))


def fit_prior(counts: Sequence[CredentialCount], pooled: RatePrior | None = None) -> RatePrior:
    """The beta prior of the rates at which a group of credentials is named.

    Fit it on the counts of all occupations together, and hand the result to :func:`recognition` for each.

    Args:
        counts: one for each credential that could have been named, those with k = 0 too.
        pooled: what is known from elsewhere; :data:`ANYWHERE` when None.
    """
    return _beliefs(_tally(counts), pooled).prior


def recognition(counts: Sequence[CredentialCount], *, pooled: RatePrior | None = None) -> tuple[Recognition, ...]:
    """Recognition of each credential, in the order given.

    k of n ads name it: k ~ binomial(n, rate), rate ~ beta(mean * weight, (1 - mean) * weight). Mean and weight are
    what the counts of all candidates make likely (beta-binomial likelihood, on a grid), starting from ``pooled``: many
    candidates and ads move them, few hardly do. The interval counts that they are not known. At k = 0 it begins at 0.

    Args:
        counts: one for each candidate of the occupation, those with k = 0 too.
        pooled: the prior fitted on all occupations together; :data:`ANYWHERE` when None.
    """
    tally = _tally(counts)
    beliefs = _beliefs(tally, pooled)
    prior = beliefs.prior
    pairs = sorted(tally)
    found = dict(zip(pairs, _posterior(pairs, beliefs), strict=True)) if pairs else {}
    return tuple(_recognition(c, found.get((c.k, c.n)), prior) for c in counts)


def rule_of_three(n: int) -> float:
    """Upper 95 % bound of a rate after none of ``n`` > 0: 3 / n (Hanley & Lippman-Hand 1983, JAMA 249, 1743-1745)."""
    return min(1.0, 3 / n)


def _tally(counts: Sequence[CredentialCount]) -> Counter[tuple[int, int]]:
    """How many candidates have the same count; those without ads say nothing."""
    return Counter((c.k, c.n) for c in counts if c.n)


def _beliefs(tally: Counter[tuple[int, int]], pooled: RatePrior | None) -> _Beliefs:
    """The posterior of mean and weight on a grid, laid closer and closer around where it is."""
    start = pooled or ANYWHERE
    far = np.array(FAR_FROM_ANYWHERE if pooled is None else FAR_FROM_POOLED)
    centre, width = np.zeros(2), 3 * far
    for _ in range(_ROUNDS):
        odds, heavy = (grid.ravel() for grid in np.meshgrid(*(centre[:, None] + width[:, None] * _STEPS)))
        mean = 1 / (1 + (1 - start.mean) / start.mean * np.exp(-odds))
        weight = start.weight * np.exp(heavy)
        a, b = mean * weight, (1 - mean) * weight
        # Student's t with 4 degrees of freedom: most occupations lie near, and one that does not is let go.
        log = -2.5 * (np.log1p((odds / far[0]) ** 2 / 4) + np.log1p((heavy / far[1]) ** 2 / 4))
        for (k, n), candidates in sorted(tally.items()):
            log += candidates * (betaln(a + k, b + n - k) - betaln(a, b))
        probability = np.exp(log - log.max())
        probability /= probability.sum()
        points = np.stack([odds, heavy])
        centre = points @ probability
        deviation = np.sqrt(((points - centre[:, None]) ** 2) @ probability)
        if (deviation > 0.9 * width).all():
            break
        width = np.maximum(deviation, width / 3)
    kept = probability > _NEGLIGIBLE * probability.max()
    return _Beliefs(a[kept], b[kept], probability[kept] / probability[kept].sum())


def _posterior(pairs: Sequence[tuple[int, int]], beliefs: _Beliefs) -> list[tuple[float, float, float]]:
    """Mean and both ends of the interval for each (k, n)."""
    k, n = np.array(pairs, dtype=float).T
    a, b = beliefs.a + k[:, None], beliefs.b + (n - k)[:, None]
    probability = np.broadcast_to(beliefs.probability, a.shape)
    tail = (1 - LEVEL) / 2
    low = np.where(k == 0, 0.0, _quantile(np.full(len(k), tail), a, b, probability))
    high = _quantile(np.where(k == 0, LEVEL, 1 - tail), a, b, probability)
    mean = (probability * a / (a + b)).sum(axis=1)
    return list(zip(mean.tolist(), low.tolist(), high.tolist(), strict=True))


def _quantile(p: Floats, a: Floats, b: Floats, probability: Floats) -> Floats:
    """Quantiles of the mixtures of beta distributions, by halving the logarithm of the rate."""
    low, high = np.full(len(p), -25.0), np.zeros(len(p))
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        below = (probability * betainc(a, b, np.exp(half)[:, None])).sum(axis=1) < p
        low, high = np.where(below, half, low), np.where(below, high, half)
    return np.asarray(np.exp(high))


def _recognition(c: CredentialCount, found: tuple[float, float, float] | None, prior: RatePrior) -> Recognition:
    if found is None:
        words = "unknown: there are no ads to count in"
        return Recognition(c.credential, c.k, c.n, c.employers, c.required, words)
    rate, low, high = found
    at_most = rule_of_three(c.n) if c.k == 0 else None
    words = _words(c, low, high)
    return Recognition(c.credential, c.k, c.n, c.employers, c.required, words, rate, low, high, at_most, prior)


def _words(c: CredentialCount, low: float, high: float) -> str:
    ads = f"{c.n:,} ad{'s' * (c.n != 1)}"
    if c.k == 0:
        return f"not named in {ads}: named in at most {_percent(rule_of_three(c.n))} (rule of three)"
    who = "no employer named" if c.employers == 0 else f"{c.employers} employer{'s' * (c.employers != 1)}"
    bounds = f"90 % interval {_percent(low)} to {_percent(high)}"
    return f"named in {c.k:,} of {ads} ({bounds}; {who}), required in {c.required:,}"


def _percent(share: float) -> str:
    """Two digits of it: 14 %, 1.4 %, 0.14 %."""
    return f"{100 * share:.0f} %" if share >= 0.095 else f"{100 * share:.2g} %"
