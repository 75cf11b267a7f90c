"""Proofs beside each other, upon each other, taken from elsewhere, or made for something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.credentials import OB3, VC2
from credlens.app.bench.badges.keys import key
from credlens.app.bench.badges.world import ACADEMY, academy_key
from credlens.model.verification import Mode

GOOD, INVALID, UNKNOWN, UNBOUND = "VERIFIED", "INVALID", "COULD_NOT_CHECK", "ISSUER_NOT_BOUND"
ED, ED_METHOD = academy_key("ed")
P256, P256_METHOD = academy_key("p256")
EVIL = key("evil")
RDF, JCS, SUITE_P = "eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019"
Json = dict[str, Any]
Build = Callable[[Any], Any]
Found = tuple[str, str, str]
FITS, CHANGED, NO_KEY = (GOOD, "signature", "passed"), (INVALID, "signature", "failed"), (INVALID, "key", "failed")
WRONG_USE, NO_CHAIN, BROKEN = (
    (INVALID, "purpose", "failed"),
    (INVALID, "chain", "failed"),
    (INVALID, "structure", "failed"),
)
NO_TERM, NOT_KNOWN = (INVALID, "terms", "failed"), (UNKNOWN, "signature", "not_checked")


def own(stage: Any, **options: Any) -> Json:
    """The academy's proof over its badge."""
    found: Json = stage.proof(stage.badge(), ED, **options)
    return found


def spoiled(stage: Any, **options: Any) -> Json:
    """The academy's proof over a badge that says something else."""
    found: Json = stage.proof(stage.badge(name="Another"), ED, **options)
    return found


def witness(stage: Any, **options: Any) -> Json:
    """A proof of somebody else over the academy's badge."""
    found: Json = stage.proof(stage.badge(), EVIL, verificationMethod=EVIL.did_key_method, **options)
    return found


def forger(stage: Any) -> Json:
    """A proof of somebody else that claims to be the academy's."""
    found: Json = stage.proof(stage.badge(), EVIL, verificationMethod=f"{ACADEMY}#{EVIL.multibase}")
    return found


def all_of(*proofs: Callable[[Any], Any]) -> Build:
    """The academy's badge with these proofs."""
    return lambda stage: {**stage.badge(), "proof": [make(stage) for make in proofs]}


def just(proof: Any) -> Build:
    return lambda stage: {**stage.badge(), "proof": proof}


def one(**options: Any) -> Build:
    """The academy's badge with one proof that was made with these options."""
    return lambda stage: {**stage.badge(), "proof": own(stage, **options)}


def told(**options: Any) -> Build:
    """The academy's badge with one proof to which these options were written afterwards; None takes one away."""

    def build(stage: Any) -> Any:
        proof = {**own(stage), **options}
        return {**stage.badge(), "proof": {k: v for k, v in proof.items() if v is not None}}

    return build


def unknown(_stage: Any) -> Json:
    return {
        "type": "DataIntegrityProof",
        "cryptosuite": "pq-2030",
        "proofPurpose": "assertionMethod",
        "proofValue": "z",
    }


SETS: list[tuple[str, Build, Found, str]] = [
    ("the academy's alone, in a list", all_of(own), FITS, GOOD),
    ("the academy's twice", all_of(own, own), FITS, GOOD),
    ("a good one and one that does not fit", all_of(own, spoiled), CHANGED, GOOD),
    ("one that does not fit and a good one", all_of(spoiled, own), CHANGED, INVALID),
    ("the academy's and a witness's", all_of(own, witness), FITS, GOOD),
    ("a witness's and the academy's", all_of(witness, own), FITS, UNBOUND),
    ("a witness's alone", all_of(witness), (UNBOUND, "binding", "failed"), UNBOUND),
    ("two witnesses'", all_of(witness, witness), (UNBOUND, "binding", "failed"), UNBOUND),
    ("a forger's and a witness's", all_of(forger, witness), (UNBOUND, "binding", "failed"), GOOD),
    ("the academy's and one of an unknown kind", all_of(own, unknown), (GOOD, "signature", "warning"), GOOD),
    ("one of an unknown kind alone", all_of(unknown), NOT_KNOWN, INVALID),
    ("a witness's and one of an unknown kind", all_of(witness, unknown), (UNBOUND, "binding", "failed"), UNBOUND),
    ("the academy's, and one of it that has ended", all_of(own, lambda s: own(s, expires="2026-03-01T00:00:00Z")),
     (INVALID, "proof_dates", "failed"), GOOD),
    ("the academy's, and one made to log in with", all_of(own, lambda s: own(s, proofPurpose="authentication")),
     WRONG_USE, GOOD),
    ("the academy's, and one with a key that is not there", all_of(own, lambda s: s.proof(
        s.badge(), ED, verificationMethod="did:web:gone.example#k")), (GOOD, "key", "warning"), GOOD),
    ("over the text and over its statements", all_of(own, lambda s: own(s, suite=JCS)), FITS, GOOD),
    ("over the statements, and over another text", all_of(own, lambda s: spoiled(s, suite=JCS)), CHANGED, GOOD),
    ("eleven", all_of(*[own] * 11), (UNKNOWN, "work", "failed"), UNKNOWN),
    ("none in a list", just([]), (UNKNOWN, "proof", "failed"), INVALID),
    ("a list in the list", lambda s: {**s.badge(), "proof": [[own(s)]]}, BROKEN, INVALID),
    ("a text", just("signed"), BROKEN, INVALID),
    ("null", just(None), BROKEN, INVALID),
    ("an empty object", just({}), BROKEN, INVALID),
    ("the academy's and null", all_of(own, lambda _s: None), BROKEN, INVALID),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found", "official"), [c[1:] for c in SETS], ids=[c[0] for c in SETS])
def test_every_proof_has_to_fit_and_one_of_them_to_be_the_issuers(
    stage: Any, judged: Any, build: Build, found: Found, official: str
) -> None:
    judged(build, *found)
    assert stage.judge(build(stage), Mode.ONE_EDTECH).verdict.value == official


FIRST, SECOND = "urn:uuid:00000000-0000-4000-8000-0000000000a1", "urn:uuid:00000000-0000-4000-8000-0000000000a2"


def chained(
    change: Callable[[Json, Json], list[Json]] = lambda a, b: [a, b],
    signer: Any = (EVIL, EVIL.did_key_method),
    previous: Any = FIRST,
) -> Build:
    """The academy's badge with a proof of a witness, and the academy's, which was made over that one."""

    def build(stage: Any) -> Any:
        badge = stage.badge()
        first = stage.proof(badge, signer[0], id=FIRST, verificationMethod=signer[1])
        over = {**badge, "proof": [first]}
        second = stage.proof(over, ED, id=SECOND, previousProof=previous)
        return {**badge, "proof": change(first, second)}

    return build


CHAINS: list[tuple[str, Build, Found]] = [
    ("one upon the other", chained(), (GOOD, "chain", "passed")),
    ("one upon the other, in the other order", chained(lambda a, b: [b, a]), (GOOD, "chain", "passed")),
    ("one upon the other, in a list", chained(previous=[FIRST]), (GOOD, "chain", "passed")),
    ("the one below taken out", chained(lambda _a, b: [b]), NO_CHAIN),
    ("the one below changed", chained(lambda a, b: [{**a, "created": "2026-01-16T09:00:00Z"}, b]), CHANGED),
    ("the one below replaced by another of its name", chained(
        lambda a, b: [{**a, "proofValue": b["proofValue"]}, b]), CHANGED),
    ("the one below under another name", chained(lambda a, b: [{**a, "id": "urn:x:1"}, b]), NO_CHAIN),
    ("two below of one name", chained(lambda a, b: [a, a, b]), NO_CHAIN),
    ("the link taken out", chained(lambda a, b: [a, {k: v for k, v in b.items() if k != "previousProof"}]), CHANGED),
    ("the upper one taken out", chained(lambda a, _b: [a]), (UNBOUND, "binding", "failed")),
    ("upon itself", chained(lambda a, b: [a, {**b, "previousProof": SECOND}]), NO_CHAIN),
    ("in a circle", chained(lambda a, b: [{**a, "previousProof": SECOND}, b]), NO_CHAIN),
    ("upon one that nobody wrote", chained(previous="urn:x:nobody"), NO_CHAIN),
    ("upon a number", chained(previous=1), BROKEN),
    ("upon an object", chained(lambda a, b: [a, {**b, "previousProof": {"id": FIRST}}]), BROKEN),
    ("upon many names", chained(previous=[FIRST] * 3), NO_CHAIN),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found"), [c[1:] for c in CHAINS], ids=[c[0] for c in CHAINS])
def test_what_builds_on_other_proofs_needs_them_as_they_were(judged: Any, build: Build, found: Found) -> None:
    judged(build, *found)


def copied(stage: Any) -> Any:
    """The proof of the academy's badge on a badge that says more."""
    return {**stage.badge(name="Doctor of everything"), "proof": own(stage)}


def from_record(stage: Any) -> Any:
    """The proof of somebody else's badge of the academy on one's own."""
    other = stage.signed(stage.badge(credentialSubject=stage.subject(id="mailto:eve@evil.example")))
    return {**stage.badge(), "proof": other["proof"]}


TERMS = {"proofPurpose": "https://evil.example/purpose"}
PROOFS: list[tuple[str, Build, Found]] = [
    ("of another badge", copied, CHANGED),
    ("of the same badge of another person", from_record, CHANGED),
    ("made to log in with", one(proofPurpose="authentication"), WRONG_USE),
    ("made to log in with, and called one for issuing", lambda s: {
        **s.badge(), "proof": {**own(s, proofPurpose="authentication"), "proofPurpose": "assertionMethod"}}, CHANGED),
    ("made to exchange keys", one(proofPurpose="keyAgreement"), WRONG_USE),
    ("made for no purpose", one(proofPurpose=None), WRONG_USE),
    ("made for two purposes", told(proofPurpose=["assertionMethod", "authentication"]), BROKEN),
    ("made for the purpose by its address", one(proofPurpose="https://w3id.org/security#assertionMethod"), WRONG_USE),
    ("made for one occasion", one(challenge="x", domain="https://shop.example"), (GOOD, "purpose", "warning")),
    ("with an occasion written to it", told(challenge="x"), CHANGED),
    ("of no key", told(verificationMethod=None), NO_KEY),
    ("of an empty key", told(verificationMethod=""), NO_TERM),
    ("of a number", told(verificationMethod=5), BROKEN),
    ("of no kind", told(cryptosuite=None), NOT_KNOWN),
    ("of an unknown kind", told(cryptosuite="eddsa-rdfc-2099"), NOT_KNOWN),
    ("of a kind in a list", told(cryptosuite=[RDF]), BROKEN),
    ("of a kind in capitals", told(cryptosuite=RDF.upper()), NOT_KNOWN),
    ("of an earlier name of its kind", told(cryptosuite="eddsa-2022"), CHANGED),
    ("called one over its text", told(cryptosuite=JCS), CHANGED),
    ("over its text, called one over its statements", lambda s: {
        **s.badge(), "proof": {**own(s, suite=JCS), "cryptosuite": RDF}}, CHANGED),
    ("of an older type", told(type="Ed25519Signature2018", cryptosuite=None), NOT_KNOWN),
    ("of two types", told(type=["DataIntegrityProof", "Ed25519Signature2020"]), NOT_KNOWN),
    ("of no type", told(type=None), BROKEN),
    ("with the badge's contexts", one(**{"@context": [VC2, OB3]}), FITS),
    ("with the first of the badge's contexts", one(**{"@context": VC2}), FITS),
    ("with the badge's contexts in another order", told(**{"@context": [OB3, VC2]}), CHANGED),
    ("with the second of the badge's contexts", told(**{"@context": [OB3]}), CHANGED),
    ("with a context more", told(**{"@context": [VC2, OB3, "https://w3id.org/security/v2"]}), CHANGED),
    ("with a context nobody knows", told(**{"@context": ["https://evil.example/context"]}), CHANGED),
    ("with terms of its own", told(**{"@context": [VC2, OB3, TERMS]}), CHANGED),
    ("with terms of its own in place of the badge's", told(**{"@context": TERMS}), CHANGED),
    ("with an empty context", told(**{"@context": {}}), CHANGED),
    ("with something that means nothing", told(comment="Checked by the ministry."), (GOOD, "terms", "warning")),
    ("with its purpose under its address", told(**{"https://w3id.org/security#proofPurpose": {"id": "urn:x"}}), CHANGED),
    ("with another issuer in it", told(issuer="did:web:evil.example"), (GOOD, "terms", "warning")),
    ("with an end written to it", told(expires="2030-01-01T00:00:00Z"), CHANGED),
    ("with a name of its own", one(id="urn:uuid:00000000-0000-4000-8000-0000000000aa"), FITS),
]  # fmt: skip


@pytest.mark.parametrize(("build", "found"), [p[1:] for p in PROOFS], ids=[p[0] for p in PROOFS])
def test_a_proof_counts_for_what_it_was_made_for(stage: Any, judged: Any, build: Build, found: Found) -> None:
    judged(build, *found)
    assert not any("evil.example" in need.url for need in stage.asked)


OVER_TEXT: list[tuple[str, Json, Found]] = [
    ("the badge's contexts", {"@context": [VC2, OB3]}, FITS),
    ("the first of the badge's contexts", {"@context": [VC2]}, FITS),
    ("no contexts", {}, FITS),
    ("contexts in another order", {"@context": [OB3, VC2]}, CHANGED),
    ("a context more", {"@context": [VC2, OB3, "https://evil.example/context"]}, CHANGED),
    ("another purpose", {"proofPurpose": "authentication"}, WRONG_USE),
]


@pytest.mark.parametrize(("options", "found"), [o[1:] for o in OVER_TEXT], ids=[o[0] for o in OVER_TEXT])
def test_a_proof_over_the_text_is_made_with_the_badges_contexts(judged: Any, options: Json, found: Found) -> None:
    judged(one(suite=JCS, **options), *found)
    judged(lambda s: one(suite=JCS, **options)(s) | {"name": "Doctor of everything"}, INVALID, found[1], "failed")


def test_two_kinds_of_keys_of_the_issuer_may_both_sign(judged: Any) -> None:
    second = lambda s: s.proof(s.badge(), P256, SUITE_P, verificationMethod=P256_METHOD)  # noqa: E731
    report = judged(all_of(own, second), *FITS)
    assert report.proofs == (RDF, SUITE_P)
