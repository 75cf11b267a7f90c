"""What one credential would take from one person: hours left, weeks, money."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.fact import Source
from credlens.model.quantity import Hours, Money


@dataclass(frozen=True, slots=True)
class Quote:
    """The cost of one cost option of a credential at a person's pace.

    Attributes:
        option: which of the credential's cost options.
        hours: workload left after what the person knows; None when the workload is unknown.
        low, high: total to pay until finished, for the least and the most hours; both None when a price is unknown.
        because: how the sum comes about ("USD 49 a month x 4-5 months").
        unknown: what is missing, in words; empty when nothing is.
        sources: where prices and hours come from.
        effort: how the hours come about where the person knows a part of it ("workload 20-40 h; 50 % of it is known already and can be
            skipped"); empty where they know none.
    """

    credential: str
    option: str
    hours: Hours | None
    low: Money | None
    high: Money | None
    because: str
    unknown: str
    sources: tuple[Source, ...]
    effort: str = ""

    @property
    def known(self) -> bool:
        """Whether both money and hours are known."""
        return self.hours is not None and self.high is not None
