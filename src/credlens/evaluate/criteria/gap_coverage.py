"""Gap coverage: how much of what this person is missing does it teach?"""

from __future__ import annotations

from credlens.evaluate.breadth import ads_behind, covered, label, taught
from credlens.evaluate.case import Case
from credlens.evaluate.cite import ads_source, cite
from credlens.evaluate.criteria.base import SUITABILITY, Criterion, Finding
from credlens.evaluate.rates import percent, wilson90
from credlens.model import naming
from credlens.model.gap import Evidence


def value(case: Case) -> Finding:
    """Share of the missing skills it teaches, weighted by the ads that ask for each and by how much is missing.

    Left out: transversal skills, which a certificate hardly proves, and umbrella skills, whose parts are counted
    already. The interval is Wilson's at the number of ads (90 %), or at the number that they and what was known before
    count as. Skills that a program read out of a description count as much as they are likely, and widen it.
    """
    ads = max(case.gap.n, ads_behind(case.demand))
    if ads == 0:
        return Finding(0.0, 1.0, "there are no ads of this target, so what is missing is not known")
    if not case.credential.skills:
        return Finding(0.0, 1.0, "what it teaches is not known")
    wanted = {i.skill: i.demand.expected * i.missing for i in case.gap.missing if i.learnable and not i.umbrella}
    if not any(wanted.values()):
        return Finding(0.0, 0.0, f"nothing that a credential could teach is missing ({_basis(case)})")
    gives = taught(case)
    share, fewest, most = (covered(wanted, taught(case, doubt=d)) for d in (0, -1, 1))
    low, high = wilson90(fewest, ads)[0], wilson90(most, ads)[1]
    helped = [label(case, s) for s in wanted if s in gives]
    skills = (
        ", ".join(helped[:5]) + (f" and {len(helped) - 5} more" if len(helped) > 5 else "")
        if helped
        else "none of them"
    )
    because = (
        f"covers {percent(share)} of what is missing, by {_basis(case)} ({percent(low)} to {percent(high)}): {skills}"
    )
    measured = Evidence(f"covers {percent(share)} of the gap towards {case.gap.target}", ads_source(case.demand))
    taught_skills = tuple(
        e
        for t in case.credential.skills
        if t.skill in wanted
        for e in cite(f"teaches {label(case, t.skill)} ({naming.DEPTHS[t.depth]})", t.sources)
    )
    return Finding(low, high, because, (measured, *taught_skills))


def _basis(case: Case) -> str:
    return f"{case.gap.n} ads" if case.gap.n else "what was known before any ads"


CRITERION = Criterion(
    id="gap_coverage",
    group=SUITABILITY,
    default_weight=0.38,
    question="How much of what is missing does it teach?",
    reference=(
        "Measured against the gap; Wilson 1927, JASA 22, 209-212; depth weights are a judgement of this project. "
        "Default weight: skills were named by 42 of 100 workers in SHRM's survey."
    ),
    value=value,
    reads=("skills",),
    besides="the person's gap",
)
