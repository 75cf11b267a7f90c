"""Keys that the badge itself brings, and what the public validator makes of them."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Mode, Outcome
from credlens.verify.needs import Why

ISSUER = "https://badges.example/issuers/1"
DID = "did:web:academy.example"
DID_AT = "https://academy.example/.well-known/did.json"
F, P = Outcome.FAILED, Outcome.PASSED


def did_document(did: str, *methods: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": did, "verificationMethod": list(methods), "assertionMethod": [m["id"] for m in methods], **more}


# A key that the badge itself brings


def test_a_forged_key_in_the_fragment_of_the_issuers_did_is_not_bound(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID))
    assert tried(f"{DID}#{ed('evil').multibase}", DID).outcome("binding") is F


def test_a_key_in_the_fragment_that_the_issuer_lists_is_bound(web: Any, tried: Any, ed: Any) -> None:
    name = f"{DID}#{ed('a').multibase}"
    web.pages[DID_AT] = did_document(DID, ed("a").method(name, DID))
    found = tried(name, DID)
    assert found.trusted
    assert found.outcome("purpose") is P


@pytest.mark.parametrize("why", list(Why))
def test_a_key_that_the_badge_brings_is_not_bound_while_the_issuer_says_nothing(
    web: Any, tried: Any, ed: Any, why: Why
) -> None:
    web.why = why
    evil = ed("evil")
    assert tried(f"{ISSUER}#{evil.multibase}", ISSUER).outcome("binding") is F
    assert tried("", ISSUER, carried=evil.jwk).outcome("binding") is F
    assert tried("", DID, carried=evil.jwk).outcome("binding") is F
    assert tried(evil.did, ISSUER).outcome("binding") is F


def test_nothing_is_looked_up_for_a_key_that_the_badge_brings_before_its_signature_fits(
    web: Any, tried: Any, ed: Any
) -> None:
    assert tried(f"{DID}#k", carried=ed("a").jwk).method.carried
    assert tried(f"{DID}#{ed('a').multibase}").method.carried
    assert web.asked == []


def test_going_online_is_the_next_step_when_the_issuer_was_not_asked(tried: Any, ed: Any) -> None:
    found = tried("", ISSUER, carried=ed("a").jwk)
    assert any("--online" in c.next_step for c in found.checks if c.id == "binding")


@pytest.mark.parametrize("name", ["", f"{DID}#k", "key-1", "#k"])
def test_a_key_in_the_header_is_bound_when_the_issuers_did_document_lists_the_same(
    web: Any, tried: Any, ed: Any, name: str
) -> None:
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID))
    assert tried(name, DID, carried=ed("a").jwk).trusted
    assert tried(name, DID, carried=ed("evil").jwk).outcome("binding") is F


def test_a_key_in_the_header_is_bound_when_it_is_the_issuers_id(tried: Any, ed: Any) -> None:
    assert tried("", ed("a").did, carried=ed("a").jwk).trusted
    assert tried("", ed("a").did, carried=ed("evil").jwk).outcome("binding") is F


def test_a_key_in_the_header_that_is_revoked_at_the_issuer_is_not_bound(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID, revoked="2026-01-01T00:00:00Z"))
    assert tried(f"{DID}#k", DID, carried=ed("a").jwk).outcome("binding") is F
    assert tried("", DID, carried=ed("a").jwk).outcome("binding") is F


def test_a_header_may_not_name_one_key_and_bring_another(tried: Any, ed: Any) -> None:
    assert tried(ed("a").did, ed("a").did, carried=ed("evil").jwk).outcome("key") is F


def test_keys_in_the_badges_own_copy_of_its_issuer_count_for_nothing(tried: Any, ed: Any) -> None:
    issuer = {"id": ISSUER, "verificationMethod": [ed("evil").method(f"{ISSUER}#k", ISSUER)]}
    found = tried("", issuer, carried=ed("evil").jwk)
    assert found.outcome("binding") is F
    assert "counts for nothing" in found.words("binding")


# As the public validator decides


def test_the_public_validators_mode_takes_carried_keys_and_says_so(tried: Any, ed: Any) -> None:
    evil, mode = ed("evil"), Mode.ONE_EDTECH
    for found in (
        tried("", ISSUER, carried=evil.jwk, mode=mode, token=True),
        tried(f"{ISSUER}#{evil.multibase}", ISSUER, mode=mode),
        tried(f"{DID}#k", ISSUER, carried=evil.jwk, mode=mode, token=True),
    ):
        assert found.trusted
        assert "public validator" in found.words("binding")


def test_the_public_validators_mode_wants_the_controller_to_be_the_issuer(web: Any, tried: Any, ed: Any) -> None:
    mode = Mode.ONE_EDTECH
    web.pages[DID_AT] = {"id": DID, "verificationMethod": [ed("a").method(f"{DID}#k", DID)]}
    assert tried(f"{DID}#k", DID, mode=mode).trusted
    assert tried(f"{DID}#k", ISSUER, mode=mode).outcome("binding") is F
    assert tried(f"https://evil.example#{ed('a').multibase}", ISSUER, mode=mode).outcome("binding") is F


def test_the_public_validators_mode_takes_no_embedded_key_of_another_name(tried: Any, ed: Any) -> None:
    evil = ed("evil")
    brought = evil.method("https://evil.example#k", ISSUER)
    found = tried("https://evil.example#k", ISSUER, carried=brought, mode=Mode.ONE_EDTECH)
    assert found.outcome("binding") is F


def test_the_public_validators_mode_asks_nobody_about_a_key_that_is_its_own_name(tried: Any, ed: Any) -> None:
    did, mode = ed("a").did.partition("#")[0], Mode.ONE_EDTECH
    found = tried(did, ISSUER, mode=mode)
    assert found.trusted
    assert "public validator" in found.words("binding")
    named_twice = f"{did}#{did.removeprefix('did:key:')}"
    assert tried(named_twice, ISSUER, mode=mode).outcome("binding") is F
    assert not tried(did, ISSUER).trusted


@pytest.mark.parametrize("issuer", ["http://academy.example/issuer", "did:example:academy"])
def test_the_public_validators_mode_takes_a_key_in_the_fragment_of_any_address(
    tried: Any, ed: Any, issuer: Any
) -> None:
    method = f"{issuer}#{ed('a').multibase}"
    assert tried(method, issuer, mode=Mode.ONE_EDTECH).trusted
    assert not tried(method, issuer).trusted
