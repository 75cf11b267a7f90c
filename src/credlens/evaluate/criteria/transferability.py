"""Transferability: how much of what the target asks for does it teach, outside one vendor's product?"""

from __future__ import annotations

from credlens.evaluate.breadth import coverage_words, target_coverage, vendor_share
from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source, cite
from credlens.evaluate.criteria.base import QUALITY, Criterion, Finding
from credlens.evaluate.rates import percent, wilson90
from credlens.model.gap import Evidence

UNKNOWN_HIGH = 0.7
MOSTLY_VENDOR, VENDOR_FACTOR = 0.7, 0.6


def value(case: Case) -> Finding:
    """Coverage of the target's most wanted skills by vendor-free skills, x 0.6 when it is mostly about one product.

    The interval is Wilson's at the number of ads (90 %): few ads tell little about what a target asks for.
    """
    if not case.credential.skills:
        return Finding(0.0, UNKNOWN_HIGH, "what it teaches is not known: 0 to 0.7 is possible")
    least, most = vendor_share(case)
    worst, best = (VENDOR_FACTOR if share > MOSTLY_VENDOR else 1.0 for share in (most, least))
    bound = f"; {percent(least)} of it is bound to vendors' products" if least else ""
    evidence = tuple(
        e for t in case.credential.skills for e in cite(f"teaches {_label(case, t.skill)} ({t.depth.value})", t.sources)
    )
    if case.demand.n == 0:
        because = f"there are no ads of this target to compare with{bound}"
        return Finding(0.0, UNKNOWN_HIGH * best, because, evidence)
    share = target_coverage(case, vendor_bound=False)
    low, high = wilson90(share, case.demand.n)
    because = f"{coverage_words(case, share)}{bound}"
    measured = Evidence(f"covers {percent(share)} of the most wanted skills", ads_source(case.demand))
    return Finding(low * worst, high * best, because, (measured, *evidence))


def _label(case: Case, skill_id: str) -> str:
    return case.taxonomy[skill_id].label if skill_id in case.taxonomy else skill_id


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
