"""What a person says of their own skills; it wins over whatever was read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from credlens.model.person import EvidenceKind, HeldSkill, Person, SkillEvidence
from credlens.model.skill import SkillLevel


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: I know this, or I do not.

    Attributes:
        skill: id in the taxonomy.
        known: False for "forget": the person does not have it.
        level: how far, when they say so.
    """

    skill: str
    known: bool = True
    level: SkillLevel = SkillLevel.UNKNOWN


def apply(person: Person, claims: Iterable[Claim]) -> Person:
    """The person with their claims put over what was read; a later claim about a skill replaces an earlier one.

    A skill claimed without a level keeps the level that was read, or is unknown in level. A refused skill is taken out, with everything
    that was read about it, and named in ``refused``.
    """
    last = {claim.skill: claim for claim in claims}
    skills = dict(person.skills)
    refused = dict.fromkeys(r for r in person.refused if r not in last)
    for claim in last.values():
        if claim.known:
            skills[claim.skill] = _stated(claim, skills.get(claim.skill))
        else:
            skills.pop(claim.skill, None)
            refused[claim.skill] = None
    return dataclasses.replace(person, skills=dict(sorted(skills.items())), refused=tuple(refused))


def _stated(claim: Claim, read: HeldSkill | None) -> HeldSkill:
    words = "you said so" if claim.level is SkillLevel.UNKNOWN else f"you said so: {claim.level}"
    stated = SkillEvidence(claim.skill, EvidenceKind.STATED, "your own words", words)
    level = claim.level if claim.level is not SkillLevel.UNKNOWN or read is None else read.level
    return HeldSkill(claim.skill, level, (stated, *(read.evidence if read else ())))
