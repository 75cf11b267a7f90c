"""Too narrow: nearly all of it is about one vendor's product, and it covers little of what the target asks for."""

from __future__ import annotations

from credlens.evaluate.breadth import (
    ads_behind,
    asked_by_name,
    coverage_words,
    label,
    product_share,
    still_wanted,
    target_coverage,
    taught,
    vendor_share,
)
from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.rates import percent, wilson90
from credlens.evaluate.wanted import BY_NAME
from credlens.model.gap import Evidence
from credlens.model.scorecard import FlagState

BOUND = 0.7  # so much of its weight belongs to vendors' products
COVERS = 0.3  # so little of the target's most wanted skills


def check(case: Case) -> Verdict:
    """Fires at 70 % vendor-bound weight and under 30 % coverage, unless 30 % of the ads ask for the product by name.

    What a vendor's own certification examines counts as bound to its product. Coverage and the share that asks by name are
    held against their 90 % intervals: one across its threshold decides nothing. Skills that a program read out of a
    description count as much as they are likely.
    """
    least, most = product_share(case)
    if most < BOUND:
        return clear(f"{percent(most)} of it at most is bound to vendors' products")
    if not case.credential.skills:
        return cannot_tell("what it teaches is not known")
    ads = ads_behind(case.demand)
    if ads == 0:
        return cannot_tell("there are no ads of this target to hold it against")
    named = asked_by_name(case)
    if named is None:
        return _by_coverage(case, least, ads)
    words = f"{named.share.k} of {named.share.n} ads ask for {label(case, named.skill)} by name"
    evidence = [Evidence(words, ads_source(case.demand))]
    if named.expected >= BY_NAME:
        return clear(words, evidence)
    verdict = _by_coverage(case, least, ads)
    if verdict.state is FlagState.FIRES and named.share.k and wilson90(named.expected, ads)[1] >= BY_NAME:
        return cannot_tell(f"{verdict.because}; but {words}: too few to say whether it is what they want", evidence)
    return verdict


def _by_coverage(case: Case, bound: float, ads: int) -> Verdict:
    share, fewest, most_of_it = (target_coverage(case, doubt=d) for d in (0, -1, 1))
    low, high = wilson90(fewest, ads)[0], wilson90(most_of_it, ads)[1]
    words = coverage_words(case, share)
    evidence = [Evidence(words, ads_source(case.demand))]
    own = " (all that a vendor examines around its own product counts)" if bound > vendor_share(case)[0] else ""
    if low >= COVERS:
        return clear(words, evidence)
    if high >= COVERS or bound < BOUND:
        return cannot_tell(
            f"{percent(bound)} of it is bound to vendors' products{own}; it {words}: too few ads or facts to decide",
            evidence,
        )
    supplement = still_wanted(case, taught(case))
    return fires(
        f"specialist only: {percent(bound)} is bound to vendors' products{own}, and it {words}; supplement: {supplement}",
        evidence,
    )


FLAG = RedFlag(
    id="too_narrow",
    question="Is it nearly all about one product, and little of what the target asks for?",
    reference="Thresholds (70 % vendor-bound, 30 % covered, 30 % of ads by name) are a judgement of this project.",
    check=check,
)
