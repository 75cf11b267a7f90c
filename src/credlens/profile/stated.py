"""How far a skill goes, where a resume says so: "SQL (advanced)", "Excel \N{EN DASH} Grundkenntnisse", "Advanced: Python, R"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from credlens.model.skill import SkillLevel
from credlens.profile.items import item_spans
from credlens.profile.words import every

_LEAD = re.compile(r"\s*([^:,()]{2,40}):")

_LEADS = {"master": SkillLevel.EXPERT}  # JSON Resume's own example of a level; elsewhere the word means other things


def stated_levels(text: str, places: Sequence[tuple[int, int]], language: str) -> list[SkillLevel]:
    """The level said of each named skill in a line of a list of skills; ``UNKNOWN`` where none is.

    A level counts for the skills of its own item; one before a colon, for all up to the next semicolon.

    Args:
        text: one line.
        places: (start, end) of each skill's name; words inside a name say nothing of its level ("Visual Basic").
        language: ISO 639-1 code of the language the resume is written in; its words count beside the English ones.
    """
    masked = list(text)
    for start, end in places:
        masked[start:end] = " " * (end - start)
    rest = "".join(masked)
    groups, items = item_spans(text, ";|"), item_spans(text, ",•·")
    known: dict[tuple[tuple[int, int], tuple[int, int]], SkillLevel] = {}
    for start, _ in places:
        around = _around(groups, start), _around(items, start)
        if around not in known:  # an item that names many skills is read once
            known[around] = _level(rest, *around, language)
    return [known[_around(groups, start), _around(items, start)] for start, _ in places]


def level_in(words: str, language: str = "en") -> SkillLevel:
    """The level that words say ("advanced", "sehr gut"); ``UNKNOWN`` when they say none."""
    table = _table(language)
    longest = max(_pattern(language).findall(words), key=len, default=None)
    return table[longest.casefold()] if longest else SkillLevel.UNKNOWN


def _level(rest: str, group: tuple[int, int], item: tuple[int, int], language: str) -> SkillLevel:
    own = level_in(rest[max(group[0], item[0]) : min(group[1], item[1])], language)
    lead = _LEAD.match(rest, group[0])
    if own is SkillLevel.UNKNOWN and lead:
        return _LEADS.get(lead[1].strip().casefold()) or level_in(lead[1], language)
    return own


def _around(spans: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    return spans[bisect_right(spans, place, key=lambda span: span[0]) - 1]


@cache
def _table(language: str) -> dict[str, SkillLevel]:
    wanted = [words for words in every() if words.code in ("en", language)]
    return {word: level for words in wanted for level, row in words.levels.items() for word in row}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    longest_first = sorted(_table(language), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
