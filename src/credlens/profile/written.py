"""The language a resume is written in, by the words that hardly any sentence does without, and by its headings."""

from __future__ import annotations

import re
from functools import cache

from credlens.profile.headings import languages_of
from credlens.profile.resume import Resume
from credlens.profile.words import WORDS, every

ENGLISH = "en"

_WORD = re.compile(r"[^\W\d_]+")
_HEADING_COUNTS = 3  # a heading tells as much as so many small words: a judgement
_AHEAD = 1.2  # a language must be so much ahead of English, which many names and quotes are in


def language_of(resume: Resume) -> str:
    """ISO 639-1 code of the language; English when nothing tells another, or there are no words for it."""
    if resume.language:
        return resume.language if resume.language in WORDS.names() else ENGLISH
    counts = dict.fromkeys((words.code for words in every()), 0)
    for entry in resume.entries:
        for line in entry.lines:
            for word in _WORD.findall(line.text.casefold()):
                for code in _common().get(word, ()):
                    counts[code] += 1
    if not resume.structured:  # else the headings are names of fields
        for heading in dict.fromkeys(entry.heading for entry in resume.entries if entry.heading):
            of = languages_of(heading)
            if len(of) == 1:
                counts[of[0]] += _HEADING_COUNTS
    best = max(counts, key=lambda code: counts[code])  # the first of the table when two are even
    return best if counts[best] > _AHEAD * counts[ENGLISH] and counts[best] >= _HEADING_COUNTS else ENGLISH


def note_on(language: str) -> str:
    """What a person should know when their resume is not in English; empty when it is."""
    if language == ENGLISH:
        return ""
    name = WORDS[language].name
    known = "" if WORDS[language].sections else f" Its headings are not known in {name}, so sections may be missed."
    return (
        f"It is read as {name}.{known} Skills are looked for by their English names and by those that are the same in {name}, such as names"
        f" of tools; skills named only in {name} are missed: add them with credlens profile know SKILL."
    )


@cache
def _common() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for words in every():
        for word in words.common.split():
            table[word] = (*table.get(word, ()), words.code)
    return table
