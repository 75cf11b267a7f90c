"""A person: what they can show, and on what evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.model.skill import SkillLevel


class EvidenceKind(StrEnum):
    """What stands behind a skill, weakest first."""

    IMPLIED = "implied"  # shown through a narrower skill
    LISTED = "listed"  # only named in a list of skills
    COURSE = "course"  # named in a course or a course of study
    PROJECT = "project"  # named in a project of one's own, or in volunteering
    USED = "used"  # named in work
    CERTIFIED = "certified"  # a credential that teaches or examines it
    STATED = "stated"  # the person said so here; their word wins


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """One reason to believe that a person has a skill.

    Attributes:
        where: document and line.
        quote: the words it was read from.
        years: length of the work entries that name it, when dated.
        last_used: last day of the latest of them, today while it goes on; None when undated.
    """

    skill: str
    kind: EvidenceKind
    where: str
    quote: str
    years: float | None = None
    last_used: date | None = None


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """A skill a person can show, with all its evidence, strongest first."""

    skill: str
    level: SkillLevel
    evidence: tuple[SkillEvidence, ...]

    @property
    def last_used(self) -> date | None:
        """The last day it is known to have been used; None when no evidence is dated."""
        return max((e.last_used for e in self.evidence if e.last_used), default=None)

    @property
    def years(self) -> float | None:
        """Years of work that name it; None when none is dated."""
        return max((e.years for e in self.evidence if e.years is not None), default=None)


@dataclass(frozen=True, slots=True)
class Job:
    """One entry of work, as far as it was read.

    Attributes:
        start, end: first and last day; ``end`` is None while it goes on, and both are when it is undated.
        where, quote: its first line.
    """

    title: str
    organisation: str
    start: date | None
    end: date | None
    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Education:
    """One entry of formal education, as far as it was read."""

    level: DegreeLevel
    field: str
    institution: str
    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class HeldCredential:
    """A credential a person says they hold.

    Attributes:
        credential: id in the catalog; None when the catalog does not know it.
        issued: day it was issued; the first of the month when the document names only a month.
        expires: last day it holds, the month's last when the document names only a month; None when unknown or never.
        where, quote: the line it was read from.
        said: both days as far as they were named (ISO 8601: ``2024-03-01``, ``2024-03`` or ``2024``); empty when they were not.
        issuer: who gave it; ``number``: its id, in the issuer's words; ``link``: where it can be checked. Empty when nobody says.
    """

    name: str
    credential: str | None
    issued: date | None
    expires: date | None
    where: str
    quote: str = ""
    said: tuple[str, str] = ("", "")
    issuer: str = ""
    number: str = ""
    link: str = ""

    def expired(self, on: date) -> bool | None:
        """Whether it had lapsed on that day; None when its expiry is not known."""
        return None if self.expires is None else self.expires < on


@dataclass(frozen=True, slots=True)
class HeldLanguage:
    """A language a person speaks.

    Attributes:
        language: ISO 639-1 code, or the words of the document when it names none that is known.
        level: CEFR level (A1 to C2, or ``native``); None when the document does not say.
    """

    language: str
    level: str | None
    where: str
    quote: str


@dataclass(frozen=True)
class Person:
    """What a person can show.

    Attributes:
        skills: by skill id.
        refused: skills the person said they do not have; they win over what was read.
        licences: words for licences found in the documents.
        languages: spoken languages, each once.
        jobs: entries of work, in the order of the documents.
        years: total length of dated work entries, in years; None when none is dated.
        field: the field of work the person comes from, in words; empty when not known.
    """

    name: str
    skills: Mapping[str, HeldSkill]
    education: tuple[Education, ...] = ()
    credentials: tuple[HeldCredential, ...] = ()
    licences: tuple[str, ...] = ()
    languages: tuple[HeldLanguage, ...] = ()
    jobs: tuple[Job, ...] = ()
    refused: tuple[str, ...] = ()
    years: float | None = None
    field: str = ""

    @property
    def degree(self) -> DegreeLevel:
        """The highest level of education read; ``UNSTATED`` when none was."""
        levels = [e.level for e in self.education if e.level is not DegreeLevel.UNSTATED]
        return max(levels, key=DEGREE_ORDER.index, default=DegreeLevel.UNSTATED)
