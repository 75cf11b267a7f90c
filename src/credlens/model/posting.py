"""A job ad, and what was read in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.occupation import DegreeLevel


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
    """

    skill: str
    spans: tuple[tuple[int, int], ...]
    probability: float
    requirement: Requirement
    lanes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class DegreeRequirement:
    """The degree an ad asks for.

    Attributes:
        level: lowest level that would do; ``UNSTATED`` when the text says nothing about degrees.
        required: False when only preferred; None when the text does not tell.
        experience_substitutes: whether "or equivalent experience" stands there; None when no degree is named.
        fields: subjects named, as written.
        quote: the sentence it was read from; empty when unstated.
    """

    level: DegreeLevel = DegreeLevel.UNSTATED
    required: bool | None = None
    experience_substitutes: bool | None = None
    fields: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class LicenceRequirement:
    """A licence an ad names."""

    name: str
    required: bool | None
    quote: str


@dataclass(frozen=True, slots=True)
class CredentialMention:
    """A credential of the catalog that a text names."""

    id: str
    name: str
    required: bool | None
    quote: str


@dataclass(frozen=True, slots=True)
class ExperienceRequirement:
    """Years of experience asked for, ``of`` what."""

    min_years: float | None
    max_years: float | None
    of: str
    quote: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one text."""

    skills: tuple[SkillMention, ...]
    degree: DegreeRequirement = DegreeRequirement()
    licences: tuple[LicenceRequirement, ...] = ()
    credentials: tuple[CredentialMention, ...] = ()
    experience: tuple[ExperienceRequirement, ...] = ()
