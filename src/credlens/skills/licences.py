"""Licences a text names: those of the regulated occupations, and others by their usual wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from credlens.model.occupation import RegulatedOccupation
from credlens.skills.matcher import PhraseIndex
from credlens.skills.text import Folded

DRIVER = "driver's license"
BAR = "bar admission"

_LICENCE = r"(?:licen[sc]e|licensure)"
_GENERAL: tuple[tuple[str, re.Pattern[str]], ...] = (
    (DRIVER, re.compile(rf"\bdriv(?:er(?:['\u2019]?s|s['\u2019])?|ing)[- ]{_LICENCE}\b", re.IGNORECASE)),
    (
        BAR,
        re.compile(
            r"\b(?:bar admission|admission to (?:the |a )?(?:[\w.]+ ){0,4}bar\b|admitted to (?:practi[cs]e|(?:the |a )?(?:[\w.]+ ){0,4}bar\b)"
            r"|(?:active )?member(?:ship)? (?:of|in) (?:good standing (?:of|in|with) )?(?:the |a )?(?:[\w.]+ ){0,3}bar\b|licensed attorney)",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        re.compile(
            r"\blicensed to practi[cs]e(?: (?:law|medicine|nursing|pharmacy|dentistry|psychology))?\b", re.IGNORECASE
        ),
    ),
    (
        "",
        re.compile(
            r"(?<!if you are a )\b(?:state )?licensed (?:as an? )?(?:registered |practical |clinical |professional |mental |health |social )*"
            r"(?:physician|nurse|attorney|engineer|electrician|plumber|pharmacist|psychologist|teacher|counselor|worker|therapist"
            r"|architect|surveyor|broker|insurance agent)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        re.compile(
            rf"(?<=\bactive )(?:[\w'\u2019()/-]+ ){{1,4}}?{_LICENCE}\b|(?<=\bvalid )(?:[\w'\u2019()/-]+ ){{1,4}}?{_LICENCE}\b"
            rf"|(?<=\bcurrent )(?:[\w'\u2019()/-]+ ){{1,4}}?{_LICENCE}\b|(?<=\bunrestricted )(?:[\w'\u2019()/-]+ ){{1,4}}?{_LICENCE}\b"
            rf"|\b(?:state|professional|teaching|nursing|medical|contractor(?:['\u2019]s)?|electrical|real estate|insurance) {_LICENCE}\b",
            re.IGNORECASE,
        ),
    ),
)
_LIKELY = re.compile(r"licen[sc]|\bbar\b|admitted", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LicenceHit:
    """One place that names a licence.

    Attributes:
        name: one name for all ways to write it (the first of the occupation's names), else the words themselves.
        start, end: half-open span in code points of the text given.
    """

    name: str
    start: int
    end: int


class LicenceIndex:
    """Finds licences in a text.

    Args:
        occupations: the regulated occupations known; a name that two of them share belongs to the first.
    """

    def __init__(self, occupations: Sequence[RegulatedOccupation]) -> None:
        self._names = {o.id: o.licence_names[0].text for o in occupations if o.licence_names}
        self._index = PhraseIndex((o.id, o.licence_names) for o in occupations)

    def find(self, text: str, folded: Folded | None = None) -> tuple[LicenceHit, ...]:
        """All places, left to right, not overlapping; the occupations' own names win over the general wording."""
        hits = [LicenceHit(self._names[h.key], h.start, h.end) for h in self._index.find(text, folded)]
        if _LIKELY.search(text):
            for name, pattern in _GENERAL:
                for match in pattern.finditer(text):
                    words = " ".join(match[0].split())
                    if all(match.end() <= h.start or match.start() >= h.end for h in hits):
                        hits.append(LicenceHit(name or words, match.start(), match.end()))
        return tuple(sorted(hits, key=lambda h: h.start))
