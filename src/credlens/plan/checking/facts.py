"""Everything a problem is held against, and what the person shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from credlens.model.person import EvidenceKind
from credlens.model.skill import SkillLevel
from credlens.plan.checking.days import later
from credlens.plan.checking.ties import Ties

if TYPE_CHECKING:
    from credlens.model.credential import Catalog, Credential
    from credlens.model.gap import Gap
    from credlens.model.person import HeldCredential, Person
    from credlens.model.plan import Limits
    from credlens.model.scorecard import Scorecard

SOLID = (SkillLevel.INTERMEDIATE, SkillLevel.ADVANCED, SkillLevel.EXPERT)
LET_LAPSE = ", let lapse"  # ends the option of an offer whose credential is not kept valid
RENEWAL = "renewal"  # the option of an offer that renews what the person held or holds


@dataclass(frozen=True)
class Facts:
    """Catalog, person, limits and gap; scorecards by credential, or None when only the best quality there could be is known."""

    catalog: Catalog
    person: Person
    limits: Limits
    gap: Gap
    scorecards: Mapping[str, Scorecard] | None
    fixed: Collection[str]

    @cached_property
    def ties(self) -> Ties:
        """How the catalog's credentials belong together."""
        return Ties(self.catalog)


def knows(person: Person, skill: str) -> bool:
    """Whether the modules on a skill can be left out: intermediate or better, or unknown by the person's own word."""
    held = person.skills.get(skill)
    if held is None or skill in person.refused:
        return False
    stated = any(e.kind is EvidenceKind.STATED for e in held.evidence)
    return held.level in SOLID or (held.level is SkillLevel.UNKNOWN and stated)


def shows(person: Person, skill: str) -> bool:
    """Whether there is any sign of a skill that the person did not take back."""
    return skill in person.skills and skill not in person.refused


def months_valid(credential: Credential | None) -> int | None:
    """Months for which it holds, the fewest any source says; None when it does not expire, or nobody knows."""
    stated = credential.validity.candidates() if credential is not None else ()
    return min((v.months for v in stated if v.months is not None), default=None)


def lapses(held: HeldCredential, credential: Credential | None) -> date | None:
    """The last day on which it holds; None when it holds for good, or nobody knows."""
    months = months_valid(credential)
    if held.expires is not None or held.issued is None or months is None:
        return held.expires
    return later(held.issued, months)


def holds(facts: Facts, name: str) -> bool:
    """Whether the person holds it, or an equivalent, on the first day."""
    same = facts.ties.equivalents(name)
    for held in facts.person.credentials:
        if held.credential in same:
            until = lapses(held, facts.catalog.credentials.get(held.credential))
            if until is None or until >= facts.limits.start:
                return True
    return False
