"""Use cases: what a person can show, read from documents and corrected in their own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.constraints import Constraints, constraints
from credlens.app.knowledge import Knowledge
from credlens.app.person import DocumentRead, opened, parse, profile_of, stored_profile
from credlens.app.ports import NamedBytes, Ports, StoredClaim, StoredDocument
from credlens.model.card import Card, CardKind
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.person import Person
from credlens.model.serial import plain
from credlens.model.skill import SkillLevel, Taxonomy
from credlens.profile import resumes
from credlens.profile.cards import cards, least_sure
from credlens.profile.spoken import name_of


@dataclass(frozen=True)
class ProfileResult:
    """What was read, for the person to review.

    Attributes:
        reading: how well each document was read.
        to_review: cards that were not looked at, the least sure first.
        found: cards of each kind, in the order of kinds.
    """

    person: Person
    taxonomy: Taxonomy
    reading: tuple[DocumentRead, ...]
    constraints: Constraints
    to_review: tuple[Card, ...]
    found: tuple[tuple[str, int], ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Names of the documents."""
        return tuple(d.name for d in self.reading)

    @property
    def spoken(self) -> tuple[tuple[str, str | None], ...]:
        """The English name of each language, and how well it is spoken."""
        return tuple((name_of(held.language), held.level) for held in self.person.languages)

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens profile show --json``."""
        person = self.person
        return {
            "name": person.name,
            "field": person.field,
            "years": plain(person.years),
            "documents": list(self.documents),
            "skills": [
                {"skill": self.taxonomy[s].ref(), **(shapes.held(h) or {})} for s, h in sorted(person.skills.items())
            ],
            "refused": [self.taxonomy[s].ref() for s in person.refused if s in self.taxonomy],
            "education": plain(person.education),
            "credentials": plain(person.credentials),
            "licences": list(person.licences),
            "languages": plain(person.languages),
            "jobs": plain(person.jobs),
            "constraints": self.constraints.to_json(),
            "quality": [
                {"document": d.name, "quality": plain(d.quality), "language": d.language} for d in self.reading
            ],
            "notes": shapes.problems(n for d in self.reading for n in d.notes),
            "found": [{"kind": kind, "n": n} for kind, n in self.found],
            "to_review": len(self.to_review),
        }


def import_documents(ports: Ports, paths: Sequence[Path]) -> ProfileResult:
    """Read documents as the person's profile. They replace the earlier ones; own words about skills stay.

    Raises:
        InputError: one of them cannot be read; then nothing is changed.
    """
    documents = read_documents(ports, paths)
    knowledge = Knowledge.of(ports)
    found = profile_of(ports, knowledge, documents).found
    if not any((found.names, found.jobs, found.education, found.mentions, found.credentials, found.languages)):
        names = ", ".join(document.name for document in documents)
        what_to_do = "Look whether it is the right file; what was imported before is kept."
        raise InputError([Problem(names, "Nothing of a resume was found in it.", what_to_do)])
    ports.store().replace_documents(documents)
    return shown(ports, knowledge)


def read_documents(ports: Ports, paths: Sequence[Path]) -> list[StoredDocument]:
    """Documents that are known to be readable, before anything is opened or stored.

    Raises:
        InputError: one of them cannot be read.
    """
    files = [_needed(ports.files.read(path)) for path in paths]
    documents = [opened(ports, file) for file in files]
    for document in documents:
        parse(document)
    return documents


def _needed(file: NamedBytes) -> NamedBytes:
    """The document, without what of a LinkedIn archive is never read: it need not be stored."""
    if resumes.for_name(file.name, file.data) != "linkedin":
        return file
    from credlens.profile.resumes import linkedin

    return NamedBytes(file.name, linkedin.kept(file.data, file.name))


def show(ports: Ports) -> ProfileResult:
    """What the person can show, with the line each thing was read from."""
    return shown(ports, Knowledge.of(ports))


def shown(ports: Ports, knowledge: Knowledge) -> ProfileResult:
    """The profile as it is now, by what is already known."""
    profile = stored_profile(ports, knowledge)
    corrections = ports.store().corrections() if ports.has_state() else ()
    every = cards(profile.found, corrections, knowledge.taxonomy)
    counts = Counter(card.kind.value for card in every)
    return ProfileResult(
        profile.person,
        knowledge.taxonomy,
        profile.documents,
        constraints(ports),
        least_sure(every),
        tuple((kind.value, counts[kind.value]) for kind in CardKind if counts[kind.value]),
    )


def know(ports: Ports, skill: str, level: SkillLevel = SkillLevel.UNKNOWN) -> ProfileResult:
    """The person has this skill, whatever their documents say; it counts everywhere.

    Args:
        ports: the doors.
        skill: id, label, alias or URI.
        level: how far; unknown, or as it was read, when they do not say.

    Raises:
        UserError: the taxonomy has no such skill.
    """
    return _claim(ports, skill, known=True, level=level)


def forget(ports: Ports, skill: str) -> ProfileResult:
    """The person does not have this skill, whatever their documents say; it counts everywhere.

    Raises:
        UserError: the taxonomy has no such skill.
    """
    return _claim(ports, skill, known=False)


def _claim(ports: Ports, words: str, *, known: bool, level: SkillLevel = SkillLevel.UNKNOWN) -> ProfileResult:
    knowledge = Knowledge.of(ports)
    ports.store().claim(StoredClaim(find_skill(knowledge.taxonomy, words), known, level))
    return shown(ports, knowledge)


def find_skill(taxonomy: Taxonomy, words: str) -> str:
    """The id of the skill that these words name.

    Raises:
        UserError: there is none; the message names the nearest.
    """
    found = taxonomy.find(words)
    if found is not None:
        return found.id
    import difflib

    labels = {s.label.casefold(): s.label for s in taxonomy}
    near = [labels[m] for m in difflib.get_close_matches(words.casefold(), labels, n=3, cutoff=0.6)]
    hint = f"Did you mean {', '.join(near)}?" if near else "Try another word for it."
    raise UserError(f"The taxonomy has no skill {words!r}.", where="SKILL", what_to_do=hint)
