"""Keys that their issuer has taken back, never gave for issuing badges, or that are not the issuer's in its own DID document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import open_badge
from credlens.app.bench.badges.keys import jws, key
from credlens.app.bench.badges.world import ACADEMY, HOST, academy_key, did_document
from credlens.model.verification import Mode

GOOD, INVALID, UNKNOWN, UNBOUND = "VERIFIED", "INVALID", "COULD_NOT_CHECK", "ISSUER_NOT_BOUND"
DID = f"{HOST}/.well-known/did.json"
SIGNER, METHOD = academy_key("p256")
EVIL_DID, OTHER = "did:web:evil.example", key("other", "P-256")
Json = dict[str, Any]
Build = Callable[[Any], Any]


def document(method: Json | None = None, **changes: Any) -> Json:
    """The academy's DID document with its P-256 key, changed; None takes something away."""
    made = did_document(ACADEMY, {"p256": SIGNER})
    entry = {k: v for k, v in {**made["verificationMethod"][0], **(method or {})}.items() if v is not None}
    return {k: v for k, v in {**made, "verificationMethod": [entry], **changes}.items() if v is not None}


def of(found: Any, kid: str = METHOD) -> Build:
    """The academy's badge while this is its DID document."""

    def build(stage: Any) -> str:
        if found is None:
            stage.documents.pop(DID)
        else:
            stage.host(DID, found)
        token: str = stage.token(kid=kid)
        return token

    return build


def method(**changes: Any) -> Build:
    return of(document(changes))


def jwk(**changes: Any) -> Build:
    return method(publicKeyJwk={**SIGNER.jwk, **changes})


ENTRY = document()["verificationMethod"][0]
TAKEN_BACK, NOT_FOR_THIS = (INVALID, "key", "failed"), (INVALID, "purpose", "failed")
FITS, UNSEEN = (GOOD, "binding", "passed"), (UNKNOWN, "key", "not_checked")
Found = tuple[str, str, str]
CASES: list[tuple[str, Build, Found]] = [
    ("as it is", method(), FITS),
    # Taken back
    ("revoked", method(revoked="2026-11-01T00:00:00Z"), TAKEN_BACK),
    ("revoked now", method(revoked="2026-11-23T12:00:00Z"), TAKEN_BACK),
    ("revoked in a year", method(revoked="2027-11-01T00:00:00Z"), FITS),
    ("revoked at a time without zone", method(revoked="2027-11-01T00:00:00"), TAKEN_BACK),
    ("revoked, yes", method(revoked=True), TAKEN_BACK),
    ("not revoked, said so", method(revoked=False), FITS),
    ("ended", method(expires="2026-11-01T00:00:00Z"), TAKEN_BACK),
    ("ended before it begins to be revoked", method(
        expires="2026-11-01T00:00:00Z", revoked="2027-11-01T00:00:00Z"), TAKEN_BACK),
    ("ending in a year", method(expires="2027-11-01T00:00:00Z"), FITS),
    ("ending on a day", method(expires="2027-11-01"), TAKEN_BACK),
    ("taken out", of(did_document(ACADEMY, {"p256-2": OTHER})), TAKEN_BACK),
    ("replaced under its name", of(did_document(ACADEMY, {"p256": OTHER})), (INVALID, "signature", "failed")),
    ("with its private part", jwk(**SIGNER.private_jwk), TAKEN_BACK),
    # Somebody else's
    ("of another controller", method(controller=EVIL_DID), TAKEN_BACK),
    ("of two controllers", method(controller=[ACADEMY, EVIL_DID]), TAKEN_BACK),
    ("of a controller in an object", method(controller={"id": ACADEMY}), TAKEN_BACK),
    ("of a controller that begins alike", method(controller=f"{ACADEMY}.evil.example"), TAKEN_BACK),
    ("in a document of another DID", of(document(id=EVIL_DID)), TAKEN_BACK),
    ("in a document of a DID in capitals", of(document(id="did:web:ACADEMY.example")), TAKEN_BACK),
    ("in a document of two DIDs", of(document(id=[ACADEMY, EVIL_DID])), TAKEN_BACK),
    ("in a document of nobody's", of(document(id=None)), TAKEN_BACK),
    ("in a document in a list", of([document()]), TAKEN_BACK),
    ("in no document", of(None), UNSEEN),
    # Two things at once
    ("listed twice, with another key", of(document(verificationMethod=[
        ENTRY, {**ENTRY, "publicKeyJwk": OTHER.jwk}])), TAKEN_BACK),
    ("listed once more for issuing, with another key", of(document(assertionMethod=[
        {**ENTRY, "publicKeyJwk": OTHER.jwk}])), TAKEN_BACK),
    ("listed twice, revoked once", of(document(verificationMethod=[
        ENTRY, {**ENTRY, "revoked": "2026-11-01T00:00:00Z"}])), TAKEN_BACK),
    ("written in two ways", method(publicKeyMultibase=OTHER.multibase), TAKEN_BACK),
    ("written in two ways, as itself", method(**OTHER.jwk), TAKEN_BACK),
    ("of a type for other keys", method(type="Ed25519VerificationKey2020"), TAKEN_BACK),
    ("of a type for logging in", method(type="X25519KeyAgreementKey2020"), TAKEN_BACK),
    ("of no type", method(type=None), TAKEN_BACK),
    ("one of two, without a name in the badge", of(did_document(ACADEMY, {"p256": SIGNER, "b": OTHER}), ACADEMY),
     TAKEN_BACK),
    ("a mere name", of(document(verificationMethod=[METHOD])), TAKEN_BACK),
    ("an empty object of its name", of(document(verificationMethod=[{"id": METHOD}])), TAKEN_BACK),
    # For other work
    ("for encryption", jwk(use="enc"), TAKEN_BACK),
    ("for signing, not for checking", jwk(key_ops=["sign"]), TAKEN_BACK),
    ("for exchanging keys", jwk(alg="ECDH-ES"), TAKEN_BACK),
    ("for another algorithm", jwk(alg="ES384"), TAKEN_BACK),
    ("for its algorithm", jwk(alg="ES256", use="sig", key_ops=["verify"]), FITS),
    # Other ways to say the same
    ("under a relative name", of(document({"id": "#p256"}, assertionMethod=["#p256"])), FITS),
    ("in its use alone", of(document(verificationMethod=None, assertionMethod=[ENTRY])), FITS),
    ("in a document that is known as somebody else's, too", of(document(alsoKnownAs=[EVIL_DID])), FITS),
    ("in a document that another controls, too", of(document(controller=[EVIL_DID])), FITS),
    ("named without the DID", of(document(), "p256"), FITS),
    ("the only one, without a name in the badge", of(document(), ACADEMY), FITS),
]  # fmt: skip


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("build", "found"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_key_counts_as_its_issuers_document_says(judged: Any, build: Build, found: Found, mode: Mode) -> None:
    judged(build, *found, mode)


USES: list[tuple[str, Build]] = [
    ("for nothing", of(document(assertionMethod=None))),
    ("in an empty list", of(document(assertionMethod=[]))),
    ("in a list of others", of(document(assertionMethod=[f"{ACADEMY}#b"]))),
    ("in a list of another's key of its name", of(document(assertionMethod=[f"{EVIL_DID}#p256"]))),
    ("for logging in", of(document(assertionMethod=None, authentication=[METHOD]))),
    ("for exchanging keys", of(document(assertionMethod=None, keyAgreement=[METHOD]))),
    ("for handing on rights", of(document(assertionMethod=None, capabilityDelegation=[METHOD]))),
    ("in an object", of(document(assertionMethod={METHOD: True}))),
]


@pytest.mark.parametrize("build", [u[1] for u in USES], ids=[u[0] for u in USES])
def test_a_key_that_is_not_for_issuing_issues_nothing_but_by_the_public_validators_rules(
    stage: Any, judged: Any, build: Build
) -> None:
    judged(build, *NOT_FOR_THIS)
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == GOOD


def test_a_document_sent_from_another_host_is_not_the_issuers_word(stage: Any, judged: Any) -> None:
    stage.moved[DID] = stage.host("https://evil.example/did.json", did_document(ACADEMY, {"p256": OTHER}))
    judged(lambda _s: jws(open_badge(ACADEMY), OTHER, {"kid": METHOD}), *TAKEN_BACK)


def test_a_document_sent_from_the_same_host_under_www_is(stage: Any, judged: Any) -> None:
    stage.moved[DID] = stage.host("https://www.academy.example/did.json", document())
    judged(lambda s: s.token(), *FITS)


@pytest.mark.parametrize("claim", ["alsoKnownAs", "controller", "sameAs"])
def test_nobody_is_somebody_else_by_saying_so(stage: Any, judged: Any, claim: str) -> None:
    stage.host("https://evil.example/.well-known/did.json", {**did_document(EVIL_DID, {"k": OTHER}), claim: [ACADEMY]})
    judged(lambda _s: jws(open_badge(ACADEMY), OTHER, {"kid": f"{EVIL_DID}#k"}), UNBOUND, "binding", "failed")


SCHOOL = "https://schools.example/users/1"
PROFILES: list[tuple[str, Json, str]] = [
    ("revoked", {"verificationMethod": [{"revoked": "2026-11-01T00:00:00Z"}]}, UNBOUND),
    ("ended", {"verificationMethod": [{"expires": "2026-11-01T00:00:00Z"}]}, UNBOUND),
    ("of another controller", {"verificationMethod": [{"controller": EVIL_DID}]}, UNBOUND),
    ("for logging in", {"authentication": [{}]}, INVALID),
    ("among others for issuing", {"verificationMethod": [{}], "assertionMethod": [f"{SCHOOL}#b"]}, INVALID),
    ("listed", {"verificationMethod": [{}]}, GOOD),
    ("listed for issuing", {"verificationMethod": [{}], "assertionMethod": [f"{SCHOOL}#k"]}, GOOD),
]


@pytest.mark.parametrize(("listed", "verdict"), [p[1:] for p in PROFILES], ids=[p[0] for p in PROFILES])
def test_a_key_of_a_profile_that_the_badge_brings_along_counts_as_the_profile_says(
    stage: Any, listed: Json, verdict: str
) -> None:
    entry = {"id": f"{SCHOOL}#k", "type": "JsonWebKey", "controller": SCHOOL, "publicKeyJwk": OTHER.jwk}
    lists = {name: [e if isinstance(e, str) else {**entry, **e} for e in each] for name, each in listed.items()}
    stage.host(SCHOOL, {"id": SCHOOL, "type": ["Profile"], "name": "A school", **lists})
    assert stage.judge(jws(open_badge(SCHOOL), OTHER, {"jwk": OTHER.jwk})).verdict.value == verdict
