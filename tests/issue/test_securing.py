"""Signing: others check the signatures with libraries of their own."""

from __future__ import annotations

import base64
import copy
import json
from datetime import datetime
from typing import Any

import jwt
import pytest
from openbadgeslib.ob3 import OB3VerificationError
from openbadgeslib.ob3.ldp import verify_data_integrity_proof

from credlens.issue.credentials import endorsement
from credlens.issue.securing import as_json, as_token
from credlens.model.errors import UserError

KEYS = ("ed25519", "p256")


def header(token: str) -> dict[str, Any]:
    part = token.partition(".")[0]
    return dict(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))))


@pytest.mark.parametrize("name", KEYS)
def test_a_token_holds_the_badge_and_the_claims_that_say_the_same(school: Any, name: str) -> None:
    key = getattr(school, name)
    badge = school.badge(key)
    token = as_token(badge, key)
    payload = jwt.decode(
        token, key.public_pem, algorithms=[key.algorithm], options={"verify_exp": False, "verify_nbf": False}
    )
    assert payload == badge | {
        "iss": key.did,
        "jti": badge["id"],
        "sub": "did:example:ada",
        "nbf": int(school.at.timestamp()),
        "exp": int(school.until.timestamp()),
    }


@pytest.mark.parametrize("name", KEYS)
def test_a_token_names_its_key_and_does_not_bring_it(school: Any, name: str) -> None:
    key = getattr(school, name)
    assert header(as_token(school.badge(key), key)) == {"alg": key.algorithm, "typ": "JWT", "kid": key.method}
    assert header(as_token(school.badge(key), key, "did:web:x#1"))["kid"] == "did:web:x#1"


@pytest.mark.parametrize("name", KEYS)
def test_a_token_with_one_changed_claim_is_not_verified(school: Any, name: str) -> None:
    key = getattr(school, name)
    ours, theirs = (
        as_token(school.badge(key, recipient=f"did:example:{who}"), key).split(".") for who in ("ada", "eve")
    )
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(".".join((ours[0], theirs[1], ours[2])), key.public_pem, algorithms=[key.algorithm])


def test_a_badge_without_end_or_recipient_id_has_no_claims_about_them(school: Any) -> None:
    badge = school.badge(school.p256, until=None, recipient={"type": "IdentityObject"})
    payload = jwt.decode(as_token(badge, school.p256), options={"verify_signature": False})
    assert not {"exp", "sub"} & set(payload)


def test_the_same_badge_gives_the_same_bytes(school: Any) -> None:
    badge = school.badge(school.p256)
    assert as_token(badge, school.p256) == as_token(copy.deepcopy(badge), school.p256)
    badge = school.badge(school.ed25519)
    assert as_json(badge, school.ed25519, school.at) == as_json(badge, school.ed25519, school.at)


@pytest.mark.parametrize("kind", ["badge", "endorsement"])
def test_a_proof_inside_covers_every_statement(school: Any, kind: str) -> None:
    key = school.ed25519
    if kind == "badge":
        document = school.badge(key)
    else:
        document = endorsement(school.party(key), "urn:x:1", "Good.", id="urn:x:2", at=school.at, content=b"a picture")
    signed = as_json(document, key, school.at)
    assert {name: value for name, value in signed.items() if name != "proof"} == document
    assert signed["proof"]["verificationMethod"] == key.method
    assert signed["proof"]["created"] == "2026-03-01T12:30:00Z"
    verify_data_integrity_proof(signed, key.public_pem)
    for changed in _changed(signed):
        with pytest.raises(OB3VerificationError):
            verify_data_integrity_proof(changed, key.public_pem)


def _changed(signed: dict[str, Any]) -> list[dict[str, Any]]:
    """The document with one text changed, once for each text in it that is no type and no term."""
    found = []

    def walk(node: Any, path: tuple[Any, ...]) -> None:
        if isinstance(node, dict | list):
            for name, inner in node.items() if isinstance(node, dict) else enumerate(node):
                if name not in {"@context", "type", "proof"}:
                    walk(inner, (*path, name))
        elif isinstance(node, str):
            other = copy.deepcopy(signed)
            place: Any = other
            for name in path[:-1]:
                place = place[name]
            place[path[-1]] = node + "x"
            found.append(other)

    walk(signed, ())
    assert len(found) > 5
    return found


def test_what_cannot_be_signed_is_refused(school: Any) -> None:
    badge = school.badge(school.ed25519)
    signed = as_json(badge, school.ed25519, school.at)
    for call in (
        lambda: as_json(school.badge(school.p256), school.p256, school.at),
        lambda: as_json(badge, school.ed25519, datetime(2026, 1, 1)),  # noqa: DTZ001
        lambda: as_json(signed, school.ed25519, school.at),
        lambda: as_token(signed, school.ed25519),
        lambda: as_token(badge, school.p256),
        lambda: as_json(badge | {"issuer": "did:web:school.example.org"}, school.ed25519, school.at),
        lambda: as_json({**badge, "@context": ["https://unknown.example.org/"]}, school.ed25519, school.at),
    ):
        with pytest.raises(UserError):
            call()
