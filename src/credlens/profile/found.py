"""What was found in a person's documents, before it is weighed: each thing with its place and how surely it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from credlens.model.credential import Depth
from credlens.model.person import Education, EvidenceKind, HeldCredential, HeldLanguage, Job
from credlens.model.skill import SkillLevel
from credlens.profile.dates import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A thing with the probability that it was read as it was meant, in [0, 1]."""

    item: T
    probability: float


@dataclass(frozen=True, slots=True)
class Name:
    """The person's name and where it stands."""

    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: the words for it, the usual one first."""

    names: tuple[str, ...]
    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that shows a skill.

    Attributes:
        level: what is said there of it; ``UNKNOWN`` when nothing is.
        span: when the job or project was; None when undated, or when the place belongs to none.
        job: id of the review card of the job it belongs to; empty when it belongs to none.
        depth: how much of a badge is about it; None for what is no badge.
    """

    skill: str
    kind: EvidenceKind
    where: str
    quote: str
    level: SkillLevel = SkillLevel.UNKNOWN
    span: Span | None = None
    job: str = ""
    depth: Depth | None = None


@dataclass(frozen=True)
class Findings:
    """Everything found, in the order of the documents."""

    names: tuple[Found[Name], ...] = ()
    mentions: tuple[Found[Mention], ...] = ()
    jobs: tuple[Found[Job], ...] = ()
    education: tuple[Found[Education], ...] = ()
    credentials: tuple[Found[HeldCredential], ...] = ()
    licences: tuple[Found[Licence], ...] = ()
    languages: tuple[Found[HeldLanguage], ...] = ()
