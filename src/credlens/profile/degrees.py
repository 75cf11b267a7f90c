"""Degrees and schools in the words of resumes: English as everywhere, other languages by their own small tables."""

from __future__ import annotations

import re
from functools import cache

from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.profile.words import WORDS, every
from credlens.skills.degrees import fields_in, levels_in

_EQF = re.compile(r"\b(?:EQF|EQR|DQR|NQF|MEC|CEC)[- ](?:level |niveau |nivel )?([4-8])\b", re.IGNORECASE)
_EQF_LEVELS = {
    "4": DegreeLevel.SECONDARY,
    "5": DegreeLevel.ASSOCIATE,
    "6": DegreeLevel.BACHELOR,
    "7": DegreeLevel.MASTER,
    "8": DegreeLevel.DOCTORATE,
}
"""Levels 5 to 8 of the European Qualifications Framework are the short, first, second and third cycle of higher education (Council
Recommendation 2017/C 189/03, Annex II)."""


def level_in(text: str, language: str) -> DegreeLevel:
    """The highest level that a text names, in the words of the language or else in English; ``UNSTATED`` when it names none."""
    own = [level for level, pattern in _patterns(language).items() if pattern.search(text)]
    found = own or [mention.level for mention in levels_in(text)] or [_EQF_LEVELS[n] for n in _EQF.findall(text)]
    return max(found, key=DEGREE_ORDER.index, default=DegreeLevel.UNSTATED)


def level_in_any(text: str) -> DegreeLevel:
    """The level that a text names in the first language that finds one; for a field that holds nothing but a degree."""
    found = (level_in(text, words.code) for words in every())
    return next((level for level in found if level is not DegreeLevel.UNSTATED), DegreeLevel.UNSTATED)


def subject_in(text: str, language: str) -> str:
    """What was studied, as written; empty when it is not said."""
    pattern = WORDS[language].subjects
    found = re.search(pattern, text, re.IGNORECASE) if pattern else None
    if found and not is_school(found["subject"]):
        return str(found["subject"].strip())
    return next(iter(fields_in(text)), "")


def is_unfinished(text: str, language: str) -> bool:
    """Whether the words say that a course of study has not ended with its degree."""
    return any(
        re.search(WORDS[code].unfinished, text, re.IGNORECASE)
        for code in dict.fromkeys(("en", language))
        if WORDS[code].unfinished
    )


def is_school(words: str) -> bool:
    """Whether words name a school."""
    return _schools().search(words) is not None


def names_study(words: str) -> bool:
    """Whether words name a school or a degree, in any language."""
    return is_school(words) or level_in_any(words) is not DegreeLevel.UNSTATED


@cache
def _patterns(language: str) -> dict[DegreeLevel, re.Pattern[str]]:
    return {level: re.compile(p, re.IGNORECASE) for level, p in WORDS[language].degrees.items()}


@cache
def _schools() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{words.schools})" for words in every() if words.schools), re.IGNORECASE)
