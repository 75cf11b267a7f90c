"""No recognition: nobody vouches for it, and enough ads were searched to say that hardly any names it."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source
from credlens.evaluate.criteria.recognition import UNHEARD, in_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.rates import mention_rate
from credlens.model.gap import Evidence


def check(case: Case) -> Verdict:
    """Fires when nothing vouches for it and the upper bound of the share of ads that name it is below 1 in 2,000.

    With no mention that takes 6,000 ads (rule of three). With fewer it cannot be told, and the bound is printed.
    """
    credential = case.credential
    vouched = [f"{a.what} accredited by {a.body}" for a in credential.accreditation]
    vouched += [f"{r.kind.replace('_', ' ')}: {r.by}" for r in credential.recognition]
    vouched += [f"credit: {c.system}" for c in credential.credit]
    seen = case.demand.recognition(credential.id)
    evidence = [Evidence(f"named in {seen.share.k} of {seen.share.n} ads", ads_source(case.demand))]
    if case.demand.n == 0:
        counted = "there are no ads of this target to search"
    elif case.demand.examples:
        counted = (
            f"named in {seen.share.k} of {seen.share.n} example ads, which are invented and say nothing about employers"
        )
    else:
        counted = in_words(seen)
    if vouched:
        return clear(f"{'; '.join(vouched)}; {counted}", evidence)
    if case.demand.n == 0 or case.demand.examples:
        return cannot_tell(f"no accreditation or endorsement is recorded, and {counted}", evidence)
    rare, often = mention_rate(seen.share.k, seen.share.n)
    if often < UNHEARD:
        return fires(
            f"not worth it on current evidence: no accreditation or endorsement is recorded, and it is {counted}",
            evidence,
        )
    if rare >= UNHEARD:
        return clear(counted, evidence)
    return cannot_tell(
        f"no accreditation or endorsement is recorded, and it is {counted}; 6,000 ads would be needed to tell", evidence
    )


FLAG = RedFlag(
    id="no_recognition",
    question="Does nobody vouch for it, and does hardly any ad name it?",
    reference="Rule of three: Hanley & Lippman-Hand 1983, JAMA 249, 1743-1745. The threshold of 1 ad in 2,000 is a "
    "judgement of this project.",
    check=check,
    gates=True,
)
