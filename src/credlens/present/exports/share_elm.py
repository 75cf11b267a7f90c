"""What a person holds, in the European Learning Model, version 3, as JSON-LD: learning achievements as claims about a person.

It is no credential: nobody signed it, and a note in it says so. A day that is known to the month or year only has no term in the model, whose
``awardingDate`` is a moment; it stands in a note, as do expiry days, which the model has for credentials and not for achievements.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from credlens.model.cv import Cv, CvCertificate
from credlens.model.skill import ESCO_SKILL, Skill
from credlens.present.shares.parts import line, link

CONTEXT = "http://data.europa.eu/snb/model/context/edc-ap"
ESCO_SCHEME = "http://data.europa.eu/esco/concept-scheme/skills"
UNSIGNED = "Not signed: put together from the person's documents and badges. What it says has to be checked with each awarding body."
UNDETERMINED = "und"  # BCP 47: in which language a credential's name is, nobody says
_DAY = len("2024-03-01")

Record = dict[str, Any]


def render(cv: Cv, skills: Mapping[str, Sequence[Skill]]) -> str:
    """The document.

    Args:
        cv: its certificates are the claims.
        skills: by card of a certificate, what it teaches or examines by the catalog.
    """
    person = {
        "@context": CONTEXT,
        "id": "urn:credlens:person",
        "type": "Person",
        "fullName": _text(line(cv.name)) if cv.name.strip() else None,
        "additionalNote": [_note(UNSIGNED)],
        "hasClaim": [_claim(c, skills.get(c.card, ())) for c in cv.certificates],
    }
    return json.dumps(_without_nothing(person), ensure_ascii=False, indent=2) + "\n"


def _claim(certificate: CvCertificate, skills: Sequence[Skill]) -> Record:
    title, page = _text(line(certificate.name)), link(certificate.link)
    specification = certificate.credential or certificate.card
    return _without_nothing(
        {
            "id": f"urn:credlens:claim:{quote(certificate.card, safe='')}",
            "type": "LearningAchievement",
            "title": title,
            "identifier": {"type": "Identifier", "notation": line(certificate.number)} if certificate.number else None,
            "awardedBy": _awarded(certificate),
            "specifiedBy": _without_nothing(
                {
                    "id": f"urn:credlens:credential:{quote(specification, safe='')}",
                    "type": "LearningAchievementSpecification",
                    "title": title,
                    "learningOutcome": [_outcome(s) for s in skills],
                }
            ),
            "supplementaryDocument": {"type": "WebResource", "contentURL": page} if page else None,
            "additionalNote": [_note(words) for words in _notes(certificate)],
        }
    )


def _awarded(certificate: CvCertificate) -> Record | None:
    whole = len(certificate.issued) == _DAY
    issuer = line(certificate.issuer)
    if not (issuer or whole):
        return None
    return _without_nothing(
        {
            "type": "AwardingProcess",
            "awardingBody": {"type": "Organisation", "legalName": _text(issuer)} if issuer else None,
            "awardingDate": f"{certificate.issued}T00:00:00Z" if whole else None,
        }
    )


def _notes(certificate: CvCertificate) -> list[str]:
    notes = []
    if certificate.issued and len(certificate.issued) != _DAY:
        notes.append(f"Awarded in {certificate.issued}.")
    if certificate.expires:
        notes.append(f"Expires: {certificate.expires}.")
    if certificate.verified:
        notes.append(f"Its badge was verified on the holder's machine on {certificate.verified}.")
    return notes


def _outcome(skill: Skill) -> Record:
    """A learning outcome for each skill, with ESCO's concept where it has one."""
    outcome: Record = {"type": "LearningOutcome", "title": _text(skill.label)}
    if skill.uri.startswith(ESCO_SKILL):
        outcome["relatedESCOSkill"] = [
            {
                "id": skill.uri,
                "type": "Concept",
                "inScheme": {"id": ESCO_SCHEME, "type": "ConceptScheme"},
                "prefLabel": _text(skill.label),
            }
        ]
    return outcome


def _note(words: str) -> Record:
    return {"type": "Note", "noteLiteral": {"en": words}}


def _text(words: str) -> Record:
    return {UNDETERMINED: words}


def _without_nothing(terms: Record) -> Record:
    return {name: value for name, value in terms.items() if value not in (None, [], {})}
