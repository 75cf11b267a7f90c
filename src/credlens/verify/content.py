"""What a verifiable credential says, in one form for all formats: made by a format, used by the steps that follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from credlens.model.verification import Claims


@dataclass(frozen=True, slots=True)
class Inside:
    """A credential, endorsement or presentation part found in another.

    Attributes:
        found: a JSON object, a compact JWS, or an address.
        where: JSON Pointer to it.
        about: id of what it has to be about, for an endorsement; empty for the badge, its achievement or its issuer.
    """

    found: Any
    where: str
    about: str = ""


@dataclass(frozen=True)
class Content:
    """What a credential says, as far as later checks need it.

    Attributes:
        claims: for the report.
        identities: OB 3.0 IdentityObjects and OB 2.0 IdentityHashes of whom it is about, as they stand there.
        valid_from, valid_until: as they stand there; None when not stated. ``valid_from_at`` and ``valid_until_at`` say where.
        status: credentialStatus entries; ``refresh``: refreshService entries; ``schemas``: credentialSchema entries;
            ``related``: relatedResource entries. Whatever stands there, one by one, not yet known to be objects.
        endorsements: about it, its achievement or its issuer; ``contained``: inside it (CLR, presentation).
        issuer: the issuer as it stands there: an address, or an object.
    """

    claims: Claims
    issuer: Any = None
    identities: tuple[Any, ...] = ()
    valid_from: Any = None
    valid_until: Any = None
    valid_from_at: str = "/validFrom"
    valid_until_at: str = "/validUntil"
    status: tuple[Any, ...] = ()
    refresh: tuple[Any, ...] = ()
    schemas: tuple[Any, ...] = ()
    related: tuple[Any, ...] = ()
    endorsements: tuple[Inside, ...] = ()
    contained: tuple[Inside, ...] = field(default=())

    @property
    def issuer_id(self) -> str:
        """The issuer's id; empty when it has none."""
        return self.claims.issuer.id
