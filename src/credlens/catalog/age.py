"""How old a field's newest word is, and when that is too old to be believed without looking again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from credlens.catalog.filled import is_filled, sources
from credlens.model.credential import Credential
from credlens.model.fact import Source

PRICE_DAYS = 180  # platforms changed list prices within half a year more than once
STANDING_DAYS = 365  # status, exam version, schedule: changed with the yearly rounds of most programmes
OTHER_DAYS = 1095  # who issues it, how it is assessed: three years, a usual cycle of revision

_STANDING = frozenset({"status", "schedule", "validity", "renewal", "recognition", "accreditation", "official_url"})


class Age(StrEnum):
    """Whether a field's newest source is recent enough."""

    FRESH = "fresh"
    STALE = "stale"
    UNDATED = "undated"


def days_allowed(name: str) -> int:
    """How old a field may be."""
    if name == "costs":
        return PRICE_DAYS
    return STANDING_DAYS if name in _STANDING else OTHER_DAYS


def age_of(said: tuple[Source, ...], name: str, today: date) -> Age:
    """The age of the newest of some sources, as a field's."""
    days = [s.date for s in said if s.date]
    if not days:
        return Age.UNDATED
    return Age.STALE if (today - max(days)).days > days_allowed(name) else Age.FRESH


def field_age(credential: Credential, name: str, today: date) -> Age | None:
    """The age of a compared field; None when nothing is known that could grow old."""
    return age_of(sources(credential, name), name, today) if is_filled(credential, name) else None
