"""A resume in parts: sections, entries with their dates, lines with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from credlens.model.errors import Problem
from credlens.profile.dates import Span
from credlens.profile.sections import Section

__all__ = ["Entry", "Line", "Resume", "Section"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line or listed item.

    Attributes:
        where: document and line ("resume.md:12") or field ("resume.json: work[0].highlights[1]").
        text: its words, without marks.
        listed: whether it was an item of a list.
        links: addresses that its words lead to, where they do not stand in them.
    """

    where: str
    text: str
    listed: bool = False
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a course of study, a project; or all of a section that has no such parts.

    Attributes:
        title: what it is called there, without dates; empty when it has no heading.
        heading: words of the section's heading.
        span: when; None when undated.
        organisation, subject: employer or school, and field of study, where the document keeps them apart.
        lines: everything in it, the title line first.
        place, link: where it was, and the address of its page, where fields say so; empty else.
    """

    section: Section
    title: str
    lines: tuple[Line, ...]
    heading: str = ""
    span: Span | None = None
    organisation: str = ""
    subject: str = ""
    place: str = ""
    link: str = ""


@dataclass(frozen=True)
class Resume:
    """A resume.

    Attributes:
        name: the person's; empty when none was found.
        structured: whether fields say what is what, so that nothing had to be guessed from the layout.
        language: ISO 639-1 code of the language it is written in, where a field says so; empty else.
        contact: (``email``, ``phone``, ``place`` or ``link``, words) of fields that say how to reach the person.
        besides: parts that nothing is read from, such as references and awards.
        notes: what is doubtful about the reading, and what to do.
        quality: share of the text that is believed to be read right, 0 to 1.
    """

    name: str
    entries: tuple[Entry, ...]
    structured: bool = False
    notes: tuple[Problem, ...] = ()
    quality: float = 1.0
    language: str = ""
    contact: tuple[tuple[str, str], ...] = ()
    besides: tuple[Entry, ...] = ()

    def of(self, *sections: Section) -> Iterator[Entry]:
        """The entries of these sections, in the document's order."""
        return (entry for entry in self.entries if entry.section in sections)
