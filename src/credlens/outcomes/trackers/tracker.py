"""What is known of a tracker's table: which of its headers says what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

# What a column can say of an application; "dates" is no column but the order of day and month in all of them.
FIELDS = (
    "employer",
    "title",
    "applied",
    "added",
    "status",
    "status_day",
    "reply",
    "interview",
    "offer",
    "rejection",
    "withdrawn",
    "sent",
    "resume",
    "referral",
)
ORDERS = {"dmy": False, "mdy": True}  # what "dates" may be: whether the month stands first

_WORDLESS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Tracker:
    """A kind of table.

    Attributes:
        name: as messages call it.
        columns: field of :data:`FIELDS` -> headers that stand for it, the one to prefer first.
        known_by: headers that only its tables have together; empty where any table may be of this kind.
        month_first: whether 1/2/2026 is the second of January when no date in the column shows it; None when that is not known.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    known_by: tuple[str, ...] = ()
    month_first: bool | None = None

    def fits(self, header: tuple[str, ...]) -> bool:
        """Whether a table with this header row is one of its tables."""
        there = {key(name) for name in header}
        return bool(self.known_by) and all(key(name) in there for name in self.known_by)


def key(header: str) -> str:
    """A header without case, accents, blanks and signs, so that "Date Applied", "date_applied" and "dateApplied" are one."""
    letters = unicodedata.normalize("NFKD", header).casefold()
    return _WORDLESS.sub("", "".join(c for c in letters if not unicodedata.combining(c)))
