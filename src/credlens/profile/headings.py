"""Headings of resumes: which section each announces, in every language there are words for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from credlens.profile.sections import Section
from credlens.profile.words import every

_MARKS = re.compile(r"^[#*_=\s]+|[#*_=:\s]+$")
_ONLY_FILLERS = {
    "work": Section.EXPERIENCE,
    "career": Section.EXPERIENCE,
    "about me": Section.SUMMARY,
    "programming languages": Section.SKILLS,
    "coding languages": Section.SKILLS,
    "computer languages": Section.SKILLS,
    "scripting languages": Section.SKILLS,
    "über mich": Section.SUMMARY,
    "zur person": Section.SUMMARY,
    "sobre mí": Section.SUMMARY,
    "à propos": Section.SUMMARY,
    "formation continue": Section.COURSES,
    "soziales engagement": Section.VOLUNTEER,
}
_MOST_WORDS = 6
_BEFORE_COURSES = (Section.CERTIFICATIONS, Section.EDUCATION)


def section_of(words: str) -> Section | None:
    """The section that a heading announces; None when it is not made of a heading's words of one language.

    The first telling word decides: "Certifications & Activities" announces certifications, "Volunteer Experience" volunteering; only
    that certificates or education stand among courses counts as much as if they stood before them.
    """
    parts = _parts(words)
    if not 1 <= len(parts) <= _MOST_WORDS:
        return None
    if " ".join(parts) in _ONLY_FILLERS:
        return _ONLY_FILLERS[" ".join(parts)]
    found = next(iter(_announced(parts).values()), None)
    if found is None:
        return None
    if found[0] is Section.COURSES:
        return next((section for section in _BEFORE_COURSES if section in found), Section.COURSES)
    return found[0]


def languages_of(heading: str) -> tuple[str, ...]:
    """ISO 639-1 codes of the languages in which these words make a heading."""
    return tuple(_announced(_parts(heading)))


def _parts(words: str) -> list[str]:
    return _MARKS.sub("", words).casefold().replace("/", " / ").replace(",", " ").split()


def _announced(parts: Sequence[str]) -> dict[str, list[Section]]:
    """The sections that the telling words of a heading announce, by language."""
    found = {}
    for code, (sections, fillers) in _tables().items():
        if all(part in sections or part in fillers for part in parts):
            told = [sections[part] for part in parts if part in sections]
            if told:
                found[code] = told
    return found


@cache
def _tables() -> dict[str, tuple[dict[str, Section], frozenset[str]]]:
    """Language -> (word -> section, fillers) of each language; case-folded, as "Fähigkeiten" and "Straße" are compared."""
    return {
        words.code: (
            {word: section for section, line in words.sections.items() for word in line.casefold().split()},
            frozenset(words.fillers.casefold().split()),
        )
        for words in every()
        if words.sections
    }
