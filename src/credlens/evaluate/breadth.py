"""How much of what ads ask for a credential teaches, and how much of it belongs to one vendor's product."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from credlens.evaluate.case import Case
from credlens.evaluate.rates import percent, wilson90
from credlens.model.credential import Depth
from credlens.model.demand import Demand, SkillDemand

TOP = 20  # so many of the most wanted skills stand for the target
# How much of a skill each depth gives: a judgement, kept coarse on purpose.
DEPTH_WEIGHT: Mapping[Depth, float] = {Depth.CORE: 1.0, Depth.PART: 0.5, Depth.TOUCHED: 0.15}
NARROWER = 0.5  # whoever learns pandas learns something of Python: half


def top_skills(demand: Demand) -> tuple[SkillDemand, ...]:
    """The :data:`TOP` skills most ads name, most wanted first, ties by id."""
    return tuple(sorted(demand.skills.values(), key=lambda d: (-d.share.k, d.skill))[:TOP])


def vendor_of(case: Case, skill_id: str) -> str | None:
    """The vendor whose product the skill is bound to; None when it is bound to none or not in the taxonomy."""
    return case.taxonomy[skill_id].vendor if skill_id in case.taxonomy else None


def taught(case: Case, *, vendor_bound: bool = True) -> dict[str, float]:
    """How much of each skill the credential gives, in (0, 1]; a broader skill gets :data:`NARROWER` of it.

    Args:
        case: the case.
        vendor_bound: whether skills bound to one vendor's product count.
    """
    gives: dict[str, float] = {}
    for item in case.credential.skills:
        if not vendor_bound and vendor_of(case, item.skill):
            continue
        weight = DEPTH_WEIGHT[item.depth]
        gives[item.skill] = max(weight, gives.get(item.skill, 0.0))
        for broader in case.taxonomy[item.skill].broader if item.skill in case.taxonomy else ():
            gives[broader] = max(NARROWER * weight, gives.get(broader, 0.0))
    return gives


def covered(wanted: Mapping[str, float], gives: Mapping[str, float]) -> float:
    """Share of the wanted weight that is given, in [0, 1]; 0 when nothing is wanted."""
    total = sum(wanted.values())
    return min(1.0, sum(w * gives.get(skill, 0.0) for skill, w in wanted.items()) / total) if total else 0.0


def target_coverage(case: Case, *, vendor_bound: bool = True) -> float:
    """Share of the target's :data:`TOP` skills, weighted by how many ads name them, that the credential gives."""
    wanted = {d.skill: d.share.value for d in top_skills(case.demand)}
    return covered(wanted, taught(case, vendor_bound=vendor_bound))


def coverage_words(case: Case, share: float) -> str:
    """A coverage in words, with the number of ads and its 90 % interval."""
    low, high = wilson90(share, case.demand.n)
    bounds = f"{percent(low)} to {percent(high)}"
    most = len(top_skills(case.demand))
    return f"covers {percent(share)} of the {most} skills that {case.demand.n} ads name most ({bounds})"


def vendor_share(case: Case) -> tuple[float, float]:
    """Share of the credential's weight that is bound to vendors' products, as an interval.

    Skills that the taxonomy does not have may be bound or not; (0, 1) when it is not known what the credential teaches.
    """
    weights = [(item.skill, DEPTH_WEIGHT[item.depth]) for item in case.credential.skills]
    total = sum(w for _, w in weights)
    if not total:
        return (0.0, 1.0)
    bound = sum(w for skill, w in weights if vendor_of(case, skill))
    unclear = sum(w for skill, w in weights if skill not in case.taxonomy)
    return (bound / total, min(1.0, (bound + unclear) / total))


def asked_by_name(case: Case) -> SkillDemand | None:
    """The vendor-bound skill of the credential that most ads name; None when no ad names one."""
    named = [
        case.demand.skills[t.skill]
        for t in case.credential.skills
        if vendor_of(case, t.skill) and t.skill in case.demand.skills
    ]
    return max(named, key=lambda d: (d.share.k, d.skill), default=None)


def still_wanted(case: Case, gives: Collection[str], most: int = 3) -> str:
    """The most wanted skills that are not among ``gives``, in words with their share of ads."""
    missing = [d for d in top_skills(case.demand) if d.skill not in gives][:most]
    labels = ((case.taxonomy[d.skill].label if d.skill in case.taxonomy else d.skill, d.share) for d in missing)
    return ", ".join(f"{label} ({share.k} of {share.n} ads)" for label, share in labels)
