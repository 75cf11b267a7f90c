"""Slopes of shares over time: quasi-binomial lines on the logit scale, many skills at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri, stdtr, stdtrit

Floats = NDArray[np.float64]

ROUNDS = 60  # scoring steps; five to eight are usual
LONGEST_STEP = 2.0  # on the logit scale, so that one outlier cannot throw the iteration far away
BENT = 0.01  # level of the test for a curve
STRAY = 0.001  # level of the test for a cell that is no part of the line
ALIKE = 1.645  # 5 % one-sided: residuals of successive quarters are taken as alike only when they surely are
MOST_ALIKE = 0.8


@dataclass(frozen=True)
class Design:
    """The cells (source and quarter with ads) that several skills have in common.

    Attributes:
        source: index of each cell's source, 0, 1 ..., sorted, and within it by time; shape (cells,).
        t: each cell's time in years from about the middle; shape (cells,).
        n: ads in each cell, all above 0; shape (cells,).
    """

    source: NDArray[np.int64]
    t: Floats
    n: Floats

    def matrix(self) -> Floats:
        """One column for each source and one for the time; shape (cells, sources + 1)."""
        own = (self.source[:, None] == np.arange(int(self.source[-1]) + 1)).astype(float)
        return np.column_stack([own, self.t])

    def without(self, cell: int) -> Design:
        """All cells but one."""
        return Design(np.delete(self.source, cell), np.delete(self.t, cell), np.delete(self.n, cell))


@dataclass(frozen=True)
class Slopes:
    """Fitted lines of several skills, one entry for each.

    Attributes:
        slope: change of the log-odds per year.
        variance: of ``slope``, with dispersion and likeness of successive quarters.
        df: degrees of freedom of the dispersion.
        bent: whether a curve fits surely better than the line.
        stray: index of the one cell that is surely no part of the line and was left out; -1 when there is none.
    """

    slope: Floats
    variance: Floats
    df: NDArray[np.int64]
    bent: NDArray[np.bool_]
    stray: NDArray[np.int64]


def fit(k: Floats, design: Design) -> Slopes:
    """Lines logit p = a_source + b t through counts ``k`` (shape (skills, cells)) of ``design.n`` ads.

    Fisher scoring with Firth's (1993, Biometrika 80, 27-38) correction, which keeps the slope finite when a skill is
    named only at one end of the time. The dispersion is Pearson's chi-squared over its degrees of freedom, at least 1
    (McCullagh & Nelder 1989, 4.5). One cell far off the line, a month that was read wrongly or twice, is left out.
    """
    x = design.matrix()
    found = _lines(k, design, x)
    for skill in np.flatnonzero(found.stray >= 0):
        cell = int(found.stray[skill])
        found.stray[skill] = -1
        others, p = _without(k[skill], design, x, cell)
        off = _even(k[skill, cell], p, design.n[cell]) / np.sqrt(others.dispersion[0])
        if 2 * stdtr(others.df[0], -abs(off)) * len(x) < STRAY:
            found.stray[skill] = cell
            for of, value in ((found.slope, others.slope), (found.variance, others.variance), (found.df, others.df)):
                of[skill] = value[0]
            found.bent[skill] = others.bent[0]
    return Slopes(found.slope, found.variance, found.df, found.bent, found.stray)


@dataclass(frozen=True)
class _Lines(Slopes):
    """Lines before strays are left out: ``stray`` is only suspected."""

    beta: Floats
    dispersion: Floats


def _lines(k: Floats, design: Design, x: Floats) -> _Lines:
    beta, p, inverse = _scored(k, design.n, x)
    weight = design.n * p * (1 - p)
    residual = (k - design.n * p) / np.sqrt(weight)
    df = len(x) - x.shape[1]
    dispersion = np.maximum(1.0, (residual**2).sum(axis=1) / df)
    variance = inverse[:, -1, -1] * dispersion * _alike(residual, design)
    bent = _bent(residual, weight, inverse, x, df)
    stray = _suspect(residual, weight, inverse, x, df)
    return _Lines(beta[:, -1].copy(), variance, np.full(len(k), df), bent, stray, beta, dispersion)


def _without(k: Floats, design: Design, x: Floats, cell: int) -> tuple[_Lines, float]:
    """One skill's line without a cell, and the share it expects there."""
    rest = design.without(cell)
    found = _lines(np.delete(k, cell)[None, :], rest, np.delete(x, cell, axis=0))
    return found, float(expit(np.clip(found.beta[0] @ x[cell], -30, 30)))


def _even(k: float, p: float, n: float) -> float:
    """A residual on the arcsine scale (Anscombe 1948, Biometrika 35, 246-254), which small shares skew less."""
    seen = np.arcsin(np.sqrt((k + 0.375) / (n + 0.75)))
    return float(2 * np.sqrt(n + 0.5) * (seen - np.arcsin(np.sqrt(p))))


def _scored(k: Floats, n: Floats, x: Floats) -> tuple[Floats, Floats, Floats]:
    """Parameters (skills, p), fitted shares (skills, cells) and inverse informations (skills, p, p)."""
    own = x[:, :-1]
    start = np.log((k @ own + 0.5) / ((n - k) @ own + 0.5))
    beta = np.column_stack([start, np.zeros(len(k))])
    small = 1e-9 * np.eye(x.shape[1])  # keeps the inverse when all weights vanish
    for _ in range(ROUNDS):
        p = expit(np.clip(beta @ x.T, -30, 30))
        weight = n * p * (1 - p)
        information = np.einsum("sc,cp,cq->spq", weight, x, x, optimize=True) + small
        inverse = np.linalg.inv(information)
        leverage = weight * np.einsum("cp,spq,cq->sc", x, inverse, x, optimize=True)
        score = (k - n * p + leverage * (0.5 - p)) @ x
        step = np.clip(np.einsum("spq,sq->sp", inverse, score), -LONGEST_STEP, LONGEST_STEP)
        beta += step
        if np.abs(step).max(initial=0.0) < 1e-8:
            break
    return beta, p, inverse


def _alike(residual: Floats, design: Design) -> Floats:
    """Factor on the variance where residuals of successive quarters are surely alike, as those of a bent course are.

    (1 + r) / (1 - r) with r the correlation of successive residuals: the variance of a mean under an autoregression
    of order one (Bayley & Hammersley 1946).
    """
    follows = (np.diff(design.source) == 0) & (np.diff(design.t) < 0.3)
    pairs = int(follows.sum())
    if pairs < 8:
        return np.ones(len(residual))
    r = (residual[:, 1:] * residual[:, :-1])[:, follows].sum(axis=1) / np.maximum((residual**2).sum(axis=1), 1e-12)
    r = np.where(r > ALIKE / np.sqrt(pairs), np.minimum(r, MOST_ALIKE), 0.0)
    return np.asarray((1 + r) / (1 - r))


def _bent(residual: Floats, weight: Floats, inverse: Floats, x: Floats, df: int) -> NDArray[np.bool_]:
    """Whether time squared would explain more: the score test of an added column, scaled by its own residual."""
    added = x[:, -1] ** 2
    score = (residual * np.sqrt(weight)) @ added
    cross = (weight * added) @ x
    explained = np.einsum("sp,spq,sq->s", cross, inverse, cross)
    left = np.maximum(weight @ added**2 - explained, 1e-12)
    chi2 = score**2 / left
    rest = np.maximum(((residual**2).sum(axis=1) - chi2) / max(df - 1, 1), 1.0)
    t = np.sqrt(chi2 / rest)
    return np.asarray(2 * stdtr(max(df - 1, 1), -t) < BENT)


def _suspect(residual: Floats, weight: Floats, inverse: Floats, x: Floats, df: int) -> NDArray[np.int64]:
    """The cell with the largest residual if it is far from the others: externally studentised, Bonferroni over cells.

    The scale is taken without the cell (Williams 1987, Applied Statistics 36, 181-191, for models like this one), so
    that one wrong month does not hide itself.
    """
    leverage = weight * np.einsum("cp,spq,cq->sc", x, inverse, x, optimize=True)
    own = residual**2 / np.maximum(1 - leverage, 1e-6)
    without = np.maximum(((residual**2).sum(axis=1, keepdims=True) - own) / (df - 1), 1.0)
    t = np.sqrt(own / without)
    worst = t.argmax(axis=1)
    sure = 2 * stdtr(df - 1, -t.max(axis=1)) * x.shape[0] < STRAY
    return np.where(sure, worst, -1)


def widening(df: NDArray[np.int64], level: float) -> Floats:
    """How much wider a t interval of ``df`` degrees of freedom is than the normal one."""
    p = (1 + level) / 2
    return np.asarray(stdtrit(df, p) / ndtri(p))
