"""The day a badge was awarded and the day it lapses: what the award says beyond the class or achievement that is in it.

Terms: ``issuedOn`` and ``expires`` of an Assertion (https://www.imsglobal.org/spec/ob/v2p0/), ``validFrom`` and ``validUntil`` of an
OpenBadgeCredential (https://www.imsglobal.org/spec/ob/v3p0/), ``issuanceDate`` and ``expirationDate`` of its earlier drafts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from credlens.catalog.sources.openbadges.achievement import Record, key_of
from credlens.catalog.values import jsonld
from credlens.catalog.values.days import day

_INSIDE = ("@graph", "items", "assertion", "assertions", "verifiableCredential", "result", "data")
_ISSUED = ("issuedOn", "validFrom", "issuanceDate", "awardedDate")
_EXPIRES = ("expires", "validUntil", "expirationDate")
_DEEPEST = 6
_MONTH = 365.25 / 12  # days


@dataclass(frozen=True, slots=True)
class Award:
    """One badge that somebody holds.

    Attributes:
        key: of the class or achievement; see :func:`credlens.catalog.sources.openbadges.achievement.key_of`.
        issued, expires: None when it does not say.
        version: of the Open Badges specification, 2 or 3.
        signed: True when it bears a signature, False when it is hosted; None when it says neither.
        status_list: whether it names a list of what was revoked (``credentialStatus``).
    """

    key: str
    issued: date | None
    expires: date | None
    version: int
    signed: bool | None
    status_list: bool = False

    def over(self, today: date) -> bool:
        """Whether it has lapsed."""
        return self.expires is not None and self.expires < today

    def months(self) -> int | None:
        """How long it holds, to the nearest month; None when a day is missing or they are the wrong way round."""
        if self.issued is None or self.expires is None or self.expires - self.issued < timedelta(days=20):
            return None
        return round((self.expires - self.issued).days / _MONTH)


def awards(record: Any, depth: int = 0) -> Iterator[Award]:
    """The awards in a JSON document, whatever they are packed in."""
    for one in jsonld.nodes(record):
        subject = jsonld.node(one.get("credentialSubject"))
        held = jsonld.node(one.get("badge")) or jsonld.node(subject.get("achievement"))
        if held:
            yield _award(one, held, version=3 if "credentialSubject" in one else 2)
        elif depth < _DEEPEST:
            for name in _INSIDE:
                yield from awards(one.get(name), depth + 1)


def _award(record: Record, held: Record, version: int) -> Award:
    return Award(
        key_of(held),
        _day(record, _ISSUED),
        _day(record, _EXPIRES),
        version,
        _signed(record),
        bool(record.get("credentialStatus")),
    )


def _day(record: Record, names: tuple[str, ...]) -> date | None:
    return next((found for name in names if (found := day(record.get(name)))), None)


def _signed(record: Record) -> bool | None:
    if record.get("proof"):
        return True
    how = jsonld.node(record.get("verification")) or jsonld.node(record.get("verify"))
    said = " ".join(jsonld.types(how)).casefold()
    return True if "signed" in said else False if "hosted" in said else None
