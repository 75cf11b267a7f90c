"""What a resume shows, ready to be put on paper: the words of JSON Resume (https://jsonresume.org/schema), with what stands behind them.

Nothing here was made up: every text stands in a document of the person's, in a badge, or in the catalog. A day is written as far as it is
known: ``2024-03-01``, ``2024-03`` or ``2024`` (ISO 8601), ``present`` for what goes on, and empty where nobody says.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.quantity import Share

PRESENT = "present"


class WhyLeftOff(StrEnum):
    """Why an entry is not on a resume."""

    YOUR_WORD = "your_word"  # the person said so
    EXPIRED = "expired"
    LOW_EFFORT = "low_effort"
    BEGINNER_FOR_EXPERT = "beginner_for_expert"
    NOT_VERIFIED = "not_verified"  # a badge in the wallet that did not hold


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person, as far as their documents say.

    Attributes:
        links: whole addresses of pages of theirs.
        other: lines above the first section that are none of these, as they stand there.
    """

    email: str = ""
    phone: str = ""
    place: str = ""
    links: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CvEntry:
    """A job, a course of study, a project or volunteering.

    Attributes:
        card: what it is called when it is left off or put back: the id of its review card, or of the project.
        title: of a course of study the degree in the document's words ("Bachelor of Arts in Communications").
        organisation: employer, school, or whom it was for; empty when nobody says.
        place: where, in the document's words; empty when nobody says.
        start, end: days as far as they are known.
        lines: what is said of it, in the document's words, one for each item or sentence.
        level, subject: of a course of study, a name of :class:`~credlens.model.occupation.DegreeLevel` and the field; empty else.
        link: a whole address where it can be seen; empty without one.
    """

    card: str
    title: str
    organisation: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    lines: tuple[str, ...] = ()
    level: str = ""
    subject: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class CvCertificate:
    """A credential held.

    Attributes:
        issuer: who gave it, by the badge, the document or the catalog; empty when nobody says.
        issued, expires: days as far as they are known.
        number: its id or licence number, in the issuer's words; empty without one.
        link: where anybody can check it; empty without such a place.
        verified: day on which its badge was found to hold on this machine; empty when there is no such badge.
        badge: id of the badge in the wallet; ``credential``: in the catalog; empty without one.
        skills: labels of what it shows that the target asks for.
    """

    card: str
    name: str
    issuer: str = ""
    issued: str = ""
    expires: str = ""
    number: str = ""
    link: str = ""
    verified: str = ""
    badge: str = ""
    credential: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CvSkill:
    """A skill that can be shown.

    Attributes:
        skill: id in the taxonomy.
        level: a name of :class:`~credlens.model.skill.SkillLevel`; empty when it is not known.
        evidence: what stands behind it, strongest first, in a few words each ("used as Marketing Specialist", "Some Certificate").
        asked: share of the target's ads that ask for it; None without a target, or when none does.
    """

    skill: str
    label: str
    level: str = ""
    evidence: tuple[str, ...] = ()
    asked: Share | None = None


@dataclass(frozen=True, slots=True)
class CvLanguage:
    """A spoken language: its English name, and a CEFR level, ``native``, or nothing when nobody says."""

    language: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class LeftOff:
    """An entry that is not shown.

    Attributes:
        card: what to call it to put it back.
        name: in words.
        because: the reason in a sentence.
    """

    card: str
    name: str
    why: WhyLeftOff
    because: str


@dataclass(frozen=True)
class Cv:
    """A resume.

    Attributes:
        summary: paragraphs of the person's own.
        skills: what the target asks for most comes first; else by what stands behind it.
        listed: the person's own lines about skills, as they wrote them.
        target: what it is made for, in words, and ``postings``: how many ads that was read from; empty and 0 without a target.
        other: sections that are none of these: heading and lines.
        language: ISO 639-1 code of the language most of it is written in.
        left_off: what is not on it, and why.
        example: whether the person is invented.
    """

    name: str
    contact: Contact = Contact()
    summary: tuple[str, ...] = ()
    work: tuple[CvEntry, ...] = ()
    education: tuple[CvEntry, ...] = ()
    certificates: tuple[CvCertificate, ...] = ()
    projects: tuple[CvEntry, ...] = ()
    volunteer: tuple[CvEntry, ...] = ()
    skills: tuple[CvSkill, ...] = ()
    listed: tuple[str, ...] = ()
    languages: tuple[CvLanguage, ...] = ()
    licences: tuple[str, ...] = ()
    other: tuple[tuple[str, tuple[str, ...]], ...] = ()
    target: str = ""
    postings: int = 0
    language: str = "en"
    left_off: tuple[LeftOff, ...] = ()
    example: bool = False
