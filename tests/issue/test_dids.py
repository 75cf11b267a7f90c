"""The document of an issuer with a website."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.issue.dids import did_document, did_web
from credlens.model.errors import UserError


@pytest.mark.parametrize(
    ("address", "did"),
    [
        ("https://school.example.org", "did:web:school.example.org"),
        ("https://school.example.org/", "did:web:school.example.org"),
        ("https://school.example.org:8443/badges/", "did:web:school.example.org%3A8443:badges"),
        ("https://school.example.org/a/b", "did:web:school.example.org:a:b"),
    ],
)
def test_an_address_gives_an_id(address: str, did: str) -> None:
    assert did_web(address) == did


@pytest.mark.parametrize("address", ["http://school.example.org", "school.example.org", "https://", "https://me@school.example.org", "https://school.example.org:x/"])  # fmt: skip
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(UserError):
        did_web(address)


def test_each_key_is_listed_in_the_form_that_verifiers_read(school: Any) -> None:
    document = did_document("did:web:school.example.org", {"proofs": school.ed25519, "tokens": school.p256})
    proofs, tokens = document["verificationMethod"]
    assert (proofs["type"], proofs["publicKeyMultibase"]) == ("Multikey", school.ed25519.multikey)
    assert (tokens["type"], tokens["publicKeyJwk"]) == ("JsonWebKey", school.p256.jwk)
    assert document["assertionMethod"] == ["did:web:school.example.org#proofs", "did:web:school.example.org#tokens"]
    assert {m["controller"] for m in document["verificationMethod"]} == {document["id"]}


def test_an_issuer_without_a_key_is_refused() -> None:
    with pytest.raises(UserError):
        did_document("did:web:school.example.org", {})
