"""Credentials and licences a resume says somebody holds, with the days they were issued and lapse."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from credlens.model.person import HeldCredential
from credlens.profile.dates import Period, find_period, find_span
from credlens.profile.found import Found, Licence
from credlens.profile.resume import Entry, Line, Resume, Section
from credlens.profile.words import every
from credlens.skills.reader import Reader
from credlens.skills.text import quote_of

_NO_EXPIRY = re.compile(r"\b(?:does not expire|no expiration(?: date)?|never expires|non[- ]expiring)\b", re.IGNORECASE)
_DETAIL = re.compile(
    r"(?:issued|expires?|expired|valid|credential id|licen[sc]e (?:no|number|#)|id:|see |verify|https?:)", re.IGNORECASE
)
_CERTIFIED = re.compile(
    r"certif|zertifi|licen[sc]|diplom|badge|credential|nanodegree|micromasters|prüfung|schein\b", re.IGNORECASE
)
_CLUTTER = re.compile(r"[\s,;|·•(\u2013—:-]+$|\(\s*\)")
_OTHERS = (Section.HEADER, Section.SUMMARY, Section.SKILLS, Section.EDUCATION)
_LINK = re.compile(r"https?://[^\s<>\"'|;,)\]]+")
_NUMBER = re.compile(
    r"\b(?:credential id|certificate (?:id|no\.?|number)|licen[sc]e (?:no\.?|number|#)|verification (?:code|id)|id)\s*[:#]?\s+"
    r"(?P<number>(?=\S*\d)[\w./-]*[\w])",
    re.IGNORECASE,
)
_CHECKED = re.compile(r"\b(?:verified on|checked on|geprüft am|verificada el|vérifié le)\W{0,3}$", re.IGNORECASE)
"""Before a day on which somebody looked, which says nothing of when it was issued."""
_MOST_WORDS = 6  # of an issuer's name

_PARTED = re.compile(r"\s*(?:\||·|•)\s*")
_BEHIND = re.compile(r"\s*(?:,|\||·|•|\s[-\u2013—])\s+(?P<rest>\S.*)")


class Days(NamedTuple):
    """Of a credential: the day it was issued, the last it holds, and both as far as they were named."""

    issued: date | None
    expires: date | None
    said: tuple[str, str] = ("", "")


NAME_SURE = 0.95  # of a name that the catalog or the law knows: a judgement
LINE_SURE = 0.7  # of a line that only stands among credentials: a judgement
_LONGEST_NAME = 150  # characters

_LICENSED = (Section.CERTIFICATIONS, Section.HEADER, Section.SUMMARY, Section.SKILLS, Section.OTHER)


def held_credentials(resume: Resume, reader: Reader) -> list[Found[HeldCredential]]:
    """Credentials held: every line of a certifications section, those among courses, and those of the catalog named elsewhere.

    Wishes are left out.
    """
    found: list[HeldCredential] = []
    for entry in resume.of(Section.CERTIFICATIONS, Section.COURSES):
        for line, more in _items(entry):
            found += _of_line(line, f"{line.text}; {more}" if more else line.text, entry, reader)
    for entry in resume.of(*_OTHERS):
        for line in entry.lines:
            found += _known(line, line.text, reader)
    return [Found(held, LINE_SURE if held.credential is None else NAME_SURE) for held in _once(found)]


def held_licences(resume: Resume, reader: Reader, today: date) -> list[Found[Licence]]:
    """Licences held, from the sections where people write them; wishes and lapsed ones left out.

    Each is named as the table of occupations names it first, and also in the document's own words.
    """
    found: dict[str, Licence] = {}
    for entry in resume.of(*_LICENSED):
        for line in entry.lines:
            hits = reader.licence_hits(line.text)
            wishes, expires = Wishes(line.text), _days(line.text)[1] if hits else None
            for hit in hits:
                if wishes.at(hit.start) or (expires and expires < today):
                    continue
                own = line.text[hit.start : hit.end]
                names = (*(found[hit.name].names if hit.name in found else (hit.name,)), own)
                quote = quote_of(line.text, 0, len(line.text))
                first = found.get(hit.name, Licence((), line.where, quote))
                found[hit.name] = Licence(tuple(dict.fromkeys(names)), first.where, first.quote)
    return [Found(licence, NAME_SURE) for licence in found.values()]


class Wishes:
    """Which sentences of a text speak of what somebody wants, not of what they have."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer(r"[.!?;]\s+", text))]
        ends = [*self._starts[1:], len(text)]
        self._wished = [_wishes().search(text, a, b) is not None for a, b in zip(self._starts, ends, strict=True)]

    def at(self, offset: int) -> bool:
        """Whether the sentence at this offset is a wish."""
        return self._wished[bisect_right(self._starts, offset) - 1]


def _items(entry: Entry) -> Iterator[tuple[Line, str]]:
    """The section's lines, each with the details that stand below it ("Issued May 2023")."""
    items: list[tuple[Line, list[str]]] = []
    for line in entry.lines:
        if items and (entry.title or _DETAIL.match(line.text)):  # an entry with a title is one credential
            items[-1][1].append(line.text)
        else:
            items.append((line, []))
    return ((line, "; ".join(more)) for line, more in items)


def _of_line(line: Line, words: str, entry: Entry, reader: Reader) -> list[HeldCredential]:
    known = _known(line, words, reader, entry)
    if known or _wishes().search(words):
        return known
    mixed = re.search(r"activit|award|honou?r|interest|member|skill", entry.heading, re.IGNORECASE)
    if (mixed or entry.section is Section.COURSES) and not (_CERTIFIED.search(words) or reader.licence_hits(words)):
        return []
    name = entry.title or _name(line.text)
    if not 2 < len(name) <= _LONGEST_NAME:
        return []
    return [
        _held(name, None, _own_days(entry) or _days(words), line, line.text, words, _issuer(name, line.text, entry))
    ]


def _own_days(entry: Entry) -> Days | None:
    """The days that a certificate's fields give; None where they stand in its words."""
    if not entry.title or entry.span is None:
        return None
    return Days(entry.span.start, entry.span.end, entry.span.said)


def _known(line: Line, words: str, reader: Reader, entry: Entry | None = None) -> list[HeldCredential]:
    """Credentials of the catalog that a line names; what else stands in it belongs to the only one of them."""
    hits = reader.credential_hits(words)
    if not hits:
        return []
    wishes = Wishes(words)
    days = (_own_days(entry) if entry else None) or _days(words)
    alone = len({hit.key for hit in hits}) == 1
    said = _issuer(words[hits[0].start : hits[0].end], line.text, entry) if entry and alone else ""
    return [
        _held(words[hit.start : hit.end], hit.key, days, line, words, words if alone else "", said)
        for hit in hits
        if not wishes.at(hit.start)
    ]


def _held(name: str, key: str | None, days: Days, line: Line, quote: str, words: str, issuer: str) -> HeldCredential:
    """A credential with what ``words`` say of its number and its address."""
    number, link = _NUMBER.search(words), _LINK.search(words)
    return HeldCredential(
        name,
        key,
        days.issued,
        days.expires,
        line.where,
        quote_of(quote, 0, len(quote)),
        days.said,
        issuer,
        number["number"] if number else "",
        link[0].rstrip(".") if link else "",
    )


def _issuer(name: str, text: str, entry: Entry) -> str:
    """Who gave it: a field, else the name that stands between the credential's and its date, set apart by a comma, a dash or a bar."""
    if entry.organisation:
        return entry.organisation
    behind = text.partition(name)[2]
    found = _BEHIND.match(behind)
    said = _name(found["rest"].split(" | ")[0]) if found else ""
    if not said and entry.title == text and len(entry.lines) > 1:  # the line below the name
        said = _name(_PARTED.split(entry.lines[1].text)[0])
    apart = 0 < len(said.split()) <= _MOST_WORDS and said[:1].isupper() and not _LINK.search(said)
    return said if apart and not _DETAIL.match(said) and not find_period(said) else ""


def _once(found: list[HeldCredential]) -> tuple[HeldCredential, ...]:
    """Each catalog credential once: the place that gives dates, else the first."""
    kept: dict[str, HeldCredential] = {}
    for held in found:
        key = held.credential or f"\n{held.name.casefold()}"
        if key not in kept or (kept[key].issued is None and kept[key].expires is None):
            kept[key] = held if key not in kept or held.issued or held.expires else kept[key]
    return tuple(kept.values())


def _days(words: str) -> Days:
    """A span gives both days; a date after "expires" the second, another one the first."""
    span = find_span(words)
    if span:
        return Days(span.start, span.end, span.said)
    issued: Period | None = None
    expires: Period | None = None
    rest = words
    while found := find_period(rest):
        period, (start, end) = found
        if _CHECKED.search(rest[:start]):
            pass
        elif _expires().search(rest[:start].rstrip("(")):
            expires = expires or period
        else:
            issued = issued or period
        rest = " " * end + rest[end:]
    expires = None if _NO_EXPIRY.search(words) else expires
    said = (issued.said if issued else "", expires.said if expires else "")
    return Days(issued.first if issued else None, expires.last if expires else None, said)


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
    for pattern in (_expires(), _issued(), _CLUTTER):
        name = pattern.sub("", name).rstrip()
    return name.strip(" ,;|·•\u2013—-")


@cache
def _wishes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{w.wishes})" for w in every() if w.wishes), re.IGNORECASE)


@cache
def _expires() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(w.expires for w in every() if w.expires)})\W{{0,3}}$", re.IGNORECASE)


@cache
def _issued() -> re.Pattern[str]:
    any_language = "|".join(w.issued for w in every() if w.issued)
    return re.compile(rf"[,;|(]?\s*(?:{any_language})\W{{0,3}}$", re.IGNORECASE)
