"""What is believed about an effect, before and after a person's own applications."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

SURE = 0.95  # of an effect's direction, from which on a log decides


@dataclass(frozen=True, slots=True)
class EffectPrior:
    """What is believed about the effect of showing a credential before any application is looked at (normal, in log odds of an interview).

    Attributes:
        mean, sd: of the effect. The default comes from published effects, see :mod:`credlens.outcomes.effect`.
        bias_sd: of what the choice to show it brings with it, whether it helps or not; 0 where a coin chose.
        base_mean, base_sd: of the log odds of an interview without it.
        covariate_sd: of the effect of one standard deviation of what else is known of an application.
        spike: (weight, sd) of a part around 0, for those who take most effects to be none; None without one.
    """

    mean: float = 0.10
    sd: float = 0.35
    bias_sd: float = 0.30
    base_mean: float = -2.944  # log odds of .05
    base_sd: float = 1.0
    covariate_sd: float = 0.5
    spike: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Belief:
    """An effect in log odds of an interview: its median, the ends of its 90 % interval, and how likely it is above 0."""

    median: float
    low: float
    high: float
    above_zero: float

    @property
    def decided(self) -> bool | None:
        """Whether it is above 0 for certain enough; None when neither that nor the opposite is."""
        if self.above_zero > SURE:
            return True
        return False if self.above_zero < 1 - SURE else None

    def to_json(self) -> dict[str, object]:
        """As odds ratios: ``{"odds_ratio", "ci90", "p_above_1"}``."""
        ends = [round(exp(self.low), 6), round(exp(self.high), 6)]
        return {"odds_ratio": round(exp(self.median), 6), "ci90": ends, "p_above_1": round(self.above_zero, 6)}


@dataclass(frozen=True, slots=True)
class Arm:
    """Applications that showed a credential, or that did not: how many count, and how many of them brought an interview."""

    n: int
    interviews: int
