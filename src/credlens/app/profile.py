"""Use cases: what a person can show, read from documents and corrected in their own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.knowledge import Knowledge
from credlens.app.person import parse, stored
from credlens.app.ports import Ports, StoredClaim, StoredDocument
from credlens.model.errors import UserError
from credlens.model.person import Person
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy


@dataclass(frozen=True)
class ProfileResult:
    """What was read, for the person to review."""

    person: Person
    taxonomy: Taxonomy
    documents: tuple[str, ...]

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
        }


def import_documents(ports: Ports, paths: Sequence[Path]) -> ProfileResult:
    """Read documents as the person's profile. They replace the earlier ones; own words about skills stay.

    Raises:
        InputError: one of them cannot be read; then nothing is changed.
    """
    documents = read_documents(ports, paths)
    ports.store().replace_documents(documents)
    return show(ports)


def read_documents(ports: Ports, paths: Sequence[Path]) -> list[StoredDocument]:
    """Documents that are known to be readable, before anything is opened or stored.

    Raises:
        InputError: one of them cannot be read.
    """
    files = [ports.files.read(path) for path in paths]
    documents = [StoredDocument(file.name, file.data) for file in files]
    for document in documents:
        parse(document)
    return documents


def show(ports: Ports) -> ProfileResult:
    """What the person can show, with the line each thing was read from."""
    return _shown(ports, Knowledge(ports))


def _shown(ports: Ports, knowledge: Knowledge) -> ProfileResult:
    names = tuple(d.name for d in ports.store().documents())
    return ProfileResult(stored(ports, knowledge), knowledge.taxonomy, names)


def know(ports: Ports, skill: str) -> ProfileResult:
    """The person has this skill, whatever their documents say; it counts everywhere.

    Raises:
        UserError: the taxonomy has no such skill.
    """
    return _claim(ports, skill, known=True)


def forget(ports: Ports, skill: str) -> ProfileResult:
    """The person does not have this skill, whatever their documents say; it counts everywhere.

    Raises:
        UserError: the taxonomy has no such skill.
    """
    return _claim(ports, skill, known=False)


def _claim(ports: Ports, words: str, *, known: bool) -> ProfileResult:
    knowledge = Knowledge(ports)
    ports.store().claim(StoredClaim(find_skill(knowledge.taxonomy, words), known))
    return _shown(ports, knowledge)


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
