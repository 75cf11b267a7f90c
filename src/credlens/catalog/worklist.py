"""What somebody should look up: unknown, doubtful or old fields, with the addresses to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from credlens.catalog.age import Age, field_age
from credlens.catalog.filled import COMPARED, is_filled, only_recalled, sources
from credlens.model.credential import Credential
from credlens.model.fact import Fact, Unknown, WhyUnknown

FIRST = (
    "costs",
    "hours",
    "assessment",
    "validity",
    "supervision",
    "accreditation",
    "recognition",
    "verification",
    "prerequisites",
)
"""The fields on which choices turn, looked up before the others."""


class Lack(StrEnum):
    """What is wrong with a field, worst first."""

    CONFLICTING = "conflicting"
    UNKNOWN = "unknown"
    STALE = "stale"
    UNDATED = "undated"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Task:
    """One field of one credential to look up.

    Attributes:
        look_at: addresses, the official page first; empty when nobody knows one.
    """

    credential: str
    field: str
    lack: Lack
    look_at: tuple[str, ...]


def tasks(credential: Credential, today: date) -> tuple[Task, ...]:
    """What to look up about a credential, the fields on which choices turn first."""
    order = [*FIRST, *(name for name in COMPARED if name not in FIRST)]
    found = []
    for name in order:
        lack = _lack(credential, name, today)
        if lack is not None:
            found.append(Task(credential.id, name, lack, _addresses(credential, name)))
    return tuple(found)


def _lack(credential: Credential, name: str, today: date) -> Lack | None:
    if _conflicting(credential, name):
        return Lack.CONFLICTING
    if not is_filled(credential, name):
        return Lack.UNKNOWN
    if only_recalled(credential, name):
        return Lack.RECALLED
    age = field_age(credential, name, today)
    return {Age.STALE: Lack.STALE, Age.UNDATED: Lack.UNDATED}.get(age) if age else None


def _conflicting(credential: Credential, name: str) -> bool:
    value = getattr(credential, name)
    facts = [c.amount for c in credential.costs] if name == "costs" else [value] if isinstance(value, Fact) else []
    return any(isinstance(f.value, Unknown) and f.value.why is WhyUnknown.CONFLICTING for f in facts)


def _addresses(credential: Credential, name: str) -> tuple[str, ...]:
    own = credential.official_url.candidates()
    return tuple(dict.fromkeys([*own, *(s.address for s in sources(credential, name) if s.address)]))
