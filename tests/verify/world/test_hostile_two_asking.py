"""What a badge makes the program ask for: nothing before its signature fits, and no address that the standards do not name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import jws, key
from credlens.app.bench.badges.signing import as_jwt, with_proof
from credlens.app.bench.badges.world import ACADEMY, HOST, STATUS, status_entry
from credlens.model.verification import Mode

DID = f"{HOST}/.well-known/did.json"
EVIL = "https://evil.example"
OWN = key("made", "P-256")
NOTHING: tuple[str, ...] = ()
Case = tuple[str, Callable[[Any], Any], tuple[str, str, str], tuple[str, ...]]
NO_KEY, UNSEEN_KEY = ("INVALID", "key", "failed"), ("COULD_NOT_CHECK", "key", "not_checked")
UNBOUND = ("ISSUER_NOT_BOUND", "binding", "failed")


def kid(value: str) -> Callable[[Any], Any]:
    """The academy's badge, whose token names a key so."""
    return lambda stage: stage.token(kid=value)


def method(value: Any) -> Callable[[Any], Any]:
    """The academy's badge, whose proof names a key so."""

    def build(stage: Any) -> Any:
        found = stage.text_signed()
        return {**found, "proof": {**found["proof"], "verificationMethod": value}}

    return build


def issued_by(issuer: str) -> Callable[[Any], Any]:
    """A badge that is soundly signed with a key of its own, by an issuer who lives there."""
    return lambda stage: as_jwt(open_badge(issuer), OWN, OWN.did_key_method)


KEYS: list[Case] = [
    ("a kid that is a file", kid("file:///etc/passwd"), NO_KEY, (DID,)),
    ("a kid that is a path", kid("../../../../etc/passwd"), NO_KEY, (DID,)),
    ("a kid that is a data: address", kid('data:application/json,{"kty":"OKP"}'), NO_KEY, (DID,)),
    ("a kid that is a gopher: address", kid("gopher://evil.example/1"), NO_KEY, (DID,)),
    ("a kid that is a question to a database", kid("x' UNION SELECT 'key"), NO_KEY, (DID,)),
    ("a kid that is this machine", kid("https://127.0.0.1/key"), NO_KEY, NOTHING),
    ("a kid that is this machine as one number", kid("https://2130706433/key"), NO_KEY, NOTHING),
    ("a kid that is this machine in hexadecimal", kid("https://0x7f.0.0.1/key"), NO_KEY, NOTHING),
    ("a kid that ends as a hexadecimal number", kid("https://0x7f.0x1/key"), NO_KEY, NOTHING),
    ("a kid that is this machine with six bytes", kid("https://[::ffff:127.0.0.1]/key"), NO_KEY, NOTHING),
    ("a kid that is this machine by name", kid("https://localhost/key"), NO_KEY, NOTHING),
    ("a kid where clouds keep keys", kid("https://169.254.169.254/latest/meta-data/"), NO_KEY, NOTHING),
    ("a kid with a user name", kid("https://academy.example@evil.example/key"), NO_KEY, NOTHING),
    ("a kid with a backslash", kid("https://evil.example\\@academy.example/key"), NO_KEY, NOTHING),
    ("a kid with NUL", kid("https://academy.example\0.evil.example/key"), NO_KEY, NOTHING),
    ("a kid with a line break", kid("https://academy.example/key\r\nHost: evil.example"), NO_KEY, NOTHING),
    ("a kid at port 0", kid("https://academy.example:0/key"), NO_KEY, NOTHING),
    ("a kid at port 99999", kid("https://academy.example:99999/key"), NO_KEY, NOTHING),
    ("a kid with a dotted path", kid("https://academy.example/a/../../key"), NO_KEY, NOTHING),
    ("a kid that is not protected", kid("http://academy.example/key"), NO_KEY, NOTHING),
    ("a kid in a network", kid("https://router.internal/key"), UNSEEN_KEY, ("https://router.internal/key",)),
    ("a kid at the port of a mail server", kid(f"{HOST}:25/key"), UNSEEN_KEY, (f"{HOST}:25/key",)),
    ("a kid of 10,000 letters", kid(f"{HOST}/{'x' * 10_000}"), NO_KEY, NOTHING),
    ("a kid of did:web at a number", kid("did:web:127.0.0.1#k"), NO_KEY, NOTHING),
    ("a kid of did:web at this machine", kid("did:web:localhost%3A8080#k"), NO_KEY, NOTHING),
    ("a kid of did:web at clouds' keys", kid("did:web:169.254.169.254:latest#k"), NO_KEY, NOTHING),
    ("a kid of did:web with a slash", kid("did:web:evil.example%2Facademy.example#k"), NO_KEY, NOTHING),
    ("a kid of did:web with a user name", kid("did:web:academy.example%40evil.example#k"), NO_KEY, NOTHING),
    ("a kid of did:web that goes up", kid("did:web:academy.example:..:..:etc#k"), NO_KEY, NOTHING),
    ("a kid of did:web that goes up, hidden", kid("did:web:academy.example:%2e%2e:x#k"), NO_KEY, NOTHING),
    ("a kid of did:web at port 0", kid("did:web:academy.example%3A0#k"), NO_KEY, NOTHING),
    ("a kid of did:web with a question", kid("did:web:academy.example?x=1#k"), NO_KEY, NOTHING),
    ("a kid of did:web in a network", kid("did:web:printer.local#k"), UNSEEN_KEY,
     ("https://printer.local/.well-known/did.json",)),
    ("a kid of another kind of DID", kid("did:ion:EiA#k"), UNSEEN_KEY, NOTHING),
    ("a method that is a file", method("file:///etc/passwd"), NO_KEY, NOTHING),
    ("a method that is a list", method(["https://evil.example/key"]), ("INVALID", "structure", "failed"), NOTHING),
    ("a method at this machine", method("https://[::1]/key"), NO_KEY, NOTHING),
    ("an issuer at this machine", issued_by("https://127.0.0.1/issuer"), UNBOUND, NOTHING),
    ("an issuer with a user name", issued_by("https://club.example@evil.example/1"), UNBOUND, NOTHING),
    ("an issuer that is not protected", issued_by("http://club.example/issuers/7"), UNBOUND, NOTHING),
    ("an issuer that is a file", issued_by("file:///etc/passwd"), UNBOUND, NOTHING),
    ("an issuer that is a data: address", issued_by("data:application/json,1"), UNBOUND, NOTHING),
    ("an issuer of did:web at this machine", issued_by("did:web:127.0.0.1"), UNBOUND, NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found", "asked"), [case[1:] for case in KEYS], ids=[case[0] for case in KEYS])
def test_a_key_or_issuer_is_looked_up_at_an_address_on_the_web_and_nowhere_else(
    stage: Any, judged: Any, build: Any, found: tuple[str, str, str], asked: tuple[str, ...]
) -> None:
    judged(build, *found)
    assert tuple(need.url for need in stage.asked) == asked


ADDRESSES = {
    "credentialStatus": status_entry(STATUS, 3),
    "credentialSchema": {"id": f"{EVIL}/schema", "type": "1EdTechJsonSchemaValidator2019"},
    "refreshService": {"id": f"{EVIL}/refresh", "type": "1EdTechCredentialRefresh"},
    "relatedResource": [{"id": f"{EVIL}/related", "digestSRI": "sha384-" + "A" * 64}],
    "evidence": [{"id": f"{EVIL}/evidence", "type": ["Evidence"], "digestSRI": "sha384-" + "A" * 64}],
    "termsOfUse": {"id": f"{EVIL}/terms", "type": "https://terms.example/Terms"},
    "image": {"id": f"{EVIL}/image.png", "type": "Image"},
}
ALLOWED = {DID, STATUS, f"{EVIL}/schema", f"{EVIL}/refresh", f"{EVIL}/related", f"{EVIL}/evidence"}


@pytest.mark.parametrize("mode", Mode)
def test_a_sound_badge_makes_ask_for_what_the_standard_names(stage: Any, mode: Mode) -> None:
    contexts = [*stage.badge()["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    stage.judge(stage.token(stage.badge(**{"@context": contexts}, **ADDRESSES)), mode)
    assert {need.url for need in stage.asked} == ALLOWED


FORGED: list[tuple[str, Callable[[Any], Any], tuple[str, ...]]] = [
    ("changed after it was signed", lambda s: {**s.text_signed(s.badge(**ADDRESSES)), "name": "Another"}, (DID,)),
    ("not signed", lambda s: s.badge(**ADDRESSES), NOTHING),
    ("with alg none", lambda s: jws(s.badge(**ADDRESSES), OWN, {"alg": "none"}), NOTHING),
    ("with a list of proofs that is empty", lambda s: {**s.badge(**ADDRESSES), "proof": []}, NOTHING),
    ("signed with a kind that is not known", lambda s: {
        **s.badge(**ADDRESSES), "proof": {"type": "DataIntegrityProof", "cryptosuite": "x-2030"}}, NOTHING),
    ("with a context that is not known", lambda s: s.garbage(
        s.badge(**{"@context": [*s.badge()["@context"], f"{EVIL}/context"]}, **ADDRESSES)), (DID,)),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "asked"), [f[1:] for f in FORGED], ids=[f[0] for f in FORGED])
def test_a_badge_that_nobody_stands_behind_makes_nobody_look_anything_up(
    stage: Any, build: Any, asked: tuple[str, ...], mode: Mode
) -> None:
    assert stage.judge(build(stage), mode).verdict in {"INVALID", "COULD_NOT_CHECK"}
    assert {need.url for need in stage.asked} <= set(asked)


def digested(url: str) -> dict[str, Any]:
    return {"relatedResource": [{"id": url, "digestSRI": "sha384-" + "A" * 64}]}


REFUSED: list[tuple[str, dict[str, Any], tuple[str, str, str]]] = [
    ("a schema that is a file", {"credentialSchema": {"id": "file:///etc/passwd", "type": "JsonSchema"}},
     ("VERIFIED", "schema", "not_checked")),
    ("a schema inside a network", {"credentialSchema": {"id": "https://10.0.0.1/s", "type": "JsonSchema"}},
     ("VERIFIED", "schema", "not_checked")),
    ("a related file of this machine", digested("file:///etc/passwd"), ("VERIFIED", "related", "not_checked")),
    ("a related file as a data: address", digested("data:,x"), ("VERIFIED", "related", "not_checked")),
    ("a related file where clouds keep keys", digested("http://169.254.169.254/latest"),
     ("VERIFIED", "related", "not_checked")),
    ("a context that nobody knows", {"@context": [*open_badge(ACADEMY)["@context"], f"{EVIL}/context"]},
     ("VERIFIED", "context", "warning")),
    ("an endorsement that is an address", {"endorsement": [f"{EVIL}/praise"]}, ("INVALID", "structure", "failed")),
    ("an endorsement that is an address in place of a token", {"endorsementJwt": [f"{EVIL}/praise"]},
     ("INVALID", "structure", "failed")),
]  # fmt: skip


@pytest.mark.parametrize(("more", "found"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_never_asked_for_is_told_to_be_unchecked(
    stage: Any, judged: Any, more: dict[str, Any], found: tuple[str, str, str]
) -> None:
    judged(lambda s: s.token(s.badge(**more)), *found)
    assert not [n.url for n in stage.asked if n.url.startswith(("file:", "data:", EVIL))]


def test_a_badge_may_not_make_ask_for_documents_without_end(stage: Any, judged: Any) -> None:
    related = [{"id": f"{EVIL}/{n}", "digestSRI": "sha384-" + "A" * 64} for n in range(500)]
    judged(lambda s: s.token(s.badge(relatedResource=related)), "VERIFIED", "related", "not_checked")
    assert len(stage.asked) == 200


MOVED: list[tuple[str, str, tuple[str, str, str]]] = [
    ("another host", f"{EVIL}/did.json", NO_KEY),
    ("another port", f"{HOST}:8443/did.json", NO_KEY),
    ("a host that ends alike", "https://not-academy.example/did.json", NO_KEY),
    ("the same host with www in front", "https://www.academy.example/did.json", ("VERIFIED", "key", "passed")),
    ("another place on the same host", f"{HOST}/keys/did.json", ("VERIFIED", "key", "passed")),
]


@pytest.mark.parametrize(("to", "found"), [m[1:] for m in MOVED], ids=[m[0] for m in MOVED])
def test_a_did_document_that_came_from_elsewhere_is_not_the_issuers_word(
    stage: Any, judged: Any, to: str, found: tuple[str, str, str]
) -> None:
    stage.host(to, stage.documents[DID])
    stage.moved[DID] = to
    judged(lambda s: s.token(), *found)


def test_the_documents_of_a_badge_are_asked_for_once(stage: Any) -> None:
    signer, name = OWN, f"{ACADEMY}#ed"
    proofs = [with_proof(open_badge(ACADEMY), "ecdsa-jcs-2019", signer, name)["proof"] for _ in range(10)]
    stage.judge({**open_badge(ACADEMY), "proof": proofs})
    assert [need.url for need in stage.asked] == [DID]
