"""The document that says which keys an issuer with a website signs with: did:web."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.issue.keys import KeyKind, SigningKey
from credlens.model.errors import UserError

_CONTEXT = (
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/multikey/v1",
    "https://w3id.org/security/jwk/v1",
)


def did_web(address: str) -> str:
    """The issuer's id for a folder of its website.

    Args:
        address: ``https://example.org`` or ``https://example.org/badges``.

    Raises:
        UserError: not such an address.
    """
    from openbadgeslib.ob3.did import did_web_from_url

    try:
        return did_web_from_url(address)
    except ValueError:
        raise UserError(
            "An issuer's id is made of an https address without user name.",
            what_to_do="For instance: https://example.org",
        ) from None


def did_document(did: str, keys: Mapping[str, SigningKey]) -> dict[str, Any]:
    """What the website has to show at ``/.well-known/did.json``, or at ``did.json`` in the folder.

    Args:
        did: from :func:`did_web`.
        keys: by the name each gets in the document ("key-1"). Keys that signed earlier stay in it, or their badges lose their issuer.

    Raises:
        UserError: no key.
    """
    if not keys:
        raise UserError("An issuer needs at least one key.")
    methods = [_method(did, name, key) for name, key in keys.items()]
    return {
        "@context": list(_CONTEXT),
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def _method(did: str, name: str, key: SigningKey) -> dict[str, Any]:
    """Each kind of key in the form that verifiers of its signatures read: Multikey for proofs, JWK for tokens."""
    shared = {"id": f"{did}#{name}", "controller": did}
    if key.kind is KeyKind.ED25519:
        return {**shared, "type": "Multikey", "publicKeyMultibase": key.multikey}
    return {**shared, "type": "JsonWebKey", "publicKeyJwk": dict(key.jwk)}
