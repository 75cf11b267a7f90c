"""The words of resumes in several languages: headings, months, degrees, levels. A new language is one file here and one line in the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from credlens.model.occupation import DegreeLevel
from credlens.model.skill import SkillLevel
from credlens.profile.sections import Section
from credlens.registry import Registry


@dataclass(frozen=True)
class Words:
    """The words of one language. Everything is lower case; a part that a language has no words for stays empty.

    Attributes:
        code, name: ISO 639-1 code, and the English name.
        sections: words that make a heading of a section, and ``fillers``: those that may stand beside them.
        months: names and abbreviations, without dots, by number.
        now: what stands for the end of a time that goes on; ``to`` between two points of time; ``since`` before its start.
        degrees: level -> regular expression; searched, in any case, only in education, and only in resumes of the language.
        unfinished: regular expression for education that has not ended; ``schools``: for the name of a school; ``subjects``: for what was
            studied, in its group ``subject``.
        roles: regular expression for a word of a job's title; ``employers``: for one of an employer's name; ``forms``: for legal forms
            of companies, dots and all; ``joins``: words before which the main word of a title or a name stands ("Head of Sales");
            ``departments``: for what stands behind the comma in a title ("Vice President, Sales");
            ``position``, ``employer``: for what stands before a colon and either of them ("Company: Bramble").
        wishes: regular expression for what somebody wants and does not have yet.
        expires, issued: regular expressions for what stands before the last day and before the first day of a credential.
        levels: how far a skill goes.
        languages: names of languages -> ISO 639-1 code.
        fluency: words for how well a language is spoken -> CEFR level, or ``native``.
        common: words that hardly any sentence does without and that few other languages have: they tell the language.
    """

    code: str
    name: str
    sections: Mapping[Section, str] = field(default_factory=dict)
    fillers: str = ""
    months: Mapping[int, str] = field(default_factory=dict)
    now: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    degrees: Mapping[DegreeLevel, str] = field(default_factory=dict)
    unfinished: str = ""
    subjects: str = ""
    schools: str = ""
    roles: str = ""
    departments: str = ""
    position: str = ""
    employer: str = ""
    employers: str = ""
    forms: str = ""
    joins: str = ""
    wishes: str = ""
    expires: str = ""
    issued: str = ""
    levels: Mapping[SkillLevel, tuple[str, ...]] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    fluency: Mapping[str, str] = field(default_factory=dict)
    common: str = ""


WORDS: Registry[Words] = Registry(
    "resume_language",
    {
        "en": "credlens.profile.words.en:ENGLISH",
        "de": "credlens.profile.words.de:GERMAN",
        "es": "credlens.profile.words.es:SPANISH",
        "fr": "credlens.profile.words.fr:FRENCH",
        "it": "credlens.profile.words.it:ITALIAN",
        "nl": "credlens.profile.words.nl:DUTCH",
        "pt": "credlens.profile.words.pt:PORTUGUESE",
    },
)


@cache
def every() -> tuple[Words, ...]:
    """The words of every language, English first."""
    return tuple(words for _, words in WORDS.items())
