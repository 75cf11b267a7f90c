"""How many hours and days a credential takes a person who may know a part of it."""

from __future__ import annotations

from math import ceil

from credlens.model.credential import Credential, Depth
from credlens.model.fact import WhyUnknown
from credlens.model.person import EvidenceKind, Person
from credlens.model.quantity import Hours
from credlens.model.skill import SkillLevel

SAVED = 0.7  # judgement: of what is known, this share of the hours falls away; assessment and revision remain
DEPTH_WEIGHT = {Depth.CORE: 3, Depth.PART: 2, Depth.TOUCHED: 1}  # judgement: how much of the hours a skill stands for
SOLID = (SkillLevel.INTERMEDIATE, SkillLevel.ADVANCED, SkillLevel.EXPERT)


def knows(person: Person, skill_id: str) -> bool:
    """Whether a person shows a skill well enough to skip its modules: intermediate or better, or their own word for it.

    Their own word counts unless it says "beginner"; what they refused does not count.
    """
    held = person.skills.get(skill_id)
    if held is None or skill_id in person.refused:
        return False
    stated = any(e.kind is EvidenceKind.STATED for e in held.evidence)
    return held.level in SOLID or (stated and held.level is not SkillLevel.BEGINNER)


def known_share(credential: Credential, person: Person) -> float:
    """Share of its skills that the person knows, weighted by depth, in [0, 1]; 0 when it names no skill."""
    total = sum(DEPTH_WEIGHT[t.depth] for t in credential.skills)
    known = sum(DEPTH_WEIGHT[t.depth] for t in credential.skills if knows(person, t.skill))
    return known / total if total else 0.0


def hours_left(credential: Credential, person: Person) -> tuple[Hours | None, str]:
    """The workload that remains, as an interval in hours, and how it comes about.

    Full hours x (1 - 0.7 x known share) where modules can be skipped, full hours where they cannot, and the interval from the one
    to the other where nobody knows. Disagreeing sources give the interval over all they say. None when the workload is unknown.
    """
    full, why = _workload(credential)
    share = known_share(credential, person)
    if full is None or share == 0.0:
        return full, why
    factor = 1 - SAVED * share
    skippable = credential.modules_skippable.get(None)
    known = f"{100 * share:.0f} % of it is known already"
    if skippable is True:
        return full.scaled(factor), f"{why}; {known} and can be skipped"
    if skippable is False:
        return full, f"{why}; {known} but cannot be skipped"
    mode = None if full.mode is None else full.mode * (1 + factor) / 2
    return Hours(full.min * factor, full.max, mode), f"{why}; {known}, whether it can be skipped is not known"


def days_needed(hours: float, hours_per_week: float) -> int:
    """Whole calendar days for so many hours of work at a steady pace, at least one; ``hours_per_week`` is above zero."""
    return max(
        1, ceil(round(7 * hours / hours_per_week, 6))
    )  # rounded: 10 h at 7 h a week are 10 days, not 10.000000001


def _workload(credential: Credential) -> tuple[Hours | None, str]:
    stated = credential.hours.candidates()
    if not stated:
        unknown = credential.hours.value
        why = getattr(unknown, "why", WhyUnknown.NOT_LOOKED_UP)
        return None, f"workload {why.value.replace('_', ' ')}"
    if len(stated) == 1:
        return stated[0], f"workload {stated[0]}"
    span = Hours(min(h.min for h in stated), max(h.max for h in stated))
    return span, f"workload {span}, sources disagree"
