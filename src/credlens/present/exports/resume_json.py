"""A resume as JSON Resume 1.x (https://jsonresume.org/schema), with what it has no field for in further keys, which its schema allows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from credlens.model.cv import PRESENT, Cv, CvCertificate, CvEntry, CvSkill
from credlens.model.naming import harmless
from credlens.present.notes import safe_link

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def render(cv: Cv, style: str = "plain") -> str:  # noqa: ARG001  (JSON has no looks; every format of a resume is asked the same way)
    """The JSON, indented. What nobody says has no key.

    Args:
        cv: what it shows.
        style: JSON has no looks, so it is the same text in each.
    """
    return harmless(json.dumps(_said(_resume(cv)), ensure_ascii=False, indent=2)) + "\n"


def _resume(cv: Cv) -> dict[str, Any]:
    return {
        "$schema": SCHEMA,
        "basics": {
            "name": cv.name,
            "email": cv.contact.email,
            "phone": cv.contact.phone,
            "summary": "\n\n".join(cv.summary),
            "location": {"address": cv.contact.place},
            "profiles": [{"url": link} for link in cv.contact.links],
            "remarks": list(cv.contact.other),
        },
        "work": [_entry(e, "name", "position") for e in cv.work],
        "volunteer": [_entry(e, "organization", "position") for e in cv.volunteer],
        "education": [_study(e) for e in cv.education],
        "certificates": [_certificate(c) for c in cv.certificates],
        "skills": [*map(_skill, cv.skills), *({"name": line} for line in cv.listed)],
        "languages": [{"language": one.language, "fluency": one.level} for one in cv.languages],
        "projects": [_entry(e, "entity", "name") for e in cv.projects],
        "licences": [{"name": name} for name in cv.licences],
        "sections": [{"name": heading, "lines": list(lines)} for heading, lines in cv.other],
        "meta": {"version": "v1.0.0", "language": cv.language, "example": cv.example or None},
    }


def _entry(entry: CvEntry, organisation: str, title: str) -> dict[str, Any]:
    return {
        organisation: entry.organisation,
        title: entry.title,
        "location": entry.place,
        "url": entry.link,
        **_days(entry),
        "highlights": list(entry.lines),
    }


def _study(entry: CvEntry) -> dict[str, Any]:
    """A course of study. ``studyType`` has the degree as the document names it; ``area`` the field, where that is not in it."""
    field = entry.subject if entry.subject.casefold() not in entry.title.casefold() else ""
    return {
        "institution": entry.organisation,
        "studyType": entry.title,
        "area": field,
        "url": entry.link,
        "location": entry.place,
        **_days(entry),
        "remarks": list(entry.lines),
    }


def _days(entry: CvEntry) -> dict[str, str]:
    """Both days; the schema's days are years, months or days, and what goes on has no last one."""
    return {"startDate": entry.start, "endDate": "" if entry.end == PRESENT else entry.end}


def _certificate(found: CvCertificate) -> dict[str, Any]:
    return {
        "name": found.name,
        "issuer": found.issuer,
        "date": found.issued,
        "url": found.link,
        "expires": found.expires,
        "id": found.number,
        "badge": found.badge,
        "verified": found.verified,
        "credential": found.credential,
        "skills": list(found.skills),
    }


def _skill(skill: CvSkill) -> dict[str, Any]:
    return {"name": skill.label, "level": skill.level, "id": skill.skill, "evidence": list(skill.evidence)}


def _said(value: Any) -> Any:
    """A value without what is empty in it."""
    if isinstance(value, Mapping):
        return {key: found for key, v in value.items() if _tells(found := _said(v))}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [found for v in value if _tells(found := _said(v))]
    return safe_link(value) or value if isinstance(value, str) else value


def _tells(value: Any) -> bool:
    return value is not None and value not in ("", [], {})
