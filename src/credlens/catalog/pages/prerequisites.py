"""What somebody has to have before: nothing, years of work, a degree, or words."""

from __future__ import annotations

import re

from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.said import Found, Page
from credlens.catalog.pages.words import folded
from credlens.model.credential import Prerequisite
from credlens.model.fact import Source
from credlens.model.occupation import DegreeLevel

_LABEL = r"(?:(?:entry |admission )?(?:prerequisites?|pre-requisites?|requirements?)|recommended experience|prior (?:knowledge|experience)|what you need|who can apply|eligibility(?: requirements| criteria)?|(?:pre)?requisitos(?: previos| de (?:acceso|admision))?|conocimientos previos)"
_LABEL_ONLY = re.compile(_LABEL)
_MOST_WORDS = 6  # conditions in words
_SHORTEST = 8  # characters of one
_NEEDED = re.compile(
    r"\b(?:need|requir\w+|necesit\w+|prerequisites?|requisitos)\b"
)  # in a question that is answered with no
_NONE = re.compile(
    r"(?:there are |se requieren? |hay )?(?:no|none|ningun[ao]?|nothing|not? se (?:requiere|necesita))\b[^.;]{0,60}|sin requisitos[^.;]{0,30}"
)
_NOTHING = re.compile(
    r"\b(?:no|without(?: any)?|zero|sin|ningun[ao]?|no se (?:requiere|necesita|exige)n?) (?:\w+ ){0,2}?(?:pre-?requisites?|(?:prior|previous|programming|coding|technical|work) (?:\w+ ){0,2}?(?:experience|knowledge|skills)|experience|background|entry requirements|degree or experience|requisitos|experiencia(?: previa)?|conocimientos previos)"
    r"(?: \w+){0,3}? ?(?:required|needed|necessary|assumed|expected|whatsoever|at all|at any|is|are|to|of|in|\.|,|$|necesari\w+|previ\w+)|\bthere are no (?:formal )?(?:pre-?requisites|entry requirements)\b|\bno (?:hay|tiene) requisitos\b|\bopen to (?:anyone|everyone|all)\b"
)
_YEARS = re.compile(
    r"\b(?P<n>\d{1,2})(?:\+| or more)?(?:\s?-\s?\d{1,2})? ?(?:full )?(?:years?|anos?)['s]*(?: or more)? (?:of |de )?(?:(?P<adj>[\w, -]{0,50}?) ?)?(?:work |professional |laboral )?(?:experience|experiencia)(?: (?:in|with|as|en|como) (?P<of>[\w &/,-]{3,60}))?"
)
_HARD = re.compile(
    r"\b(?:must|required?|requires|requirement|minimum|at least|need|eligible|eligibility|to (?:apply|qualify|sit)|prerequisites?|requisitos?|se (?:requiere|exige)|minimo|al menos|obligatori\w+|necesit\w+)\b"
)
_DEMANDS = re.compile(rf"^(?:entry |admission )?(?:pre|requi|eligib|who can)|{_HARD.pattern}")
_SOFT = re.compile(
    r"\b(?:recommend(?:ed|s)?|suggest\w*|ideal(?:ly)?|helpful|preferred|should|advis\w+|recomend\w+|aconsej\w+|desirable|beneficial)\b"
)
_OURS = re.compile(
    r"\b(?:our|instructors?|teachers?|mentors?|team|we have|founded|faculty|combined|graduates|professor|industry leaders|decades|nuestr\w+|profesor\w*)\b"
)
_DEGREES = (
    (DegreeLevel.MASTER, re.compile(r"\b(?:master's|masters) degree\b|\btitulo de master\b")),
    (DegreeLevel.BACHELOR, re.compile(r"\b(?:bachelor'?s?(?:'s)? (?:degree|or)|undergraduate degree|university degree|first degree|grado universitario|titulo universitario)\b")),
    (DegreeLevel.SECONDARY, re.compile(r"\bhigh school (?:diploma|or)\b|\bsecondary (?:school|education)\b|\bbachillerato\b")),
)  # fmt: skip
_LARGER = re.compile(r"\b(?:towards?|credits?|into|earn|pathway|part of|leads? to|equivalent to|cuenta para)\b")


def read(page: Page) -> Found:
    """Conditions, hard where the words demand them; "none" where the page says so and demands nothing elsewhere."""
    none = _none(page)
    found: dict[object, Prerequisite] = {}
    for entry in _worded(page):
        found.setdefault(entry.text.casefold(), entry)
    for entry in (*_years(page), *_degrees(page)):
        found.setdefault((entry.experience_years, entry.degree), entry)
    alternatives = [e for e in found.values() if e.degree and re.search(r"\bor\b|\bo\b", e.text)]
    if not found:
        return Found({}, (("prerequisites", none),) if none else ())
    entries = tuple(found.values())
    if any(e.hard for e in entries) or none is None or alternatives:
        return Found({"prerequisites": entries})
    soft_only = tuple(e for e in entries if not e.hard)
    return Found({"prerequisites": soft_only})


def _none(page: Page) -> Source | None:
    """Where it says that nothing is asked for."""
    for value, line, quote in page.labelled(_LABEL):
        if _NONE.fullmatch(value.strip(" .")) or _NOTHING.search(value):
            return page.source(quote, line)
    plain = (s for s in page.sentences if (_NEEDED if s.refused else _NOTHING).search(s.text))
    return next((page.of(s) for s in plain), None)


def _worded(page: Page) -> list[Prerequisite]:
    """The value of a label, and the lines under a heading that says what is required, where they are neither years nor degrees."""
    out = []
    for value, line, quote in page.labelled(_LABEL):
        if len(value) > _SHORTEST and not _is_nothing(value) and not _is_counted(value):
            said = folded(quote)
            hard = _DEMANDS.search(said) is not None and not _SOFT.search(said)
            words = quote.split(":", 1)[-1].strip()[:300]
            out.append(Prerequisite(hard=hard, sources=(page.source(quote, line),), text=words))
    for line in page.lines:
        heading, text = folded(line.heading).strip(" :?"), folded(line.text)
        if line.level or line.place is not Place.OWN or not _LABEL_ONLY.fullmatch(heading):
            continue
        if _SHORTEST < len(text) <= 200 and not _is_nothing(text) and not _is_counted(text):
            hard = not _SOFT.search(f"{heading} {text}")
            out.append(Prerequisite(hard=hard, sources=(page.source(line.text, line),), text=line.text))
    return out[:_MOST_WORDS]


def _is_nothing(text: str) -> bool:
    return bool(_NONE.fullmatch(text.strip(" .")) or _NOTHING.search(text))


def _is_counted(text: str) -> bool:
    return bool(_YEARS.search(text) or any(p.search(text) for _, p in _DEGREES))


def _years(page: Page) -> list[Prerequisite]:
    out = []
    for hit in page.hits(_YEARS):
        text = hit.sentence.text
        under = hit.sentence.line.heading.casefold()
        asked = (
            _HARD.search(text)
            or _SOFT.search(text)
            or re.search(r"requirement|prerequisite|eligib|requisito|who (?:should|is|can)", under)
        )
        if not asked or _OURS.search(text):
            continue
        about = (hit.match["of"] or hit.match["adj"] or "").strip(" ,-")
        hard = not _SOFT.search(text)
        out.append(
            Prerequisite(
                hard=hard,
                sources=(page.of(hit.sentence),),
                experience_years=float(hit.match["n"]),
                experience_of=about[:80],
                text=hit.sentence.quote[:300],
            )
        )
    return out


def _degrees(page: Page) -> list[Prerequisite]:
    for level, pattern in reversed(_DEGREES):
        for hit in page.hits(pattern):
            text = hit.sentence.text
            under = hit.sentence.line.heading.casefold()
            asked = _HARD.search(text) or re.search(r"requirement|prerequisite|eligib|requisito", under)
            if asked and not _LARGER.search(text):
                hard = not _SOFT.search(text)
                return [
                    Prerequisite(
                        hard=hard, sources=(page.of(hit.sentence),), degree=level, text=hit.sentence.quote[:300]
                    )
                ]
    return []
