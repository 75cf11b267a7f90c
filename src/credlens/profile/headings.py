"""Headings of resumes: which section each announces."""

from __future__ import annotations

import re

from credlens.profile.resume import Section

_SECTIONS: dict[Section, str] = {
    Section.SUMMARY: "summary profile objective about statement overview introduction bio goals",
    Section.EXPERIENCE: "experience employment history positions background jobs internships internship",
    Section.EDUCATION: "education academics studies qualifications degrees schooling",
    Section.SKILLS: "skills competencies technologies tools expertise proficiencies strengths abilities software stack knowledge",
    Section.CERTIFICATIONS: "certifications certification certificates licenses licences licensure licensing credentials courses training"
    " coursework badges",
    Section.PROJECTS: "projects project portfolio",
    Section.LANGUAGES: "languages language",
    Section.VOLUNTEER: "volunteer volunteering volunteerism community",
    Section.OTHER: "interests hobbies activities references publications awards honors honours memberships affiliations contact personal"
    " details patents presentations achievements accomplishments",
}
_SECTION_OF = {word: section for section, words in _SECTIONS.items() for word in words.split()}
_FILLER_WORDS = (
    "and & / of the my me in a professional work working career academic technical core key relevant selected additional other personal"
    " executive programming areas area soft hard computer it main early earlier development formal continuing further career-related"
)
_FILLERS = frozenset(_FILLER_WORDS.split())
_MARKS = re.compile(r"^[#*_=\s]+|[#*_=:\s]+$")


def section_of(words: str) -> Section | None:
    """The section that a heading announces; None when it is not made of a heading's words.

    The first telling word decides: "Certifications & Activities" announces certifications, "Volunteer Experience" volunteering.
    """
    parts = _MARKS.sub("", words).casefold().replace("/", " / ").replace(",", " ").split()
    if not 1 <= len(parts) <= 6 or any(p not in _SECTION_OF and p not in _FILLERS for p in parts):
        return None
    return next((_SECTION_OF[p] for p in parts if p in _SECTION_OF), _ONLY_FILLERS.get(" ".join(parts)))


_ONLY_FILLERS = {"work": Section.EXPERIENCE, "career": Section.EXPERIENCE, "about me": Section.SUMMARY}
