"""What somebody has to have before: nothing, years of work, a degree, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.said import Found, Page, Sentence
from credlens.catalog.pages.words import denied, folded, speaks_of_others
from credlens.model.credential import Prerequisite
from credlens.model.fact import Source
from credlens.model.occupation import DegreeLevel

_LABEL = r"(?:(?:entry |admission )?(?:prerequisites?|pre-requisites?|requirements?)|recommended experience|prior (?:knowledge|experience)|what you need|who can apply|preferred(?: experience| background| knowledge)?|recommended (?:knowledge|background)|eligibility(?: requirements| criteria)?|(?:pre)?requisitos(?: previos| de (?:acceso|admision))?|conocimientos previos)"
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
    r"\b(?P<n>\d{1,2})(?:\+| or more)?(?:\s?-\s?\d{1,2})? ?(?:full )?(?P<unit>years?|anos?|months?|meses)['s]*(?: or more)? (?:of |de )?(?:(?P<adj>[\w, -]{0,50}?) ?)?(?:work |professional |laboral )?(?:experience|experiencia)(?: (?:in|with|as|en|como) (?P<of>[\w &/,-]{3,60}))?"
)
_EXPERIENCE = (
    r"(?:(?:work|professional|required|relevant) )*experience(?: required)?|experiencia(?: laboral| requerida)?"
)
_TIME = re.compile(r"(?:at least |minimum(?: of)? |al menos )?(?P<n>\d{1,2})\+? (?P<unit>years?|months?|anos?|meses)\b")
_HARD = re.compile(
    r"\b(?:must|required?|requires|requirement|minimum|at least|need|eligible|eligibility|to (?:apply|qualify|sit)|prerequisites?|requisitos?|se (?:requiere|exige)|minimo|al menos|obligatori\w+|necesit\w+)\b"
)
_DEMANDS = re.compile(rf"^(?:entry |admission )?(?:pre|requi|eligib|who can)|{_HARD.pattern}")
_SOFT = re.compile(
    r"\b(?:recommend(?:ed|s)?|suggest\w*|ideal(?:ly)?|helpful|preferred|should|advis\w+|recomend\w+|aconsej\w+|desirable|beneficial|a plus|nice to have|valorable|deseable)\b"
)
_OURS = re.compile(
    r"\b(?:our|instructors?|teachers?|mentors?|(?:the|whose) team|we have|founded|faculty|combined|graduates|professor|industry leaders|decades|nuestr\w+|profesor\w*)\b"
)
_DEGREES = (
    (DegreeLevel.MASTER, re.compile(r"\b(?:master's|masters) degree\b|\btitulo de master\b")),
    (DegreeLevel.BACHELOR, re.compile(r"\b(?:bachelor'?s?(?:'s)? (?:degree|or)|undergraduate degree|university degree|first degree|bachelor(?:'?s)? (?:of|in) \w+|grado universitario|titulo universitario)\b")),
    (DegreeLevel.SECONDARY, re.compile(r"\bhigh school (?:diploma|or)\b|\bsecondary (?:school|education)\b|\bbachillerato\b")),
)  # fmt: skip
# "recommended but not required" recommends.
_NOT_NEEDED = re.compile(
    r",? (?:but|though|although|and) (?:it is |is |are )?not (?:strictly |formally )?(?:required|necessary|needed|mandatory|compulsory|essential)\b[^.;]*"
)
_KNOWING = re.compile(
    r"^(?:(?:some|basic|an?|prior|good|working|previous|solid) )*(?:\w+ )?(?:knowledge|understanding|familiarity|experience|background|skills?)\b[^.;]{0,120}\b(?:is|are) (?:\w+ )?(?:preferred|recommended|helpful|required|expected|assumed|needed|beneficial|advised|a plus|desirable)\b"
    r"|^(?:applicants|students|learners|participants|candidates|you) (?:should|must|need to|have to) (?:already )?(?:be (?:comfortable|familiar|able|proficient|fluent)|know|have (?:(?:an?|some|basic|good|working|prior) )*(?:knowledge|understanding|grasp|command|background))\b"
)
_OR, _AND = re.compile(r"\b(?:or|o)\b"), re.compile(r"\b(?:and|plus|with|as well as|y)\b")
_OTHERWISE = re.compile(
    r"\b(?:or|o) (?!more\b|above\b|higher\b|equivalent\b|(?:an |a )?(?:equivalent|comparable|similar)\b|mas\b)(?:an? |the |una? )?(?P<words>(?:\w+[ -]){0,4}(?:diploma|certificate|certification|training|course|apprenticeship|licen[cs]e|qualification|membership|certificado|formacion)\b[^.;,]{0,60})"
)
_LARGER = re.compile(r"\b(?:towards?|credits?|into|earn|pathway|part of|leads? to|equivalent to|cuenta para)\b")


def read(page: Page) -> Found:
    """Conditions, hard where the words demand them; "none" where the page says so and demands nothing elsewhere."""
    none = _none(page)
    found: dict[object, Prerequisite] = {}
    for entry in _worded(page):
        found.setdefault(entry.text.casefold(), entry)
    for entry in _alternatives((*_years(page), *_degrees(page))):
        found.setdefault(
            (entry.experience_years, entry.degree, "" if entry.experience_years or entry.degree else entry.text), entry
        )
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
    for hit in page.hits(_KNOWING):
        line = hit.sentence.line
        if (
            not _is_counted(hit.sentence.text)
            and not _is_nothing(hit.sentence.text)
            and not _OURS.search(hit.sentence.text)
            and all(e.text not in (line.text, hit.sentence.quote) for e in out)
        ):
            hard = not _SOFT.search(hit.match[0]) and "helpful" not in hit.match[0]
            out.append(Prerequisite(hard=hard, sources=(page.of(hit.sentence),), text=hit.sentence.quote[:300]))
    return out[:_MOST_WORDS]


def _is_nothing(text: str) -> bool:
    return bool(_NONE.fullmatch(text.strip(" .")) or _NOTHING.search(text))


def _is_counted(text: str) -> bool:
    return bool(_YEARS.search(text) or any(p.search(text) for _, p in _DEGREES))


@dataclass(frozen=True, slots=True)
class _Counted:
    """Years or a degree, and where its sentence says so."""

    entry: Prerequisite
    sentence: Sentence
    text: str
    start: int


def _alternatives(found: tuple[_Counted, ...]) -> list[Prerequisite]:
    """What one sentence joins with "or" as alternatives; with "or" and "and" in one, the sentence itself."""
    out = []
    for sentence in dict.fromkeys(c.sentence for c in found):
        same = sorted((c for c in found if c.sentence == sentence), key=lambda c: c.start)
        text = same[0].text
        between = [text[a.start : b.start] for a, b in pairwise(same)]
        entries = [c.entry for c in same]
        if not any(_OR.search(b) for b in between):
            other = _OTHERWISE.search(text, same[-1].start)
            if len(same) == 1 and other and not _SOFT.search(text) and not _HARD.search(other["words"]):
                entries.append(Prerequisite(entries[0].hard, entries[0].sources, text=other["words"].strip()))
                entries = [replace(e, either=sentence.quote[:80]) for e in entries]
            out += entries
        elif all(_OR.search(b) and not _AND.search(_OR.split(b)[-1]) for b in between):
            out += [replace(e, either=sentence.quote[:80]) for e in entries]
        else:
            out.append(Prerequisite(entries[0].hard, entries[0].sources, text=sentence.quote[:300]))
    return out


def _said(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, str, re.Match[str]]]:
    """(sentence, its text without "but not required", match) where a pattern is found and not denied."""
    for sentence in page.sentences:
        text = _NOT_NEEDED.sub("", sentence.text) if _SOFT.search(sentence.text) else sentence.text
        if sentence.refused or speaks_of_others(text):
            continue
        for match in pattern.finditer(text):
            if not denied(text, match.start(), match.end()):
                yield sentence, text, match


def _years(page: Page) -> list[_Counted]:
    out = []
    for value, line, quote in page.labelled(_EXPERIENCE):
        counted = _TIME.match(value)
        if counted and not _YEARS.search(value):
            years = float(counted["n"]) / (12 if counted["unit"].startswith("m") else 1)
            entry = Prerequisite(
                not _SOFT.search(folded(quote)), (page.source(quote, line),), experience_years=years, text=quote[:300]
            )
            out.append(_Counted(entry, Sentence(quote, value, line), value, 0))
    for sentence, text, match in _said(page, _YEARS):
        under = sentence.line.heading.casefold()
        asked = (
            _HARD.search(text)
            or _SOFT.search(text)
            or re.search(r"requirement|prerequisite|eligib|requisito|who (?:should|is|can)", under)
        )
        if not asked or _OURS.search(text):
            continue
        about = _OR.split((match["of"] or match["adj"] or "").strip(" ,-"))[0].strip(" ,-")
        months = match["unit"].startswith("m")
        entry = Prerequisite(
            hard=not _SOFT.search(text),
            sources=(page.of(sentence),),
            experience_years=float(match["n"]) / (12 if months else 1),
            experience_of=about[:80],
            text=sentence.quote[:300],
        )
        out.append(_Counted(entry, sentence, text, match.start()))
    return out


def _degrees(page: Page) -> list[_Counted]:
    for level, pattern in reversed(_DEGREES):
        for sentence, text, match in _said(page, pattern):
            under = sentence.line.heading.casefold()
            asked = _HARD.search(text) or re.search(r"requirement|prerequisite|eligib|requisito", under)
            if asked and not _LARGER.search(text):
                hard = not _SOFT.search(text)
                entry = Prerequisite(hard=hard, sources=(page.of(sentence),), degree=level, text=sentence.quote[:300])
                return [_Counted(entry, sentence, text, match.start())]
    return []
