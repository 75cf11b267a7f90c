"""Where a person stands before a credential: what they hold, and which prerequisites are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateutil.relativedelta import relativedelta

from credlens.model.credential import Catalog, Credential, Depth, Prerequisite
from credlens.model.occupation import at_least
from credlens.model.person import HeldCredential, Person
from credlens.plan.building.relations import NONE, Relations
from credlens.plan.offer import Need


@dataclass(frozen=True)
class Standing:
    """One person before any credential of a catalog, on the first day of the plan."""

    catalog: Catalog
    person: Person
    relations: Relations
    on: date

    def holds(self, credential: Credential) -> str:
        """What they hold that has not lapsed on that day, as far as is known: this credential's id or an equivalent's; else empty."""
        names = (credential.id, *sorted(self.relations.equals.get(credential.id, NONE)))
        return next((n for n in names if holds(self.person, self.catalog[n], self.on)), "")

    def hard(self, credential: Credential) -> tuple[tuple[Need, ...], tuple[str, ...]]:
        """Hard prerequisites that other credentials can meet, and in words those that none can."""
        needs: list[Need] = []
        blocks: list[str] = []
        for alternatives in _groups(credential, hard=True):
            each = [self._open(p, credential.id) for p in alternatives]
            if any(not need and not block for need, block in each):
                continue  # one of them is met
            can = [need for need, block in each if need and not block]
            if can:
                by = tuple(sorted({c for need in can for c in need.by}))
                needs.append(Need(by, " or ".join(need.says for need in can)))
                continue
            needs += [need for need, _ in each if need and len(each) == 1]
            blocks += [" or ".join(b for _, block in each for b in block)] if len(each) > 1 else each[0][1]
        return tuple(needs), tuple(blocks)

    def soft(self, credential: Credential) -> tuple[Need, ...]:
        """Recommended (soft) conditions on credentials or skills that the person does not meet; ``by`` is empty when nothing does.

        Of conditions that are alternatives one is enough, also one on work or a degree. Conditions on work, a degree or in words
        alone are no gap in knowledge that hours of study would close: they are left out.
        """
        found: list[Need] = []
        for alternatives in _groups(credential, hard=False):
            learnable = [p for p in alternatives if p.credentials or p.skills]
            others = [p for p in alternatives if not (p.credentials or p.skills)]
            if not learnable or any(self._met(p) for p in learnable):
                continue
            if any(not p.text and not _personal_blocks(p, self.person) for p in others):
                continue
            by = {c for p in learnable for c in self._providers(p, credential.id)}
            says = " or ".join(name for p in learnable for name in (*p.credentials, *p.skills))
            found.append(Need(tuple(sorted(by)), says))
        return tuple(found)

    def _open(self, prerequisite: Prerequisite, itself: str) -> tuple[Need | None, list[str]]:
        """What another credential can still meet of one condition, and what none can."""
        blocks = _personal_blocks(prerequisite, self.person)
        if not (prerequisite.credentials or prerequisite.skills) or self._met(prerequisite):
            return None, blocks
        says = " or ".join((*prerequisite.credentials, *prerequisite.skills))
        by = self._providers(prerequisite, itself)
        if by:
            return Need(by, says), blocks
        return None, [*blocks, f"asks for {says}, which nothing in the catalog gives"]

    def _met(self, prerequisite: Prerequisite) -> bool:
        if any(shows(self.person, s) for s in prerequisite.skills):
            return True
        known = [self.catalog[c] for c in prerequisite.credentials if c in self.catalog]
        stranger = set(prerequisite.credentials) - {c.id for c in known}
        return any(self.holds(c) for c in known) or any(
            h.credential in stranger and h.expired(self.on) is not True for h in self.person.credentials
        )

    def _providers(self, prerequisite: Prerequisite, itself: str) -> tuple[str, ...]:
        """Credentials that meet it: the named ones and their equivalents, and those with a named skill as a main subject or a unit."""
        named = {c for c in prerequisite.credentials if c in self.catalog}
        named |= {e for c in named for e in self.relations.equals.get(c, NONE)}
        named |= {c for skill in prerequisite.skills for c in self._teachers.get(skill, ())}
        return tuple(sorted(named - {itself}))

    @cached_property
    def _teachers(self) -> Mapping[str, frozenset[str]]:
        """Skill -> credentials with it as a main subject or a unit."""
        found: dict[str, set[str]] = {}
        for credential in self.catalog.credentials.values():
            for skill in {t.skill for t in credential.skills}:
                taught = credential.teaches(skill)
                if taught is not None and taught.depth is not Depth.TOUCHED:
                    found.setdefault(skill, set()).add(credential.id)
        return {skill: frozenset(names) for skill, names in found.items()}


def expiry(held: HeldCredential, credential: Credential) -> date | None:
    """The last day on which it holds: as the document says, else issued + the shortest stated validity; None when unknown or never."""
    months = validity_of(credential)
    if held.expires is None and held.issued and months is not None:
        return held.issued + relativedelta(months=months)
    return held.expires


def validity_of(credential: Credential) -> int | None:
    """Months for which it holds, the fewest when sources disagree; None when it does not expire or nobody looked it up."""
    return min((v.months for v in credential.validity.candidates() if v.months is not None), default=None)


def holds(person: Person, credential: Credential, on: date) -> bool:
    """Whether they hold it and it has not lapsed on that day, as far as is known."""
    days = [expiry(h, credential) for h in person.credentials if h.credential == credential.id]
    return any(day is None or day >= on for day in days)


def shows(person: Person, skill_id: str) -> bool:
    """Whether there is any evidence for a skill: enough to begin a course that builds on it."""
    return skill_id in person.skills and skill_id not in person.refused


def _groups(credential: Credential, *, hard: bool) -> list[list[Prerequisite]]:
    """The hard, or the soft, conditions; each a list of which one is enough."""
    groups: dict[str, list[Prerequisite]] = {}
    for place, prerequisite in enumerate(credential.prerequisites):
        if prerequisite.hard is hard:
            groups.setdefault(prerequisite.either or f"#{place}", []).append(prerequisite)
    return list(groups.values())


def _personal_blocks(prerequisite: Prerequisite, person: Person) -> list[str]:
    blocks = []
    if prerequisite.degree is not None:
        has = at_least(person.degree, prerequisite.degree)
        if has is None:
            blocks.append(f"asks for a degree ({prerequisite.degree}); none was read in the documents")
        elif not has:
            blocks.append(f"asks for a degree ({prerequisite.degree}); the highest shown is {person.degree}")
    if prerequisite.experience_years is not None:
        blocks += _experience_block(prerequisite.experience_years, prerequisite.experience_of, person)
    if prerequisite.text:
        blocks.append(f"asks for: {prerequisite.text}")
    return blocks


def _experience_block(years: float, of: str, person: Person) -> list[str]:
    """Experience in a named field counts when a skill or the person's field of work bears that name."""
    asks = f"asks for {years:g} years of {of or 'work'}"
    if person.years is None:
        return [f"{asks}; no dated work was read in the documents"]
    if person.years < years:
        return [f"{asks}; {person.years:g} are shown"]
    wanted = _words(of)
    if not wanted or wanted <= _words(person.field):
        return []
    in_it = max(
        (e.years or 0.0 for h in person.skills.values() if wanted <= _words(h.skill) for e in h.evidence), default=0.0
    )
    if in_it >= years:
        return []
    shown = f"{in_it:g} are shown" if in_it else f"{person.years:g} are shown, but not that they were in it"
    return [f"{asks}; {shown}"]


def _words(text: str) -> set[str]:
    return set(text.casefold().replace("-", " ").split())
