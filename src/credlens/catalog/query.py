"""What can be asked of the catalog, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Query:
    """A search.

    Attributes:
        words: all of them must occur, in any form of theirs; the last one may be the beginning of a word. Empty finds everything.
        wanted: facet (:data:`credlens.catalog.entry.FACETS`) -> values of which one is enough.
        skill: id of a skill that it must teach.
        most_hours: of work at most; credentials of unknown length are not found then.
        most_cost: to pay at most at ``hours_per_week``, by the cheapest way in ``currency``; those of unknown price are not found then.
        start: the first day of work, from which the months and years of a subscription are counted on the calendar; of usual length when None.
        first, count: the page: how many finds to pass over, and how many to give.
    """

    words: str = ""
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skill: str | None = None
    most_hours: float | None = None
    most_cost: float | None = None
    currency: str = "USD"
    hours_per_week: float = 10.0
    start: date | None = None
    first: int = 0
    count: int = 20


@dataclass(frozen=True)
class Found:
    """What a search finds.

    Attributes:
        ids: of one page, best first.
        total: how many there are over all.
        facets: facet -> value -> how many of all finds have it.
        loosened: whether nothing has all the words, so that these have only some of them.
    """

    ids: tuple[str, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    loosened: bool = False
