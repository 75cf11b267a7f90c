"""Recognition: how many ads of the target name it, and how many employers stand behind them?"""

from __future__ import annotations

from math import exp, log

from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding
from credlens.evaluate.rates import mention_rate, percent
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


def value(case: Case) -> Finding:
    """The share of ads that name it, on a logarithmic scale, less where few employers stand behind it.

    The interval is that of :func:`credlens.evaluate.rates.mention_rate`. No mention is not a rejection: with few ads
    the upper end stays high. Invented ads say nothing about employers.
    """
    seen = case.demand.recognition(case.credential.id)
    evidence = (Evidence(f"named in {seen.share.k} of {seen.share.n} ads", ads_source(case.demand)),)
    if case.demand.n == 0:
        return Finding(0.0, 1.0, "there are no ads of this target to count in", can_look_up=False)
    if case.demand.examples:
        words = (
            f"named in {seen.share.k} of {seen.share.n} example ads, which are invented and say nothing about employers"
        )
        return Finding(0.0, 1.0, words, evidence, can_look_up=False)
    rare, often = mention_rate(seen.share.k, seen.share.n)
    low = on_scale(rare) * spread(seen.employers)
    high = on_scale(often) * spread(_employers_at_most(seen))
    return Finding(low, high, in_words(seen), evidence, can_look_up=False)  # only more ads narrow it


def on_scale(rate: float) -> float:
    """A rate of mentions on the logarithmic scale from :data:`UNHEARD` to :data:`HOUSEHOLD`, clipped to [0, 1]."""
    return min(1.0, max(0.0, log(max(rate, 1e-12) / UNHEARD) / log(HOUSEHOLD / UNHEARD)))


def spread(employers: float) -> float:
    """How far mentions by so many employers count, in [0, 1)."""
    return 1 - exp(-employers / EMPLOYERS)


def _employers_at_most(seen: NamedCredential) -> float:
    return seen.employers + UNSEEN * min(1.0, (seen.employers + 1) / (seen.share.k + 1))


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
        "Measured in the ads at hand. Lower end: Beta posterior with a weak fixed prior; upper end: exact bound "
        "(Clopper & Pearson 1934), rule of three at no mention (Hanley & Lippman-Hand 1983, JAMA 249, 1743-1745). The "
        "scale's ends and the weight of employers are a judgement of this project, set against 4,594 public ads in "
        "which well-known certifications reach 0.3 to 1.2 %."
    ),
    value=value,
    reads=(),
    besides="the ads of the target",
)
