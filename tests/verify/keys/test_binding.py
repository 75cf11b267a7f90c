from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Outcome
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.keys.binding import bind
from credlens.verify.keys.resolve import resolve
from credlens.verify.needs import Why

ISSUER = "https://badges.example/issuers/1"
DID = "did:web:academy.example"
DID_AT = "https://academy.example/.well-known/did.json"
F, P, N = Outcome.FAILED, Outcome.PASSED, Outcome.NOT_CHECKED


def did_document(did: str, *methods: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": did, "verificationMethod": list(methods), "assertionMethod": [m["id"] for m in methods], **more}


def key_page(address: str, controller: str, key: Any) -> dict[str, Any]:
    return {"id": address, "type": "Multikey", "controller": controller, "publicKeyMultibase": key.multibase}


# The issuer is a DID


def test_the_key_of_the_issuers_own_did_is_its_key(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID))
    assert tried(f"{DID}#k", DID).trusted


@pytest.mark.parametrize("fragment", [True, False])
def test_a_did_key_is_its_own_issuer_with_and_without_fragment(tried: Any, ed: Any, fragment: bool) -> None:
    key = ed("a")
    assert tried(f"{key.did}#{key.multibase}" if fragment else key.did, key.did).trusted


def test_another_did_key_is_not_the_issuers(tried: Any, ed: Any) -> None:
    found = tried(ed("evil").did, ed("a").did)
    assert found.outcome("binding") is F


def test_another_dids_key_is_not_the_issuers(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID))
    web.pages["https://evil.example/.well-known/did.json"] = did_document(
        "did:web:evil.example", ed("evil").method("did:web:evil.example#k", "did:web:evil.example")
    )
    assert tried("did:web:evil.example#k", DID).outcome("binding") is F


def test_a_key_page_that_claims_a_did_as_its_controller_is_not_believed(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID))
    web.pages["https://evil.example/key"] = key_page("https://evil.example/key", DID, ed("evil"))
    assert tried("https://evil.example/key", DID).outcome("binding") is F


def test_a_did_document_cannot_name_its_key_after_somebody_else(web: Any, tried: Any, ed: Any) -> None:
    evil = "did:web:evil.example"
    web.pages["https://evil.example/.well-known/did.json"] = {
        "id": evil,
        "assertionMethod": [ed("evil").method(f"{DID}#k", evil)],
    }
    web.pages[ISSUER] = {"id": ISSUER, "assertionMethod": [f"{DID}#k"]}
    assert tried(evil, DID).outcome("binding") is F
    assert tried(evil, ISSUER).outcome("binding") is F


def test_a_did_key_that_the_issuers_did_document_lists_is_the_issuers(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = {"id": DID, "assertionMethod": [f"{ed('a').did}#{ed('a').multibase}"]}
    assert tried(ed("a").did, DID).trusted


def test_a_did_key_listed_for_logging_in_is_not_for_issuing(web: Any, tried: Any, ed: Any) -> None:
    web.pages[DID_AT] = {"id": DID, "authentication": [ed("a").did], "assertionMethod": []}
    found = tried(ed("a").did, DID)
    assert (found.outcome("purpose"), found.outcome("binding")) == (F, F)


def test_a_subdomain_and_a_path_of_the_did_are_somebody_else(web: Any, tried: Any, ed: Any) -> None:
    for did, address in (
        ("did:web:x.academy.example", "https://x.academy.example/.well-known/did.json"),
        ("did:web:academy.example:u:2", "https://academy.example/u/2/did.json"),
    ):
        web.pages[address] = did_document(did, ed("evil").method(f"{did}#k", did))
        assert tried(f"{did}#k", DID).outcome("binding") is F


# The issuer is an address


@pytest.mark.parametrize("list_", ["publicKey", "verificationMethod", "assertionMethod"])
def test_a_key_that_the_issuers_profile_lists_is_the_issuers(web: Any, tried: Any, ed: Any, list_: str) -> None:
    key = ed("a")
    web.pages[ISSUER] = {"id": ISSUER, "type": "Profile", list_: [key.method(f"{ISSUER}#k", ISSUER)]}
    assert tried(f"{ISSUER}#k", ISSUER).trusted
    assert tried(key.did, ISSUER).trusted
    assert tried("", ISSUER, carried=key.jwk).trusted
    assert tried(ed("evil").did, ISSUER).outcome("binding") is F
    assert tried(f"{ISSUER}#k", ISSUER, carried=ed("evil").jwk).outcome("binding") is F


def test_a_key_that_the_profile_names_by_its_address_is_the_issuers_wherever_it_is(
    web: Any, tried: Any, ed: Any
) -> None:
    web.pages["https://keys.example/1"] = key_page("https://keys.example/1", ISSUER, ed("a"))
    web.pages["https://keys.example/2"] = key_page("https://keys.example/2", ISSUER, ed("evil"))
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": "https://keys.example/1"}
    assert tried("https://keys.example/1", ISSUER).trusted
    assert tried("https://keys.example/2", ISSUER).outcome("binding") is F
    assert tried("https://keys.example/1", ISSUER, carried=ed("evil").jwk).outcome("binding") is F


def test_a_profile_that_lists_the_key_for_something_else_does_not_let_it_issue(web: Any, tried: Any, ed: Any) -> None:
    key = ed("a")
    web.pages[ISSUER] = {"id": ISSUER, "authentication": [key.method(f"{ISSUER}#k", ISSUER)]}
    assert tried(f"{ISSUER}#k", ISSUER).outcome("purpose") is F
    found = tried(key.did, ISSUER)
    assert (found.outcome("purpose"), found.outcome("binding")) == (F, F)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "https://badges.example/issuers/2"},
        {"id": None},
        {"id": ISSUER + "/"},
        {"verificationMethod": []},
    ],
)
def test_a_profile_of_somebody_else_or_without_the_key_binds_nothing(
    web: Any, tried: Any, ed: Any, changes: dict[str, Any]
) -> None:
    web.pages[ISSUER] = {"id": ISSUER, "verificationMethod": [ed("a").method(f"{ISSUER}#k", ISSUER)], **changes}
    assert tried(ed("a").did, ISSUER).outcome("binding") is F


def test_a_listed_key_that_belongs_to_somebody_else_is_not_the_issuers(web: Any, tried: Any, ed: Any) -> None:
    web.pages[ISSUER] = {"id": ISSUER, "verificationMethod": [ed("a").method("#k", "https://badges.example/issuers/2")]}
    assert tried(ed("a").did, ISSUER).outcome("binding") is F


@pytest.mark.parametrize(
    ("final", "trusted"),
    [
        (ISSUER, True),
        ("https://www.badges.example/issuers/1", True),
        ("https://evil.example/issuers/1", False),
        ("http://badges.example/issuers/1", False),
        ("https://badges.example.evil.example/issuers/1", False),
        ("https://badges.example:8443/issuers/1", False),
    ],
)
def test_a_profile_that_came_from_another_host_is_not_the_issuers_word(
    web: Any, tried: Any, ed: Any, final: str, trusted: bool
) -> None:
    web.pages[ISSUER] = {"id": ISSUER, "verificationMethod": [ed("a").method(f"{ISSUER}#k", ISSUER)]}
    web.moved[ISSUER] = final
    assert tried(ed("a").did, ISSUER).trusted is trusted


@pytest.mark.parametrize(
    ("address", "bound"),
    [
        (f"{ISSUER}/keys/1", True),
        (f"{ISSUER}/keys/1#main", True),
        (f"{ISSUER}#k", True),
        ("https://badges.example:443/issuers/1/key", True),
        ("https://badges.example/issuers/2/keys/1", False),
        ("https://badges.example/issuers/10/keys/1", False),
        ("https://badges.example/issuers/1.evil/key", False),
        ("https://badges.example/issuers/1?u=https://badges.example/issuers/1", False),
        (f"{ISSUER}/echo?say=key", False),
        ("https://badges.example/keys/1", False),
        ("https://badges.example.evil.example/issuers/1/key", False),
        ("https://badges.example:8443/issuers/1/key", False),
        ("https://evil.example/issuers/1/key", False),
        ("https://BADGES.example/issuers/1/key", True),
        ("https://badges.example/ISSUERS/1/key", False),
    ],
)
def test_a_keys_own_page_is_believed_beneath_the_issuers_address_only(
    web: Any, tried: Any, ed: Any, address: str, bound: bool
) -> None:
    web.why = Why.NOT_FOUND
    web.pages[address.partition("#")[0]] = key_page(address, ISSUER, ed("evil"))
    assert tried(address, ISSUER).trusted is bound


@pytest.mark.parametrize(
    "address",
    [
        "https://badges.example/issuers/1/../2/key",
        "https://badges.example/issuers/1/%2e%2e/2/key",
        "https://badges.example/issuers/1/..%2f2/key",
        "https://badges.example/issuers/1//key",
        "https://badges.example\\@evil.example/issuers/1/key",
        "https://badges.example@evil.example/issuers/1/key",
        "https://badges.example./issuers/1/key",
        "https://b\u0430dges.example/issuers/1/key",
        "https://badges.example /issuers/1/key",
        "https://badges.example/issuers/1/key%00",
        "https://127.0.0.1/issuers/1/key",
        "https://localhost/issuers/1/key",
        "http://badges.example/issuers/1/key",
        "file:///issuers/1/key",
        "//badges.example/issuers/1/key",
        "keys/1",
        "#key-1",
        "",
    ],
)
def test_an_address_with_two_readings_names_no_key(web: Any, tried: Any, ed: Any, address: str) -> None:
    web.pages[address] = key_page(address, ISSUER, ed("evil"))
    assert tried(address, ISSUER).outcome("key") is F
    assert web.asked == []


def test_nothing_is_beneath_the_root_of_a_host(web: Any, tried: Any, ed: Any) -> None:
    web.why = Why.NOT_FOUND
    for root in ("https://badges.example", "https://badges.example/"):
        page = "https://badges.example/uploads/key"
        web.pages[page] = key_page(page, root, ed("evil"))
        assert tried(page, root).outcome("binding") is F


def test_a_keys_own_page_that_names_another_controller_is_not_the_issuers(web: Any, tried: Any, ed: Any) -> None:
    web.why = Why.NOT_FOUND
    page = f"{ISSUER}/students/7/key"
    web.pages[page] = key_page(page, f"{ISSUER}/students/7", ed("evil"))
    assert tried(page, ISSUER).outcome("binding") is F


def test_a_keys_own_page_counts_no_more_once_the_profile_lists_other_keys(web: Any, tried: Any, ed: Any) -> None:
    page = f"{ISSUER}/keys/old"
    web.pages[page] = key_page(page, ISSUER, ed("old"))
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [ed("new").method(f"{ISSUER}#new", ISSUER)]}
    assert tried(page, ISSUER).outcome("binding") is F


def test_it_stays_open_whose_a_key_of_the_same_host_is_while_the_profile_cannot_be_asked(
    web: Any, tried: Any, ed: Any
) -> None:
    page = "https://badges.example/keys/1"
    web.pages[page] = key_page(page, ISSUER, ed("a"))
    found = tried(page, ISSUER)
    assert (found.outcome("binding"), found.trusted) == (N, False)
    web.pages["https://evil.example/1"] = key_page("https://evil.example/1", ISSUER, ed("evil"))
    assert tried("https://evil.example/1", ISSUER).outcome("binding") is F


@pytest.mark.parametrize(
    ("did", "address", "trusted"),
    [
        ("did:web:badges.example", "https://badges.example/.well-known/did.json", True),
        ("did:web:badges.example:issuers:1", "https://badges.example/issuers/1/did.json", True),
        ("did:web:badges.example:issuers:2", "https://badges.example/issuers/2/did.json", False),
        ("did:web:badges.example:issuers", "https://badges.example/issuers/did.json", False),
        ("did:web:badges.example%3A8443", "https://badges.example:8443/.well-known/did.json", False),
        ("did:web:www.badges.example", "https://www.badges.example/.well-known/did.json", False),
        ("did:web:example", "https://example/.well-known/did.json", False),
    ],
)
def test_the_did_of_the_issuers_host_or_of_its_own_path_speaks_for_it(
    web: Any, tried: Any, ed: Any, did: str, address: str, trusted: bool
) -> None:
    web.pages[address] = did_document(did, ed("a").method(f"{did}#k", did))
    assert tried(f"{did}#k", ISSUER).trusted is trusted


def _metadata(issuer: str = ISSUER, **more: Any) -> dict[str, Any]:
    return {"issuer": issuer, **more}


def test_the_hosts_metadata_may_list_the_keys_of_an_issuer(web: Any, tried: Any, ed: Any) -> None:
    at = "https://badges.example/.well-known/jwt-vc-issuer/issuers/1"
    web.pages[at] = _metadata(jwks={"keys": [{**ed("a").jwk, "kid": "1"}, "odd", {"kty": "RSA"}]})
    assert tried("", ISSUER, carried=ed("a").jwk).trusted
    assert tried("", ISSUER, carried=ed("evil").jwk).outcome("binding") is F
    web.pages[at] = _metadata("https://badges.example/issuers/2", jwks={"keys": [ed("a").jwk]})
    assert tried("", ISSUER, carried=ed("a").jwk).outcome("binding") is F


@pytest.mark.parametrize(
    ("source", "trusted"), [("https://badges.example/jwks", True), ("https://evil.example/jwks", False)]
)
def test_keys_that_the_metadata_refers_to_are_at_the_same_host(
    web: Any, tried: Any, ed: Any, source: str, trusted: bool
) -> None:
    web.pages["https://badges.example/.well-known/jwt-vc-issuer/issuers/1"] = _metadata(jwks_uri=source)
    web.pages[source] = {"keys": [ed("a").jwk]}
    assert tried("", ISSUER, carried=ed("a").jwk).trusted is trusted


@pytest.mark.parametrize(
    "issuer",
    ["http://badges.example/issuers/1", "urn:uuid:1", "badges.example", "https://a.example@badges.example/issuers/1",
     "https://badges.example/issuers/1/../2", "did:ion:abc", "did:web:", "did:web:badges.example:issuers:1?x", "mailto:a@b.example"],
)  # fmt: skip
def test_no_key_is_tied_to_an_issuer_without_a_plain_id(web: Any, tried: Any, ed: Any, issuer: str) -> None:
    key = ed("a")
    web.pages[issuer] = {"id": issuer, "publicKey": [key.method(f"{issuer}#k", issuer)]}
    assert tried(key.did, issuer).outcome("binding") is F


def test_an_issuer_without_id_has_no_key(web: Any, ed: Any) -> None:
    inquiry = Inquiry(Desk(Settings(datetime(2026, 6, 1, tzinfo=UTC)), lambda *_: pytest.fail("nothing is inside")))
    method = web.run(resolve(ed("a").did, inquiry, purpose="assertionMethod"))
    web.run(bind(method, None, "", inquiry))
    assert inquiry.has_failed("binding")


# Issuers' documents that are not in order


def test_an_issuers_document_that_says_two_things_about_one_key_binds_none(web: Any, tried: Any, ed: Any) -> None:
    key = ed("a")
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [key.method("#k", ISSUER), ed("evil").method("#k", ISSUER)]}
    found = tried(key.did, ISSUER)
    assert found.outcome("binding") is F
    assert "two things" in found.words("binding")


def test_a_key_that_is_taken_back_under_one_name_is_taken_back_under_all(web: Any, tried: Any, ed: Any) -> None:
    key = ed("a")
    taken_back = key.method("#old", ISSUER, revoked="2026-01-01T00:00:00Z")
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [key.method("#k", ISSUER), taken_back]}
    assert tried(key.did, ISSUER).outcome("binding") is F


def test_other_keys_of_an_issuer_need_not_be_sound(web: Any, tried: Any, ed: Any) -> None:
    odd = [{"id": "#odd", "type": "Unknown", "publicKeyMultibase": "zzz"}, {"id": "#empty", "controller": ISSUER}]
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [*odd, ed("a").method("#k", ISSUER)]}
    assert tried(ed("a").did, ISSUER).trusted


def test_a_listed_key_of_the_same_name_has_to_be_sound(web: Any, tried: Any, ed: Any) -> None:
    page = f"{ISSUER}/keys/1"
    web.pages[page] = key_page(page, ISSUER, ed("a"))
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [{**key_page(page, ISSUER, ed("a")), "publicKeyMultibase": "zzz"}]}
    assert tried(page, ISSUER).outcome("binding") is F
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [key_page(page, ISSUER, ed("b"))]}
    assert "another" in tried(page, ISSUER).words("binding")


@pytest.mark.parametrize("did", ["did:key:z6Mk", "did:jwk:AA", "did:key:z6Mk?x"])
def test_an_issuer_whose_did_is_no_key_has_none(tried: Any, ed: Any, did: str) -> None:
    assert tried("", did, carried=ed("a").jwk).outcome("binding") is F


def test_the_own_page_of_an_issuer_whose_host_cannot_be_asked_is_enough(web: Any, tried: Any, ed: Any) -> None:
    page = f"{ISSUER}/keys/1"
    web.pages[page] = key_page(page, ISSUER, ed("a"))
    assert tried(page, ISSUER).trusted


@pytest.mark.parametrize("metadata", [{}, {"issuer": ISSUER}, {"issuer": ISSUER, "jwks": 5}, {"issuer": ISSUER, "jwks_uri": 5},
                                      {"issuer": ISSUER, "jwks_uri": "https://badges.example/nothing"}])  # fmt: skip
def test_metadata_without_keys_binds_nothing(web: Any, tried: Any, ed: Any, metadata: dict[str, Any]) -> None:
    web.pages["https://badges.example/.well-known/jwt-vc-issuer/issuers/1"] = metadata
    assert tried(ed("a").did, ISSUER).outcome("binding") is F


@pytest.mark.parametrize("issuer", [ISSUER, DID])
def test_no_key_of_another_issuer_is_ever_bound_whatever_its_own_documents_claim(
    web: Any, tried: Any, ed: Any, issuer: str
) -> None:
    evil = ed("evil")
    lies = {"controller": issuer, "owner": issuer, "alsoKnownAs": [issuer], "issuer": issuer}
    web.pages[DID_AT] = did_document(DID, ed("a").method(f"{DID}#k", DID))
    web.pages[ISSUER] = {"id": ISSUER, "publicKey": [ed("a").method("#k", ISSUER)]}
    web.pages["https://evil.example/1"] = {**evil.method("https://evil.example/1", issuer), **lies}
    web.pages["https://evil.example/.well-known/did.json"] = {
        **did_document("did:web:evil.example", evil.method("did:web:evil.example#k", "did:web:evil.example")),
        **lies,
    }
    web.pages["https://badges.example/issuers/2"] = {
        "id": "https://badges.example/issuers/2",
        "publicKey": [evil.method("#k", "https://badges.example/issuers/2")],
        **lies,
    }
    references = [
        "https://evil.example/1", "did:web:evil.example#k", "https://badges.example/issuers/2#k", evil.did,
        f"{issuer}#{evil.multibase}", f"{issuer}#k", "",
    ]  # fmt: skip
    for reference in references:
        for carried in (None, evil.jwk, evil.method(f"{issuer}#k", issuer)):
            found = tried(reference, issuer, carried=carried)
            if found.method is not None and found.method.key.jwk == evil.jwk:
                assert not found.trusted, reference
