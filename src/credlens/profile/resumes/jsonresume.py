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
_TEXTS = ("summary", "description", "highlights", "keywords", "roles", "courses", "remarks")
"""The last is no field of the standard: the program's own resumes have there what it has no field for, as ``remarks`` of other parts."""


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
    return Resume(
        _words(basics.get("name")),
        tuple(_entries(top, basics, where)),
        structured=True,
        language=_words(meta.get("language"))[:2].lower() if isinstance(meta := top.get("meta"), dict) else "",
        contact=tuple(_contact(basics)),
        besides=tuple(_besides(top, where)),
    )


def _contact(basics: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """How to reach the person, by the fields that say so."""
    found = [(kind, _words(basics.get(kind))) for kind in ("email", "phone")]
    found.append(("place", _place(basics.get("location"))))
    found.append(("link", _words(basics.get("url")) or _words(basics.get("website"))))
    found += [("link", _words(record.get("url"))) for _, record in _records(basics.get("profiles"))]
    return ((kind, words) for kind, words in found if words)


def _place(value: Any) -> str:
    """A place in words: of an address its parts."""
    if not isinstance(value, Mapping):
        return _words(value)
    town = " ".join(w for part in ("postalCode", "city") if (w := _words(value.get(part))))
    parts = (_words(value.get("address")), town, _words(value.get("region")), _words(value.get("countryCode")))
    return ", ".join(part for part in parts if part)


def _entries(top: Mapping[str, Any], basics: Mapping[str, Any], where: str) -> Iterator[Entry]:
    for part, section in (("label", Section.HEADER), ("summary", Section.SUMMARY)):
        if words := _words(basics.get(part)):
            yield Entry(section, "", (Line(f"{where}: basics.{part}", words),))
    if remarks := _list(basics.get("remarks")):
        lines = tuple(Line(f"{where}: basics.remarks[{i}]", words) for i, words in enumerate(remarks))
        yield Entry(Section.HEADER, "", lines)
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
    """A certificate in one line; that it expires, and its id, are no fields of the standard, but many resumes have them."""
    expires, number = _words(record.get("expires")), _words(record.get("id"))
    more = (f"expires {expires}" if expires else "", f"credential ID {number}" if number else "")
    return ", ".join(filter(None, (_joined(record, "name", "issuer", "date"), *more, _words(record.get("url")))))


def _certificate(record: Mapping[str, Any], line: Line) -> Entry:
    """A certificate of its own; its span begins on the day it was issued."""
    issued = _period(record.get("date"))
    expires = _period(record.get("expires"))
    last, said = (expires.last, expires.said) if expires else (None, "")
    span = Span(issued.first, last, (0, 0), (issued.said, said)) if issued else None
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
    ("licences", Section.OTHER, lambda record: _words(record.get("name"))),
)

_BESIDE: Mapping[str, tuple[str, ...]] = {
    "awards": ("title", "awarder", "date", "summary"),
    "publications": ("name", "publisher", "releaseDate", "url", "summary"),
    "interests": ("name", "keywords"),
    "references": ("name", "reference"),
}
"""Part -> its fields in the order of the line; nothing of the person is read from them: others speak there, or of other things."""


def _besides(top: Mapping[str, Any], where: str) -> Iterator[Entry]:
    for part, names in _BESIDE.items():
        lines = [
            Line(f"{where}: {part}[{i}]", words, listed=True)
            for i, record in _records(top.get(part))
            if (words := _joined(record, *names))
        ]
        if lines:
            yield Entry(Section.OTHER, "", tuple(lines), part.capitalize())
    for i, record in _records(top.get("sections")):
        lines = [Line(f"{where}: sections[{i}]", words, listed=True) for words in _list(record.get("lines"))]
        if lines:
            yield Entry(Section.OTHER, "", tuple(lines), _words(record.get("name")))


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
    if score := _words(record.get("score")):
        lines.append(Line(f"{where}.score", f"Score: {score}", listed=True))
    place, link = _place(record.get("location")), _words(record.get("url"))
    return Entry(section, title, tuple(lines), part, _span(record, section), organisation, subject, place, link)


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
