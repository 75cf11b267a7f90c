"""What matters to a person: points, an order of importance, or nothing said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Weighting:
    """What a person said about the importance of criteria.

    Quality and suitability are weighted apart. In a group with neither points nor an order the default weights count, and so they do for criteria
    that an order does not name.

    Attributes:
        points: own weights by criterion, in any unit; whoever gives points to one criterion of a group gives them to all: those not named
            count 0.
        above: (more important, less important) criteria of one group; any partial order.
        alike: criteria that matter equally.
        origin: whose weights these are, in words ("default weights", "your order").
    """

    points: Mapping[str, float] = field(default_factory=dict)
    above: tuple[tuple[str, str], ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    origin: str = "default weights"


DEFAULT = Weighting()
