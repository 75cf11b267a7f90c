"""The person: documents and own words put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports, StoredClaim, StoredDocument
from credlens.app.presenting import project_evidence
from credlens.app.wallet import evidence
from credlens.model.card import Correction
from credlens.model.errors import InputError, Problem
from credlens.model.person import Person
from credlens.profile import resumes
from credlens.profile.build import finish
from credlens.profile.claims import Claim, apply
from credlens.profile.corrections import apply_corrections
from credlens.profile.found import Findings
from credlens.profile.gather import gather
from credlens.profile.merge import merge
from credlens.profile.openers.opened import from_json, is_current
from credlens.profile.resume import Resume
from credlens.profile.written import language_of, note_on

LONGEST = 1_000_000  # bytes of a resume that is plain text; a hundred pages have a third of that
PLAIN = ("text", "markdown", "jsonresume")


def opened(ports: Ports, document: NamedBytes | StoredDocument) -> StoredDocument:
    """The document with its lines, when its format (PDF, DOCX) has to be opened in the sandbox; one that was is not opened again.

    Raises:
        InputError: it cannot be opened.
    """
    kept = document.opened if isinstance(document, StoredDocument) else None
    name = resumes.for_name(document.name, document.data)
    if name not in resumes.OPENED_FORMATS.names():
        return StoredDocument(document.name, document.data)
    if not is_current(kept):
        kept = ports.sandbox.run(f"resume:{name}", document.data, document.name)
    return StoredDocument(document.name, document.data, kept)


def parse(document: NamedBytes | StoredDocument) -> Resume:
    """One document as a resume; a PDF or DOCX is :func:`opened` before.

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
                    "Save it as PDF or DOCX, or give it as text (.txt), Markdown (.md), JSON Resume (.json), LinkedIn's archive of your"
                    " data (.zip) or Europass XML (.xml).",
                )
            ]
        )
    if isinstance(document, StoredDocument) and document.opened is not None:
        return resumes.OPENED_FORMATS[name](from_json(document.opened), document.name)
    if name in PLAIN and len(document.data) > LONGEST:
        raise InputError(
            [Problem(document.name, f"A file of {len(document.data):,} bytes is no resume.", "Give the resume alone.")]
        )
    return resumes.RESUME_FORMATS[name](document.data, document.name)


@dataclass(frozen=True)
class DocumentRead:
    """How well one document was read.

    Attributes:
        quality: share of its text that is believed to be read right, in [0, 1].
        language: ISO 639-1 code of the language it is read in.
        notes: what is doubtful about the reading, and what to do.
    """

    name: str
    quality: float
    language: str
    notes: tuple[Problem, ...]


@dataclass(frozen=True)
class Profile:
    """A person with what stands behind them.

    Attributes:
        found: everything read in the documents, before the person's corrections.
        documents: how well each was read.
    """

    person: Person
    found: Findings
    documents: tuple[DocumentRead, ...]


def profile_of(
    ports: Ports,
    knowledge: Knowledge,
    documents: Iterable[NamedBytes | StoredDocument],
    claims: Iterable[StoredClaim] = (),
    corrections: Iterable[Correction] = (),
    besides: Iterable[Findings] = (),
) -> Profile:
    """What a person can show: by their documents, corrected; by what else shows it, badges and projects; by their own words, which win."""
    taught = {c.id: tuple((t.skill, t.depth) for t in c.skills) for c in knowledge.curated.credentials.values()}
    read: list[DocumentRead] = []
    found: list[Findings] = []
    for document in documents:
        resume = parse(opened(ports, document))
        language = language_of(resume)
        note = note_on(language)
        notes = (*resume.notes, *([Problem(document.name, note)] if note else []))
        read.append(DocumentRead(document.name, resume.quality, language, notes))
        found.append(gather(resume, knowledge.reader, ports.today, language=language, quality=resume.quality))
    together = merge(found)
    corrected = apply_corrections(together, corrections, knowledge.reader)
    person = finish(merge([corrected, *besides]), knowledge.taxonomy, ports.today, taught)
    # A claim about a skill of a taxonomy that is no longer imported waits in the store until it is there again.
    own = [Claim(c.skill, c.known, c.level) for c in claims if c.skill in knowledge.taxonomy]
    return Profile(apply(person, own), together, tuple(read))


def from_documents(ports: Ports, knowledge: Knowledge, documents: Iterable[NamedBytes | StoredDocument]) -> Person:
    """What a person can show by these documents alone."""
    return profile_of(ports, knowledge, documents).person


def stored_profile(ports: Ports, knowledge: Knowledge) -> Profile:
    """The profile whose state this is; empty when there is no document, verified badge, project or claim."""

    def found() -> Profile:
        if not ports.has_state():
            return profile_of(ports, knowledge, ())
        store = ports.store()
        besides = (*evidence.findings(ports, knowledge), *project_evidence.findings(ports, knowledge))
        return profile_of(ports, knowledge, store.documents(), store.claims(), store.corrections(), besides)

    return ports.remember("profile", lambda: (knowledge, ports.today, ports.stamp()), found)


def stored(ports: Ports, knowledge: Knowledge) -> Person:
    """The person whose state this is; one who can show nothing when there is no document and no claim."""
    return stored_profile(ports, knowledge).person
