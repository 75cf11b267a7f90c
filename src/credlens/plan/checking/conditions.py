"""Prerequisites, from the raw record: met by what the person shows, or by an earlier step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from credlens.model.credential import Depth
from credlens.model.occupation import at_least
from credlens.plan.checking.facts import holds, shows

if TYPE_CHECKING:
    from credlens.model.credential import Credential, Prerequisite
    from credlens.model.person import Person
    from credlens.plan.checking.facts import Facts


def unmet(credential: Credential, earlier: Collection[str], facts: Facts) -> Iterator[str]:
    """What is missing of the hard conditions, in words.

    For what the person decided on, degree, experience and conditions in words are their own matter, and so is what nothing in the
    catalog gives.
    """
    for group in _alternatives(credential, hard=True):
        open_ = [list(_missing(p, credential, earlier, facts)) for p in group]
        if all(open_):
            yield " or ".join(words for found in open_ for words in found)


def soft_open(credential: Credential, earlier: Collection[str], facts: Facts) -> tuple[int, int]:
    """How many recommended conditions on credentials or skills the person does not meet; and how many of them no earlier step meets."""
    at_first, still = 0, 0
    for group in _alternatives(credential, hard=False):
        learnable = [p for p in group if p.credentials or p.skills]
        others = [p for p in group if not (p.credentials or p.skills or p.text)]
        if not learnable or any(_met(p, credential, (), facts) for p in learnable):
            continue
        if any(not list(_personal(p, facts.person)) for p in others):
            continue
        at_first += 1
        still += not any(_met(p, credential, earlier, facts) for p in learnable)
    return at_first, still


def _alternatives(credential: Credential, *, hard: bool) -> list[Sequence[Prerequisite]]:
    """Conditions, each with the alternatives of which one is enough."""
    asked = [p for p in credential.prerequisites if p.hard is hard]
    words = sorted({p.either for p in asked if p.either})
    return [*((p,) for p in asked if not p.either), *(tuple(p for p in asked if p.either == w) for w in words)]


def _missing(wanted: Prerequisite, credential: Credential, earlier: Collection[str], facts: Facts) -> Iterator[str]:
    decided = credential.id in facts.fixed
    if not _met(wanted, credential, earlier, facts) and not (decided and not _given(wanted, credential, facts)):
        yield f"asks for {' or '.join((*wanted.credentials, *wanted.skills))} first"
    if not decided:
        yield from (f"asks for {words}" for words in _personal(wanted, facts.person))


def _met(wanted: Prerequisite, credential: Credential, earlier: Collection[str], facts: Facts) -> bool:
    """Whether one of the named credentials or skills is there; true when none is named."""
    if not wanted.credentials and not wanted.skills:
        return True
    if any(shows(facts.person, s) for s in wanted.skills) or any(holds(facts, c) for c in wanted.credentials):
        return True
    return not _given(wanted, credential, facts).isdisjoint(earlier)


def _given(wanted: Prerequisite, credential: Credential, facts: Facts) -> frozenset[str]:
    """Other credentials of the catalog that meet it: named, equivalent to one named, or with a named skill as more than a touch."""
    named = {e for c in wanted.credentials if c in facts.catalog for e in facts.ties.equivalents(c)}
    deep = (Depth.CORE, Depth.PART)
    if wanted.skills:
        for other in facts.catalog.credentials.values():
            if any(t.skill in wanted.skills and t.depth in deep for t in other.skills):
                named.add(other.id)
    return frozenset(named - {credential.id})


def _personal(wanted: Prerequisite, person: Person) -> Iterator[str]:
    """What no credential gives and the documents do not show. In which field the years were worked is not looked at."""
    if wanted.degree is not None and at_least(person.degree, wanted.degree) is not True:
        yield f"a degree ({wanted.degree}), shown is {person.degree}"
    if wanted.experience_years is not None and (person.years or 0) < wanted.experience_years:
        yield f"{wanted.experience_years:g} years of experience, shown are {person.years or 0:g}"
    if wanted.text:
        yield wanted.text
