"""The person: documents and own words put together."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports, StoredClaim, StoredDocument
from credlens.model.errors import InputError, Problem
from credlens.model.person import Person
from credlens.profile import resumes
from credlens.profile.build import build
from credlens.profile.claims import Claim, apply
from credlens.profile.merge import merge
from credlens.profile.resume import Resume


def parse(document: NamedBytes | StoredDocument) -> Resume:
    """One document as a resume.

    Raises:
        InputError: it is not one that can be read here.
    """
    name = resumes.for_name(document.name, document.data)
    if name is None:
        raise InputError(
            [
                Problem(
                    document.name,
                    "This kind of file is not read as a resume.",
                    "Give it as text (.txt), Markdown (.md) or JSON Resume (.json).",
                )
            ]
        )
    return resumes.RESUME_FORMATS[name](document.data, document.name)


def from_documents(
    ports: Ports,
    knowledge: Knowledge,
    documents: Iterable[NamedBytes | StoredDocument],
    claims: Iterable[StoredClaim] = (),
) -> Person:
    """What a person can show, by their documents and their own words; the words win."""
    taught = {c.id: tuple((t.skill, t.depth) for t in c.skills) for c in knowledge.catalog.credentials.values()}
    people = [build(parse(d), knowledge.reader, ports.today, taught) for d in documents]
    person = merge(people)
    # A claim about a skill of a taxonomy that is no longer imported waits in the store until it is there again.
    return apply(person, [Claim(c.skill, c.known, c.level) for c in claims if c.skill in knowledge.taxonomy])


def stored(ports: Ports, knowledge: Knowledge) -> Person:
    """The person whose state this is; one who can show nothing when there is no document and no claim."""
    store = ports.store()
    return from_documents(ports, knowledge, store.documents(), store.claims())
