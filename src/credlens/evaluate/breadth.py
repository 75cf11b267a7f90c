"""How much of what ads ask for a credential teaches, and how much of it belongs to one vendor's product."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import fsum

from credlens.evaluate.case import Case
from credlens.evaluate.rates import percent, wilson90
from credlens.model.credential import Depth
from credlens.model.demand import Demand, SkillDemand

TOP = 20  # so many of the most wanted skills stand for the target
# How much of a skill each depth gives: a judgement, kept coarse on purpose.
DEPTH_WEIGHT: Mapping[Depth, float] = {Depth.CORE: 1.0, Depth.PART: 0.5, Depth.TOUCHED: 0.15}
NARROWER = 0.5  # whoever learns pandas learns something of Python: half


def label(case: Case, skill_id: str) -> str:
    """What people call a skill; its id when the taxonomy does not have it."""
    return case.taxonomy[skill_id].label if skill_id in case.taxonomy else skill_id


def top_skills(demand: Demand) -> tuple[SkillDemand, ...]:
    """The :data:`TOP` skills most ads name, most wanted first, ties by id.

    Where ads are few, the share that is expected with what was known before decides, and not the count alone.
    """
    return tuple(sorted(demand.skills.values(), key=lambda d: (-d.expected, d.skill))[:TOP])


def ads_behind(demand: Demand) -> int:
    """How many ads stand behind the shares: those given, or as many as they and what was known before count as."""
    parts = (sum(p.weight for p in d.blend.parts) for d in demand.skills.values() if d.blend is not None)
    return max(demand.n, round(max(parts, default=0.0)))


def vendor_of(case: Case, skill_id: str) -> str | None:
    """The vendor whose product the skill is bound to; None when it is bound to none or not in the taxonomy."""
    return case.taxonomy[skill_id].vendor if skill_id in case.taxonomy else None


def taught(case: Case, *, vendor_bound: bool = True, doubt: int = 0) -> dict[str, float]:
    """How much of each skill the credential is expected to give, in (0, 1]; a broader skill gets :data:`NARROWER` of it.

    A skill that a program read out of a description with probability p counts p times as much.

    Args:
        case: the case.
        vendor_bound: whether skills bound to one vendor's product count.
        doubt: -1 and 1 for the ends of an interval around what is expected: p less or more p (1 - p), the variance of
            being taught or not. So whatever is taught for sure is not widened, and teaching more never lowers an end.
    """
    gives: dict[str, float] = {}
    for item in case.credential.skills:
        if not vendor_bound and vendor_of(case, item.skill):
            continue
        sure = item.probability + doubt * item.probability * (1 - item.probability)
        weight = DEPTH_WEIGHT[item.depth] * sure
        gives[item.skill] = max(weight, gives.get(item.skill, 0.0))
        for broader in case.taxonomy[item.skill].broader if item.skill in case.taxonomy else ():
            gives[broader] = max(NARROWER * weight, gives.get(broader, 0.0))
    return gives


def covered(wanted: Mapping[str, float], gives: Mapping[str, float]) -> float:
    """Share of the wanted weight that is given, in [0, 1]; 0 when nothing is wanted."""
    total = fsum(wanted.values())
    return min(1.0, fsum(w * gives.get(skill, 0.0) for skill, w in wanted.items()) / total) if total else 0.0


def target_coverage(case: Case, *, vendor_bound: bool = True, doubt: int = 0) -> float:
    """Share of the target's :data:`TOP` skills, weighted by how many ads name them, that the credential gives."""
    wanted = {d.skill: d.expected for d in top_skills(case.demand)}
    return covered(wanted, taught(case, vendor_bound=vendor_bound, doubt=doubt))


def coverage_words(case: Case, share: float) -> str:
    """A coverage in words, with the number of ads and its 90 % interval."""
    low, high = wilson90(share, ads_behind(case.demand))
    bounds = f"{percent(low)} to {percent(high)}"
    most = len(top_skills(case.demand))
    by = f"{case.demand.n} ads name most" if case.demand.n else "what was known before any ads puts first"
    return f"covers {percent(share)} of the {most} skills that {by} ({bounds})"


def vendor_share(case: Case) -> tuple[float, float]:
    """Share of the credential's weight that is bound to vendors' products, as an interval.

    Skills that the taxonomy does not have may be bound or not; (0, 1) when it is not known what the credential teaches.
    """
    weights = [(item.skill, DEPTH_WEIGHT[item.depth] * item.probability) for item in case.credential.skills]
    total = fsum(w for _, w in weights)
    if not total:
        return (0.0, 1.0)
    bound = fsum(w for skill, w in weights if vendor_of(case, skill))
    unclear = fsum(w for skill, w in weights if skill not in case.taxonomy)
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
    return ", ".join(f"{label(case, d.skill)} ({d.share.k} of {d.share.n} ads)" for d in missing)
