"""Signing: a badge as a token, or as JSON with a proof inside."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from credlens.issue.keys import KeyKind, SigningKey
from credlens.model.errors import UserError


def as_token(document: Mapping[str, Any], key: SigningKey, method: str = "") -> str:
    """A badge as a compact JWS (VC-JWT, OB 3.0 section 8.2): the document is the payload, beside the claims of tokens that say the same.

    Args:
        method: where to find the key, in the issuer's DID document; may be left out when the issuer is the key's own did:key. The key itself
            is not in the token: a token that brings its key proves nothing about its issuer.

    Raises:
        UserError: the document is signed already, or nothing would tie the key to its issuer.
    """
    header = {"alg": key.algorithm, "typ": "JWT", "kid": _method(document, key, method)}
    signed = f"{_part(header)}.{_part({**document, **_claims(document)})}"
    return f"{signed}.{_base64(key.sign(signed.encode()))}"


def as_json(document: Mapping[str, Any], key: SigningKey, at: datetime, method: str = "") -> dict[str, Any]:
    """A badge as JSON with a proof of the suite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites, section 3.2).

    Args:
        at: when it is signed, with a zone.
        method: as for :func:`as_token`.

    Raises:
        UserError: the key is of another kind, nothing would tie it to the issuer, the document is signed already, or its contexts are unknown.
    """
    from openbadgeslib.errors import LibOpenBadgesException
    from openbadgeslib.ob3.ldp import add_data_integrity_proof

    place = _method(document, key, method)
    if key.kind is not KeyKind.ED25519:
        raise UserError(
            "A proof inside a badge needs a key of the kind Ed25519.",
            what_to_do="Make such a key, or issue the badge as a token.",
        )
    if at.tzinfo is None:
        raise UserError("A time needs a zone.")
    try:
        return add_data_integrity_proof(dict(document), key.pem, place, created=at)
    except LibOpenBadgesException as error:
        raise UserError(f"The badge cannot be signed: {error}") from None


def _claims(document: Mapping[str, Any]) -> dict[str, Any]:
    """Registered claims of tokens (RFC 7519 section 4.1) for what the document says."""
    subject = document["credentialSubject"]
    claims = {"iss": _issuer_id(document), "jti": document["id"]}
    if "id" in subject:
        claims["sub"] = subject["id"]
    claims["nbf"] = _seconds(document["validFrom"])
    if "validUntil" in document:
        claims["exp"] = _seconds(document["validUntil"])
    return claims


def _method(document: Mapping[str, Any], key: SigningKey, method: str) -> str:
    """Where the key of an unsigned document can be found."""
    if "proof" in document:
        raise UserError("The badge is signed already.")
    if not method and _issuer_id(document) != key.did:
        raise UserError(
            "The issuer is not the key itself, so the badge has to say where the issuer lists the key.",
            what_to_do="Give the id that the key has in the issuer's DID document, such as did:web:example.org#key-1.",
        )
    return method or key.method


def _issuer_id(document: Mapping[str, Any]) -> str:
    issuer = document["issuer"]
    return str(issuer if isinstance(issuer, str) else issuer["id"])


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())


def _part(value: Mapping[str, Any]) -> str:
    return _base64(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _base64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
