"""Several documents about one person put together."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.model.person import EvidenceKind, HeldSkill, Person
from credlens.model.skill import SkillLevel

_LEVELS = tuple(SkillLevel)
_KINDS = tuple(EvidenceKind)


def merge(people: Sequence[Person]) -> Person:
    """One person: every skill with all its evidence at the highest level read, everything else once; the last name and field win.

    An empty sequence gives a person who can show nothing.
    """
    if not people:
        return Person(name="", skills={})
    if len(people) == 1:
        return people[0]
    skills: dict[str, HeldSkill] = {}
    for person in people:
        for skill_id, held in person.skills.items():
            skills[skill_id] = _both(skills[skill_id], held) if skill_id in skills else held
    dated = [p.years for p in people if p.years is not None]
    return Person(
        name=next((p.name for p in reversed(people) if p.name), ""),
        skills=skills,
        education=tuple(dict.fromkeys(e for p in people for e in p.education)),
        credentials=tuple(dict.fromkeys(c for p in people for c in p.credentials)),
        licences=tuple(dict.fromkeys(licence for p in people for licence in p.licences)),
        years=max(dated, default=None),  # documents of one person overlap: adding them up would count years twice
        field=next((p.field for p in reversed(people) if p.field), ""),
    )


def _both(one: HeldSkill, other: HeldSkill) -> HeldSkill:
    evidence = dict.fromkeys((*one.evidence, *other.evidence))
    ordered = sorted(evidence, key=lambda e: -_KINDS.index(e.kind))
    return HeldSkill(one.skill, max(one.level, other.level, key=_LEVELS.index), tuple(ordered))
