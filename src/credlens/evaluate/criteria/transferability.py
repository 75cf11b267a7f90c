"""Transferability: how much of what the target asks for does it teach, outside one vendor's product?"""

from __future__ import annotations

from credlens.evaluate.breadth import ads_behind, coverage_words, label, target_coverage, vendor_share
from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source, cite
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding
from credlens.evaluate.rates import percent, wilson90
from credlens.model import naming
from credlens.model.gap import Evidence
from credlens.model.skill import Reuse

UNKNOWN_HIGH = 0.7
MOSTLY_VENDOR, VENDOR_FACTOR = 0.7, 0.6


def value(case: Case) -> Finding:
    """Coverage of the target's most wanted skills by vendor-free skills, x 0.6 when it is mostly about one product.

    The interval is Wilson's at the number of ads (90 %): few ads tell little about what a target asks for. Skills that a
    program read out of a description count as much as they are likely, and widen it. How far ESCO says that its skills
    are used beyond one occupation is shown and not counted: the target's own ads say it better.
    """
    if not case.credential.skills:
        return Finding(0.0, UNKNOWN_HIGH, "what it teaches is not known: 0 to 70 of 100 is possible")
    least, most = vendor_share(case)
    worst, best = (VENDOR_FACTOR if share > MOSTLY_VENDOR else 1.0 for share in (most, least))
    bound = f"; {percent(least)} of it is bound to vendors' products" if least else ""
    bound += _reused(case)
    evidence = tuple(
        e
        for t in case.credential.skills
        for e in cite(f"teaches {label(case, t.skill)} ({naming.DEPTHS[t.depth]})", t.sources)
    )
    ads = ads_behind(case.demand)
    if ads == 0:
        because = f"there are no ads of this target to compare with{bound}"
        return Finding(0.0, UNKNOWN_HIGH * best, because, evidence)
    share, fewest, most_of_it = (target_coverage(case, vendor_bound=False, doubt=d) for d in (0, -1, 1))
    low, high = wilson90(fewest, ads)[0], wilson90(most_of_it, ads)[1]
    because = f"{coverage_words(case, share)}{bound}"
    measured = Evidence(f"covers {percent(share)} of the most wanted skills", ads_source(case.demand))
    return Finding(low * worst, high * best, because, (measured, *evidence))


def _reused(case: Case) -> str:
    """How many of its skills are used in many sectors, as ESCO says; nothing where it does not say."""
    reuse = [case.taxonomy[t.skill].reuse for t in case.credential.skills if t.skill in case.taxonomy]
    told = [r for r in reuse if r is not None]
    wide = sum(r in (Reuse.TRANSVERSAL, Reuse.CROSS_SECTOR) for r in told)
    verb = "is" if wide == 1 else "are"
    return f"; {wide} of its {len(told)} skills {verb} used in more than one sector" if told else ""


CRITERION = Criterion(
    id="transferability",
    group=QUALITY,
    default_weight=0.12,
    question="Is what it teaches asked for in many places, or only around one product?",
    reference=(
        "Measured in the ads at hand; Wilson 1927, JASA 22, 209-212. Twenty skills, depth weights (core 1, part 0.5, "
        "touched 0.15) and the factor 0.6 above 70 % vendor-bound are a judgement of this project."
    ),
    value=value,
    reads=("skills",),
    besides="the ads of the target",
)
