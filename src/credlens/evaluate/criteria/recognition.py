"""Recognition: how many ads of the target name it, and how many employers stand behind them?"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from credlens.evaluate.breadth import label
from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source, market_source
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding
from credlens.evaluate.rates import PRIOR_NAMED, PRIOR_UNNAMED, mention_rate, percent
from credlens.model.credential import Depth
from credlens.model.demand import NamedCredential
from credlens.model.gap import Evidence

UNHEARD, HOUSEHOLD = (
    0.0005,
    0.05,
)  # named in one ad of 2,000 stands for 0, in one of 20 for 1; in between by the logarithm
EMPLOYERS = 5  # five different employers give 63 % of the value, ten 86 %
UNSEEN = (
    20  # so many more ads that name it are imagined for the upper end, bringing new employers at the pace seen so far
)
ASKED = 3  # skills it is about that the reason names


@dataclass(frozen=True, slots=True)
class _Count:
    """One body of ads: how many name it, and between which shares of all ads would."""

    k: int
    n: int
    employers: int
    rare: float
    often: float


def value(case: Case) -> Finding:
    """The share of ads that name it, on a logarithmic scale, less where few employers stand behind it.

    Counted in the ads at hand, and in ads of the same occupation in the built market. Since the same ad may be in both,
    counts are never added up: the larger body gives the interval, and only where the two cannot both be right is it drawn
    out towards the other. The market's prior, what ads of the occupation say of other credentials, serves both. No mention is not a
    rejection: with few ads the upper end stays high (rule of three). Invented ads say nothing about employers. That ads
    ask for the skills it teaches is another fact, shown beside it and not counted here.
    """
    named, asked = _named(case), _asked(case)
    bodies = _bodies(case)
    evidence = tuple(e for _, e in named) + tuple(e for _, e in asked)
    words = "; ".join([w for w, _ in named] + [w for w, _ in asked])
    if not case.looked_for:
        because = "ads were not searched for its title, which could mean other things; " + words
        return Finding(0.0, 1.0, because.removesuffix("; "), evidence, can_look_up=False)
    if not bodies:
        because = words if case.demand.n else f"there are no ads of this target to count in{'; ' * bool(words)}{words}"
        return Finding(0.0, 1.0, because, evidence, can_look_up=False)
    low, high = _between(bodies)
    return Finding(low, high, words, evidence, can_look_up=False)  # only more ads narrow it


def on_scale(rate: float) -> float:
    """A rate of mentions on the logarithmic scale from :data:`UNHEARD` to :data:`HOUSEHOLD`, clipped to [0, 1]."""
    return min(1.0, max(0.0, log(max(rate, 1e-12) / UNHEARD) / log(HOUSEHOLD / UNHEARD)))


def spread(employers: float) -> float:
    """How far mentions by so many employers count, in [0, 1)."""
    return 1 - exp(-employers / EMPLOYERS)


def _bodies(case: Case) -> list[_Count]:
    """What was counted, the larger body first; invented ads and empty bodies left out."""
    found, own, market = [], case.demand.recognition(case.credential.id), case.recognised
    if own.share.n and not case.demand.examples:
        weak = (PRIOR_NAMED, PRIOR_UNNAMED)
        said = market.prior if market else None
        prior = (said.mean * said.weight, (1 - said.mean) * said.weight) if said else weak
        found.append(
            _Count(own.share.k, own.share.n, own.employers, *mention_rate(own.share.k, own.share.n, prior=prior))
        )
    if market is not None and market.n and market.low is not None and market.high is not None:
        often = max(market.high, market.at_most or 0.0)
        found.append(_Count(market.k, market.n, market.employers, market.low, min(1.0, often)))
    return sorted(found, key=lambda c: -c.n)


def _between(bodies: list[_Count]) -> tuple[float, float]:
    """The interval of the larger body, drawn out until it touches that of the other where the two lie apart."""
    counted, *other = bodies
    rare = min([counted.rare, *(o.often for o in other)])
    often = max([counted.often, *(o.rare for o in other)])
    known = max(c.employers for c in bodies)
    low = on_scale(rare) * spread(max(known, 1 if counted.k else 0))
    return low, on_scale(often) * spread(max(known, _employers_at_most(counted)))


def _employers_at_most(seen: _Count) -> float:
    """Employers that name it if more ads were read; any number where the ads that name it do not say whose they are."""
    if seen.k and not seen.employers:
        return seen.k + UNSEEN
    return seen.employers + UNSEEN * min(1.0, (seen.employers + 1) / (seen.k + 1))


def _named(case: Case) -> list[tuple[str, Evidence]]:
    """Where employers name the credential, in words and as evidence: the ads at hand, then the market's."""
    if not case.looked_for:
        return []
    found = []
    seen, market = case.demand.recognition(case.credential.id), case.recognised
    if case.demand.n:
        words = in_words(seen)
        if case.demand.examples:
            words = (
                f"named in {seen.share.k} of {seen.share.n} example ads, which are invented and say nothing about "
                "employers"
            )
        found.append((words, Evidence(f"named in {seen.share.k} of {seen.share.n} ads", ads_source(case.demand))))
    if market is not None and market.n:
        where = case.market or "the built market"
        fact = Evidence(f"named in {market.k:,} of {market.n:,} ads", market_source(where, market.n))
        found.append((f"in {where}: {market.words}", fact))
    return found


def _asked(case: Case) -> list[tuple[str, Evidence]]:
    """Where employers ask for what it is about: another fact than that they name it."""
    if not case.demand.n or case.demand.examples:
        return []
    core = {t.skill for t in case.credential.skills if t.depth is Depth.CORE}
    asked = sorted(
        (d for s in core if (d := case.demand.skills.get(s)) and d.share.k), key=lambda d: (-d.share.k, d.skill)
    )
    if not asked:
        return []
    shares = ", ".join(f"{label(case, d.skill)} in {d.share.k} of {d.share.n}" for d in asked[:ASKED])
    statement = f"ads ask for the skills it is about: {shares}"
    return [(f"another fact: {statement}", Evidence(statement, ads_source(case.demand)))]


def in_words(seen: NamedCredential) -> str:
    """The count with its 90 % bounds: "named in 0 of 42 ads: at most 7 % would (rule of three)"."""
    named, ads = seen.share.k, seen.share.n
    rare, often = mention_rate(named, ads)
    if named == 0:
        return f"named in 0 of {ads} ads: at most {percent(often)} would (rule of three); not named is not rejected"
    who = "no employer named" if seen.employers == 0 else f"{seen.employers} employer{'s' * (seen.employers != 1)}"
    bounds = f"{percent(rare)} to {percent(often)} of all, 90 % interval"
    return f"named in {named} of {ads} ads ({bounds}; {who}), required in {seen.required}"


CRITERION = Criterion(
    id="recognition",
    group=QUALITY,
    default_weight=0.22,
    question="Do employers who hire for the target name it in their ads?",
    reference=(
        "Measured in the ads at hand and in the built market. Lower end: Beta posterior, the prior fitted to all "
        "credentials that ads of the occupation could name (empirical Bayes), a weak fixed one without a market; upper "
        "end: exact bound "
        "(Clopper & Pearson 1934), rule of three at no mention (Hanley & Lippman-Hand 1983, JAMA 249, 1743-1745). The "
        "scale's ends and the weight of employers are a judgement of this project, set against 4,594 public ads in "
        "which well-known certifications reach 0.3 to 1.2 %."
    ),
    value=value,
    reads=(),
    besides="the ads of the target, and ads of the same occupation in the built market",
)
