"""How long skills stay in demand, as far as the trends of a built market tell."""

from __future__ import annotations

from functools import cache
from math import log, log1p

from credlens.evaluate.breadth import DEPTH_WEIGHT
from credlens.evaluate.case import Case
from credlens.model.credential import TaughtSkill
from credlens.model.market import Trend, Verdict
from credlens.model.quantity import normal_quantile

YEARS = 5  # the horizon of renewals, too: longer ahead nobody's figures reach
DECLINE_GOES_ON = (
    0.6  # of it goes on: in ten years of public counts terms that had lost .23 a year then lost .14 (decision 0012)
)
GROWTH_GOES_ON = 0.0  # of it: terms that had won .43 a year then won .03 (decision 0012), which is no forecast
SCATTER = 0.14  # of log-odds a year, as a standard deviation: how far terms then were from that (decision 0012)
_POINTS = 25  # of the normal distribution; more change no third decimal


def in_demand(case: Case, valid: float) -> tuple[float, float]:
    """Share of the horizon in which it is valid and what it teaches is asked for at least half as often as today.

    From the slope's interval: each end goes on as it was or as such slopes did elsewhere (:func:`ahead`), whichever is
    farther out. Skills count by depth and by how sure it is that they are taught. One without a trend, or whose share
    did not move along a line, may be asked for all the time or not at all.

    Args:
        valid: share of the horizon in which the credential holds, from today on.

    Returns:
        Ends of the interval in [0, ``valid``]; all of that when it is not known what it teaches.
    """
    weights = [(DEPTH_WEIGHT[t.depth] * t.probability, t) for t in by_id(case)]
    total = sum(w for w, _ in weights)
    if not total:
        return (0.0, valid)
    ends = [(w, _between(case.trends.get(t.skill), valid)) for w, t in weights]
    low, high = (sum(w * end[i] for w, end in ends) / total for i in (0, 1))
    return (min(low, valid), min(high, valid))


def by_id(case: Case) -> list[TaughtSkill]:
    """What it teaches, in an order that does not depend on how the record lists it."""
    return sorted(case.credential.skills, key=lambda t: (t.skill, t.depth.value, t.probability))


def measured(case: Case) -> list[Trend]:
    """Trends of its skills that a line describes."""
    found = (case.trends.get(t.skill) for t in by_id(case))
    return [trend for trend in found if trend is not None and _told(trend)]


def expected(share: float, slope: float, valid: float = 1.0) -> float:
    """Expected share of the horizon, at most ``valid``, before the demand for a skill is half of what it is.

    Slopes to come are normal around ``slope`` with :data:`SCATTER`. The time to half is exact on the logistic curve.

    Args:
        share: of the ads that name the skill today.
        slope: change of its log-odds a year that is looked for.
        valid: share of the horizon that counts.
    """
    p = min(max(share, 1e-6), 1 - 1e-6)
    to_lose = log(2) + log1p(-p / 2) - log1p(-p)  # log-odds between the share and half of it
    return sum(_lasts(to_lose, slope + off, valid) for off in _offsets()) / _POINTS


def ahead(slope: float) -> float:
    """What is to be looked for after a slope: a decline slows down, and growth is not counted on."""
    return slope * (DECLINE_GOES_ON if slope < 0 else GROWTH_GOES_ON)


def _lasts(to_lose: float, slope: float, valid: float) -> float:
    return valid if slope >= 0 else min(valid, to_lose / -slope / YEARS)


@cache
def _offsets() -> tuple[float, ...]:
    """Middles of equally likely parts of what slopes may differ by."""
    return tuple(SCATTER * normal_quantile((i + 0.5) / _POINTS) for i in range(_POINTS))


def _told(trend: Trend) -> bool:
    return trend.verdict is not Verdict.UNKNOWN and not trend.bent and None not in (trend.low, trend.share_last)


def _between(trend: Trend | None, valid: float) -> tuple[float, float]:
    if trend is None or not _told(trend) or trend.low is None or trend.high is None or trend.share_last is None:
        return (0.0, valid)
    worst, best = min(trend.low, ahead(trend.low)), max(trend.high, ahead(trend.high))
    return (expected(trend.share_last, worst, valid), expected(trend.share_last, best, valid))
