"""Too narrow: nearly all of it is about one vendor's product, and it covers little of what the target asks for."""

from __future__ import annotations

from credlens.evaluate.breadth import asked_by_name, coverage_words, still_wanted, target_coverage, taught, vendor_share
from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.rates import percent, wilson90
from credlens.model.gap import Evidence

BOUND = 0.7  # so much of its weight belongs to vendors' products
COVERS = 0.3  # so little of the target's most wanted skills
BY_NAME = 0.3  # in so many of the ads one of those products is asked for by name: then narrow is what is wanted


def check(case: Case) -> Verdict:
    """Fires at 70 % vendor-bound weight and under 30 % coverage, unless 30 % of the ads ask for the product by name.

    Coverage is held against its 90 % interval: an interval across the threshold decides nothing.
    """
    least, most = vendor_share(case)
    if most < BOUND:
        return clear(f"{percent(most)} of it at most is bound to vendors' products")
    if not case.credential.skills:
        return cannot_tell("what it teaches is not known")
    if case.demand.n == 0:
        return cannot_tell("there are no ads of this target to hold it against")
    named = asked_by_name(case)
    if named and named.share.value >= BY_NAME:
        words = f"{named.share.k} of {named.share.n} ads ask for {case.taxonomy[named.skill].label} by name"
        return clear(words, [Evidence(words, ads_source(case.demand))])
    return _by_coverage(case, least)


def _by_coverage(case: Case, bound: float) -> Verdict:
    share = target_coverage(case)
    low, high = wilson90(share, case.demand.n)
    words = coverage_words(case, share)
    evidence = [Evidence(words, ads_source(case.demand))]
    if low >= COVERS:
        return clear(words, evidence)
    if high >= COVERS or bound < BOUND:
        return cannot_tell(
            f"{percent(bound)} of it is bound to vendors' products; it {words}: too few ads or facts to decide",
            evidence,
        )
    supplement = still_wanted(case, taught(case))
    return fires(
        f"specialist only: {percent(bound)} is bound to vendors' products, and it {words}; supplement: {supplement}",
        evidence,
    )


FLAG = RedFlag(
    id="too_narrow",
    question="Is it nearly all about one product, and little of what the target asks for?",
    reference="Thresholds (70 % vendor-bound, 30 % covered, 30 % of ads by name) are a judgement of this project.",
    check=check,
)
