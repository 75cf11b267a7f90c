"""What a set of job ads asks for, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel


class DemandSource(StrEnum):
    """Where a part of an estimate comes from."""

    ADS = "ads"  # the ads given
    MARKET = "market"  # ads of the same occupation in the market that was built before
    PROFILE = "profile"  # what a taxonomy says of the occupation


@dataclass(frozen=True, slots=True)
class DemandPart:
    """One body of evidence behind an estimate.

    Attributes:
        share: what it says by itself; for a taxonomy's profile, which counts no ads, the prior share in pseudo-ads.
        weight: how many of the ads given it counts as much as.
        note: what it is, in words ("ESCO: essential for data analyst").
    """

    source: DemandSource
    share: float
    weight: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Blend:
    """A share estimated from few ads together with what was known before.

    Attributes:
        low, high: ends of the 95 % interval.
        parts: where it comes from, the ads given first.
    """

    value: float
    low: float
    high: float
    parts: tuple[DemandPart, ...]


@dataclass(frozen=True, slots=True)
class SkillDemand:
    """How often one skill is asked for.

    Attributes:
        share: ads that name it, of all ads.
        required: ads that require it, of those that name it and say how firmly.
        employers: distinct named employers among the ads that name it.
        examples: places of up to three ads that name it.
        levels: how many of the ads that say how far they want it ask for each level, lowest first.
        blend: the share estimated with what was known before, when the ads given are few; None when they speak for themselves.
    """

    skill: str
    share: Share
    required: Share
    employers: int
    examples: tuple[str, ...] = ()
    levels: tuple[tuple[SkillLevel, int], ...] = ()
    blend: Blend | None = None

    @property
    def expected(self) -> float:
        """The best estimate of the share: blended when there is a blend, else as counted."""
        return self.share.value if self.blend is None else self.blend.value

    @property
    def level(self) -> SkillLevel:
        """The level that at least half of the ads that name one would be content with; unknown when none names one."""
        total = sum(n for _, n in self.levels)
        reached = 0
        for level, n in self.levels:
            reached += n
            if 2 * reached >= total:
                return level
        return SkillLevel.UNKNOWN

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
