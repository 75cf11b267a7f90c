"""A resume as its documents print it: sections in reading order, every line in words; the same for PDF, DOCX and Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from credlens.model.cv import PRESENT, Cv, CvCertificate, CvEntry, CvLanguage
from credlens.model.naming import harmless
from credlens.present.notes import safe_link
from credlens.present.views.resume_words import ResumeWords, resume_words

#: Looks that a resume can have: one column in reading order each, so that whatever reads it reads all of it.
STYLES = ("plain", "modern")


@dataclass(frozen=True, slots=True)
class Part:
    """Words, and the https address that they lead to; empty when they lead nowhere."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a list: what it begins with in bold type, and the rest."""

    strong: str
    text: str


@dataclass(frozen=True, slots=True)
class ResumeEntry:
    """A job, course of study, credential, project or volunteering.

    Attributes:
        below: what stands in the line below the title: organisation and place.
        days: when, in words; empty when nobody says.
        details: further facts, in a line of their own.
        lines: what is said of it, item by item.
        qr: QR code of the address where it can be checked, as SVG; empty when none is wanted.
        address: what the code leads to.
    """

    title: str
    below: tuple[str, ...]
    days: str
    details: tuple[Part, ...] = ()
    lines: tuple[str, ...] = ()
    qr: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class ResumeSection:
    """A part under a heading; it has paragraphs, entries or points."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    entries: tuple[ResumeEntry, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class ResumePage:
    """Everything a resume prints.

    Attributes:
        reach: how to reach the person.
        above: further lines below the name.
        language: ISO 639-1 code.
        style: one of :data:`STYLES`.
    """

    name: str
    title: str
    reach: tuple[Part, ...]
    above: tuple[str, ...]
    sections: tuple[ResumeSection, ...]
    language: str
    style: str


def resume_page(cv: Cv, style: str = "plain", *, qr: bool = False) -> ResumePage:
    """The view of a resume.

    Args:
        cv: what it shows.
        style: one of :data:`STYLES`.
        qr: whether to draw QR codes of the addresses where credentials can be checked.
    """
    words = resume_words(cv.language)
    name = _line(cv.name)
    return ResumePage(
        name,
        f"{name}: {_TITLE.get(cv.language, _TITLE['en'])}" if name else _TITLE["en"],
        tuple(_reach(cv)),
        tuple(_above(cv)),
        tuple(_sections(cv, words, qr=qr)),
        cv.language or "en",
        style,
    )


_TITLE = {"en": "resume", "de": "Lebenslauf", "es": "currículum", "fr": "CV"}
_INVENTED = "Example person, invented."


def bare(address: str) -> str:
    """An address as it is read: without its scheme."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def said_day(said: str, words: ResumeWords) -> str:
    """A day as far as it is known, in words where it is a month: "May 2024", "2024", "2024-05-17"."""
    year, *rest = said.split("-")
    return f"{words.months[int(rest[0]) - 1]} {year}" if len(rest) == 1 and rest[0].isdigit() else said


def said_days(start: str, end: str, words: ResumeWords) -> str:
    """Two days in words; what goes on has the language's word for it, and where nobody says when it ended there is one day."""
    last = words.present if end == PRESENT else said_day(end, words)
    return " \N{EN DASH} ".join(filter(None, (said_day(start, words), last if start or end != PRESENT else "")))


def _reach(cv: Cv) -> Iterator[Part]:
    if cv.contact.place:
        yield Part(_line(cv.contact.place))
    if cv.contact.email:
        yield Part(_line(cv.contact.email), f"mailto:{_line(cv.contact.email)}")
    if cv.contact.phone:
        yield Part(_line(cv.contact.phone))
    yield from (Part(_line(bare(link)), safe_link(link)) for link in cv.contact.links)


def _above(cv: Cv) -> Iterator[str]:
    lines = [_line(words) for words in cv.contact.other]
    yield from lines
    if cv.example and not any("invented" in words.casefold() for words in (*lines, *cv.summary)):
        yield _INVENTED


def _sections(cv: Cv, words: ResumeWords, *, qr: bool) -> Iterator[ResumeSection]:
    before = (
        ResumeSection(words.work, entries=_entries(cv.work, words)),
        ResumeSection(words.education, entries=_entries(cv.education, words)),
    )
    new = (
        ResumeSection(words.certificates, entries=tuple(_certificate(c, words, qr=qr) for c in cv.certificates)),
        ResumeSection(words.projects, entries=_entries(cv.projects, words)),
    )
    # Credentials that show what the target asks for are what is new about the person: they come before what they did elsewhere.
    fits = any(c.skills for c in cv.certificates)
    found = (
        ResumeSection(words.summary, paragraphs=tuple(map(_line, cv.summary))),
        ResumeSection(words.skills, points=tuple(_skills(cv, words))),
        *((*new, *before) if fits else (*before, *new)),
        ResumeSection(words.volunteer, entries=_entries(cv.volunteer, words)),
        ResumeSection(words.languages, points=tuple(Point("", _language(one, words)) for one in cv.languages)),
        ResumeSection(words.details, points=tuple(Point("", _line(one)) for one in cv.licences)),
        *(
            ResumeSection(_line(heading) or words.details, points=tuple(Point("", _line(one)) for one in lines))
            for heading, lines in cv.other
        ),
    )
    yield from (section for section in found if section.paragraphs or section.entries or section.points)


def _skills(cv: Cv, words: ResumeWords) -> Iterator[Point]:
    """Skills by what stands behind them, in the order of the first of each; then the person's own lines, and names that are in none of them."""
    behind: dict[tuple[str, ...], list[str]] = {}
    for skill in cv.skills:
        behind.setdefault(skill.evidence, []).append(_line(skill.label))
    bare = behind.pop((), [])
    yield from (Point(", ".join(labels), _line("; ".join(evidence))) for evidence, labels in behind.items())
    yield from (Point("", _line(line)) for line in cv.listed)
    own = " ".join(cv.listed).casefold()
    missing = [label for label in bare if label.casefold() not in own]
    if missing:
        yield Point("", f"{words.also}: {', '.join(missing)}")


def _entries(entries: Iterable[CvEntry], words: ResumeWords) -> tuple[ResumeEntry, ...]:
    return tuple(
        ResumeEntry(
            _line(e.title),
            tuple(filter(None, (_line(e.organisation), _line(e.place)))),
            said_days(e.start, e.end, words),
            (Part(_line(e.link), safe_link(e.link)),) if e.link else (),
            tuple(map(_line, e.lines)),
        )
        for e in entries
    )


def _certificate(found: CvCertificate, words: ResumeWords, *, qr: bool) -> ResumeEntry:
    days = ", ".join(
        filter(
            None,
            (
                found.issued and f"{words.issued} {said_day(found.issued, words)}",
                found.expires and f"{words.expires} {said_day(found.expires, words)}",
            ),
        )
    )
    details = (
        Part(f"{words.number}: {_line(found.number)}" if found.number else ""),
        Part(f"{words.verified} {said_day(found.verified, words)}" if found.verified else ""),
        Part(_line(found.link), safe_link(found.link)),
        Part(f"{words.shows} {_line(', '.join(found.skills))}" if found.skills else ""),
    )
    address = safe_link(found.link) if qr else ""
    return ResumeEntry(
        _line(found.name),
        (_line(found.issuer),) if found.issuer else (),
        days,
        tuple(part for part in details if part.text),
        qr=_code(address),
        address=address,
    )


def _code(address: str) -> str:
    """The address as a QR code; empty without one, and where it is too long for a code."""
    if not address:
        return ""
    from segno import DataOverflowError

    from credlens.present.charts.qr import svg

    try:
        return svg(address)
    except DataOverflowError:
        return ""


def _language(found: CvLanguage, words: ResumeWords) -> str:
    level = words.native if found.level == "native" else _line(found.level)
    return f"{_line(found.language)} ({level})" if level else _line(found.language)


def _line(text: str) -> str:
    """A text on one line, with nothing in it that turns the direction of writing or is half a character."""
    return harmless(" ".join(text.split()).encode("utf-8", "replace").decode())
