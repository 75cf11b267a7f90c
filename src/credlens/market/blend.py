"""Few ads of one's own, together with what was known before: a market's ads and a taxonomy's profile of the occupation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from scipy.special import betaincinv

from credlens.market.clustered import likeness
from credlens.model.demand import Blend, DemandPart, DemandSource
from credlens.model.quantity import Share

LEVEL = 0.95
ENOUGH = 200  # ads; here the usual prior moves a share by a ninth of the difference at most
USUAL = 25.0  # ads that a market counts as when nothing tells how far sets of ads lie apart: a judgement
LIGHTEST, HEAVIEST = 1.0, 1000.0
_IGNORANCE = 0.5  # Jeffreys' prior: half a mention in one ad

# What a taxonomy's relation says of the share before any ad is counted: judgements until :func:`calibrate` has ads.
JUDGED = {
    "essential": DemandPart(DemandSource.PROFILE, 0.35, 3.0, "essential in the profile; 35 % is a judgement"),
    "optional": DemandPart(DemandSource.PROFILE, 0.10, 3.0, "optional in the profile; 10 % is a judgement"),
    "hot technology": DemandPart(DemandSource.PROFILE, 0.15, 4.0, "hot technology in the profile; 15 % is a judgement"),
}


def blend(
    own: Share,
    market: Share | None,
    profile: DemandPart | None,
    *,
    heterogeneity: float = USUAL,
    level: float = LEVEL,
) -> Blend | None:
    """The share of ads that ask for a skill; None from :data:`ENOUGH` ads of one's own on, which need no help.

    The market's share p has the prior beta of the profile's pseudo-ads and half a mention in one ad (Jeffreys); with k
    of n ads its mean is mu and N = n + pseudo-ads is known of it. One's own ads come from a part of the market whose
    share is beta(mu * m, (1 - mu) * m) with m = ``heterogeneity``; p's own uncertainty makes that m * N / (m + N) ads.
    A market of any size thus counts as at most m ads.

    Args:
        own: the ads given.
        market: ads of the same occupation, counted before.
        profile: share and weight in pseudo-ads, from :data:`JUDGED` or :func:`calibrate`.
        heterogeneity: m, from :func:`heterogeneity`, > 0.
        level: of the interval.
    """
    if heterogeneity <= 0:
        raise ValueError(f"heterogeneity counts ads, more than 0, not {heterogeneity}")
    if own.n >= ENOUGH:
        return None
    k, n = (market.k, market.n) if market else (0, 0)
    said, pseudo = (profile.share, profile.weight) if profile else (0.0, 0.0)
    known = n + pseudo + 2 * _IGNORANCE
    mean = (k + said * pseudo + _IGNORANCE) / known
    weight = heterogeneity * known / (heterogeneity + known)
    a, b = mean * weight + own.k, (1 - mean) * weight + own.n - own.k
    tail = (1 - level) / 2
    parts = [DemandPart(DemandSource.ADS, own.value, float(own.n))] if own.n else []
    if market and n:
        note = f"{n:,} ads of the same occupation"
        parts.append(DemandPart(DemandSource.MARKET, market.value, weight * n / known, note))
    if profile and pseudo:
        parts.append(DemandPart(DemandSource.PROFILE, said, weight * pseudo / known, profile.note))
    return Blend(a / (a + b), float(betaincinv(a, b, tail)), float(betaincinv(a, b, 1 - tail)), tuple(parts))


def heterogeneity(skills: Iterable[Sequence[tuple[int, int]]], *, usual: float = USUAL) -> float:
    """How many ads of one's own a market counts as: the overdispersion of shares between its parts.

    Parts are what one's own ads resemble: employers, months, or both. With rho the correlation of two ads of one part
    (:func:`credlens.market.clustered.likeness`), m = 1 / rho - 1, kept between 1 and 1,000.

    Args:
        skills: for each skill the (k, n) of every part.
        usual: where little can be told.
    """
    rho = likeness(skills, start=1 / (usual + 1))
    return min(HEAVIEST, max(LIGHTEST, 1 / max(rho, 1 / (HEAVIEST + 1)) - 1))


def calibrate(shares: Iterable[tuple[str, Share]]) -> dict[str, DemandPart]:
    """Priors of a taxonomy's relations from the shares that a market really has; :data:`JUDGED` where they are few.

    The mean over a relation's skills, and the weight of the beta distribution with their variance, sampling taken out
    (method of moments). Kept between 1 and 50 pseudo-ads. From ten skills on.

    Args:
        shares: (relation, the market's share of one skill that has it), skills never named too.
    """
    found: dict[str, list[Share]] = defaultdict(list)
    for relation, share in shares:
        if share.n:
            found[relation].append(share)
    return {**JUDGED, **{r: _calibrated(r, of) for r, of in sorted(found.items()) if len(of) >= 10}}


def _calibrated(relation: str, shares: Sequence[Share]) -> DemandPart:
    skills = len(shares)
    mean = sum(s.value for s in shares) / skills
    mean = min(1 - 1e-4, max(1e-4, mean))
    spread = sum((s.value - mean) ** 2 for s in shares) / (skills - 1)
    between = spread - sum(s.value * (1 - s.value) / s.n for s in shares) / skills
    weight = mean * (1 - mean) / between - 1 if between > 0 else 50.0
    ads = max(s.n for s in shares)
    note = f"{relation} in the profile; such skills are in {100 * mean:.2g} % of {ads:,} ads ({skills} skills)"
    return DemandPart(DemandSource.PROFILE, mean, min(50.0, max(1.0, weight)), note)
