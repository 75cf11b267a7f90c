"""Ways to sign a credential of the made-up world: every one that is verified.

Signatures over the text are made by openvc-core; those over RDF here, as it refuses records whose terms lead into a graph of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256, sha384
from typing import Any

from openvc.keys import Ed25519SigningKey, P256SigningKey, P384SigningKey
from openvc.proof.di_jcs import EcdsaJcsProofSuite, EddsaJcsProofSuite
from openvc.proof.ecdsa_sd import EcdsaSdProofSuite

from credlens.app.bench.badges.credentials import ED2020, Json
from credlens.app.bench.badges.keys import Key, base58, jws
from credlens.verify.jsonld.contexts import context_of
from credlens.verify.jsonld.rdf import canonical
from credlens.verify.limits import LIMITS

CREATED = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
_CREATED = "2026-01-15T09:00:00Z"
_SUITES: dict[str, Callable[[], Any]] = {
    "eddsa-jcs-2022": EddsaJcsProofSuite,
    "ecdsa-jcs-2019": EcdsaJcsProofSuite,
}
_MANDATORY = ("issuer", "validFrom", "validUntil", "credentialStatus")
"""What no holder can hide."""
_OVER_RDF = ("eddsa-rdfc-2022", "ecdsa-rdfc-2019")
SUITES = (*_OVER_RDF, *_SUITES, "ecdsa-sd-2023", "Ed25519Signature2020")


def as_jwt(credential: Json, signer: Key, method: str, **header: Any) -> str:
    """A VC 2.0 credential as a JWT (VC-JOSE-COSE)."""
    claims = {**credential, "iss": _id(credential.get("issuer")), "jti": credential.get("id")}
    return jws({k: v for k, v in claims.items() if v is not None}, signer, {"typ": "vc+jwt", "kid": method, **header})


def as_first_jwt(credential: Json, signer: Key, method: str, **header: Any) -> str:
    """A VC 1.1 credential as a JWT with a ``vc`` claim."""
    claims: Json = {"vc": credential, "iss": _id(credential["issuer"]), "jti": credential["id"]}
    claims["sub"] = credential["credentialSubject"]["id"]
    claims["nbf"] = _seconds(credential["issuanceDate"])
    if "expirationDate" in credential:
        claims["exp"] = _seconds(credential["expirationDate"])
    return jws(claims, signer, {"typ": "JWT", "kid": method, **header})


def with_proof(
    credential: Json,
    suite: str,
    signer: Key,
    method: str,
    *,
    purpose: str = "assertionMethod",
    reveal: tuple[str, ...] = (),
) -> Json:
    """A credential with a Data Integrity proof.

    Args:
        suite: one of :data:`SUITES`.
        reveal: JSON Pointers that a derived ecdsa-sd-2023 proof shows besides its mandatory ones.
    """
    if suite == "Ed25519Signature2020":
        return _ed25519_2020(credential, signer, method, purpose)
    if suite in _OVER_RDF:
        return _over_rdf(credential, suite, signer, method, purpose)
    given = {
        "signing_key": _private(signer),
        "verification_method": method,
        "proof_purpose": purpose,
        "created": CREATED,
    }
    if suite.endswith(("jcs-2022", "jcs-2019")):
        return dict(_SUITES[suite]().add_proof(credential, **given))
    contexts = {url: found for url in _urls(credential) if (found := context_of(url))}
    sd = EcdsaSdProofSuite()
    pointers = [f"/{name}" for name in _MANDATORY if name in credential]
    base = sd.add_base_proof(credential, **given, mandatory_pointers=pointers, extra_contexts=contexts)
    return dict(sd.derive_proof(base, selective_pointers=reveal or ("/credentialSubject",), extra_contexts=contexts))


def _over_rdf(credential: Json, suite: str, signer: Key, method: str, purpose: str) -> Json:
    """eddsa-rdfc-2022 and ecdsa-rdfc-2019: the hash of the options and that of the document, signed together."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": _CREATED,
        "verificationMethod": method,
        "proofPurpose": purpose,
    }
    digest = sha384 if signer.kind == "P-384" else sha256
    options = canonical({"@context": credential["@context"], **proof}, LIMITS)
    document = canonical(credential, LIMITS)
    signature = signer.sign(digest(options.encode()).digest() + digest(document.encode()).digest())
    return {**credential, "proof": {**proof, "proofValue": "z" + base58(signature)}}


def _ed25519_2020(credential: Json, signer: Key, method: str, purpose: str) -> Json:
    """Ed25519Signature2020: the hash of the options and that of the document, both in canonical RDF, signed together."""
    proof = {
        "type": "Ed25519Signature2020",
        "created": _CREATED,
        "verificationMethod": method,
        "proofPurpose": purpose,
    }
    contexts = credential["@context"]
    if ED2020 not in contexts:
        raise ValueError("a credential with an Ed25519Signature2020 names its context")
    options = canonical({"@context": contexts, **proof}, LIMITS)
    document = canonical(credential, LIMITS)
    signature = signer.sign(sha256(options.encode()).digest() + sha256(document.encode()).digest())
    return {**credential, "proof": {**proof, "proofValue": "z" + base58(signature)}}


def _private(signer: Key) -> Any:
    known: dict[str, Any] = {"Ed25519": Ed25519SigningKey, "P-256": P256SigningKey, "P-384": P384SigningKey}
    return known[signer.kind].from_jwk(signer.private_jwk, "key")


def _urls(credential: Json) -> list[str]:
    return [each for each in credential["@context"] if isinstance(each, str)]


def _id(issuer: Any) -> Any:
    return issuer.get("id") if isinstance(issuer, dict) else issuer


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
