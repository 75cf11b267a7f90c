"""Badges in the name of an issuer that somebody else signed, with a key that is made to look like the issuer's.

By our own rules none of them is verified. The public validator's rules take a key by the badge's own word, so some pass there; each case says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import Key, jws, key
from credlens.app.bench.badges.signing import as_jwt
from credlens.app.bench.badges.world import ACADEMY, CLUB, academy_key, did_document
from credlens.model.verification import Mode

GOOD, INVALID, UNBOUND = "VERIFIED", "INVALID", "ISSUER_NOT_BOUND"
EVIL, EVIL_P = key("evil"), key("evil p", "P-256")
EVIL_DID = "did:web:evil.example"
SCHOOL = "https://schools.example/users/1"
OTHER_TENANT = "https://schools.example/users/10"
METADATA = "https://schools.example/.well-known/jwt-vc-issuer/users/1"
Build = Callable[[Any], Any]


def token(issuer: str, kid: str | None, signer: Key = EVIL_P, **header: Any) -> Build:
    """A badge of an issuer as a token that somebody else signed."""
    named = {"kid": kid, **header} if kid is not None else header
    return lambda _stage: jws({**open_badge(issuer), "iss": issuer}, signer, {"typ": "vc+jwt", **named})


def signed(issuer: str, method: Any, signer: Key = EVIL) -> Build:
    """The same with a signature over its RDF."""

    def build(stage: Any) -> Any:
        badge = open_badge(issuer)
        if isinstance(method, dict):
            badge["@context"].append("https://w3id.org/security/multikey/v1")
        return {**badge, "proof": stage.proof(badge, signer, verificationMethod=method)}

    return build


def hosting(documents: dict[str, Any], build: Build, moved: dict[str, str] | None = None) -> Build:
    """With something at addresses that the attacker can write to."""

    def built(stage: Any) -> Any:
        for url, document in documents.items():
            stage.host(url, document)
        stage.moved.update(moved or {})
        return build(stage)

    return built


def page(id: str, controller: str, signer: Key = EVIL_P, **more: Any) -> dict[str, Any]:  # noqa: A002
    """A document about one key; the same as an object in a proof."""
    return {"id": id, "type": "Multikey", "controller": controller, "publicKeyMultibase": signer.multibase, **more}


def profile(id: str, *methods: Any, **more: Any) -> dict[str, Any]:  # noqa: A002
    listed = {"verificationMethod": list(methods)} if methods else {}
    return {"id": id, "type": ["Profile"], "name": "A school", **listed, **more}


def at_school(build: Build, **documents: Any) -> Build:
    """A school with two users, the second of whom is the attacker; what both have at their addresses."""
    pages = {SCHOOL: profile(SCHOOL), OTHER_TENANT: profile(OTHER_TENANT), **documents}
    return hosting(pages, build)


def metadata(issuer: str = SCHOOL, **keys: Any) -> dict[str, Any]:
    return {"issuer": issuer, **(keys or {"jwks": {"keys": [EVIL_P.jwk]}})}


EVIL_WEB = {"https://evil.example/.well-known/did.json": did_document(EVIL_DID, {"p": EVIL_P, "ed": EVIL})}
EVIL_PAGE, EVIL_SET = "https://evil.example/key", "https://evil.example/jwks"
TENANT_1, TENANT_10 = "did:web:schools.example:users:1", "did:web:schools.example:users:10"
TENANTS = {
    "https://schools.example/users/1/did.json": did_document(TENANT_1, {"k": key("school", "P-256")}),
    "https://schools.example/users/10/did.json": did_document(TENANT_10, {"k": EVIL_P}),
}
BORROWED = {**did_document(TENANT_10, {}), "verificationMethod": [
    {"id": f"{TENANT_1}#k2", "type": "JsonWebKey", "controller": TENANT_10, "publicKeyJwk": EVIL_P.jwk}],
    "assertionMethod": [f"{TENANT_1}#k2"]}  # fmt: skip
TRUE_P = academy_key("p256")[1]

NOT_BOUND, NO_KEY = (UNBOUND, "binding", "failed"), (INVALID, "key", "failed")
UNFIT, TAKEN = (INVALID, "signature", "failed"), (GOOD, "binding", "passed")
Found = tuple[str, str, str]
CASES: list[tuple[str, Build, Found, Found]] = [
    # A key that the badge brings along
    ("a key in the fragment of an https issuer", signed(CLUB, f"{CLUB}#{EVIL.multibase}"), NOT_BOUND, TAKEN),
    ("a key in the fragment of an https issuer, in a token", token(CLUB, f"{CLUB}#{EVIL_P.multibase}"), NOT_BOUND,
     TAKEN),
    ("a key in the fragment of a did:web", signed(ACADEMY, f"{ACADEMY}#{EVIL.multibase}"), NOT_BOUND, TAKEN),
    ("a key in the fragment of a did:web, in a token", token(ACADEMY, f"{ACADEMY}#{EVIL_P.multibase}"), NOT_BOUND,
     TAKEN),
    ("a key in the fragment of a host that is no issuer", token(ACADEMY, f"https://evil.example#{EVIL_P.multibase}"),
     NOT_BOUND, TAKEN),
    ("a key in the fragment of the issuer's home page", signed(CLUB, f"https://club.example/#{EVIL.multibase}"),
     NOT_BOUND, NOT_BOUND),
    ("a key in the fragment of somebody else's did:key", signed(key("kim").did_key,
     f"{key('kim').did_key}#{EVIL.multibase}"), NO_KEY, NO_KEY),
    ("a key in the header", token(ACADEMY, None, jwk=EVIL_P.jwk), NOT_BOUND, TAKEN),
    ("a key in the header of an https issuer's", token(CLUB, None, jwk=EVIL_P.jwk), NOT_BOUND, TAKEN),
    ("a key in the header under the name of the true one", token(ACADEMY, TRUE_P, jwk=EVIL_P.jwk), NOT_BOUND, TAKEN),
    ("a key in the header under a name of the issuer's that is none", token(ACADEMY, f"{ACADEMY}#new", jwk=EVIL_P.jwk),
     NOT_BOUND, TAKEN),
    ("a key in the header under its own did:key", token(ACADEMY, EVIL_P.did_key_method, jwk=EVIL_P.jwk), NOT_BOUND,
     TAKEN),
    ("a key in the header under the did:key of another", token(ACADEMY, key("kim").did_key, jwk=EVIL_P.jwk), NO_KEY,
     TAKEN),
    ("the true key in the header, and another signature", token(ACADEMY, TRUE_P, jwk=academy_key("p256")[0].jwk), UNFIT,
     UNFIT),
    ("a key in the header with its private part", token(ACADEMY, None, jwk=EVIL_P.private_jwk), NO_KEY, NO_KEY),
    ("a key in the header that is a secret", token(ACADEMY, None, jwk={"kty": "oct", "k": "c2VjcmV0"}), NO_KEY, NO_KEY),
    ("a key in the header whose curve is a list", token(ACADEMY, None, jwk={**EVIL_P.jwk, "crv": ["P-256"]}), NO_KEY,
     NO_KEY),
    ("a method in the proof", signed(ACADEMY, page(f"{ACADEMY}#new", ACADEMY, EVIL)), NOT_BOUND, TAKEN),
    ("a method in the proof under the name of the true one", signed(ACADEMY, page(f"{ACADEMY}#ed", ACADEMY, EVIL)),
     NOT_BOUND, TAKEN),
    ("a method in the proof of an https issuer's", signed(CLUB, page(f"{CLUB}#key", CLUB, EVIL)), NOT_BOUND, TAKEN),
    ("a method in the proof that is a did:key and claims the issuer", signed(ACADEMY,
     page(EVIL.did_key_method, ACADEMY, EVIL)), NOT_BOUND, NOT_BOUND),
    ("a method in the proof with the private part", signed(ACADEMY, page(
        f"{ACADEMY}#ed", ACADEMY, EVIL, secretKeyMultibase="z3u2")), NO_KEY, NO_KEY),
    ("a method in the proof without a name", signed(ACADEMY, {
        k: v for k, v in page("", ACADEMY, EVIL).items() if k != "id"}), NO_KEY, NO_KEY),
    # A key of another's
    ("the kid of another's DID", hosting(EVIL_WEB, token(ACADEMY, f"{EVIL_DID}#p")), NOT_BOUND, TAKEN),
    ("the method of another's DID", hosting(EVIL_WEB, signed(ACADEMY, f"{EVIL_DID}#ed")), NOT_BOUND, NOT_BOUND),
    ("the kid of a did:key", token(ACADEMY, EVIL_P.did_key_method), NOT_BOUND, TAKEN),
    ("the method of a did:key", signed(ACADEMY, EVIL.did_key_method), NOT_BOUND, NOT_BOUND),
    ("a page that claims the issuer as its controller", hosting(
        {EVIL_PAGE: page(EVIL_PAGE, ACADEMY, EVIL)}, signed(ACADEMY, EVIL_PAGE)), NOT_BOUND, TAKEN),
    ("a page that claims an https issuer as its controller", hosting(
        {EVIL_PAGE: page(EVIL_PAGE, CLUB)}, token(CLUB, EVIL_PAGE)), NOT_BOUND, TAKEN),
    ("a page that calls itself the issuer's key", hosting(
        {EVIL_PAGE: page(f"{CLUB}#key", CLUB)}, token(CLUB, EVIL_PAGE)), NO_KEY, NO_KEY),
    ("a set of keys elsewhere", hosting(
        {EVIL_SET: {"keys": [{**EVIL_P.jwk, "kid": "1"}]}}, token(ACADEMY, f"{EVIL_SET}#1")), NOT_BOUND, TAKEN),
    ("a profile of the attacker's with the issuer's id", hosting(
        {EVIL_PAGE: profile(CLUB, page(f"{CLUB}#key", CLUB))}, token(CLUB, EVIL_PAGE)), NO_KEY, NO_KEY),
    ("another tenant's did:web, whose path begins alike", hosting(TENANTS, token(TENANT_1, f"{TENANT_10}#k")),
     NOT_BOUND, TAKEN),
    ("another tenant's did:web that names its key after the issuer", hosting(
        {**TENANTS, "https://schools.example/users/10/did.json": BORROWED}, token(TENANT_1, TENANT_10)), NOT_BOUND,
     TAKEN),
    ("a token whose iss is another than its issuer", hosting(EVIL_WEB, lambda _s: jws(
        {**open_badge(ACADEMY), "iss": EVIL_DID}, EVIL_P, {"kid": f"{EVIL_DID}#p"})), (INVALID, "structure", "failed"),
     TAKEN),
    # A key on the issuer's host
    ("a page on the host of a DID that claims it", hosting(
        {"https://academy.example/files/9": page("https://academy.example/files/9", ACADEMY)},
        token(ACADEMY, "https://academy.example/files/9")), NOT_BOUND, TAKEN),
    ("a page on the host of an issuer that lists another key", hosting(
        {"https://club.example/files/9": page("https://club.example/files/9", CLUB)},
        token(CLUB, "https://club.example/files/9")), NOT_BOUND, TAKEN),
    ("a page beneath the address of an issuer that lists another key", hosting(
        {f"{CLUB}/uploads/9": page(f"{CLUB}/uploads/9", CLUB)}, token(CLUB, f"{CLUB}/uploads/9")), NOT_BOUND, TAKEN),
    ("a page on the host of an issuer that lists no keys", at_school(
        token(SCHOOL, "https://schools.example/key"),
        **{"https://schools.example/key": page("https://schools.example/key", SCHOOL)}), NOT_BOUND, TAKEN),
    ("a page of another tenant, whose path begins alike", at_school(
        token(SCHOOL, f"{OTHER_TENANT}/key"), **{f"{OTHER_TENANT}/key": page(f"{OTHER_TENANT}/key", SCHOOL)}),
     NOT_BOUND, TAKEN),
    ("a page whose path climbs out of the issuer's", at_school(token(SCHOOL, f"{SCHOOL}/../10/key")), NO_KEY, NO_KEY),
    ("a page that is asked with a question", at_school(
        token(SCHOOL, f"{SCHOOL}/echo?say=key"), **{f"{SCHOOL}/echo?say=key": page(f"{SCHOOL}/echo?say=key", SCHOOL)}),
     NOT_BOUND, TAKEN),
    ("a page beneath the issuer's address, which is the issuer's own", at_school(
        token(SCHOOL, f"{SCHOOL}/key"), **{f"{SCHOOL}/key": page(f"{SCHOOL}/key", SCHOOL)}), TAKEN, TAKEN),
    ("the profile of the issuer, moved to the attacker's host", hosting(
        {"https://evil.example/7": profile(CLUB, page(f"{CLUB}#key", CLUB))},
        token(CLUB, f"{CLUB}#{EVIL_P.multibase}"), {CLUB: "https://evil.example/7"}), NOT_BOUND, TAKEN),
    ("the profile of the issuer, which says that it is another's", hosting(
        {CLUB: profile("https://evil.example/7", page(f"{CLUB}#key", CLUB))},
        token(CLUB, f"{CLUB}#{EVIL_P.multibase}")), NOT_BOUND, TAKEN),
    ("the host's word about another issuer", at_school(
        token(SCHOOL, None, jwk=EVIL_P.jwk), **{METADATA: metadata(OTHER_TENANT)}), NOT_BOUND, TAKEN),
    ("the host's word with the keys elsewhere", at_school(
        token(SCHOOL, None, jwk=EVIL_P.jwk),
        **{METADATA: metadata(jwks_uri=EVIL_SET), EVIL_SET: {"keys": [EVIL_P.jwk]}}), NOT_BOUND, TAKEN),
    ("the host's word for the issuer, which is good", at_school(
        token(SCHOOL, None, jwk=EVIL_P.jwk), **{METADATA: metadata()}), TAKEN, TAKEN),
    ("the DID of another path on the issuer's host", hosting(TENANTS, token(
        "https://schools.example/users/1", f"{TENANT_10}#k")), NOT_BOUND, TAKEN),
    # Not in the list of the issuer's keys
    ("a name that the issuer's document does not list", token(ACADEMY, f"{ACADEMY}#new"), NO_KEY, NO_KEY),
    ("a key that only the badge's copy of the issuer lists", lambda _s: as_jwt(
        {**open_badge(CLUB), "issuer": profile(CLUB, page(f"{CLUB}#new", CLUB))}, EVIL_P, f"{CLUB}#new"), NO_KEY, NO_KEY),
    ("the name of the true key", token(ACADEMY, TRUE_P), UNFIT, UNFIT),
    ("the name of the true key, in a proof", signed(ACADEMY, f"{ACADEMY}#ed"), UNFIT, UNFIT),
    # Two issuers
    ("a list of issuers, the true one first", lambda _s: jws(
        {**open_badge(ACADEMY), "issuer": [ACADEMY, EVIL_P.did_key]}, EVIL_P, {"kid": EVIL_P.did_key_method}),
     (INVALID, "structure", "failed"), (INVALID, "structure", "failed")),
    ("an issuer with two ids", lambda _s: jws(
        {**open_badge(ACADEMY), "issuer": {"id": [ACADEMY, EVIL_P.did_key], "type": ["Profile"]}}, EVIL_P,
        {"kid": EVIL_P.did_key_method}), (INVALID, "structure", "failed"), (INVALID, "structure", "failed")),
]  # fmt: skip
IDS = [case[0] for case in CASES]


@pytest.mark.parametrize(("build", "found"), [(case[1], case[2]) for case in CASES], ids=IDS)
def test_a_key_is_its_issuers_by_the_issuers_own_word_and_by_nobody_elses(
    judged: Any, build: Build, found: Found
) -> None:
    judged(build, *found)


@pytest.mark.parametrize(("build", "found"), [(case[1], case[3]) for case in CASES], ids=IDS)
def test_the_public_validators_rules_take_the_badges_word_for_it_and_the_report_says_so(
    judged: Any, build: Build, found: Found
) -> None:
    report = judged(build, *found, Mode.ONE_EDTECH)
    if found == TAKEN:
        told = " ".join(c.reason for c in report.checks if c.id == "binding")
        assert "proves nothing" in told


FILES: list[tuple[str, dict[str, Any]]] = [
    ("jku", {"jku": EVIL_SET}),
    ("x5u", {"x5u": "https://evil.example/chain.pem"}),
    ("x5c", {"x5c": ["MIIBszCCAVmgAwIBAgIUEw=="]}),
    ("jku on the issuer's own host", {"jku": "https://academy.example/uploads/9/jwks.json"}),
]
NAMED: list[tuple[str, str | None, Found]] = [
    ("with the kid of the true key", TRUE_P, UNFIT),
    ("with a kid that is in that file alone", "1", NO_KEY),
    ("without a kid", None, NO_KEY),
]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("kid", "found"), [n[1:] for n in NAMED], ids=[n[0] for n in NAMED])
@pytest.mark.parametrize("header", [f[1] for f in FILES], ids=[f[0] for f in FILES])
def test_a_file_of_keys_that_a_header_names_is_not_looked_at(
    stage: Any, judged: Any, header: dict[str, Any], kid: str | None, found: Found, mode: Mode
) -> None:
    keys = {"keys": [{**EVIL_P.jwk, "kid": "1"}]}
    pages = {EVIL_SET: keys, "https://academy.example/uploads/9/jwks.json": keys}
    judged(hosting(pages, token(ACADEMY, kid, **header)), *found, mode)
    assert {need.url for need in stage.asked} == {"https://academy.example/.well-known/did.json"}
