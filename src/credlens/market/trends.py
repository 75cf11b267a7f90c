"""Trends: is a skill asked for less than it was, and how long until half as often?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p

import numpy as np
from scipy.special import expit

from credlens.market.families import Family, family, shrink
from credlens.market.slopes import Design, Floats, fit, widening
from credlens.model.market import QuarterCount, Trend, Verdict, quarter_name

LEVEL = 0.9
FEWEST_QUARTERS = 8  # two years: less cannot tell a trend from the time of the year
FEWEST_NAMED = 10  # and at least as many ads that do not name it: below, slopes are far from normal
FEWEST_FREE = 4  # degrees of freedom of the dispersion
FAMILY = 5  # skills from which on a family speaks for itself

_Cells = tuple[QuarterCount, ...]


@dataclass(frozen=True)
class _Fitted:
    """One skill's line before and after its family was heard."""

    slope: float
    variance: float
    widening: float
    bent: bool
    stray: QuarterCount | None


def trends(
    counts: Mapping[str, Sequence[QuarterCount]], families: Mapping[str, str], *, last: int | None = None
) -> tuple[Trend, ...]:
    """The trend of each skill, in the order given.

    k of n ads of a source and quarter is quasi-binomial with logit p = a_source + b * years. Each source has its own
    level, so that a change in the mix of sources is no trend. The slopes b of a family are drawn towards each other; a
    family of fewer than five skills is drawn towards all skills. A skill has a trend from 8 quarters with ads on, in
    sources that have at least two, when at least 10 ads name it and 10 do not.

    Args:
        counts: skill -> its counts; several of one source and quarter are added up.
        families: skill -> its family; a skill without one counts into "".
        last: only so many quarters before the newest of all counts; all when None.
    """
    newest = max((c.quarter for of in counts.values() for c in of if c.n), default=0)
    since = newest - last + 1 if last is not None else 0
    cells = {skill: _cells(of, since) for skill, of in counts.items()}
    telling = {skill: _telling(of) for skill, of in cells.items()}
    reasons = {skill: _too_little(cells[skill], telling[skill]) for skill in counts}
    lines = _fit({skill: of for skill, of in telling.items() if reasons[skill] is None})
    reasons |= {skill: _hangs_on_one(telling[skill], line.stray) for skill, line in lines.items()}
    fitted = {skill: line for skill, line in lines.items() if reasons[skill] is None}
    shrunk = _by_family(fitted, families)
    return tuple(
        _trend(skill, families.get(skill, ""), cells[skill], shrunk[skill], fitted[skill])
        if skill in shrunk
        else _unknown(skill, families.get(skill, ""), cells[skill], reasons[skill] or "")
        for skill in counts
    )


def _cells(of: Sequence[QuarterCount], since: int) -> _Cells:
    """One count for each source and quarter with ads, by source and time."""
    total: dict[tuple[str, int], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for c in of:
        if c.n and c.quarter >= since:
            k, n = total[c.source, c.quarter]
            total[c.source, c.quarter] = (k + c.k, n + c.n)
    return tuple(QuarterCount(source, quarter, *total[source, quarter]) for source, quarter in sorted(total))


def _telling(cells: _Cells) -> _Cells:
    """The cells of sources that say something of a slope: two quarters at least, and neither none nor all name it.

    A source where nobody names the skill fits any slope; its level is minus infinity, its share 0 throughout.
    """
    kept: list[QuarterCount] = []
    for source in dict.fromkeys(c.source for c in cells):
        own = [c for c in cells if c.source == source]
        if len(own) > 1 and 0 < sum(c.k for c in own) < sum(c.n for c in own):
            kept += own
    return tuple(kept)


def _too_little(cells: _Cells, telling: _Cells) -> str | None:
    """Why there is no trend; None when there is enough."""
    quarters = len({c.quarter for c in cells})
    if quarters < FEWEST_QUARTERS:
        return f"unknown: ads of {quarters} quarters; a trend needs {FEWEST_QUARTERS}"
    named, ads = sum(c.k for c in cells), sum(c.n for c in cells)
    if named < FEWEST_NAMED:
        return f"unknown: named in {named} of {ads} ads; a trend needs {FEWEST_NAMED} that name it"
    if ads - named < FEWEST_NAMED:
        return f"unknown: named in {named} of {ads} ads; a trend needs {FEWEST_NAMED} that do not name it"
    free = len(telling) - len({c.source for c in telling}) - 1
    if free < FEWEST_FREE or len({c.quarter for c in telling}) < FEWEST_QUARTERS:
        return "unknown: no source covers enough quarters by itself"
    return None


def _hangs_on_one(telling: _Cells, stray: QuarterCount | None) -> str | None:
    """Why there is no trend once a quarter far off the line is left out; None when there is enough."""
    if stray is None or sum(c.k for c in telling) - stray.k >= FEWEST_NAMED:
        return None
    share = f"{stray.k:,} of {stray.n:,} ads"
    return f"unknown: hardly named but in {quarter_name(stray.quarter)} ({share}), and one quarter is no trend"


def _fit(cells: Mapping[str, _Cells]) -> dict[str, _Fitted]:
    """A line for each skill; skills counted in the same ads are fitted together."""
    alike: dict[tuple[tuple[str, int, int], ...], list[str]] = defaultdict(list)
    for skill, of in cells.items():
        alike[tuple((c.source, c.quarter, c.n) for c in of)].append(skill)
    found = {}
    for skills in alike.values():
        design = _design(cells[skills[0]])
        slopes = fit(np.array([[c.k for c in cells[skill]] for skill in skills], dtype=float), design)
        wide = widening(slopes.df, LEVEL)
        for i, skill in enumerate(skills):
            stray = cells[skill][slopes.stray[i]] if slopes.stray[i] >= 0 else None
            found[skill] = _Fitted(
                float(slopes.slope[i]), float(slopes.variance[i]), float(wide[i]), bool(slopes.bent[i]), stray
            )
    return found


def _design(cells: _Cells) -> Design:
    index = {source: i for i, source in enumerate(dict.fromkeys(c.source for c in cells))}
    middle = sum(c.quarter for c in cells) / len(cells)
    return Design(
        np.array([index[c.source] for c in cells]),
        np.array([(c.quarter - middle) / 4 for c in cells]),
        np.array([float(c.n) for c in cells]),
    )


def _by_family(fitted: Mapping[str, _Fitted], families: Mapping[str, str]) -> dict[str, tuple[float, float, float]]:
    """Slope and interval of each skill, drawn towards its family."""
    if not fitted:
        return {}
    members: dict[str, list[str]] = defaultdict(list)
    for skill in fitted:
        members[families.get(skill, "")].append(skill)
    everybody = _family(fitted, list(fitted))
    found = {}
    for skills in members.values():
        known = _family(fitted, skills) if len(skills) >= FAMILY else everybody
        slope, variance = _columns(fitted, skills)
        wide = np.array([fitted[skill].widening for skill in skills])
        shrunk = shrink(slope, variance, wide, known, LEVEL)
        ends = zip(shrunk.slope.tolist(), shrunk.low.tolist(), shrunk.high.tolist(), strict=True)
        found.update(dict(zip(skills, ends, strict=True)))
    return found


def _family(fitted: Mapping[str, _Fitted], skills: Sequence[str]) -> Family:
    return family(*_columns(fitted, skills))


def _columns(fitted: Mapping[str, _Fitted], skills: Sequence[str]) -> tuple[Floats, Floats]:
    return np.array([fitted[s].slope for s in skills]), np.array([fitted[s].variance for s in skills])


def _trend(skill: str, of: str, cells: _Cells, line: tuple[float, float, float], fitted: _Fitted) -> Trend:
    slope, low, high = line
    kept = tuple(c for c in cells if c != fitted.stray)
    first, last = min(c.quarter for c in cells), max(c.quarter for c in cells)
    begin, end = _shares(kept, slope, (first, last))
    declining = high < 0
    verdict = Verdict.DECLINING if declining else Verdict.GROWING if low > 0 else Verdict.NO_DECLINE_DETECTABLE
    half = half_life(end, slope) if declining else None
    between = (half_life(end, low), half_life(end, high)) if declining else None
    return Trend(
        skill, of, len({c.quarter for c in cells}), sum(c.n for c in cells), sum(c.k for c in cells),
        quarter_name(first), quarter_name(last), verdict, _words(verdict, half, between, fitted),
        begin, end, slope, low, high, half, between, fitted.bent,
        quarter_name(fitted.stray.quarter) if fitted.stray else None,
    )  # fmt: skip


def _unknown(skill: str, of: str, cells: _Cells, words: str) -> Trend:
    named, ads = sum(c.k for c in cells), sum(c.n for c in cells)
    quarters = sorted({c.quarter for c in cells})
    first, last = (quarter_name(quarters[0]), quarter_name(quarters[-1])) if quarters else (None, None)
    return Trend(skill, of, len(quarters), ads, named, first, last, Verdict.UNKNOWN, words)


def _words(verdict: Verdict, half: float | None, between: tuple[float, float] | None, fitted: _Fitted) -> str:
    words = verdict.value.replace("_", " ")
    if half is not None and between is not None:
        words += (
            f": half as often in {half:.1f} years if it goes on so (90 % interval {between[0]:.1f} to {between[1]:.1f})"
        )
    if fitted.stray:
        share = f"{fitted.stray.k:,} of {fitted.stray.n:,} ads"
        words += f"; {quarter_name(fitted.stray.quarter)} ({share}) is far off the line and was left out"
    if fitted.bent:
        words += "; the share did not move along one line, so look at the last years by themselves"
    return words


def half_life(share: float, slope: float) -> float:
    """Years until a share in (0, 1) whose log-odds change by ``slope`` < 0 a year is half of what it is.

    Exact on the logistic curve: (logit(p / 2) - logit(p)) / b, which nears ln 2 / -b for small shares.
    """
    return (log(0.5) - log1p(-share / 2) + log1p(-share)) / slope


def _shares(cells: _Cells, slope: float, at: tuple[int, int]) -> tuple[float, float]:
    """The fitted share in two quarters, each source counted by its ads over the whole time."""
    ads = sum(c.n for c in cells)
    found = np.zeros(2)
    for source in dict.fromkeys(c.source for c in cells):
        own = [c for c in cells if c.source == source]
        found += sum(c.n for c in own) / ads * _levels(own, slope, at)
    return float(found[0]), float(found[1])


def _levels(cells: Sequence[QuarterCount], slope: float, at: tuple[int, int]) -> Floats:
    """One source's shares in two quarters, on the line of this slope whose expected mentions are those counted."""
    named, ads = sum(c.k for c in cells), sum(c.n for c in cells)
    if named in {0, ads}:
        return np.full(2, named / ads)
    n = np.array([float(c.n) for c in cells])
    x = slope / 4 * np.array([c.quarter for c in cells])
    target = log(named / (ads - named))
    low, high = target - float(x.max()), target - float(x.min())  # the line's log-odds lie on both sides of the mean's
    for _ in range(50):
        half = (low + high) / 2
        low, high = (half, high) if float(n @ expit(half + x)) < named else (low, half)
    return np.asarray(expit(high + slope / 4 * np.array(at)))
