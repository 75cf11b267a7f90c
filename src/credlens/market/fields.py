"""Which column or field of a file holds what: names recognised, values turned into a posting.

Names are compared without case, punctuation and camel case. Nothing is guessed: a file without a name that is known for the ad's text
is a problem that lists the names there are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from credlens.market import jobposting
from credlens.market.dates import DayColumn, DayReader, read_date
from credlens.market.dedupe import digest
from credlens.model.errors import Problem
from credlens.model.posting import Posting
from credlens.skills.html_text import html_to_text, looks_like_html

SHORTEST = 40  # characters: less than a sentence is no ad
LONGEST = (
    100_000  # characters; the longest federal announcements have half of that, and more is a book or many ads in one
)

_WHOLE = (
    "description", "job description", "full description", "job full description", "description text", "body", "text", "full text", "content",
    "ad", "ad text", "job ad", "job text", "posting", "posting text", "job posting", "details", "job details", "about the job",
)  # fmt: skip
_PARTS = (
    "summary", "job summary", "overview", "responsibilities", "job responsibilities", "key responsibilities", "duties",
    "duties and responsibilities", "qualifications", "job qualifications", "requirements", "job requirements", "skills", "required skills",
    "skills required", "education requirements", "experience requirements", "experience in place of education", "nice to have", "must have",
)  # fmt: skip
_PART = re.compile(
    r"(?:minimum|min|basic|required|mandatory|preferred|desired|additional|other)(?: job)? (?:quals?|qualifications?|skills?|requirements?|experience)"
    r"(?: requirements?)?"
)
_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "job title", "position title", "posting title", "business title", "position", "role", "job name", "job"),
    "employer": (
        "company", "company name", "employer", "employer name", "hiring organization", "hiring organization name", "organization",
        "organisation", "organization name", "agency",
    ),
    "place": (
        "location", "job location", "place", "locations", "work location", "location name", "formatted location", "city", "job city",
        "location city", "state", "country", "job country",
    ),
    "posted": (
        "posted", "date posted", "posted date", "posting date", "date", "posted at", "posted on", "published", "date published",
        "publication date", "published at", "creation date", "created at", "created", "open date", "job posted date", "original listed time",
        "listed time", "date listed", "listed at",
    ),
    "url": ("url", "link", "job url", "job link", "posting url", "apply url", "usajobs url"),
    "example": ("example",),
    "collected": (
        "date collected", "collected", "collected at", "date scraped", "scraped", "scraped at", "last scraped", "crawled", "crawled at",
        "crawl date", "crawl timestamp", "retrieved", "retrieved at", "date retrieved", "snapshot date",
    ),
}  # fmt: skip
_AROUND = (  # what a column with only a city needs beside it, from the part to the country
    ("state", "job state", "location state", "province", "state province", "region", "state code"),
    ("country", "job country", "location country", "country code"),
)
_WRAPPERS = ("job", "posting", "jobPosting", "job_posting", "attributes", "fields", "_source", "node", "data")
_RECOGNISED = (
    "description, job description, text, body, responsibilities, minimum qualifications, preferred qualifications"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which names hold what.

    Attributes:
        text: joined in their order, under their names when there are several.
        around: what follows the place, when that is only a city: its state, its country.
    """

    text: tuple[str, ...]
    title: str | None = None
    employer: str | None = None
    place: str | None = None
    posted: str | None = None
    url: str | None = None
    example: str | None = None
    collected: str | None = None
    around: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """All of them."""
        rest = (self.title, self.employer, self.place, self.posted, self.url, self.example, self.collected)
        return tuple(dict.fromkeys([*self.text, *self.around, *(name for name in rest if name)]))

    def __str__(self) -> str:
        texts = " and ".join(repr(name) for name in self.text)
        rest = [
            f"{name!r} as the {role}"
            for role, name in (
                ("title", self.title),
                ("employer", self.employer),
                ("place", " + ".join(name for name in (self.place, *self.around) if name)),
                ("date", self.posted),
                ("address", self.url),
            )
            if name
        ]
        return f"read {', '.join([f'{texts} as the text', *rest])}"


def recognise(names: Iterable[str]) -> Columns:
    """What each name holds; ``text`` is empty when no name is known to hold an ad's text."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(_plain(name), name)
    whole = next((known[n] for n in _WHOLE if n in known), None)
    parts = [name for plain, name in known.items() if plain in _PARTS or _PART.fullmatch(plain)]
    text = [name for name in known.values() if name == whole or name in parts]
    roles = {role: next((known[n] for n in wanted if n in known), None) for role, wanted in _NAMES.items()}
    return Columns(tuple(text), **roles, around=_around(roles["place"], known))


def _around(place: str | None, known: Mapping[str, str]) -> tuple[str, ...]:
    if place is None or "city" not in _plain(place).split():
        return ()
    return tuple(name for level in _AROUND if (name := next((known[n] for n in level if n in known), None)))


def no_text(names: Sequence[str], where: str, what: str) -> Problem:
    """The problem of a file in which no ``what`` ("column", "field") is known to hold the ad's text."""
    found = ", ".join(repr(n) for n in names[:30] if n.strip()) or "none"
    return Problem(
        where,
        f"No {what} is known to hold the text of an ad. The {what}s found: {found}.",
        f"Rename the {what} with the text to one of: {_RECOGNISED}.",
    )


def unwrapped(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record itself, or the one inside it when the text lies one level deeper ({"job": {...}})."""
    if recognise(k for k, v in record.items() if not isinstance(v, Mapping)).text:
        return record
    for name in _WRAPPERS:
        inner = record.get(name)
        if isinstance(inner, Mapping) and recognise(inner).text:
            return inner
    return record


def posting(
    record: Mapping[str, Any],
    columns: Columns,
    where: str,
    fallback_title: str = "",
    employer: str = "",
    day: DayReader | None = None,
) -> Posting | Problem:
    """The ad that a record holds, or why it holds none.

    Args:
        record: the values by name.
        columns: which name holds what.
        where: the record's place.
        fallback_title, employer: for a record without one.
        day: reads the day of the ad; each value by itself when None.
    """

    def words(name: str | None) -> str:
        return as_words(record.get(name)) if name else ""

    text = _text(record, columns.text)
    if len(text) < SHORTEST:
        shown = f"{len(text)} characters" if text else "empty"
        return Problem(where, f"The text is too short to be an ad ({shown}).", "Give the whole text of the ad.")
    if len(text) > LONGEST:
        what_to_do = "Give each ad as a file or record of its own."
        return Problem(where, f"The text is too long to be one ad ({len(text):,} characters).", what_to_do)
    return Posting(
        id=digest(text),
        title=words(columns.title) or fallback_title,
        text=text,
        where=where,
        # Some collections write a rating under the name: "Tecolote Research\n3.8".
        employer=words(columns.employer).split("\n")[0].strip() or employer or None,
        place=", ".join(dict.fromkeys(w for n in (columns.place, *columns.around) if (w := words(n)))) or None,
        posted=(day or DayColumn(columns.posted))(record),
        url=words(columns.url) or None,
        example=bool(columns.example and str(record.get(columns.example)).strip().lower() in {"true", "yes", "1"}),
    )


def said_once(header: Mapping[str, Any]) -> tuple[date | None, str]:
    """(day when they were collected, employer) that a file states once for all its ads; None and empty when it does not."""
    columns = recognise(header)
    return read_date(header.get(columns.collected or "")), as_words(header.get(columns.employer or ""))


def as_words(value: Any) -> str:
    """A value as one text: an organisation's name, a place's parts, lists joined."""
    if value is None or isinstance(value, bool) or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        if isinstance(value.get("address"), Mapping):
            return as_words(value["address"])
        name = value.get("name") or value.get("display_name") or value.get("label")
        if name:
            return as_words(name)
        keys = ("city", "addressLocality", "region", "addressRegion", "countryCode", "addressCountry")
        return ", ".join(w for w in (as_words(value.get(k)) for k in keys) if w)
    if isinstance(value, Sequence):
        return "; ".join(w for w in map(as_words, value) if w)
    return str(value)


def _text(record: Mapping[str, Any], names: Sequence[str]) -> str:
    filled = [(name, text) for name in names if (text := _part(name, record.get(name)))]
    if len(names) == 1:
        return filled[0][1] if filled else ""
    return "\n\n".join(f"## {_heading(name)}\n\n{text}" for name, text in filled)


def _part(name: str, value: Any) -> str:
    return jobposting.in_words(_plain(name), value) or _prose(value)


def _prose(value: Any) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(f"- {line}" for line in map(_prose, value) if line)
    if isinstance(value, Mapping):
        keywords = value.get("keywords")
        return ": ".join(w for w in (as_words(value), ", ".join(map(as_words, keywords or ()))) if w)
    words = as_words(value).replace("\r\n", "\n").replace("\r", "\n")
    return html_to_text(words) if looks_like_html(words) else words


def _heading(name: str) -> str:
    return _plain(name).capitalize()


def _plain(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[\W_]+", " ", spaced).lower().split())
