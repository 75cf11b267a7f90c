"""How much of what ads ask for a credential teaches, and how much of it belongs to one vendor's product."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import fsum

from credlens.evaluate.case import Case
from credlens.evaluate.rates import percent, wilson90
from credlens.model.credential import Depth, EvidenceClass
from credlens.model.demand import Demand, SkillDemand
from credlens.model.skill import Reuse
from credlens.skills.organisations import organisation_key

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


def product_share(case: Case) -> tuple[float, float]:
    """Share of the credential's weight that is about vendors' products, as an interval, where its giver sells one of them.

    Skill by skill, warehousing in a warehouse vendor's exam counts as general, although it is taught and examined inside
    that one product. So when issuer or provider is the vendor of a core skill, all weight counts but that of skills which
    ESCO calls transversal. That holds for a certification, which says that somebody can work with the product, and for
    whatever has half of its core in it. A vendor's broad course may use its product as one tool among several (a
    marketing course with one unit on the vendor's own ads), and is counted skill by skill.
    """
    low, high = vendor_share(case)
    weights = [(item.skill, DEPTH_WEIGHT[item.depth] * item.probability) for item in case.credential.skills]
    about, total = _about_own_product(case), fsum(w for _, w in weights)
    if about is False or not total:
        return low, high
    reuse = {s: case.taxonomy[s].reuse if s in case.taxonomy else None for s, _ in weights}
    general = fsum(w for s, w in weights if reuse[s] is Reuse.TRANSVERSAL and not vendor_of(case, s))
    unclear = fsum(w for s, w in weights if reuse[s] is None and not vendor_of(case, s))
    least = max(low, (total - general - unclear) / total) if about else low
    return least, max(high, (total - general) / total)


def _about_own_product(case: Case) -> bool | None:
    """Whether the credential is about a product of its issuer or provider; None when what kind of proof it is is not known."""
    core = [t for t in case.credential.skills if t.depth is Depth.CORE]
    own = [t for t in core if _sold_by_giver(case, t.skill)]
    if not own:
        return False
    sure = max(t.probability for t in own) == 1
    if 2 * fsum(t.probability for t in own) >= fsum(t.probability for t in core):
        return True if sure else None
    classes = case.credential.evidence_class.candidates()
    if classes and EvidenceClass.CERTIFICATION not in classes:
        return False
    return True if sure and set(classes) == {EvidenceClass.CERTIFICATION} else None


def _sold_by_giver(case: Case, skill_id: str) -> bool:
    """Whether issuer or provider is the skill's vendor: one name is the other, or begins with it ("Amazon Web Services")."""
    vendor = organisation_key(vendor_of(case, skill_id)).split()
    givers = (o for role in (case.credential.issuer, case.credential.provider) for o in role.candidates())
    names = [organisation_key(o.name).split() for o in givers]
    return bool(vendor) and any(n and n[: len(vendor)] == vendor[: len(n)] for n in names)


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
