"""Credentials and licences a resume says somebody holds, with the days they were issued and lapse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from credlens.model.person import HeldCredential
from credlens.profile.dates import find_period, find_span
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.skills.reader import Reader

_AIMS = re.compile(
    r"\b(?:aim(?:s|ing)?\b|pursu|work(?:s|ing)? towards?|in progress|prepar(?:e|es|ing) (?:for|to)|study(?:ing)? (?:for|to)|stud(?:ies|y) for|expected|planned"
    r"|plan(?:s|ning)? to|goal|would like|wants?\b|hop(?:e|es|ing) to|seek(?:s|ing)?\b|look(?:s|ing)? (?:for|to)|eligible|candidate for|scheduled"
    r"|enrolled|interested in|eager to|to become|not yet)",
    re.IGNORECASE,
)

_EXPIRES = re.compile(
    r"(?:\bexpir(?:es|ed|y|ation|ing)|\bvalid (?:until|through|thru|to|till)|\bgood (?:until|through)|\brenew(?:al|s)?(?: due| by)?|\bexp\b\.?)"
    r"(?: date| on| in)?\W{0,3}$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"[,;|(]?\s*\b(?:issued|earned|obtained|completed|awarded|passed|granted|certified|since|date)\b(?: on| in| by)?\W{0,3}$",
    re.IGNORECASE,
)
_NO_EXPIRY = re.compile(r"\b(?:does not expire|no expiration(?: date)?|never expires|non[- ]expiring)\b", re.IGNORECASE)
_DETAIL = re.compile(
    r"(?:issued|expires?|expired|valid|credential id|licen[sc]e (?:no|number|#)|id:|see |verify|https?:)", re.IGNORECASE
)
_CERTIFIED = re.compile(r"certif|licen[sc]|diploma|badge|credential|nanodegree|micromasters", re.IGNORECASE)
_CLUTTER = re.compile(r"[\s,;|·•(\u2013—:-]+$|\(\s*\)")
_OTHERS = (Section.HEADER, Section.SUMMARY, Section.SKILLS, Section.EDUCATION)
_LONGEST_NAME = 150  # characters


def held_credentials(resume: Resume, reader: Reader) -> tuple[HeldCredential, ...]:
    """Credentials held: every line of a certifications section, and those of the catalog named elsewhere, wishes left out."""
    found: list[HeldCredential] = []
    for entry in resume.of(Section.CERTIFICATIONS):
        for line, more in _items(entry):
            found += _of_line(line, f"{line.text}; {more}" if more else line.text, entry, reader)
    for entry in resume.of(*_OTHERS):
        for line in entry.lines:
            found += _known(line, line.text, reader)
    return _once(found)


def held_licences(resume: Resume, reader: Reader, today: date) -> tuple[str, ...]:
    """Words for licences held, from certifications, header and summary; wishes and lapsed ones left out.

    Each is named as the table of occupations names it first, and also in the document's own words.
    """
    names: dict[str, None] = {}
    for entry in resume.of(Section.CERTIFICATIONS, Section.HEADER, Section.SUMMARY):
        for line in entry.lines:
            hits = reader.licence_hits(line.text)
            wishes, expires = Wishes(line.text), _days(line.text)[1] if hits else None
            for hit in hits:
                if wishes.at(hit.start) or (expires and expires < today):
                    continue
                names.setdefault(hit.name)
                names.setdefault(line.text[hit.start : hit.end])
    return tuple(names)


class Wishes:
    """Which sentences of a text speak of what somebody wants, not of what they have."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer(r"[.!?;]\s+", text))]
        ends = [*self._starts[1:], len(text)]
        self._wished = [_AIMS.search(text, a, b) is not None for a, b in zip(self._starts, ends, strict=True)]

    def at(self, offset: int) -> bool:
        """Whether the sentence at this offset is a wish."""
        return self._wished[bisect_right(self._starts, offset) - 1]


def _items(entry: Entry) -> Iterator[tuple[Line, str]]:
    """The section's lines, each with the details that stand below it ("Issued May 2023")."""
    items: list[tuple[Line, list[str]]] = []
    for line in entry.lines:
        if items and _DETAIL.match(line.text):
            items[-1][1].append(line.text)
        else:
            items.append((line, []))
    return ((line, "; ".join(more)) for line, more in items)


def _of_line(line: Line, words: str, entry: Entry, reader: Reader) -> list[HeldCredential]:
    known = _known(line, words, reader)
    if known or _AIMS.search(words):
        return known
    mixed = re.search(r"activit|award|honou?r|interest|member|skill", entry.heading, re.IGNORECASE)
    if mixed and not (_CERTIFIED.search(words) or reader.licence_hits(words)):
        return []
    name = _name(line.text)
    issued, expires = _days(words)
    return [HeldCredential(name, None, issued, expires, line.where)] if 2 < len(name) <= _LONGEST_NAME else []


def _known(line: Line, words: str, reader: Reader) -> list[HeldCredential]:
    hits = reader.credential_hits(words)
    if not hits:
        return []
    wishes = Wishes(words)
    issued, expires = _days(words)
    return [
        HeldCredential(words[hit.start : hit.end], hit.key, issued, expires, line.where)
        for hit in hits
        if not wishes.at(hit.start)
    ]


def _once(found: list[HeldCredential]) -> tuple[HeldCredential, ...]:
    """Each catalog credential once: the place that gives dates, else the first."""
    kept: dict[str, HeldCredential] = {}
    for held in found:
        key = held.credential or f"\n{held.name.casefold()}"
        if key not in kept or (kept[key].issued is None and kept[key].expires is None):
            kept[key] = held if key not in kept or held.issued or held.expires else kept[key]
    return tuple(kept.values())


def _days(words: str) -> tuple[date | None, date | None]:
    """(issued, expires): a span gives both; a date after "expires" the second, another one the first."""
    span = find_span(words)
    if span:
        return span.start, span.end
    issued: date | None = None
    expires: date | None = None
    rest = words
    while found := find_period(rest):
        period, (start, end) = found
        if _EXPIRES.search(rest[:start].rstrip("(")):
            expires = expires or period.last
        else:
            issued = issued or period.first
        rest = " " * end + rest[end:]
    return issued, None if _NO_EXPIRY.search(words) else expires


def _name(words: str) -> str:
    """A credential's name: what stands before its dates."""
    cut = len(words)
    span = find_span(words)
    found = find_period(words)
    if span:
        cut = span.at[0]
    elif found:
        cut = found[1][0]
    name = words[:cut].rstrip("( ")
    for pattern in (_EXPIRES, _ISSUED, _CLUTTER):
        name = pattern.sub("", name).rstrip()
    return name.strip(" ,;|·•\u2013—-")
