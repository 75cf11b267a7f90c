"""The jobs and the education of a person as they are compared: one line of words for each."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from credlens.model.occupation import DegreeLevel
from credlens.model.skill import Taxonomy
from credlens.profile.build import build
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes import RESUME_FORMATS
from credlens.skills.reader import Reader

TODAY = date(2026, 11, 22)
"""Fixed, so that the figures stay the same."""

_READER = Reader(Taxonomy("none", "0", "empty", {}))


def of_original(original: dict[str, Any]) -> dict[str, list[str]]:
    """What the JSON Resume itself says."""
    return of_resume(RESUME_FORMATS["jsonresume"](json.dumps(original).encode(), "original.json"))


def of_resume(resume: Resume) -> dict[str, list[str]]:
    """Jobs (title, organisation, first and last month) and education (institution, level or else subject, last year) of the person."""
    person = build(resume, _READER, TODAY, {})
    ends = {e.lines[0].where: _year(e.span.end if e.span else None) for e in resume.of(Section.EDUCATION)}
    jobs = [" / ".join((j.title, j.organisation, f"{_month(j.start)}..{_month(j.end)}")) for j in person.jobs]
    education = [
        " / ".join((e.institution, e.field if e.level is DegreeLevel.UNSTATED else e.level, ends[e.where]))
        for e in person.education
    ]
    return {"jobs": [_folded(job) for job in jobs], "education": [_folded(study) for study in education]}


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""


def _year(day: date | None) -> str:
    return f"{day:%Y}" if day else ""


def _folded(words: str) -> str:
    """Words as they are compared."""
    return " ".join(words.casefold().replace("\u2019", "'").split())
