"""When to apply already: how many of the ads are within reach as a plan goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Within:
    """Ads within reach when a step is finished.

    Attributes:
        day: the step's last day; ``skills``: those that count as shown since this step, most wanted first.
        ads: within reach then, of the ``n`` of :class:`Applying`.
    """

    credential: str
    day: date
    skills: tuple[str, ...]
    ads: int


@dataclass(frozen=True, slots=True)
class Applying:
    """From when on to apply.

    Attributes:
        n: ads that can be judged; ``now``: of these within reach before the plan; ``steps``: after each of its steps.
        after: the step after which most ads open at once, the first of equals; None when the plan opens none.
        day: the day after it: apply from then on. When no step opens any, the plan's first day; None when no ad is within reach at all.
        half: the first step after which at least half of what the whole plan opens is within reach; None as ``after``.
        because: the answer in words.
    """

    n: int
    now: int
    steps: tuple[Within, ...]
    after: str | None
    day: date | None
    half: str | None
    because: str
