"""Signature 1, second half: demand minus profile, ranked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from credlens.model.demand import Demand, SkillDemand
from credlens.model.gap import Gap, GapItem, Gate
from credlens.model.person import EvidenceKind, HeldSkill, Person
from credlens.model.skill import Reuse, SkillLevel, Taxonomy

ENOUGH = 0.7  # a skill shown at least this far is not a gap
REACH = 0.6  # an ad is within reach when the person shows at least this share of the skills it names
SELDOM = 0.1  # a skill that fewer than a tenth of the ads name is listed, but nobody should plan for it
FIRST = 3  # "list the top three skills you lack"

# How far each level counts as shown. Judgements, not measurements: the person's own correction overrules them.
_SHOWN = {
    SkillLevel.UNKNOWN: 0.5,
    SkillLevel.BEGINNER: 0.5,
    SkillLevel.INTERMEDIATE: 0.85,
    SkillLevel.ADVANCED: 1.0,
    SkillLevel.EXPERT: 1.0,
}
_IMPLIED = 0.4  # shown only through a narrower skill (Tableau shows something of data visualisation)


def shown(held: HeldSkill | None) -> float:
    """How far a skill is shown, in [0, 1]."""
    if held is None:
        return 0.0
    kinds = {e.kind for e in held.evidence}
    if EvidenceKind.STATED in kinds and held.level in (SkillLevel.UNKNOWN, SkillLevel.INTERMEDIATE):
        return 1.0
    if kinds == {EvidenceKind.IMPLIED}:
        return _IMPLIED
    return _SHOWN[held.level]


def find(
    person: Person,
    demand: Demand,
    taxonomy: Taxonomy,
    *,
    target: str,
    gates: Sequence[Gate] = (),
    ads: Sequence[Collection[str]] = (),
) -> Gap:
    """The ranked gap of a person towards a target.

    The rank orders by share of ads x what is missing x (1 + share of firm demands) / 2: often asked, firmly asked, not shown. Skills that
    a course can teach come before transversal ones and before names of whole fields; seldom ones come last. Ties fall to the skill's id.

    Args:
        person: what the person can show.
        demand: what the ads ask for.
        taxonomy: the skills spoken of.
        target: the goal in words.
        gates: found by :func:`credlens.gap.gates.find_gates`.
        ads: the skills that each distinct ad names, to count what comes within reach; none when not known.
    """
    held = {s: shown(h) for s, h in person.skills.items() if s not in person.refused}
    items = []
    for skill_id, asked in demand.skills.items():
        if skill_id not in taxonomy:
            continue
        skill = taxonomy[skill_id]
        level = held.get(skill_id, 0.0)
        items.append(
            GapItem(
                skill=skill_id,
                demand=asked,
                held=person.skills.get(skill_id) if level else None,
                missing=1.0 - level,
                opens=_opens(skill_id, held, ads) if level < ENOUGH else 0,
                learnable=skill.reuse is not Reuse.TRANSVERSAL,
                umbrella=skill.whole_field,
                rank=None,
                seldom=_seldom(asked),
            )
        )
    lacking = sorted((i for i in items if 1.0 - i.missing < ENOUGH), key=_order)
    ranked = [replace(item, rank=place) for place, item in enumerate(lacking, 1)]
    kept = sorted((i for i in items if 1.0 - i.missing >= ENOUGH), key=lambda i: (-i.demand.share.k, i.skill))
    first = tuple(i.skill for i in ranked if i.learnable and not i.umbrella and not i.seldom)[:FIRST]
    return Gap(target, demand.n, (*ranked, *kept), tuple(gates), first)


def _order(item: GapItem) -> tuple[bool, bool, float, str]:
    return (item.seldom, not item.learnable or item.umbrella, -item.worth, item.skill)


def _seldom(asked: SkillDemand) -> bool:
    # One ad among ten or more may be a slip of the writer or the reader; with few ads one is all there is.
    return asked.share.value < SELDOM or (asked.share.k < 2 and asked.share.n >= 10)


def _opens(skill_id: str, held: dict[str, float], ads: Sequence[Collection[str]]) -> int:
    have = {s for s, level in held.items() if level >= ENOUGH}
    count = 0
    for ad in ads:
        if skill_id not in ad:
            continue
        before = sum(1 for s in ad if s in have)
        if before < REACH * len(ad) <= before + 1:
            count += 1
    return count
