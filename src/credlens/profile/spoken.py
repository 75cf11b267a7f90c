"""Languages a person speaks, and how well, out of the words of a resume.

Levels are those of the Common European Framework of Reference (CEFR, Council of Europe 2001), A1 to C2, or ``native``. Where a resume has
other words ("fluent"), they are turned into the level most often set beside them: a judgement, which the person may correct. Of several
levels (listening, reading, speaking, writing) the lowest counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from credlens.profile.items import item_spans
from credlens.profile.words import every

NATIVE = "native"
CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")

_CEFR = re.compile(r"(?<![A-Za-z0-9])([ABC][12])\+?(?![A-Za-z0-9])")
_CLUTTER = re.compile(r"[^\w' -]+")
_ASPECTS = re.compile(
    r"(?<!\w)(?:listening|reading|speaking|spoken|writing|written|oral|understanding|interaction|production|comprehension|proficiency|level|skills|speakers?|language|knowledge"
    r"|hören|hörverstehen|lesen|leseverstehen|sprechen|schreiben|wort|schrift|niveau|kenntnisse|in|und|and|comprensión|expresión|nivel|parlé|lu|écrit"
    r"|compréhension|expression)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_NAME = 3  # words of a language that no table knows


def languages_in(text: str, unknown: Callable[[str], bool] | None = None) -> Iterator[tuple[str, str | None]]:
    """(ISO 639-1 code or words, level or None) of each language in a line such as "German (native), English - C1".

    Args:
        text: one line.
        unknown: whether words that no table knows may be a language; only words with a level beside them are asked about, and without
            this none are taken.
    """
    found: list[tuple[list[str], list[str]]] = []
    for start, end in item_spans(text, ",;|•·\n"):
        item = text[start:end]
        names, levels = _names(item), _levels(item)
        other = _other(item) if levels and not names else ""
        if other and unknown is not None and unknown(other):
            names = [other]
        if names:
            found.append((names, levels))
        elif found and not other:  # "English: listening C1, speaking B2"
            found[-1][1].extend(levels)
    for names, levels in found:
        for name in names:
            yield name, lowest(levels)


def lowest(levels: list[str]) -> str | None:
    """The lowest of some levels; None when there are none."""
    return min(levels, key=(*CEFR, NATIVE).index, default=None)


def code_of(words: str) -> str | None:
    """The ISO 639-1 code of a language by its name in any of the known languages, or of a code itself; None when it is none."""
    wanted = words.strip().casefold()
    return _table().get(wanted) or (wanted if len(wanted) == 2 and wanted in _codes() else None)


def level_of(words: str) -> str | None:
    """The level that words say ("C1", "fluent"); None when they say none."""
    return lowest(_levels(words))


def name_of(code: str) -> str:
    """The English name of a code; other words stay as they are."""
    from credlens.profile.iso639 import names_by_code

    return names_by_code().get(code, code)


def _names(item: str) -> list[str]:
    return list(dict.fromkeys(_table()[found[0].casefold()] for found in _names_pattern().finditer(item)))


def _levels(item: str) -> list[str]:
    stated = _CEFR.findall(item)
    if stated:
        return stated
    longest = max(_fluency_pattern().findall(item), key=len, default=None)
    return [_fluency()[longest.casefold()]] if longest else []


def _other(item: str) -> str:
    """What is left of an item without its level; empty when that is no name."""
    rest = _ASPECTS.sub(" ", _fluency_pattern().sub(" ", _CEFR.sub(" ", item)))
    rest = _CLUTTER.sub(" ", rest).strip(" -'")
    return (
        " ".join(rest.split()) if 0 < len(rest.split()) <= _LONGEST_NAME and not any(c.isdigit() for c in rest) else ""
    )


@cache
def _table() -> dict[str, str]:
    from credlens.profile.iso639 import english_names

    own = {name: code for words in every() for name, code in words.languages.items()}
    return english_names() | own


@cache
def _codes() -> frozenset[str]:
    return frozenset(_table().values())


@cache
def _fluency() -> dict[str, str]:
    return {name: level for words in reversed(every()) for name, level in words.fluency.items()}


@cache
def _names_pattern() -> re.Pattern[str]:
    return _any_of(_table())


@cache
def _fluency_pattern() -> re.Pattern[str]:
    return _any_of(_fluency())


def _any_of(words: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
