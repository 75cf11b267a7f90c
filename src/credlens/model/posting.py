"""A job ad, and what was read in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.occupation import DegreeLevel
from credlens.model.skill import SkillLevel


@dataclass(frozen=True, slots=True)
class Posting:
    """A job ad (schema.org JobPosting): plain text, with what the file said about it.

    Attributes:
        id: stable digest of the text, so that the same ad twice is one ad.
        where: file and place it was read from.
        example: whether it was invented as an example.
    """

    id: str
    title: str
    text: str
    where: str
    employer: str | None = None
    place: str | None = None
    posted: date | None = None
    url: str | None = None
    example: bool = False


class Requirement(StrEnum):
    """How firmly an ad asks."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill found in a text, at all its places.

    Attributes:
        spans: (start, end) offsets in Unicode code points of the text given, in order, not overlapping.
        probability: that the text really speaks of this skill, in [0, 1].
        requirement: the firmest reading over all the places.
        lanes: what each way of reading contributed, by its name.
        level: how far the text asks for it ("advanced SQL"), the highest over all the places; unknown when it does not say.
    """

    skill: str
    spans: tuple[tuple[int, int], ...]
    probability: float
    requirement: Requirement
    lanes: tuple[tuple[str, float], ...] = ()
    level: SkillLevel = SkillLevel.UNKNOWN


@dataclass(frozen=True, slots=True)
class DegreeRequirement:
    """The degree an ad asks for.

    Attributes:
        level: lowest level that would do; ``UNSTATED`` when the text says nothing about degrees.
        required: False when only preferred; None when the text does not tell.
        experience_substitutes: whether "or equivalent experience" stands there; None when no degree is named.
        fields: subjects named, as written.
        quote: the sentence it was read from; empty when unstated.
        span: (start, end) of the words that name the level, in code points of the text; None when it was not read in a text.
    """

    level: DegreeLevel = DegreeLevel.UNSTATED
    required: bool | None = None
    experience_substitutes: bool | None = None
    fields: tuple[str, ...] = ()
    quote: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class LicenceRequirement:
    """A licence an ad names.

    Attributes:
        span: where, in code points of the text; of several places one of those that ask most firmly. None when it was not read in a text.
        credential: id of the catalog's record of this licence, when it has one.
    """

    name: str
    required: bool | None
    quote: str
    span: tuple[int, int] | None = None
    credential: str | None = None


@dataclass(frozen=True, slots=True)
class CredentialMention:
    """A credential that a text names.

    Attributes:
        id: id in the catalog or in the list of credential names; for a name in neither, one made of its words, behind ``unlisted:``.
        name: its title; the words of the text when it is in no list.
        span: where, in code points of the text; of several places one of those that ask most firmly. None when it was not read in a text.
    """

    id: str
    name: str
    required: bool | None
    quote: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ExperienceRequirement:
    """Years of experience asked for, ``of`` what; ``span`` is that of the number and its unit."""

    min_years: float | None
    max_years: float | None
    of: str
    quote: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one text.

    Attributes:
        abstained: skills the text may speak of, with a probability too low to count them among ``skills``.
    """

    skills: tuple[SkillMention, ...]
    degree: DegreeRequirement = DegreeRequirement()
    licences: tuple[LicenceRequirement, ...] = ()
    credentials: tuple[CredentialMention, ...] = ()
    experience: tuple[ExperienceRequirement, ...] = ()
    abstained: tuple[SkillMention, ...] = ()
