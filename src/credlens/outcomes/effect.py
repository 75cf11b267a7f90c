"""Did showing a credential help? The model of one person's log.

Application i brings an interview within the window with log odds a + phi * shown_i + gamma * x_i. What can be seen is phi = theta + beta:
theta is the effect of showing the credential, beta is what comes with the choice to show it (better ads, better days). Where a coin chose,
beta is 0; else no number of applications tells the two apart, and the prior of beta keeps the answer modest.

Priors: a ~ N(logit .05, 1), gamma ~ N(0, .5²), theta ~ N(.10, .35²), beta ~ N(0, .30²). That of theta comes from published effects: showing a
certificate raised the share with a new job by 6 % for 17 more of 100 who showed one (Athey & Palikot, arXiv 2405.00247), about a third for those
who did because they were asked to, which is the most that is looked for; on platforms and in Costa Rica nothing was seen; a little known source
cost 22 % of callbacks (Deming and others, AER 2016); and the sign turns with experience (Rivas & Baker 2018).

The likelihood of phi is found on a grid, with a integrated out by quadrature, or a and gamma by Laplace's approximation where there are
covariates. Given phi, theta is normal, so that its distribution is a mixture over the grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from credlens.model.belief import SURE, Belief, EffectPrior
from credlens.model.quantity import normal_quantile

Floats = NDArray[np.float64]

PHI: Floats = np.linspace(-3.9, 4.1, 201)  # log odds ratios beyond are not credible under any prior here
_NODES: Floats = np.linspace(-7.0, 7.0, 57)  # of the base rate, in standard deviations around its mode
_THETA: Floats = np.linspace(-3.0, 3.2, 311)
_NEWTON = 40  # steps at most; a handful is usual
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Cell:
    """Applications that are alike: whether they showed the credential, their covariates, how many, and how many brought an interview."""

    shown: bool
    n: int
    interviews: int
    x: tuple[float, ...] = ()


def learn(cells: Iterable[Cell], prior: EffectPrior = EffectPrior()) -> Belief:  # noqa: B008 - frozen
    """What is believed of the effect after these applications; see the module.

    Args:
        cells: alike applications counted together; all with the same number of covariates.
        prior: before them; ``bias_sd`` 0 where a coin chose.
    """
    return after(likelihood(cells, prior), prior)


def before(prior: EffectPrior) -> Belief:
    """The prior alone, in the form of a belief."""
    return after(np.zeros_like(PHI), prior)


def likelihood(cells: Iterable[Cell], prior: EffectPrior) -> Floats:
    """Log likelihood of each phi of :data:`PHI`, up to a constant; base rate and covariates are integrated out."""
    counted = [c for c in cells if c.n]
    if not counted:
        return np.zeros_like(PHI)
    columns = np.array([(1.0, *c.x) for c in counted], dtype=np.float64)
    shown = np.array([c.shown for c in counted], dtype=np.float64)
    n = np.array([c.n for c in counted], dtype=np.float64)
    k = np.array([c.interviews for c in counted], dtype=np.float64)
    many = columns.shape[1]
    mean = np.zeros(many)
    mean[0] = prior.base_mean
    precision = np.full(many, prior.covariate_sd**-2)
    precision[0] = prior.base_sd**-2
    offset = PHI[:, None] * shown
    mode, curve = _mode(columns, offset, n, k, mean, precision)
    if many > 1:
        at_mode = _joint(mode @ columns.T + offset, n, k) - 0.5 * ((mode - mean) ** 2 @ precision)
        laplace: Floats = at_mode - 0.5 * np.linalg.slogdet(curve)[1]
        return laplace
    sd = 1 / np.sqrt(curve[:, 0, 0])
    a = mode[:, :1] + _NODES * sd[:, None]
    logs = _joint(a[:, :, None] + offset[:, None, :], n, k) - 0.5 * precision[0] * (a - mean[0]) ** 2
    top = logs.max(axis=1, keepdims=True)
    integrated: Floats = np.log(np.exp(logs - top).sum(axis=1) * sd) + top[:, 0]
    return integrated


def after(logs: Floats, prior: EffectPrior) -> Belief:
    """The effect's distribution for a log likelihood over :data:`PHI`."""
    parts = [(1.0, prior)]
    if prior.spike is not None:
        weight, sd = prior.spike
        parts = [(weight, replace(prior, mean=0.0, sd=sd)), (1 - weight, prior)]
    logs = logs - logs.max()
    cdf, above, total = np.zeros_like(_THETA), 0.0, 0.0
    for weight, part in parts:
        mass = np.exp(logs + _log_normal(PHI, part.mean, sqrt(part.sd**2 + part.bias_sd**2)))
        evidence = weight * float(mass.sum())
        mass /= mass.sum()
        here, over = _effect(mass, part)
        cdf, above, total = cdf + evidence * here, above + evidence * over, total + evidence
    cdf, above = cdf / total, above / total
    low, median, high = (float(np.interp(q, cdf, _THETA)) for q in (0.05, 0.5, 0.95))
    return Belief(median, low, high, min(1.0, max(0.0, above)))


def decisive(shown: int, hidden: int, rate: float, prior: EffectPrior, sure: float = SURE) -> float:
    """How likely so many applications are to decide, for a true effect out of the prior.

    Normal approximation: with the variance v = (1 / n1 + 1 / n0) / (p (1 - p)) of the observed log odds ratio, the posterior mean is spread
    around the prior's with the share r = sd² / (sd² + bias² + v) of its variance, and the posterior has the rest.

    Args:
        shown, hidden: applications with it and without it.
        rate: of interviews without it, in (0, 1).
        prior: of the effect and of the bias.
        sure: from which probability on it is decided.
    """
    if not shown or not hidden:
        return 0.0
    v = (1 / shown + 1 / hidden) / (rate * (1 - rate))
    r = prior.sd**2 / (prior.sd**2 + prior.bias_sd**2 + v)
    spread, left = prior.sd * sqrt(r), prior.sd * sqrt(1 - r)
    edge = normal_quantile(sure) * left
    return float(ndtr((prior.mean - edge) / spread) + ndtr((-edge - prior.mean) / spread))


def logit(p: float) -> float:
    """Log odds."""
    return log(p / (1 - p))


def expit(x: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-x))


def _effect(mass: Floats, prior: EffectPrior) -> tuple[Floats, float]:
    """(distribution function over :data:`_THETA`, probability above 0) of theta, for weights over :data:`PHI`."""
    if prior.bias_sd == 0:
        step = PHI[1] - PHI[0]
        edges = np.concatenate(([PHI[0] - step / 2], PHI + step / 2))
        cumulated = np.concatenate(([0.0], np.cumsum(mass)))
        return np.interp(_THETA, edges, cumulated), float(1 - np.interp(0.0, edges, cumulated))
    k = prior.sd**2 / (prior.sd**2 + prior.bias_sd**2)
    centre, sd = prior.mean + k * (PHI - prior.mean), prior.sd * sqrt(1 - k)
    heavy = mass > 1e-10
    cdf = ndtr((_THETA[:, None] - centre[heavy]) / sd) @ mass[heavy]
    return cdf, float(ndtr(centre / sd) @ mass)


def _mode(
    columns: Floats, offset: Floats, n: Floats, k: Floats, mean: Floats, precision: Floats
) -> tuple[Floats, Floats]:
    """For each phi the most likely base rate and covariate effects, and the curvature there (Newton's method).

    Args:
        columns: (cells, 1 + covariates); offset: (phi, cells); n, k: (cells,); mean, precision: of the prior (1 + covariates,).

    Returns:
        (phi, 1 + covariates) and (phi, 1 + covariates, 1 + covariates).
    """
    at = np.tile(mean, (len(offset), 1))
    diagonal = np.diag(precision)
    for _ in range(_NEWTON):
        p = 1 / (1 + np.exp(-(at @ columns.T + offset)))
        slope = (k - n * p) @ columns - (at - mean) * precision
        curve = np.einsum("gc,ci,cj->gij", n * p * (1 - p), columns, columns, optimize=True) + diagonal
        step = np.linalg.solve(curve, slope[:, :, None])[:, :, 0]
        longest = np.abs(step).max(axis=1, keepdims=True)
        at = at + step * np.minimum(
            1.0, 2.0 / np.maximum(longest, _CLOSE)
        )  # no step over more than 2, or it may run away
        if float(longest.max()) < _CLOSE:
            break
    p = 1 / (1 + np.exp(-(at @ columns.T + offset)))
    return at, np.einsum("gc,ci,cj->gij", n * p * (1 - p), columns, columns, optimize=True) + diagonal


def _joint(odds: Floats, n: Floats, k: Floats) -> Floats:
    """Log likelihood of log odds (..., cells)."""
    summed: Floats = odds @ k - np.logaddexp(0.0, odds) @ n
    return summed


def _log_normal(x: Floats, mean: float, sd: float) -> Floats:
    scaled: Floats = -0.5 * ((x - mean) / sd) ** 2 - log(sd)
    return scaled


def counted(shown: tuple[int, int], not_shown: tuple[int, int]) -> Sequence[Cell]:
    """The cells of a two by two table: (applications, interviews) with it and without it."""
    return (
        Cell(shown=True, n=shown[0], interviews=shown[1]),
        Cell(shown=False, n=not_shown[0], interviews=not_shown[1]),
    )
