"""Shares of ads that come in bunches: an employer's ads resemble each other, so many ads of few say less than they seem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credlens.model.market import ClusteredShare
from credlens.model.quantity import normal_quantile, wilson

USUAL = 0.1  # likeness of ads of one employer when the ads cannot say: a judgement
USUAL_WEIGHT = 10.0  # it counts as much as so many employers' worth of evidence: a judgement


def clustered_share(
    counts_per_employer: Sequence[tuple[int, int]],
    *,
    unnamed: tuple[int, int] = (0, 0),
    likeness: float = USUAL,
    level: float = 0.95,
) -> ClusteredShare:
    """The share of ads that name something, with an interval that counts how alike one employer's ads are.

    Effective number: n / (1 + (m - 1) * rho) with m = sum n_e^2 / n, the ads of the employer behind an ad, itself
    counted (Kish 1965, Survey Sampling, for unequal bunches), and rho the correlation of two ads of one
    employer, estimated from the counts and drawn towards ``likeness``. Wilson's interval is taken at that number (Korn
    & Graubard 1998, Survey Methodology 24, 193-201, do so with the exact interval; Dean & Pagano 2015, J. Survey Stat.
    Methodol. 3, 484-503, compare).

    Args:
        counts_per_employer: (k, n) of each employer.
        unnamed: (k, n) of ads that name no employer: each counts as one of its own.
        likeness: what rho is drawn towards; :func:`likeness` of all skills of the market when there is one.
        level: of the interval.

    One skill of few employers cannot tell its rho: alone, a nominal 90 % interval of 1,000 ads covers .79 where rho is
    .3 and 1.00 where it is 0. With :func:`likeness` over some dozens of skills it covers .87 to .98 (decision 0012).
    Without any named employer it is the plain Wilson interval.
    """
    groups = [(k, n) for k, n in counts_per_employer if n]
    k, n = sum(g[0] for g in groups) + unnamed[0], sum(g[1] for g in groups) + unnamed[1]
    if not 0 <= k <= n:
        raise ValueError(f"a share needs 0 <= k <= n, not {k} of {n}")
    z = normal_quantile((1 + level) / 2)
    if not groups:
        return ClusteredShare(k, n, None, float(n), wilson(k / n if n else 0.0, n, z), level)
    size = (sum(g[1] ** 2 for g in groups) + unnamed[1]) / n
    rho = _rho([groups], likeness)
    effective = n / (1 + (size - 1) * rho)
    return ClusteredShare(k, n, len(groups), effective, wilson(k / n, effective, z), level)


def likeness(skills: Iterable[Sequence[tuple[int, int]]], *, start: float = USUAL) -> float:
    """How alike two ads of one employer are, over many skills: the correlation rho of beta-binomial counts.

    Args:
        skills: for each skill the (k, n) of every employer.
        start: what it is drawn towards when there is little to estimate it from.
    """
    return _rho([[g for g in groups if g[1]] for groups in skills], start)


def _rho(skills: Sequence[Sequence[tuple[int, int]]], start: float) -> float:
    """Pairs of ads of one employer that agree beyond chance, of those that could.

    Method of moments: E[k (k - 1)] summed over employers is sum n (n - 1) (p^2 + rho p (1 - p)). The estimate counts
    as many employers with more than one ad as there are, weighed by their pairs.
    """
    above, could, evidence = 0.0, 0.0, 0.0
    for groups in skills:
        k, n = sum(g[0] for g in groups), sum(g[1] for g in groups)
        pairs = sum(m * (m - 1) for _, m in groups)
        if not pairs or k in {0, n}:
            continue
        # p^2 and p (1 - p) without the bias of squaring an estimate: from pairs of ads of different employers
        across = n * n - sum(m * m for _, m in groups)
        if not across:
            continue
        square = (k * k - sum(j * j for j, _ in groups)) / across
        p = k / n
        above += sum(j * (j - 1) for j, _ in groups) - pairs * square
        could += pairs * (p - square)
        evidence += pairs**2 / sum((m * (m - 1)) ** 2 for _, m in groups) * min(1.0, p * (1 - p) * n / 5)
    if could <= 0:
        return start
    own = min(1.0, max(0.0, above / could))
    return (own * evidence + start * USUAL_WEIGHT) / (evidence + USUAL_WEIGHT)
