"""Lists of issuers as files, signed and not."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.app.bench.badges.credentials import plain
from credlens.app.bench.badges.keys import b64, jws, key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.model.errors import InputError
from credlens.verify.limits import LIMITS
from credlens.verify.trust.reading import read_registry
from credlens.verify.trust.registries import IssuerEntry

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
PUBLISHER, EVIL, OTHER = key("publisher"), key("evil"), key("publisher", "P-256")
SCHOOL = "did:web:school.example"
LIST = {"issuers": [{"id": SCHOOL, "name": "School"}, {"id": "https://club.example/issuer"}]}
FOUND = (IssuerEntry(SCHOOL, "School"), IssuerEntry("https://club.example/issuer"))
DCC = {
    "meta": {"created": "2020-12-02"},
    "registry": {SCHOOL: {"name": "School", "url": "https://school.example"}, "https://club.example/issuer": {}},
}


def read(data: Any, signer: Any = None, at: datetime | None = AT) -> tuple[IssuerEntry, ...]:
    given = data if isinstance(data, bytes) else (data if isinstance(data, str) else json.dumps(data)).encode()
    return read_registry(given, "schools", signer and signer.did_key, at).entries


def refused(data: Any, signer: Any = None, at: datetime | None = AT) -> str:
    with pytest.raises(InputError) as caught:
        read(data, signer, at)
    for problem in caught.value.problems:
        assert problem.where.startswith("schools")
        assert problem.what_to_do
    return " ".join(p.message for p in caught.value.problems)


def credential(**changes: Any) -> dict[str, Any]:
    """The list as a credential about itself."""
    subject = {"id": "https://lists.example/1", **LIST}
    return plain(PUBLISHER.did_key, credentialSubject=subject, **changes)


def proven(document: dict[str, Any], signer: Any = PUBLISHER, suite: str = "eddsa-jcs-2022", **named: Any) -> Any:
    return with_proof(document, suite, signer, signer.did_key_method, **named)


# Without a signature


@pytest.mark.parametrize(
    "data",
    [
        LIST,
        DCC,
        "issuers:\n  - {id: 'did:web:school.example', name: School}\n  - id: https://club.example/issuer\n",
        "\ufeff" + json.dumps(LIST),
        {**LIST, "issuers": [*LIST["issuers"], {"id": SCHOOL, "name": "The same again"}]},
        {"credentialSubject": [{}, LIST]},
    ],
    ids=["own", "DCC", "YAML", "BOM", "twice", "credential"],
)
def test_a_list_that_is_not_signed(data: Any) -> None:
    assert read(data) == FOUND


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no list"),
        (b"- a\n", "no list"),
        (b"5", "no list"),
        (b"issuers: [\n", ""),
        (b"issuers: &a [1]\nmore: *a\n", ""),
        (b"issuers: !!python/object/apply:os.system [id]\n", ""),
        (b"issuers:\n  - {id: 'did:web:a.example', id: 'did:web:b.example'}\n", "given twice"),
        (b'{"issuers": [], "issuers": []}', ""),
        (b'{"issuers": [NaN]}', ""),
        (b'{"issuers": ' + b"[" * 100_000, ""),
        (b"\xff\xfe\x00", ""),
        (b"{", ""),
        ({"issuers": []}, "names no issuer"),
        ({"registry": {}}, "names no issuer"),
        ({"registry": []}, "no id"),
        ({"issuers": "did:web:a.example"}, "no id"),
        ({"issuers": [{"name": "School"}]}, "no id"),
        ({"issuers": [{"id": 5}]}, "no id"),
        ({"issuers": [{"id": "School"}]}, "no id"),
        ({"issuers": [{"id": "did:web:a b"}]}, "no id"),
        ({"issuers": [{"id": "did:web:" + "a" * 3_000}]}, "no id"),
        ({"issuers": [{"id": SCHOOL, "name": ["School"]}]}, "no text"),
        ({"registry": {SCHOOL: "School"}}, "no text"),
        ({"schools": []}, "no list"),
        ({"credentialSubject": {"id": "x"}}, "no list"),
        (b"issuers: [" + b" " * LIMITS.file, "MiB"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_words(data: Any, words: str) -> None:
    assert words in refused(data)


def test_every_bad_line_is_named() -> None:
    bad = {"issuers": [{"id": SCHOOL}, {"id": ""}, 7, {"id": "did:web:b.example", "name": 5}]}
    with pytest.raises(InputError) as caught:
        read(bad)
    assert [p.where for p in caught.value.problems] == [f"schools: issuers[{n}]" for n in (1, 2, 3)]


@given(st.binary(max_size=60))
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    for named in (None, PUBLISHER.did_key):
        with suppress(InputError):
            assert read_registry(data, "schools", named, AT).entries


# Signed

WAYS: dict[str, Any] = {
    "compact JWS": lambda signer, **said: jws({**LIST, **said}, signer),
    "credential as a token": lambda signer, **said: as_jwt(credential(**said), signer, signer.did_key_method),
    "JCS": lambda signer, **said: proven(
        credential(**said), signer, "eddsa-jcs-2022" if signer.kind == "Ed25519" else "ecdsa-jcs-2019"
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("signer", [PUBLISHER, OTHER], ids=["Ed25519", "P-256"])
def test_a_signed_list_counts_with_the_key_that_is_named(way: str, signer: Any) -> None:
    made = WAYS[way](signer)
    assert read(made, signer) == FOUND
    assert read_registry(made.encode() if isinstance(made, str) else json.dumps(made).encode(), "schools",
                         signer.did_key, AT).signed_by == signer.did_key  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_it_counts_with_no_other_key_and_not_without_one(way: str) -> None:
    made = WAYS[way](PUBLISHER)
    assert "not signed with the key" in refused(made, EVIL)
    assert "not signed with the key" in refused(made, OTHER)
    assert "no key is named" in refused(made)
    assert "not signed with the key" in refused(WAYS[way](EVIL), PUBLISHER)


def test_a_signer_who_calls_himself_like_the_publisher_is_not_the_publisher() -> None:
    named = PUBLISHER.did_key_method
    assert "not signed" in refused(as_jwt(credential(), EVIL, named, jwk=EVIL.jwk), PUBLISHER)
    assert "not signed" in refused(with_proof(credential(), "eddsa-jcs-2022", EVIL, named), PUBLISHER)
    assert "not signed" in refused(jws(LIST, EVIL, {"kid": named, "jwk": EVIL.jwk}), PUBLISHER)


def test_a_list_that_was_changed_since_counts_no_more() -> None:
    head, _, signature = jws(LIST, PUBLISHER).split(".")
    mine = b64(json.dumps({"issuers": [{"id": "did:web:evil.example"}]}).encode())
    assert "changed since" in refused(f"{head}.{mine}.{signature}", PUBLISHER)
    changed = proven(credential())
    changed["credentialSubject"]["issuers"][0]["id"] = "did:web:evil.example"
    assert "not signed" in refused(changed, PUBLISHER)
    assert "not signed" in refused({**proven(credential()), "issuers": [{"id": "did:web:evil.example"}]}, PUBLISHER)


def test_a_list_without_a_signature_does_not_count_where_a_key_is_named() -> None:
    assert "not signed" in refused(LIST, PUBLISHER)
    assert "not signed" in refused({**LIST, "proof": []}, PUBLISHER)
    assert "not signed" in refused({**LIST, "proof": {}}, PUBLISHER)
    assert "not signed" in refused({**LIST, "proof": "z1"}, PUBLISHER)
    assert "signatures" in refused({**LIST, "proof": [{}] * (LIMITS.proofs + 1)}, PUBLISHER)
    assert refused(jws(LIST, PUBLISHER, {"alg": "none"}).rpartition(".")[0] + ".", PUBLISHER)
    assert refused(jws(LIST, PUBLISHER, {"alg": "HS256"}), PUBLISHER)
    assert refused(jws(LIST, PUBLISHER, {"crit": ["x"], "x": 1}), PUBLISHER)


def test_a_proof_for_something_else_does_not_count() -> None:
    assert "something else" in refused(proven(credential(), purpose="authentication"), PUBLISHER)
    made = proven(credential())
    assert "something else" in refused({**made, "proof": {**made["proof"], "previousProof": "urn:x"}}, PUBLISHER)
    assert "contexts" in refused({**made, "proof": {**made["proof"], "@context": ["https://a.example"]}}, PUBLISHER)
    assert "kind" in refused({**made, "proof": {**made["proof"], "cryptosuite": "own-2026"}}, PUBLISHER)


def test_one_of_several_proofs_with_the_key_is_enough() -> None:
    made, other = proven(credential()), proven(credential(), EVIL)
    assert read({**made, "proof": [other["proof"], made["proof"]]}, PUBLISHER) == FOUND
    assert "not signed" in refused({**made, "proof": [other["proof"]]}, PUBLISHER)


def test_a_proof_over_rdf_has_to_cover_the_list() -> None:
    # "issuers" is no term of the contexts that a plain credential names: it would be signed by nobody.
    made = proven(plain(PUBLISHER.did_key), suite="eddsa-rdfc-2022")
    with_list = {**made, "credentialSubject": {**made["credentialSubject"], **LIST}}
    assert "does not cover" in refused(with_list, PUBLISHER)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"validUntil": "2026-01-01T00:00:00Z", "validFrom": "2025-01-01T00:00:00Z"}, "counted until 2026-01-01"),
        ({"validFrom": "2027-01-01T00:00:00Z"}, "counts only from 2027-01-01"),
        ({"validUntil": "tomorrow"}, "no date and time"),
    ],
)
def test_a_list_counts_from_and_until_its_dates(said: dict[str, str], words: str) -> None:
    for way in ("credential as a token", "JCS"):
        assert words in refused(WAYS[way](PUBLISHER, **said), PUBLISHER)
    before = WAYS["JCS"](PUBLISHER, validFrom="2025-01-01T00:00:00Z", validUntil="2026-01-01T00:00:00Z")
    assert read(before, PUBLISHER, datetime(2025, 6, 1, tzinfo=UTC)) == FOUND
    assert read(before, PUBLISHER, None) == FOUND


@pytest.mark.parametrize(
    ("claims", "words"),
    [({"exp": 1}, "counted until 1970"), ({"nbf": 4e9}, "counts only from 2096"), ({"exp": "soon"}, ""), ({"exp": 1e30}, ""), ({"exp": [1]}, "")],
)  # fmt: skip
def test_a_token_counts_from_and_until_its_claims(claims: dict[str, Any], words: str) -> None:
    assert words in refused(jws({**LIST, **claims}, PUBLISHER), PUBLISHER)


def test_a_signature_counts_until_it_ends() -> None:
    made = proven(credential())
    for end in ("2026-01-01T00:00:00Z", "soon", 5):
        assert "counted until" in refused({**made, "proof": {**made["proof"], "expires": end}}, PUBLISHER)


@pytest.mark.parametrize("named", ["did:web:a.example", "did:key:", "did:key:z6Mk", "z6Mk", "", "did:key:" + "z" * 500])
def test_a_key_that_is_none_is_refused(named: str) -> None:
    with pytest.raises(InputError, match=r"did:key|cannot be used"):
        read_registry(json.dumps(LIST).encode(), "schools", named, AT)
