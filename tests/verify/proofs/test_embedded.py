"""Signatures inside JSON: one, several, in chains, by others, and forged."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.model.verification import Mode
from credlens.verify.proofs import embedded
from credlens.verify.proofs.embedded import over_rdf
from credlens.verify.proofs.suites import hashing


def signed(lab: Any, kind: Any = "jcs", key: Any = None, badge: Any = None, **more: Any) -> Any:
    badge = badge or lab.badge()
    return {**badge, "proof": getattr(lab, kind)(badge, key, **more)}


@pytest.mark.parametrize("kind", ["jcs", "rdf"])
@pytest.mark.parametrize("name", ["ed", "p256", "p384"])
def test_a_badge_signed_by_its_issuer_holds(lab: Any, kind: Any, name: Any) -> None:
    key = getattr(lab, name)
    inquiry, asked = lab.verify(signed(lab, kind, key, lab.badge(key.did)))
    assert not lab.bad(inquiry)
    assert not asked
    expected = "passed" if kind == "rdf" else "not_applicable"
    assert lab.outcomes(inquiry, "terms")[0] == ("terms", expected)
    assert lab.outcomes(inquiry, "binding") == [("binding", "passed")]


@pytest.mark.parametrize("kind", ["jcs", "rdf"])
@pytest.mark.parametrize(
    "change",
    [
        {"validFrom": "2025-01-01T00:00:00Z"},
        {"id": "urn:x:2"},
        {"credentialSubject": {"id": "did:example:thief"}},
        {"name": "More"},
    ],
)
def test_a_badge_changed_after_it_was_signed_does_not_hold(lab: Any, kind: Any, change: Any) -> None:
    inquiry, _ = lab.verify({**signed(lab, kind), **change})
    assert lab.bad(inquiry) == {"signature"}


@pytest.mark.parametrize("kind", ["jcs", "rdf"])
@pytest.mark.parametrize(
    "change", [{"created": "2026-01-03T00:00:00Z"}, {"expires": "2030-01-01T00:00:00Z"}, {"domain": "example.org"}]
)
def test_the_options_of_a_proof_are_signed_too(lab: Any, kind: Any, change: Any) -> None:
    badge = signed(lab, kind)
    inquiry, _ = lab.verify({**badge, "proof": {**badge["proof"], **change}})
    assert lab.bad(inquiry) == {"signature"}


def test_a_statement_without_a_meaning_is_not_covered_by_a_signature_over_rdf(lab: Any) -> None:
    inquiry, _ = lab.verify({**signed(lab, "rdf"), "undefinedHere": "added by somebody"})
    assert "terms" in lab.bad(inquiry)


@pytest.mark.parametrize("kind", ["jcs", "rdf"])
def test_a_key_in_the_fragment_of_the_issuers_address_is_nobodys(lab: Any, kind: Any) -> None:
    badge = lab.badge("https://issuer.example/1")
    method = f"https://issuer.example/1#{lab.other.multibase}"
    forged = signed(lab, kind, lab.other, badge, verificationMethod=method)
    inquiry, _ = lab.verify(forged)
    assert ("signature", "passed") in lab.outcomes(inquiry)
    assert lab.bad(inquiry) == {"binding"}


def test_the_public_validator_takes_such_a_key_and_the_report_says_so(lab: Any) -> None:
    badge = lab.badge("https://issuer.example/1")
    method = f"https://issuer.example/1#{lab.other.multibase}"
    inquiry, _ = lab.verify(signed(lab, "rdf", lab.other, badge, verificationMethod=method), Mode.ONE_EDTECH)
    assert not lab.bad(inquiry)
    assert any(c.id == "binding" and "public validator" in c.reason for c in inquiry.checks)


def test_a_method_that_the_proof_holds_itself_is_nobodys(lab: Any) -> None:
    badge = lab.badge("https://issuer.example/1")
    method = {"id": "https://issuer.example/1#k", "type": "Multikey", "publicKeyMultibase": lab.other.multibase}
    inquiry, _ = lab.verify(signed(lab, "jcs", lab.other, badge, verificationMethod=method))
    assert lab.bad(inquiry) == {"binding"}


def test_somebody_elses_good_signature_does_not_make_it_the_issuers(lab: Any) -> None:
    inquiry, _ = lab.verify(signed(lab, "jcs", lab.other))
    assert lab.bad(inquiry) == {"binding"}


def test_nobody_is_asked_anything_while_the_signature_does_not_fit(lab: Any) -> None:
    badge = lab.badge("https://issuer.example/1")
    forged = {**signed(lab, "jcs", lab.ed, badge), "name": "Changed"}
    inquiry, asked = lab.verify(forged)
    assert lab.bad(inquiry) == {"signature"}
    assert not asked


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"proofPurpose": "authentication"}, "purpose"),
        ({"proofPurpose": None}, "purpose"),
        ({"verificationMethod": None}, "key"),
        ({"verificationMethod": 5}, "key"),
        ({"verificationMethod": {}}, "key"),
        ({"created": "yesterday"}, "proof_dates"),
        ({"created": "2026-01-01T00:00:00"}, "proof_dates"),
        ({"created": "2026-06-01T12:00:01Z"}, "proof_dates"),
        ({"expires": "2026-06-01T11:59:59Z"}, "proof_dates"),
        ({"expires": 5}, "proof_dates"),
        ({"@context": ["https://www.w3.org/ns/credentials/v1"]}, "signature"),
        ({"previousProof": "urn:x:none"}, "chain"),
    ],
)
def test_a_proof_that_is_signed_and_says_what_must_not_be_does_not_hold(lab: Any, change: Any, failed: Any) -> None:
    inquiry, _ = lab.verify(signed(lab, "jcs", **change))
    assert lab.bad(inquiry) == {failed}


def test_a_proof_for_one_occasion_is_told_of(lab: Any) -> None:
    inquiry, _ = lab.verify(signed(lab, "jcs", domain="example.org", challenge="1"))
    assert not lab.bad(inquiry)
    assert lab.outcomes(inquiry, "purpose").count(("purpose", "warning")) == 2


def test_a_proof_with_the_first_contexts_of_the_badge_holds(lab: Any) -> None:
    badge = lab.badge()
    inquiry, _ = lab.verify(signed(lab, "jcs", badge=badge, **{"@context": badge["@context"]}))
    assert not lab.bad(inquiry)


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        (None, "failed"), (5, "failed"), ("", "failed"), ("z", "failed"), ("u2V0A", "failed"), ("z0", "failed"),
        ("z" + "1" * 64, "failed"), ("z" + "1" * 300, "failed"), ("z" + "2" * 199, "failed"),
    ],
)  # fmt: skip
def test_a_value_that_is_no_signature_is_refused(lab: Any, value: Any, outcome: Any) -> None:
    badge = signed(lab)
    inquiry, _ = lab.verify({**badge, "proof": {**badge["proof"], "proofValue": value}})
    assert lab.outcomes(inquiry, "signature") == [("signature", outcome)]


@pytest.mark.parametrize(
    "proof", [{}, {"type": "Unheard2030"}, {"type": "DataIntegrityProof"}, {"type": "DataIntegrityProof", "cryptosuite": "bbs-2023"},
              {"type": "eddsa-jcs-2022"}, {"type": "DataIntegrityProof", "cryptosuite": "Ed25519Signature2020"},
              {"type": "RsaSignature2018"}, {"type": 5}]
)  # fmt: skip
def test_a_kind_of_signature_that_is_not_known_is_not_checked(lab: Any, proof: Any) -> None:
    inquiry, _ = lab.verify({**lab.badge(), "proof": proof})
    assert ("signature", "not_checked") in lab.outcomes(inquiry)
    assert not inquiry.has_failed("signature", "binding")


@pytest.mark.parametrize("proof", ["https://issuer.example/proof", 5, None, ["x"], [[]]])
def test_a_proof_that_is_no_object_is_refused(lab: Any, proof: Any) -> None:
    inquiry, _ = lab.verify({**lab.badge(), "proof": proof})
    assert lab.bad(inquiry) == {"structure"}


@pytest.mark.parametrize("more", [{}, {"proof": []}])
def test_a_badge_without_a_signature_says_so(lab: Any, more: Any) -> None:
    inquiry, _ = lab.verify({**lab.badge(), **more})
    assert lab.bad(inquiry) == {"proof"}


def test_a_key_of_another_kind_than_the_suites_is_refused(lab: Any) -> None:
    badge = lab.badge()
    proof = {**lab.jcs(badge), "verificationMethod": lab.p256.method}
    inquiry, _ = lab.verify({**badge, "proof": proof})
    assert lab.bad(inquiry) == {"algorithm"}


def test_a_second_good_signature_by_somebody_else_harms_nothing(lab: Any) -> None:
    badge = lab.badge()
    for proofs in ([lab.jcs(badge), lab.jcs(badge, lab.other)], [lab.jcs(badge, lab.other), lab.jcs(badge)]):
        inquiry, _ = lab.verify({**badge, "proof": proofs})
        assert not lab.bad(inquiry)
        assert sorted(lab.outcomes(inquiry, "binding")) == [("binding", "passed"), ("binding", "warning")]


def test_a_second_signature_that_does_not_fit_spoils_the_badge(lab: Any) -> None:
    badge = lab.badge()
    wrong = lab.jcs({**badge, "name": "Other"}, lab.other)
    inquiry, _ = lab.verify({**badge, "proof": [lab.jcs(badge), wrong]})
    assert lab.bad(inquiry) == {"signature"}
    assert [c.where for c in inquiry.checks if c.id == "signature"] == ["/proof/0", "/proof/1"]


def test_a_second_signature_of_an_unknown_kind_harms_nothing_beside_the_issuers(lab: Any) -> None:
    badge = lab.badge()
    inquiry, _ = lab.verify({**badge, "proof": [lab.jcs(badge), {"type": "Unheard2030"}]})
    assert not lab.bad(inquiry)
    alone, _ = lab.verify({**badge, "proof": [lab.jcs(badge, lab.other), {"type": "Unheard2030"}]})
    assert lab.bad(alone) == {"binding", "signature"}


@pytest.mark.parametrize("kind", ["jcs", "rdf"])
def test_a_chain_holds_and_is_broken_when_what_it_builds_on_changes(lab: Any, kind: Any) -> None:
    badge = lab.badge()
    make = getattr(lab, kind)
    first = make(badge, id="urn:x:first")
    second = make({**badge, "proof": [first]}, lab.other, previousProof="urn:x:first")
    inquiry, _ = lab.verify({**badge, "proof": [first, second]})
    assert not lab.bad(inquiry)
    assert ("chain", "passed") in lab.outcomes(inquiry)
    again = make(badge, id="urn:x:first", created="2026-01-03T00:00:00Z")
    inquiry, _ = lab.verify({**badge, "proof": [again, second]})
    assert lab.bad(inquiry) == {"signature"}


def test_more_signatures_than_allowed_are_not_looked_at(lab: Any) -> None:
    badge = lab.badge()
    for most, bad in ((2, set()), (1, {"work"})):
        inquiry, _ = lab.verify({**badge, "proof": [lab.jcs(badge)] * 2}, proofs=most)
        assert lab.bad(inquiry) == bad


def test_the_public_validator_looks_at_the_first_proof_it_knows(lab: Any) -> None:
    badge = lab.badge()
    proofs = [lab.jcs(badge), lab.rdf(badge), {"type": "Ed25519Signature2020"}]
    inquiry, _ = lab.verify({**badge, "proof": proofs}, Mode.ONE_EDTECH)
    assert not lab.bad(inquiry)
    assert [c.where for c in inquiry.checks if c.id == "signature"] == ["/proof/1"]
    none, _ = lab.verify({**badge, "proof": [lab.jcs(badge)]}, Mode.ONE_EDTECH)
    assert lab.bad(none) == {"algorithm"}


def test_the_public_validator_looks_for_a_proof_that_was_made_for_stating_something(lab: Any) -> None:
    badge = lab.badge()
    proofs = [lab.rdf(badge, proofPurpose="authentication"), lab.rdf(badge)]
    inquiry, _ = lab.verify({**badge, "proof": proofs}, Mode.ONE_EDTECH)
    assert not lab.bad(inquiry)
    other, _ = lab.verify({**badge, "proof": proofs[:1]}, Mode.ONE_EDTECH)
    assert "purpose" in lab.bad(other)


def test_a_kind_that_only_the_public_validator_knows_is_not_checked_in_its_mode(lab: Any) -> None:
    proof = {"type": "DataIntegrityProof", "cryptosuite": "bbs-2023", "proofPurpose": "assertionMethod"}
    inquiry, _ = lab.verify({**lab.badge(), "proof": proof}, Mode.ONE_EDTECH)
    assert lab.bad(inquiry) == {"signature"}
    assert not inquiry.has_failed()


def test_a_presentation_must_be_signed_for_presenting(lab: Any) -> None:
    shown = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": "VerifiablePresentation",
        "holder": lab.ed.did,
    }
    good, _ = lab.verify({**shown, "proof": lab.jcs(shown, proofPurpose="authentication")}, purpose="authentication")
    assert not lab.bad(good)
    wrong, _ = lab.verify({**shown, "proof": lab.jcs(shown)}, purpose="authentication")
    assert lab.bad(wrong) == {"purpose"}


def test_a_number_that_programs_round_in_different_ways_cannot_be_signed(lab: Any) -> None:
    inquiry, _ = lab.verify({**signed(lab), "name": 2**53 + 1})
    assert lab.bad(inquiry) == {"signature"}


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        ({"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022"}, False),
        ({"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}, True),
        ([{"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022"}, {"type": "Ed25519Signature2020"}], True),
        ({"type": "Unheard2030"}, True),
        ([], False),
        ("x", False),
    ],
)
def test_whether_a_signature_is_over_rdf_is_told_by_its_kind(proof: Any, expected: Any) -> None:
    assert over_rdf({"proof": proof}) is expected


def test_a_presentation_need_not_say_who_presents_it(lab: Any) -> None:
    shown = {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiablePresentation"}
    inquiry, _ = lab.verify({**shown, "proof": lab.jcs(shown, proofPurpose="authentication")}, purpose="authentication")
    assert not lab.bad(inquiry)
    assert ("binding", "not_applicable") in lab.outcomes(inquiry)


def of_did_web(lab: Any, **method: Any) -> Any:
    """A badge of a did:web, and the DID's document with changes to its method; its key is for ``relation`` only."""
    did = "did:web:issuer.example"
    relation = method.pop("relation", "assertionMethod")
    entry = {"id": f"{did}#k", "type": "Multikey", "controller": did, "publicKeyMultibase": lab.ed.multibase, **method}
    document = {"id": did, "verificationMethod": [entry], relation: [f"{did}#k"]}
    badge = signed(lab, "jcs", lab.ed, lab.badge(did), verificationMethod=f"{did}#k")
    return badge, {"https://issuer.example/.well-known/did.json": document}


@pytest.mark.parametrize(
    ("method", "failed"),
    [
        ({}, set()),
        ({"relation": "authentication"}, {"purpose"}),
        ({"revoked": "2026-02-01T00:00:00Z"}, {"key"}),
        ({"expires": "2026-02-01T00:00:00Z"}, {"key"}),
        ({"id": "did:web:issuer.example#older"}, {"key"}),
    ],
)
def test_a_key_that_its_owner_took_out_of_use_signs_nothing(lab: Any, method: Any, failed: Any) -> None:
    badge, documents = of_did_web(lab, **method)
    inquiry, asked = lab.verify(badge, documents=documents)
    assert lab.bad(inquiry) - {"signature"} == failed
    assert asked == list(documents)


def test_a_key_that_cannot_be_looked_up_leaves_the_signature_unchecked(lab: Any) -> None:
    badge, _ = of_did_web(lab)
    inquiry, _ = lab.verify(badge)
    assert {"key", "signature"} <= lab.bad(inquiry)
    assert not inquiry.has_failed()


@pytest.mark.parametrize("name", ["ed", "p256", "p384"])
@pytest.mark.parametrize("byte", [0, 255])
def test_a_signature_of_zeros_or_of_ones_fits_nothing(lab: Any, name: str, byte: int) -> None:
    key = getattr(lab, name)
    badge = signed(lab, "jcs", key, lab.badge(key.did))
    size = 96 if name == "p384" else 64
    forged = {**badge["proof"], "proofValue": lab.b58(bytes([byte]) * size)}
    inquiry, _ = lab.verify({**badge, "proof": forged})
    assert lab.bad(inquiry) == {"signature"}


def test_a_key_for_which_anybody_can_sign_is_no_key(lab: Any) -> None:
    small = lab.b58(b"\xed\x01" + b"\x01" + bytes(31))
    badge = lab.badge(f"did:key:{small}")
    inquiry, _ = lab.verify(signed(lab, "jcs", lab.ed, badge, verificationMethod=f"did:key:{small}#{small}"))
    assert "key" in lab.bad(inquiry)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("UnknownContextError", ("signature", "not_checked")),
        ("TermError", ("signature", "failed")),
        ("TooMuchWorkError", ("work", "failed")),
    ],
)
def test_a_document_whose_meaning_cannot_be_found_out_never_passes(
    lab: Any, monkeypatch: pytest.MonkeyPatch, error: str, expected: Any
) -> None:
    class FlawError(ValueError):
        pass

    def canonical(*_: Any) -> str:
        raise FlawError("Some words.")

    badge = signed(lab, "rdf")
    monkeypatch.setattr(hashing, "canonical", canonical)
    monkeypatch.setattr(embedded, error, FlawError)
    inquiry, _ = lab.verify(badge)
    assert expected in lab.outcomes(inquiry)
    assert "binding" not in dict(lab.outcomes(inquiry))


def test_a_signature_that_somebody_elses_lost_key_made_harms_nothing_beside_the_issuers(lab: Any) -> None:
    badge = lab.badge()
    other = {**lab.jcs(badge, lab.other), "verificationMethod": "did:unheard:1#k"}
    inquiry, _ = lab.verify({**badge, "proof": [other, lab.jcs(badge)]})
    assert not lab.bad(inquiry)


def test_the_public_validators_mode_only_warns_of_a_signature_from_the_future(lab: Any) -> None:
    badge = signed(lab, "rdf", created="2026-06-02T00:00:00Z")
    inquiry, _ = lab.verify(badge, Mode.ONE_EDTECH)
    assert not lab.bad(inquiry)
    assert ("proof_dates", "warning") in lab.outcomes(inquiry)


def test_a_proof_without_dates_is_fine(lab: Any) -> None:
    inquiry, _ = lab.verify(signed(lab, "jcs", created=None))
    assert not lab.bad(inquiry)
    assert ("proof_dates", "not_applicable") in lab.outcomes(inquiry)


def test_a_part_of_a_proof_that_counts_and_has_no_meaning_stops_it(lab: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    badge = signed(lab, "rdf")
    monkeypatch.setattr(embedded, "check_proof_covered", lambda *_: False)
    inquiry, asked = lab.verify(badge)
    assert not asked
    assert "signature" not in dict(lab.outcomes(inquiry))


def test_a_type_in_a_list_of_one_is_the_type(lab: Any) -> None:
    inquiry, _ = lab.verify(signed(lab, "jcs", type=["DataIntegrityProof"]))
    assert not lab.bad(inquiry)
