"""Years of experience an ad asks for, and of what."""

from __future__ import annotations

import re

from credlens.model.posting import ExperienceRequirement
from credlens.skills.sections import Layout
from credlens.skills.text import quote_of

_WORDS = "one two three four five six seven eight nine ten eleven twelve fifteen twenty".split()
_VALUES = dict(zip(_WORDS, [*range(1, 13), 15, 20], strict=True))
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_WORDS)})"
_YEARS = re.compile(
    rf"(?<![\w.$£€/-])(?P<low>{_NUMBER})(?:\s*\(\d{{1,2}}\))?\s*(?P<plus>\+|plus\b|or more\b)?"
    rf"(?:\s*(?:-|–|—|to|or)\s*(?P<high>{_NUMBER})(?:\s*\(\d{{1,2}}\))?\s*(?P<plus2>\+|plus\b)?)?"
    r"\s*(?:or more\s+|full\s+)?[-\s]?(?P<unit>years?|yrs?\.?|months?)(?P<after>['’])?(?P<more>\s+or more|\s*\+|\s+plus\b|\s+minimum)?",
    re.IGNORECASE,
)
_NOT_ASKED_AFTER = re.compile(
    r"\W*(?:old|of age|ago|contract|fixed|term|assignment|degree|college|university|program|project|in a row|running|now|warranty|history"
    r"|track record|in business(?=\W*$|[.,;])|bachelor|master|undergraduate|roadmap|plan\b|period|anniversary|from (?:now|date)|after|prior to)",
    re.IGNORECASE,
)
_NOT_ASKED_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|over the|every|within(?: the)?|founded|since|during (?:your|the) first|first|in (?:the|just)|up to \d+ to)\s+$",
    re.IGNORECASE,
)
_PRAISE = re.compile(r"^\W*(?:we|our|the company|with (?:over|more than)|for (?:over|more than|nearly|almost)|founded|established)\b", re.I)
_ASKING = re.compile(r"\b(?:require|need|seek|look|expect|want|ideal|candidate|must|you have)", re.I)
_EXPERIENCE = re.compile(r"experience|exp\b|working|background|track record", re.IGNORECASE)
_OF = re.compile(
    r"(?:['’]|\s|\+|or more)*(?:(?:of|in|with|as|working|using|doing|leading|managing)\b|(?=\w))\s*(?P<of>[^.;:()\n]{0,90})", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:of|in|with|as|an?|the|at least|for|on|working|using|your|related|relevant|professional|practical|proven|prior|previous|direct"
    r"|solid|strong|hands[- ]on|industry|similar|recent|minimum|demonstrated|full[- ]time|progressive|progressively|responsible|work|post"
    r"|total|overall|combined|equivalent|applied|real[- ]world)\b[\s,-]*|(?:work(?:ing)?[- ])?exp(?:erience)?\b[\s,-]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s*(?:\b(?:experience|required|preferred|is|are|minimum|or equivalent|and|or|with|at|who|that|which|including|preferably|ideally"
    r"|such as|from|within)\b|,|;).*$",
    re.IGNORECASE,
)


def read_experience(text: str, layout: Layout) -> tuple[ExperienceRequirement, ...]:
    """Every demand for years of experience, in order; contract lengths, ages and the company's own years are left out.

    A plain "3 years" is a least number (max None). Months are given in years. ``of`` is empty when the text does not say.
    """
    found: list[ExperienceRequirement] = []
    for match in _YEARS.finditer(text):
        passage = layout.at(match.start())
        start, end = passage.sentence
        if not passage.counted or not _asked(text, match, start, end):
            continue
        low, high = _numbers(match, text[start : match.start()])
        if max(low or 0, high or 0) > 30:
            continue
        of = _subject(text[match.end() : end])
        found.append(ExperienceRequirement(low, high, of, quote_of(text, start, end)))
    return tuple(dict.fromkeys(found))


def _asked(text: str, match: re.Match[str], start: int, end: int) -> bool:
    before, after = text[start : match.start()], text[match.end() : end]
    if _NOT_ASKED_AFTER.match(after) or _NOT_ASKED_BEFORE.search(before):
        return False
    sentence = text[start:end]
    if _PRAISE.search(sentence) and not _ASKING.search(sentence):
        return False
    if _EXPERIENCE.search(sentence):
        return True
    if match["unit"].lower().startswith("month"):
        return False
    if re.search(r"\b(?:at least|minimum(?: of)?|min\.?)\s+$", before, re.IGNORECASE):
        return True
    return re.match(r"['’]?\s*(?:or more\s+)?(?:of|in|with|as|using|working)\s+\w", after) is not None and "contract" not in sentence


def _numbers(match: re.Match[str], before: str) -> tuple[float | None, float | None]:
    scale = 12 if match["unit"].lower().startswith("month") else 1
    low = _value(match["low"]) / scale
    high = _value(match["high"]) / scale if match["high"] else None
    if high is not None and high < low:
        return low, None
    if re.search(r"\b(?:up to|maximum of|max\.?|no more than|less than|at most)\s+$", before, re.IGNORECASE) and high is None:
        return None, low
    return low, None if match["plus2"] else high


def _value(word: str) -> float:
    return float(_VALUES.get(word.lower(), 0) or word)


def _subject(after: str) -> str:
    found = _OF.match(after)
    words = _LEADING.sub("", found["of"].strip()) if found else ""
    of = " ".join(_TRAILING.sub("", words).split()).strip(" ,-'’\"*")
    return "" if of.lower() in {"role", "roles", "position", "field", "capacity", "job"} else of
