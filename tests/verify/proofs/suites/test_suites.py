"""The kinds of signatures with the values of the standards' own examples (EdDSA and ECDSA Cryptosuites 1.0, test vectors)."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.verify.keys.key import from_multibase
from credlens.verify.limits import LIMITS
from credlens.verify.proofs.chains import previous
from credlens.verify.proofs.suites import SUITES, SignatureFlaw, suite_of

CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"]
ED = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
P256 = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"
P384 = "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ"
ISSUER = "https://vc.example/issuers/5678"

VECTORS = {
    "eddsa-rdfc-2022": (
        ED, f"{ISSUER}#{ED}", {},
        "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9",
    ),
    "eddsa-jcs-2022": (
        ED, f"{ISSUER}#{ED}", {"@context": CONTEXTS},
        "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4",
    ),
    "ecdsa-rdfc-2019 P-256": (
        P256, f"did:key:{P256}#{P256}", {},
        "zaHXrr7AQdydBk3ahpCDpWbxfLokDqmCToYm2dyWvpcFVyWooC2he63w1f7UNQoAMKdhaRtcnaE2KTo5o5vTCcfw",
    ),
    "ecdsa-rdfc-2019 P-384": (
        P384, f"did:key:{P384}#{P384}", {},
        "z967Mvv5bxtmLNqTzPZ8KmJjFmFXaAKeQNzq7GWnQkMcLtaGSSmuozE5WtJ8PipMe178B1tE28K1vsJur9bGVJhz6jgSJsRHFSQeqgH8hhjcg8gZDFJC1b9FsR5ggNmDBqHv",
    ),
    "ecdsa-jcs-2019 P-256": (
        P256, f"did:key:{P256}#{P256}", {},
        "zq6PrUMCtqY5obCSsrQxuFJdGffCDxvFuopdZiBPUBRTFEs1VVsBZi8YiEwVWgHYrXxoV93gBHqGDBtQLPFxpZxz",
    ),
    "ecdsa-jcs-2019 P-384": (
        P384, f"did:key:{P384}#{P384}", {},
        "zR3krc7pt9Dpn1PY2u8HWPePggtzAG2SuH2ZGNrzw8Ku3QrFLWgDTjS5mCWy65ShixJEtpMwfviAFfh5xTgd5FGN1sSbpPJ5djqSZQLqQkY8KLBPNswuqKtq3bS8f9vEHm8w",
    ),
}  # fmt: skip


def vector(which: Any, **change: Any) -> Any:
    key, method, more, value = VECTORS[which]
    document = {
        "@context": CONTEXTS,
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": ISSUER,
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
        **change,
    }
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": which.partition(" ")[0],
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
        **more,
        "proofValue": value,
    }
    return document, proof, from_multibase(key)


@pytest.mark.parametrize("name", VECTORS)
def test_the_standards_own_examples_hold(name: Any) -> None:
    document, proof, key = vector(name)
    suite_of(proof).verify(document, proof, key, LIMITS)


@pytest.mark.parametrize("name", VECTORS)
@pytest.mark.parametrize(
    "change",
    [
        {"name": "Alumni credential"},
        {"credentialSubject": {"id": "did:example:abcdefgh"}},
        {"validFrom": "2023-01-01T00:00:01Z"},
    ],
)
def test_the_standards_own_examples_do_not_hold_with_one_change(name: Any, change: Any) -> None:
    document, proof, key = vector(name, **change)
    with pytest.raises(SignatureFlaw):
        suite_of(proof).verify(document, proof, key, LIMITS)


def test_the_signature_of_2020_holds_until_something_changes() -> None:
    document, _, key = vector(
        "eddsa-rdfc-2022", **{"@context": [*CONTEXTS, "https://w3id.org/security/suites/ed25519-2020/v1"]}
    )
    proof = {
        "type": "Ed25519Signature2020",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"{ISSUER}#{ED}",
        "proofPurpose": "assertionMethod",
        "proofValue": "z5HNuvc5WbWYsRRt97kXJ6SoKgb1tMwtkQND4pnobZE26JGnohdWVpzashF9d8FRzhzm8oYRSivKACTakeE4DzdHL",
    }
    suite_of(proof).verify(document, proof, key, LIMITS)
    with pytest.raises(SignatureFlaw):
        suite_of(proof).verify({**document, "name": "Other"}, proof, key, LIMITS)


@pytest.fixture(scope="module")
def base(lab: Any) -> Any:
    """A credential with the issuer's own proof of ecdsa-sd-2023."""
    from openvc.keys import P256SigningKey
    from openvc.proof.ecdsa_sd import EcdsaSdProofSuite

    key = P256SigningKey(lab.p256.native, lab.p256.method)
    suite = EcdsaSdProofSuite()
    badge = lab.badge(lab.p256.did, name="Welding", description="To be left out")
    made = suite.add_base_proof(
        badge,
        signing_key=key,
        verification_method=lab.p256.method,
        mandatory_pointers=["/issuer", "/validFrom"],
        created=lab.at,
    )
    return suite, made


def test_a_derived_proof_holds_until_something_changes(lab: Any, base: Any) -> None:
    suite, made = base
    shown = suite.derive_proof(made, selective_pointers=["/name", "/credentialSubject"])
    assert "description" not in shown
    good, _ = lab.verify(shown)
    assert not lab.bad(good)
    wrong, _ = lab.verify({**shown, "name": "Diving"})
    assert lab.bad(wrong) == {"signature"}
    other, _ = lab.verify({**shown, "proof": {**shown["proof"], "proofValue": shown["proof"]["proofValue"][:-8]}})
    assert lab.bad(other) == {"signature"}


def test_a_proof_with_the_holders_secret_still_in_it_must_not_be_shown(lab: Any, base: Any) -> None:
    inquiry, _ = lab.verify(base[1])
    assert lab.bad(inquiry) == {"signature"}
    assert any("secret" in c.reason for c in inquiry.checks)


@pytest.mark.parametrize("value", [None, 5, "", "u2V0B", "u2V0Bxxxx", "z2V0B", "u2V0B" + "A" * 500])
def test_a_derived_proof_that_is_none_is_refused(lab: Any, value: Any) -> None:
    document, proof, _ = vector("ecdsa-rdfc-2019 P-256")
    proof = {**proof, "cryptosuite": "ecdsa-sd-2023", "proofValue": value}
    with pytest.raises(SignatureFlaw):
        SUITES["ecdsa-sd-2023"].verify(document, proof, lab.p256.public, LIMITS)


def rsa_2018(lab: Any, badge: Any) -> Any:
    from credlens.verify.proofs.suites.hashing import rdf_data

    options = {"type": "RsaSignature2018", "created": "2026-01-02T00:00:00Z", "proofPurpose": "assertionMethod"}
    options["verificationMethod"] = "https://issuer.example/1#k"
    header = lab.b64(b'{"alg":"RS256","b64":false,"crit":["b64"]}')
    signature = lab.rsa.sign(header.encode() + b"." + rdf_data(badge, options, lab.rsa.public, LIMITS))
    return {**options, "jws": f"{header}..{lab.b64(signature)}"}


def test_the_rsa_signature_of_2018_is_checked_over_both_hashes(lab: Any) -> None:
    badge = lab.badge("https://issuer.example/1")
    proof = rsa_2018(lab, badge)
    suite = SUITES["RsaSignature2018"]
    suite.verify(badge, proof, lab.rsa.public, LIMITS)
    with pytest.raises(SignatureFlaw):
        suite.verify({**badge, "name": "Other"}, proof, lab.rsa.public, LIMITS)


@pytest.mark.parametrize("jws", [None, 5, "", "..", "a.b.c", "e30..AAAA", "é..", "eyJhbGciOiJub25lIn0.."])
def test_the_rsa_signature_of_2018_must_be_what_its_type_says(lab: Any, jws: Any) -> None:
    with pytest.raises(SignatureFlaw):
        SUITES["RsaSignature2018"].verify(lab.badge(), {"jws": jws}, lab.rsa.public, LIMITS)


def test_every_suite_is_in_the_table_under_its_own_name() -> None:
    assert [name for name, suite in SUITES.items() if suite.name != name] == []


FIRST, SECOND = "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544", "urn:uuid:8cc9022b-6b14-4cf3-8571-74972c5feb54"
THIRD = "urn:uuid:d94f792a-c546-4d06-b38a-da070ab56c23"
LAST_KEY = "z6MkmEq87wkHCYnWnNZkigeDMGTN7oUw1upkhzd77KuXERS1"
CHAIN = [
    {"id": FIRST, "created": "2023-02-24T23:36:38Z",
     "verificationMethod": f"{ISSUER}1#z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7",
     "proofValue": "z5KTX5yikM4eUukZW9qh66LGT3KZEUCACGpWcT2t4Yd54NMoFRchGmH4778omyNFAD3weSt6sNk5fuaMQmhhzNmEC"},
    {"id": SECOND, "created": "2023-02-24T23:36:38Z",
     "verificationMethod": f"{ISSUER}2#z6MkhWqdDBPojHA7cprTGTt5yHv5yUi1B8cnXn8ReLumkw6E",
     "proofValue": "z5KXNyXDcm822dHS37tmS6Xc7FFNo8c73AfeqmfHoywPxnXWNjWKYK3VQzt3CMUoK9uAqsboVHKJXxuYwbdnfxZeA"},
    {"id": THIRD, "created": "2023-02-26T22:06:38Z", "previousProof": [FIRST, SECOND],
     "verificationMethod": f"{ISSUER}3#{LAST_KEY}",
     "proofValue": "z2hcFbMaj3BJufikuLZQ36gAXVT9J3ZiwB9rqN3j7VdqyT1GaQPbMTaF1Q2gn7h75ZcJ6JpV9pvNoDumvcjtmSRAV"},
    {"created": "2023-02-26T22:16:38Z", "previousProof": THIRD, "verificationMethod": f"{ISSUER}4#{LAST_KEY}",
     "proofValue": "z6f4Lx4xiwWq8sucv6pg2vVvD5R4bxr58q2TagpwDXCxPVVS28S1iFwhor4ikhG6u4RKrNx7uSkYrCHdiiw5Js3d"},
]  # fmt: skip


def test_the_standards_own_chain_holds_link_by_link() -> None:
    document, _, _ = vector("eddsa-rdfc-2022")
    shared = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod"}
    proofs = [{**shared, **link} for link in CHAIN]
    for proof in proofs:
        before = previous(proof, proofs)
        over = {**document, "proof": before} if before else document
        key = from_multibase(proof["verificationMethod"].partition("#")[2])
        SUITES["eddsa-rdfc-2022"].verify(over, proof, key, LIMITS)


@pytest.mark.parametrize("stated", [True, False])
def test_contexts_that_are_signed_with_the_options_may_be_left_out_of_the_proof(lab: Any, stated: bool) -> None:
    document = {"@context": ["https://www.w3.org/ns/credentials/v2"], "name": "Kim"}
    proof = lab.jcs(document, **{"@context": document["@context"]})
    shown = proof if stated else {k: v for k, v in proof.items() if k != "@context"}
    suite = SUITES["eddsa-jcs-2022"]
    suite.verify(document, shown, lab.ed.public, LIMITS)
    with pytest.raises(SignatureFlaw):
        suite.verify({**document, "@context": ["https://evil.example/v2"]}, shown, lab.ed.public, LIMITS)


@pytest.mark.parametrize("way", ["sha384", "sha256"])
def test_nodes_without_a_name_may_be_told_apart_with_the_hash_of_the_key(way: str, lab: Any) -> None:
    told = {"degree": [{"name": name} for name in "abcdefgh"]}
    document = {**lab.badge(credentialSubject=told), "@context": CONTEXTS}
    proof = lab.rdf(document, lab.p384, way=way)
    key = from_multibase(lab.p384.multibase)
    SUITES["ecdsa-rdfc-2019"].verify(document, proof, key, LIMITS)
    changed = {**document, "credentialSubject": {"degree": told["degree"][1:]}}
    with pytest.raises(SignatureFlaw):
        SUITES["ecdsa-rdfc-2019"].verify(changed, proof, key, LIMITS)


def test_a_smaller_key_has_its_own_hash_only(lab: Any) -> None:
    told = {"degree": [{"name": name} for name in "abcdefgh"]}
    document = {**lab.badge(credentialSubject=told), "@context": CONTEXTS}
    proof = lab.rdf(document, lab.p256, way="sha384")
    with pytest.raises(SignatureFlaw):
        SUITES["ecdsa-rdfc-2019"].verify(document, proof, from_multibase(lab.p256.multibase), LIMITS)
