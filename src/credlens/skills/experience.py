"""Years of experience an ad asks for, and of what."""

from __future__ import annotations

import re

from credlens.model.posting import ExperienceRequirement, Requirement
from credlens.skills.sections import Layout
from credlens.skills.text import quote_of

_NUMERALS = "one two three four five six seven eight nine ten eleven twelve fifteen twenty"
_WORDS = _NUMERALS.split()
_VALUES = dict(zip(_WORDS, [*range(1, 13), 15, 20], strict=True))
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_WORDS)})"
# White space is bounded everywhere: a run of it must not cost the square of its length.
_REACH = 400  # characters on each side of a number that may say what it counts
_GAP = r"\s{0,3}"
_YEARS = re.compile(
    rf"(?<![\w.$£€/-])(?P<low>{_NUMBER})(?:{_GAP}\(\d{{1,2}}\))?{_GAP}(?P<plus>\+|plus\b|or more\b)?"
    rf"(?:{_GAP}(?:-|\u2013|\u2014|to|or){_GAP}(?P<high>{_NUMBER})(?:{_GAP}\(\d{{1,2}}\))?{_GAP}(?P<plus2>\+|plus\b)?)?"
    rf"{_GAP}(?:or more\s|full\s)?[-\s]?(?P<unit>years?|yrs?\.?|months?)['\u2019]?(?:\sor more\b|{_GAP}\+|\splus\b|\sminimum\b)?",
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
_PRAISE = re.compile(
    r"^\W*(?:we|our|the company|with (?:over|more than)|for (?:over|more than|nearly|almost)|founded|established)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:require|need|seek|look|expect|want|ideal|candidate|must|you have)", re.IGNORECASE)
_EXPERIENCE = re.compile(r"experience|exp\b|working|background|track record", re.IGNORECASE)
_OF = re.compile(
    r"(?:['\u2019]|\s|\+|or more)*(?:(?:of|in|with|as|working|using|doing|leading|managing)\b|(?=\w))\s*(?P<of>[^.;:()\n]{0,90})",
    re.IGNORECASE,
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
        # A sentence longer than any in prose is no sentence; looking at all of it again for each number would cost its square.
        start = max(passage.sentence[0], match.start() - _REACH)
        end = min(passage.sentence[1], match.end() + _REACH)
        if not passage.counted or not _asked(
            text, match, start, end, firm=passage.requirement is not Requirement.UNCLEAR
        ):
            continue
        low, high = _numbers(match, text[start : match.start()])
        if max(low or 0, high or 0) > 30:
            continue
        of = _subject(text[match.end() : min(end, match.end() + 200)])
        found.append(ExperienceRequirement(low, high, of, quote_of(text, start, end)))
    return tuple(dict.fromkeys(found))


def _asked(text: str, match: re.Match[str], start: int, end: int, *, firm: bool) -> bool:
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
    least = re.search(r"\b(?:at least|minimum(?: of)?|min\.?)\s{1,3}$", before, re.IGNORECASE) is not None
    # "Clean up twelve years of categories" is a task: without a word of demand the number has to open the sentence.
    opens = (
        firm
        or least
        or re.fullmatch(r"\W*(?:about|around|approximately|over|more than|up to|some)?\s*", before, re.IGNORECASE)
    )
    subject = re.match(r"['\u2019]?\s{0,3}(?:of|in|with|as|using|working)\s+\w", after) is not None
    return bool(opens) and (least or subject) and "contract" not in sentence


def _numbers(match: re.Match[str], before: str) -> tuple[float | None, float | None]:
    scale = 12 if match["unit"].lower().startswith("month") else 1
    low = _value(match["low"]) / scale
    high = _value(match["high"]) / scale if match["high"] else None
    if high is not None and high < low:
        return low, None
    if (
        re.search(r"\b(?:up to|maximum of|max\.?|no more than|less than|at most)\s+$", before, re.IGNORECASE)
        and high is None
    ):
        return None, low
    return low, None if match["plus2"] else high


def _value(word: str) -> float:
    return float(_VALUES.get(word.lower(), 0) or word)


def _subject(after: str) -> str:
    found = _OF.match(after)
    words = _LEADING.sub("", found["of"].strip()) if found else ""
    of = " ".join(_TRAILING.sub("", words).split()).strip(" ,-'\u2019\"*")
    return "" if of.lower() in {"role", "roles", "position", "field", "capacity", "job"} else of
