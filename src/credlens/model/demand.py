"""What a set of job ads asks for, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Share


@dataclass(frozen=True, slots=True)
class SkillDemand:
    """How often one skill is asked for.

    Attributes:
        share: ads that name it, of all ads.
        required: ads that require it, of those that name it and say how firmly.
        employers: distinct named employers among the ads that name it.
        examples: places of up to three ads that name it.
    """

    skill: str
    share: Share
    required: Share
    employers: int
    examples: tuple[str, ...] = ()

    @property
    def firmness(self) -> float:
        """Share of ads that require it among those that say how firmly they ask; one half when none says."""
        return self.required.value if self.required.n else 0.5


@dataclass(frozen=True, slots=True)
class DegreeDemand:
    """How often a degree is asked for at this level or a lower one that would do.

    ``required`` counts ads that demand it with no way around; ``substitutable`` those where experience may stand in.
    """

    level: DegreeLevel
    required: Share
    substitutable: Share
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedCredential:
    """How often ads name one credential: recognition, as measured. No mention is not a rejection."""

    credential: str
    share: Share
    employers: int
    required: int


@dataclass(frozen=True)
class Demand:
    """What ``n`` distinct ads ask for.

    Attributes:
        n: distinct ads; ``read``: ads before the same text was merged.
        employers: distinct employers named.
        first, last: dates of the oldest and newest dated ad.
        skills: by skill id; every skill named at least once.
        degrees: by level, levels named at least once.
        credentials: by catalog id, every one named at least once; all others were named by 0 of ``n``.
        licences: words for a licence -> ads that name it.
        titles: titles of the ads with their counts, most frequent first.
        examples: True when the ads are invented examples.
    """

    n: int
    read: int
    employers: int
    skills: Mapping[str, SkillDemand]
    degrees: Mapping[DegreeLevel, DegreeDemand]
    credentials: Mapping[str, NamedCredential]
    licences: Mapping[str, Share]
    titles: tuple[tuple[str, int], ...]
    first: date | None = None
    last: date | None = None
    examples: bool = False

    def recognition(self, credential_id: str) -> NamedCredential:
        """How often ads name this credential; 0 of n when none does."""
        return self.credentials.get(credential_id) or NamedCredential(credential_id, Share(0, self.n), 0, 0)
