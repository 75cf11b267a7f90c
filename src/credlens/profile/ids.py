"""Ids of review cards: a digest of what was read, so that the same thing read again, anywhere, is the same card."""

from __future__ import annotations

from hashlib import sha256

from credlens.model.card import CardKind
from credlens.model.person import Education, HeldCredential, HeldLanguage, Job
from credlens.profile.found import Licence, Name

DIGITS = 8  # two of a person's few hundred things share one with a chance of one in a hundred thousand


def card_id(kind: str, *words: object) -> str:
    """The id of a card: its kind and a digest of what was read; case and spaces do not matter."""
    text = "\n".join(" ".join(str(word).casefold().split()) for word in words)
    return f"{kind}-{sha256(text.encode()).hexdigest()[:DIGITS]}"


def name_id(name: Name) -> str:
    """The card of a person's name."""
    return card_id(CardKind.NAME, name.words)


def job_id(job: Job) -> str:
    """The card of a job."""
    return card_id(CardKind.JOB, job.title, job.organisation, job.start, job.end)


def education_id(education: Education) -> str:
    """The card of a course of study."""
    return card_id(CardKind.EDUCATION, education.level, education.field, education.institution)


def skill_id(skill: str) -> str:
    """The card of a skill, by its id in the taxonomy."""
    return card_id(CardKind.SKILL, skill)


def credential_id(held: HeldCredential) -> str:
    """The card of a credential."""
    return card_id(CardKind.CREDENTIAL, held.credential or held.name, held.issued, held.expires)


def licence_id(licence: Licence) -> str:
    """The card of a licence, by its usual name."""
    return card_id(CardKind.LICENCE, licence.names[0])


def language_id(held: HeldLanguage) -> str:
    """The card of a language."""
    return card_id(CardKind.LANGUAGE, held.language, held.level)
