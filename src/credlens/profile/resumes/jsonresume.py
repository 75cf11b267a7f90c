"""A resume in the JSON Resume format (https://jsonresume.org/schema, version 1.x)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from credlens.model.errors import InputError, Problem
from credlens.profile.dates import Period, Span, ended, find_period, span_of
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.skills.decode import decode

_PARTS = ("basics", "work", "education", "skills", "certificates", "projects", "volunteer", "languages")
_ENTRIES: dict[str, tuple[Section, tuple[str, ...], str]] = {
    # part -> (section, fields its title is made of, field of the organisation)
    "work": (Section.EXPERIENCE, ("position",), "name"),
    "volunteer": (Section.VOLUNTEER, ("position",), "organization"),
    "projects": (Section.PROJECTS, ("name",), "entity"),
    "education": (Section.EDUCATION, ("studyType",), "institution"),
}
_TEXTS = ("summary", "description", "highlights", "keywords", "roles", "courses")


def read(data: bytes, where: str) -> Resume:
    """The resume in a JSON Resume file; parts that are missing or of another type are passed over.

    Raises:
        InputError: it is not JSON, or JSON that is no JSON Resume.
    """
    text, _ = decode(data, where)
    try:
        top = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        raise InputError([Problem(place, f"This is not JSON: {error.msg}.", "Mend it there.")]) from None
    except RecursionError:
        raise InputError([Problem(where, "The JSON is nested too deeply to be read.")]) from None
    if not isinstance(top, dict) or not any(isinstance(top.get(p), dict | list) for p in _PARTS):
        names = ", ".join(_PARTS)
        raise InputError(
            [
                Problem(
                    where,
                    "This JSON is not a JSON Resume.",
                    f"It needs at least one of {names}; or give text or Markdown.",
                )
            ]
        )
    found = top.get("basics")
    basics: Mapping[str, Any] = found if isinstance(found, dict) else {}
    return Resume(_words(basics.get("name")), tuple(_entries(top, basics, where)), structured=True)


def _entries(top: Mapping[str, Any], basics: Mapping[str, Any], where: str) -> Iterator[Entry]:
    for part, section in (("label", Section.HEADER), ("summary", Section.SUMMARY)):
        if words := _words(basics.get(part)):
            yield Entry(section, "", (Line(f"{where}: basics.{part}", words),))
    for part in _ENTRIES:
        for i, record in _records(top.get(part)):
            yield _entry(part, record, f"{where}: {part}[{i}]")
    for part, section, in_words in _LISTS:
        named = [(r, Line(f"{where}: {part}[{i}]", in_words(r), listed=True)) for i, r in _records(top.get(part))]
        named = [(record, line) for record, line in named if line.text]
        if section is Section.CERTIFICATIONS:
            yield from (_certificate(record, line) for record, line in named)
        elif named:
            yield Entry(section, "", tuple(line for _, line in named), part)


def _skill(record: Mapping[str, Any]) -> str:
    """A group of skills; its level stands before it ("Expert: Programming, Python, SQL") and is that of all of it."""
    level, named = _words(record.get("level")), _joined(record, "name", "keywords")
    return f"{level}: {named}" if level and named else named


def _certificate_words(record: Mapping[str, Any]) -> str:
    return _joined(record, "name", "issuer", "date", "url")


def _certificate(record: Mapping[str, Any], line: Line) -> Entry:
    """A certificate of its own; its span begins on the day it was issued."""
    issued = _period(record.get("date"))
    span = Span(issued.first, None, (0, 0), (issued.said, "")) if issued else None
    issuer = _words(record.get("issuer"))
    return Entry(Section.CERTIFICATIONS, _words(record.get("name")), (line,), "certificates", span, issuer)


def _language(record: Mapping[str, Any]) -> str:
    return ": ".join(w for w in (_words(record.get("language")), _words(record.get("fluency"))) if w)


def _joined(record: Mapping[str, Any], *fields: str) -> str:
    return ", ".join(w for f in fields for w in _list(record.get(f)))


_LISTS: tuple[tuple[str, Section, Callable[[Mapping[str, Any]], str]], ...] = (
    ("skills", Section.SKILLS, _skill),
    ("certificates", Section.CERTIFICATIONS, _certificate_words),
    ("languages", Section.LANGUAGES, _language),
)


def _entry(part: str, record: Mapping[str, Any], where: str) -> Entry:
    section, titles, owner = _ENTRIES[part]
    title = " ".join(w for name in titles if (w := _words(record.get(name))))
    subject, organisation = _words(record.get("area")), _words(record.get(owner))
    head = " in ".join(w for w in (title, subject) if w)
    lines = [Line(where, ", ".join(w for w in (head, organisation) if w))] if head or organisation else []
    for name in _TEXTS:
        value = record.get(name)
        many = isinstance(value, list)
        for i, words in enumerate(_list(value)):
            lines.append(Line(f"{where}.{name}[{i}]" if many else f"{where}.{name}", words, listed=many))
    return Entry(section, title, tuple(lines), part, _span(record, section), organisation, subject)


def _span(record: Mapping[str, Any], section: Section) -> Span | None:
    """When it was; of education the end alone says enough."""
    start, end = _period(record.get("startDate")), _period(record.get("endDate"))
    if start is None:
        return ended(end) if end and section is Section.EDUCATION else None
    said = _words(record.get("endDate")).lower()
    going_on = end is None and said in {"", "present", "now", "current"}
    return span_of(start, None if going_on else end or start)


def _period(value: Any) -> Period | None:
    found = find_period(_words(value))
    return found[0] if found else None


def _records(value: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if isinstance(value, list):
        yield from ((i, v) for i, v in enumerate(value) if isinstance(v, Mapping))


def _list(value: Any) -> list[str]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [w for v in value if (w := _words(v))]
    return [w] if (w := _words(value)) else []


def _words(value: Any) -> str:
    """A value as one line; empty for anything but text and numbers."""
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
