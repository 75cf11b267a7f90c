"""Kinds of signatures whose contexts no package brings: Data Integrity, first version, and Ed25519 of 2018."""

from __future__ import annotations

from credlens.verify.jsonld.contexts.terms import Terms, context

_PREFIXES = {
    "sec": "https://w3id.org/security#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dc": "http://purl.org/dc/terms/",
}
_HEAD: Terms = {"@protected": "yes", "id": "@id", "type": "@type"}

_PROOF: Terms = {
    **_HEAD,
    "challenge": "sec:challenge",
    "created": "dc:created xsd:dateTime",
    "domain": "sec:domain",
    "expires": "sec:expiration xsd:dateTime",
    "nonce": "sec:nonce",
    "proofPurpose sec:proofPurpose @vocab": {
        **_HEAD,
        "assertionMethod": "sec:assertionMethod @id []",
        "authentication": "sec:authenticationMethod @id []",
        "capabilityInvocation": "sec:capabilityInvocationMethod @id []",
        "capabilityDelegation": "sec:capabilityDelegationMethod @id []",
        "keyAgreement": "sec:keyAgreementMethod @id []",
    },
    "verificationMethod": "sec:verificationMethod @id",
}
"""What the proofs of all these contexts have in common."""

_DATA_INTEGRITY_1: Terms = {
    **_HEAD,
    "proof": "sec:proof @id {}",
    "DataIntegrityProof sec:DataIntegrityProof": {
        **_PROOF,
        "cryptosuite": "sec:cryptosuite",
        "proofValue": "sec:proofValue sec:multibase",
    },
}

_ED25519_2018: Terms = {
    **_HEAD,
    "Ed25519VerificationKey2018 sec:Ed25519VerificationKey2018": {
        **_HEAD,
        "controller": "sec:controller @id",
        "revoked": "sec:revoked xsd:dateTime",
        "publicKeyBase58": "sec:publicKeyBase58 +",
    },
    "Ed25519Signature2018 sec:Ed25519Signature2018": {**_PROOF, "jws": "sec:jws +"},
}

DATA_INTEGRITY_1 = context(_DATA_INTEGRITY_1, _PREFIXES)
ED25519_2018 = context(_ED25519_2018, _PREFIXES)
