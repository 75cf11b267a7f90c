"""What is said of a market of ads: trends of skills, turnover, recognition, shares of ads that come from few employers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.model.quantity import Share


@dataclass(frozen=True, slots=True)
class TermCount:
    """A row of a table of counts: ``k`` of the month's ``n`` ads name the term. ``month`` is its first day."""

    month: date
    n: int
    term: str
    k: int


@dataclass(frozen=True, slots=True, order=True)
class QuarterCount:
    """Ads of one source in one quarter that name a skill: ``k`` of ``n``. ``quarter`` is year * 4 + 0, 1, 2 or 3."""

    source: str
    quarter: int
    k: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.k <= self.n:
            raise ValueError(f"a count needs 0 <= k <= n, not {self.k} of {self.n}")


def quarter_of(day: date) -> int:
    """The quarter a day lies in, as a number: year * 4 + 0, 1, 2 or 3."""
    return day.year * 4 + (day.month - 1) // 3


def quarter_name(quarter: int) -> str:
    """A quarter in words: ``2019-Q2``."""
    return f"{quarter // 4}-Q{quarter % 4 + 1}"


class Verdict(StrEnum):
    """What can be said of a skill's trend."""

    DECLINING = "declining"  # the 90 % interval of the slope lies below 0
    GROWING = "growing"  # it lies above 0
    NO_DECLINE_DETECTABLE = "no_decline_detectable"  # it holds 0: neither can be told apart from no change
    UNKNOWN = "unknown"  # too little to fit a line to


@dataclass(frozen=True, slots=True)
class Trend:
    """How the share of ads that name a skill has moved.

    Attributes:
        quarters: distinct quarters with ads; ``n``: ads in them; ``named``: those that name the skill.
        first, last: the oldest and newest quarter ("2019-Q2"); None without any.
        share_first, share_last: the fitted shares there, sources mixed as over the whole time; None when unknown.
        slope: change of the log-odds per year, drawn towards the skill's family; ``low``, ``high``: its 90 % interval.
        half_life_years: until the fitted share is half of that in the last quarter if it goes on so; only for a declining
            skill. It describes the years counted; what follows them may turn (decision 0012 has figures).
        half_life_interval: at the slope's two ends, shortest first.
        bent: whether one straight line describes the time badly; then only later years alone say where it goes.
        stray: a quarter far off the line, which was left out of it.
        words: the verdict, or why there is none.
    """

    skill: str
    family: str
    quarters: int
    n: int
    named: int
    first: str | None
    last: str | None
    verdict: Verdict
    words: str
    share_first: float | None = None
    share_last: float | None = None
    slope: float | None = None
    low: float | None = None
    high: float | None = None
    half_life_years: float | None = None
    half_life_interval: tuple[float, float] | None = None
    bent: bool = False
    stray: str | None = None


@dataclass(frozen=True, slots=True)
class ShareChange:
    """A skill's share of the ads before and after, with the two-sided p-value of no change."""

    skill: str
    before: Share
    after: Share
    p_value: float


@dataclass(frozen=True, slots=True)
class Turnover:
    """How much of what an occupation asks for was exchanged, per year.

    Attributes:
        years: between the two periods.
        n_before, n_after: ads in them.
        skills: how many were compared.
        raw: half the sum of absolute differences of the skills' parts of all mentions, per year.
        by_chance: what ``raw`` would be on average between two samples of one unchanged market.
        net: ``raw`` corrected for chance; ``low``, ``high``: its 90 % interval.
        skill_change: the sum of absolute differences of the skills' shares of ads over the whole time, uncorrected
            (SkillChange of Deming & Noray 2020).
        entering, leaving: skills whose share rose or fell, at a false discovery rate of 10 %, surest first.
    """

    years: float
    n_before: int
    n_after: int
    skills: int
    raw: float
    by_chance: float
    net: float
    low: float
    high: float
    skill_change: float
    entering: tuple[ShareChange, ...]
    leaving: tuple[ShareChange, ...]


@dataclass(frozen=True, slots=True)
class CredentialCount:
    """Ads of one occupation that name a credential: ``k`` of ``n``, by so many employers, required in so many."""

    credential: str
    k: int
    n: int
    employers: int
    required: int

    def __post_init__(self) -> None:
        if not 0 <= self.k <= self.n:
            raise ValueError(f"a count needs 0 <= k <= n, not {self.k} of {self.n}")


@dataclass(frozen=True, slots=True)
class RatePrior:
    """What is expected of a rate before it is counted: a beta distribution by its mean and its weight in ads."""

    mean: float
    weight: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """How often ads of an occupation name a credential. No mention is not a rejection.

    Attributes:
        k, n: ads that name it, of all; ``employers``: distinct ones among the ``k``; ``required``: ads that require it.
        rate: the mean of the posterior; ``low``, ``high``: its 90 % interval. None when there are no ads.
        at_most: 3 / n when no ad names it (rule of three), else None.
        prior: what the occupation's credentials say together.
    """

    credential: str
    k: int
    n: int
    employers: int
    required: int
    words: str
    rate: float | None = None
    low: float | None = None
    high: float | None = None
    at_most: float | None = None
    prior: RatePrior | None = None


@dataclass(frozen=True, slots=True)
class ClusteredShare:
    """A share of ads that come in bunches, since an employer's ads resemble each other.

    Attributes:
        employers: how many the ads come from; None when that is not known.
        effective_n: how many unrelated ads would say as much.
        ci: the interval at ``level``, Wilson's at the effective number.
    """

    k: int
    n: int
    employers: int | None
    effective_n: float
    ci: tuple[float, float]
    level: float

    @property
    def value(self) -> float:
        """The observed share; 0 when nothing was observed (then the interval is all of [0, 1])."""
        return self.k / self.n if self.n else 0.0
