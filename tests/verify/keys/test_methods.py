from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.verify.keys.key import KeyFlaw, from_jwk
from credlens.verify.keys.methods import allowed, controller_of, key_in, listed

AT = datetime(2026, 6, 1, tzinfo=UTC)
DID = "did:web:academy.example"


def test_relative_ids_belong_to_the_document(ed: Any) -> None:
    document = {"verificationMethod": [ed("a").method("#k", DID)], "assertionMethod": ["#k", "did:key:z6Mk"]}
    found = {m.id: m for m in listed(document, DID)}
    assert found[f"{DID}#k"].lists == {"verificationMethod", "assertionMethod"}
    assert found["did:key:z6Mk"].entry == {}


def test_an_id_that_means_two_keys_is_refused(ed: Any) -> None:
    methods = [ed("a").method("#k", DID), ed("b").method("#k", DID)]
    with pytest.raises(KeyFlaw, match="two things"):
        listed({"verificationMethod": methods}, DID)
    with pytest.raises(KeyFlaw, match="two things"):
        listed({"verificationMethod": methods[:1], "assertionMethod": methods[1:]}, DID)
    assert len(listed({"verificationMethod": methods[:1] * 2}, DID)) == 1


def test_a_document_with_too_many_keys_is_refused() -> None:
    names = [f"#{n}" for n in range(201)]
    assert len(listed({"assertionMethod": names[:200]}, DID)) == 200
    with pytest.raises(KeyFlaw, match="200"):
        listed({"assertionMethod": names}, DID)


@pytest.mark.parametrize("odd", [None, 1, True, [[]], [None, 3], {}, "", [{"id": 5}]])
def test_whatever_stands_in_place_of_a_method_is_passed_over_or_has_no_name(odd: Any) -> None:
    assert all(m.id == "" for m in listed({"verificationMethod": odd, "publicKey": odd}, DID))


@pytest.mark.parametrize(
    ("document", "is_did", "expected"),
    [
        ({"assertionMethod": ["#k"]}, True, True),
        ({"authentication": ["#k"]}, True, False),
        ({"authentication": ["#k"]}, False, False),
        ({"verificationMethod": [{"id": "#k"}]}, True, False),
        ({"verificationMethod": [{"id": "#k"}]}, False, True),
        ({"publicKey": "#k"}, False, True),
        ({"publicKey": "#k"}, True, False),
        ({"publicKey": "#k", "assertionMethod": []}, False, False),
    ],
)
def test_a_key_is_for_issuing_when_its_document_says_so(document: dict[str, Any], is_did: bool, expected: bool) -> None:
    (method,) = listed(document, DID)
    assert allowed(method, document, "assertionMethod", is_did=is_did) is expected


def test_keys_are_read_in_all_the_ways_they_are_written(ed: Any) -> None:
    key = ed("a")
    same = from_jwk(key.jwk)
    raw = key.multibase
    assert key_in(key.method("#k", DID), AT) == same
    assert key_in({"type": "JsonWebKey", "publicKeyJwk": key.jwk}, AT) == same
    assert key_in({"type": "Ed25519VerificationKey2020", "publicKeyMultibase": raw}, AT) == same
    assert key_in({"type": ["Ed25519VerificationKey2020"], "publicKeyMultibase": raw}, AT) == same
    assert key_in({"type": "Ed25519VerificationKey2018", "publicKeyBase58": key.base58}, AT) == same
    assert key_in(key.jwk, AT) == same


def _multikey(ed: Any, **more: Any) -> dict[str, Any]:
    return {**ed("a").method("#k", DID), **more}


@pytest.mark.parametrize(
    "more",
    [
        {"revoked": "2026-01-01T00:00:00Z"},
        {"revoked": "2026-06-01T00:00:00Z"},
        {"revoked": True},
        {"revoked": "soon"},
        {"revoked": "2027-01-01"},
        {"expires": "2026-01-01T00:00:00Z"},
        {"expires": 5},
        {"secretKeyMultibase": "z3u2"},
        {"privateKeyJwk": {}},
        {"publicKeyPem": "x"},
        {"publicKeyJwk": {"kty": "OKP"}},
        {"kty": "OKP"},
        {"type": "X25519KeyAgreementKey2020"},
        {"type": "EcdsaSecp256r1VerificationKey2019"},
        {"type": "JsonWebKey"},
        {"type": None},
        {"type": ["Multikey", "Ed25519VerificationKey2018"]},
        {"publicKeyMultibase": 5},
        {"publicKeyMultibase": None},
        {"publicKeyMultibase": None, "type": "JsonWebKey", "publicKeyJwk": "x"},
        {"publicKeyMultibase": None, "type": "Ed25519VerificationKey2018", "publicKeyBase58": "0"},
        {"publicKeyMultibase": None, "type": "Ed25519VerificationKey2018", "publicKeyBase58": "1" * 5_000},
    ],
)
def test_a_method_that_counts_no_more_or_is_odd_holds_no_key(ed: Any, more: dict[str, Any]) -> None:
    with pytest.raises(KeyFlaw):
        key_in(_multikey(ed, **more), AT)


@pytest.mark.parametrize(
    "more", [{"revoked": "2026-06-01T00:00:01Z"}, {"expires": "2027-01-01T00:00:00Z"}, {"revoked": None}]
)
def test_a_key_counts_until_the_moment_it_is_revoked(ed: Any, more: dict[str, Any]) -> None:
    assert key_in(_multikey(ed, **more), AT) == from_jwk(ed("a").jwk)
    assert key_in(_multikey(ed, expires="2026-01-01T00:00:00Z"), None) == from_jwk(ed("a").jwk)


@pytest.mark.parametrize(
    ("entry", "whose"), [({"controller": "a"}, "a"), ({"owner": "b"}, "b"), ({}, ""), ({"controller": ["a"]}, "['a']")]
)
def test_a_controller_that_is_no_single_text_is_nobody(entry: dict[str, Any], whose: str) -> None:
    assert controller_of(entry) == whose
