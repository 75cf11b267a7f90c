from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Mode, Outcome
from credlens.verify.needs import Why

DID = "did:web:academy.example"
AT = "https://academy.example/.well-known/did.json"
KEY = "https://badges.example/keys/1"
F, P, N = Outcome.FAILED, Outcome.PASSED, Outcome.NOT_CHECKED


def test_a_did_web_key_is_found_and_may_issue(web: Any, tried: Any, ed: Any) -> None:
    web.pages[AT] = {"id": DID, "verificationMethod": [ed("a").method("#k", DID)], "assertionMethod": ["#k"]}
    found = tried(f"{DID}#k")
    assert (found.outcome("key"), found.outcome("purpose")) == (P, P)
    assert (found.method.id, found.method.controller, found.method.document) == (f"{DID}#k", DID, AT)
    assert not found.method.carried
    assert web.asked == [AT]


def test_a_key_that_stands_in_the_relationship_itself_is_found(web: Any, tried: Any, ed: Any) -> None:
    web.pages[AT] = {"id": DID, "assertionMethod": [ed("a").method(f"{DID}#k", DID)]}
    assert tried(f"{DID}#k").outcome("purpose") is P


@pytest.mark.parametrize(
    ("document", "check"),
    [
        ({"id": "did:web:evil.example"}, "key"),
        ({"id": None}, "key"),
        ({"assertionMethod": [], "verificationMethod": []}, "key"),
        ({"assertionMethod": []}, "purpose"),
        ({"assertionMethod": [], "authentication": ["#k"]}, "purpose"),
        ({"assertionMethod": ["#other"]}, "purpose"),
        ({"assertionMethod": [f"{DID}/#k"]}, "purpose"),
        ({"verificationMethod": [], "assertionMethod": ["#k"]}, "key"),
    ],
)
def test_a_did_document_that_does_not_stand_for_the_key_gives_none(
    web: Any, tried: Any, ed: Any, document: dict[str, Any], check: str
) -> None:
    good = {"id": DID, "verificationMethod": [ed("a").method("#k", DID)], "assertionMethod": ["#k"]}
    web.pages[AT] = {**good, **document}
    found = tried(f"{DID}#k")
    assert found.method is None
    assert found.outcome(check) is F


@pytest.mark.parametrize("more", [{"revoked": "2026-01-01T00:00:00Z"}, {"expires": "2026-01-01T00:00:00Z"}])
def test_a_key_that_was_taken_back_or_replaced_is_refused(web: Any, tried: Any, ed: Any, more: dict[str, str]) -> None:
    web.pages[AT] = {"id": DID, "assertionMethod": [ed("a").method("#k", DID, **more), ed("b").method("#new", DID)]}
    assert tried(f"{DID}#k").outcome("key") is F
    assert tried(f"{DID}#new").outcome("key") is P


def test_a_key_that_a_did_document_calls_somebody_elses_is_refused(web: Any, tried: Any, ed: Any) -> None:
    web.pages[AT] = {"id": DID, "assertionMethod": [ed("a").method("#k", "did:web:other.example")]}
    assert tried(f"{DID}#k").outcome("key") is F


def test_a_did_without_a_keys_name_means_its_only_key_for_issuing(web: Any, tried: Any, ed: Any) -> None:
    login = ed("b").method("#login", DID)
    web.pages[AT] = {"id": DID, "assertionMethod": [ed("a").method("#k", DID)], "authentication": [login]}
    assert tried(DID).method.id == f"{DID}#k"
    web.pages[AT] = {"id": DID, "assertionMethod": [ed("a").method("#k", DID), login]}
    assert tried(DID).outcome("key") is F


@pytest.mark.parametrize("why", list(Why))
def test_a_document_that_is_not_there_leaves_the_key_open(web: Any, tried: Any, why: Why) -> None:
    web.why = why
    assert tried(f"{DID}#k").outcome("key") is N
    assert tried(KEY).outcome("key") is N


@pytest.mark.parametrize(
    "page", [b"", b"<html>", b"[]", b'"x"', b'{"id": "a", "id": "b"}', b"\xff", b"[" * 100_000, b'{"id": NaN}']
)
def test_a_page_that_is_no_document_gives_no_key(web: Any, tried: Any, page: bytes) -> None:
    web.pages[AT] = web.pages[KEY] = page
    assert tried(f"{DID}#k").outcome("key") is F
    assert tried(KEY).outcome("key") is F


def test_dids_of_other_kinds_stay_open(tried: Any) -> None:
    assert tried("did:ion:abc#k").outcome("key") is N


@pytest.mark.parametrize(
    "reference",
    [f"{DID}?versionId=1#k", "did:web:localhost#k", "did:key:z6Mk", "did:key:z6Mk?x", "urn:uuid:1", "key-1"],
)
def test_a_reference_that_names_no_key_is_refused(web: Any, tried: Any, reference: str) -> None:
    assert tried(reference).outcome("key") is F
    assert web.asked == []


def test_a_key_page_is_read_as_multikey_json_web_key_or_pem(web: Any, tried: Any, ed: Any) -> None:
    for page in (
        ed("a").method(KEY, "x"),
        {**ed("a").jwk, "kid": "1"},
        {"id": KEY, "type": "JsonWebKey", "publicKeyJwk": ed("a").jwk},
    ):
        web.pages[KEY] = page
        assert tried(KEY).outcome("key") is P
        web.pages[KEY] = {**page, "id": "https://badges.example/keys/2"}
        assert tried(KEY).outcome("key") is F


def test_a_key_set_gives_the_key_of_that_name(web: Any, tried: Any, ed: Any) -> None:
    one, two = {**ed("a").jwk, "kid": "1"}, {**ed("b").jwk, "kid": "2"}
    web.pages[KEY] = {"keys": [one, two, "odd"]}
    assert tried(f"{KEY}#2").method.key.jwk == ed("b").jwk
    assert tried(f"{KEY}#3").outcome("key") is F
    assert tried(KEY).outcome("key") is F
    web.pages[KEY] = {"keys": [one, {**two, "kid": "1"}]}
    assert tried(f"{KEY}#1").outcome("key") is F
    web.pages[KEY] = {"keys": [one]}
    assert tried(KEY).outcome("key") is P


def test_a_key_page_from_another_host_is_not_that_hosts_word(web: Any, tried: Any, ed: Any) -> None:
    web.pages[KEY] = ed("a").method(KEY, "x")
    web.moved[KEY] = "https://evil.example/keys/1"
    found = tried(KEY)
    assert found.outcome("key") is F
    assert "another host" in found.words("key")


def test_a_key_that_the_badge_brings_has_to_be_sound(tried: Any, ed: Any) -> None:
    assert tried("", carried=ed("a").jwk).method.carried
    assert tried("", carried={**ed("a").jwk, "d": "AA"}).outcome("key") is F
    assert tried("", carried={}).outcome("key") is F
    assert tried("", carried={"kty": "oct", "k": "AA"}).outcome("key") is F


def test_no_name_and_no_key_is_no_key(tried: Any) -> None:
    assert tried("").outcome("key") is F


def test_the_public_validators_mode_prefers_the_key_in_the_header(tried: Any, ed: Any) -> None:
    found = tried(ed("a").did, carried=ed("b").jwk, mode=Mode.ONE_EDTECH)
    assert found.method.key.jwk == ed("b").jwk


def test_the_public_validators_mode_warns_of_a_key_without_purpose(web: Any, tried: Any, ed: Any) -> None:
    web.pages[AT] = {"id": DID, "verificationMethod": [ed("a").method("#k", DID)]}
    assert tried(f"{DID}#k", mode=Mode.ONE_EDTECH).outcome("purpose") is Outcome.WARNING
    assert tried(f"{DID}#k").outcome("purpose") is F


def test_a_name_that_begins_like_a_key_is_a_name(web: Any, tried: Any, ed: Any) -> None:
    web.pages[AT] = {"id": DID, "assertionMethod": [ed("a").method("#zebra", DID)]}
    assert tried(f"{DID}#zebra").method.document == AT


@pytest.mark.parametrize(
    "page",
    [
        {"id": KEY, "type": "Multikey", "publicKeyMultibase": "zzz"},
        {"id": "https://badges.example/other", "publicKey": []},
        {"keys": [{"kty": "oct", "k": "AA"}]},
        {"keys": []},
        {"keys": ["odd"]},
        {"id": KEY},
    ],
)
def test_a_page_without_a_sound_key_of_that_name_gives_none(web: Any, tried: Any, page: dict[str, Any]) -> None:
    web.pages[KEY] = page
    assert tried(KEY).outcome("key") is F
