"""Reading a credential into :class:`Content`, the same for all kinds; tolerant of anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from credlens.verify.content import Content, Inside
from credlens.verify.formats.claims import claims, identifier, things
from credlens.verify.formats.format import is_old
from credlens.verify.structure.shapes import Place, listed, pointer

_DIGESTS = ("digestSRI", "digestMultibase")
_APART = ("proof", "@context", "verifiableCredential", "endorsement", "endorsementJwt")
"""What is not part of the credential's own statements, or is examined by itself."""


def content(document: Mapping[str, Any], contained: tuple[Inside, ...] = ()) -> Content:
    """What a credential says.

    Dates are those of its version. When only the other version's date is there, that one is taken: an end that somebody wrote counts.

    Args:
        contained: credentials in it.
    """
    old = is_old(document)
    since, since_at = _first(document, ("issuanceDate", "validFrom") if old else ("validFrom", "issuanceDate"))
    until, until_at = _first(document, ("expirationDate", "validUntil") if old else ("validUntil", "expirationDate"))
    endorsements, digested = _found(document)
    return Content(
        claims=claims(document, since=since, until=until),
        issuer=document.get("issuer"),
        identities=tuple(i for s in things(document.get("credentialSubject")) for i in listed(s.get("identifier"))),
        valid_from=since,
        valid_until=until,
        valid_from_at=since_at,
        valid_until_at=until_at,
        status=listed(document.get("credentialStatus")),
        refresh=listed(document.get("refreshService")),
        schemas=listed(document.get("credentialSchema")),
        related=(*listed(document.get("relatedResource")), *digested),
        endorsements=endorsements,
        contained=contained,
    )


def _first(document: Mapping[str, Any], names: tuple[str, str]) -> tuple[Any, str]:
    """The first of two properties that is there, and where; the place of the first when neither is."""
    name = next((n for n in names if document.get(n) is not None), names[0])
    return document.get(name), f"/{name}"


def inside(value: Any, place: Place, about: str = "") -> tuple[Inside, ...]:
    """One or many credentials at a place. An address stands for none in this family: what is there is a flaw of structure, and not asked for."""
    if isinstance(value, list):
        return tuple(
            Inside(each, pointer((place, index)), about) for index, each in enumerate(value) if not _is_address(each)
        )
    return () if value is None or _is_address(value) else (Inside(value, pointer(place), about),)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and "://" in value


def _found(document: Mapping[str, Any]) -> tuple[tuple[Inside, ...], tuple[Any, ...]]:
    """Endorsements anywhere in the credential, and what states a digest of itself outside ``relatedResource``.

    Endorsements at the credential may be about it, its achievement or its issuer (OB 3.0 section B.1.2); further in, they are about what
    holds them.
    """
    endorsements: list[Inside] = []
    digested: list[Any] = []
    for value, place in _objects(document):
        about = identifier(value) if place is not None else ""
        for key in ("endorsement", "endorsementJwt"):
            if key in value:
                endorsements.extend(inside(value[key], (place, key), about))
        if place is not None and any(d in value for d in _DIGESTS):
            digested.append(value)
    return tuple(endorsements), tuple(digested)


_WITH_OWN_CHECK = ("relatedResource", "credentialSchema", "credentialStatus", "refreshService")


def _objects(document: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Place]]:
    """The credential and every object in it, in the order in which they stand there, but for those with a check of their own."""
    stack: list[tuple[Any, Place]] = [(document, None)]
    while stack:
        value, place = stack.pop()
        if isinstance(value, dict):
            yield value, place
            inner = [
                (v, (place, k))
                for k, v in value.items()
                if isinstance(v, dict | list) and k not in _APART and k not in _WITH_OWN_CHECK
            ]
            stack.extend(reversed(inner))
        else:
            stack.extend((v, (place, i)) for i, v in reversed(list(enumerate(value))) if isinstance(v, dict | list))
