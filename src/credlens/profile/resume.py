"""A resume in parts: sections, entries with their dates, lines with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from credlens.profile.dates import Span


class Section(StrEnum):
    """What a part of a resume is about."""

    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    VOLUNTEER = "volunteer"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line or listed item.

    Attributes:
        where: document and line ("resume.md:12") or field ("resume.json: work[0].highlights[1]").
        text: its words, without marks.
        listed: whether it was an item of a list.
    """

    where: str
    text: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a course of study, a project; or all of a section that has no such parts.

    Attributes:
        title: what it is called there, without dates; empty when it has no heading.
        heading: words of the section's heading.
        span: when; None when undated.
        organisation, subject: employer or school, and field of study, where the document keeps them apart.
        lines: everything in it, the title line first.
    """

    section: Section
    title: str
    lines: tuple[Line, ...]
    heading: str = ""
    span: Span | None = None
    organisation: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Resume:
    """A resume.

    Attributes:
        name: the person's; empty when none was found.
    """

    name: str
    entries: tuple[Entry, ...]

    def of(self, *sections: Section) -> Iterator[Entry]:
        """The entries of these sections, in the document's order."""
        return (entry for entry in self.entries if entry.section in sections)
