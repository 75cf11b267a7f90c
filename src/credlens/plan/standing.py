"""Where a person stands before a credential: what they hold, and which prerequisites are open."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from credlens.model.credential import Catalog, Credential, Depth, Prerequisite
from credlens.model.occupation import at_least
from credlens.model.person import Person
from credlens.plan.offer import Need


def holds(person: Person, credential: Credential, on: date) -> bool:
    """Whether they hold it and it has not lapsed on that day, as far as is known."""
    validity = credential.validity.get(None)
    months = validity.months if validity else None
    for held in person.credentials:
        if held.credential != credential.id:
            continue
        expires = held.expires
        if expires is None and held.issued and months is not None:
            expires = held.issued + relativedelta(months=months)
        if expires is None or expires >= on:
            return True
    return False


def shows(person: Person, skill_id: str) -> bool:
    """Whether there is any evidence for a skill: enough to begin a course that builds on it."""
    return skill_id in person.skills and skill_id not in person.refused


def open_needs(
    credential: Credential, person: Person, catalog: Catalog, on: date
) -> tuple[tuple[Need, ...], tuple[str, ...]]:
    """Hard prerequisites that other credentials can meet, and in words those that none can."""
    needs: list[Need] = []
    blocks: list[str] = []
    for alternatives in _hard(credential):
        each = [_open(p, credential.id, person, catalog, on) for p in alternatives]
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


def _hard(credential: Credential) -> list[list[Prerequisite]]:
    """The hard conditions; each a list of which one is enough."""
    groups: dict[str, list[Prerequisite]] = {}
    for place, prerequisite in enumerate(credential.prerequisites):
        if prerequisite.hard:
            groups.setdefault(prerequisite.either or f"#{place}", []).append(prerequisite)
    return list(groups.values())


def _open(
    prerequisite: Prerequisite, itself: str, person: Person, catalog: Catalog, on: date
) -> tuple[Need | None, list[str]]:
    """What another credential can still meet of one condition, and what none can."""
    blocks = _personal_blocks(prerequisite, person)
    if not (prerequisite.credentials or prerequisite.skills) or _met(prerequisite, person, catalog, on):
        return None, blocks
    says = " or ".join((*prerequisite.credentials, *prerequisite.skills))
    by = _providers(prerequisite, itself, catalog)
    return (Need(by, says), blocks) if by else (None, [*blocks, f"asks for {says}, which nothing in the catalog gives"])


def _met(prerequisite: Prerequisite, person: Person, catalog: Catalog, on: date) -> bool:
    if any(shows(person, s) for s in prerequisite.skills):
        return True
    known = [catalog[c] for c in prerequisite.credentials if c in catalog]
    stranger = set(prerequisite.credentials) - {c.id for c in known}
    return any(holds(person, c, on) for c in known) or any(
        h.credential in stranger and h.expired(on) is not True for h in person.credentials
    )


def _providers(prerequisite: Prerequisite, itself: str, catalog: Catalog) -> tuple[str, ...]:
    """Credentials that meet it: the named ones, and those with a named skill as a main subject or a unit."""
    named = {c for c in prerequisite.credentials if c in catalog}
    for skill in prerequisite.skills:
        for credential in catalog.teaching(skill):
            taught = credential.teaches(skill)
            if taught is not None and taught.depth is not Depth.TOUCHED:
                named.add(credential.id)
    return tuple(sorted(named - {itself}))


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
