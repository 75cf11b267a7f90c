"""What is signed: a hash of the proof's options and a hash of the document, one after the other.

EdDSA Cryptosuites 1.0 section 3.2 and 3.3, ECDSA Cryptosuites 1.0 section 3.2 and 3.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256, sha384
from typing import Any

import rfc8785

from credlens.verify.jsonld.rdf import canonical
from credlens.verify.keys.encodings import base58_decoded
from credlens.verify.keys.key import PublicKey
from credlens.verify.limits import Limits
from credlens.verify.proofs.suites.suite import SignatureFlaw

_LONGEST = 200  # letters; a signature of 96 bytes has 132
_SIGNATURE_BYTES = {"Ed25519": 64, "P-256": 64, "P-384": 96}
_ALGORITHMS = {"Ed25519": "EdDSA", "P-256": "ES256", "P-384": "ES384"}
_NOT_SIGNED = ("proofValue", "jws", "signatureValue")


def check_rdf(document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey, limits: Limits) -> None:
    """Check a signature over RDF statements (RDF Dataset Canonicalization 1.0).

    With P-384 keys, nodes are told apart with SHA-384 (ECDSA Cryptosuites 1.0 section 3.2.3). Some signers do it with SHA-256 all the same;
    either way the same statements are signed, so both are tried.

    Raises:
        SignatureFlaw: it does not fit.
        UnknownContextError, TermError, TooMuchWorkError: the statements cannot be found out.
    """
    signature = signature_in(proof, key)
    ways = ("sha384", "sha256") if key.kind == "P-384" else ("sha256",)
    _check((rdf_data(document, proof, key, limits, way) for way in ways), signature, key)


def check_text(document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey, limits: Limits) -> None:  # noqa: ARG001
    """Check a signature over the JSON itself (RFC 8785).

    The signed options hold the document's contexts. Signers by drafts of the standard sign them so and leave them out of the proof, so when
    the proof has none, both are tried; either way all that is written is signed.

    Raises:
        SignatureFlaw: it does not fit.
    """
    signature = signature_in(proof, key)
    digest = _digest(key)
    signed = [options(proof)]
    if "@context" in document and "@context" not in proof:
        signed.append({**signed[0], "@context": document["@context"]})
    try:
        stated = digest(rfc8785.dumps(dict(document)))
        _check([digest(rfc8785.dumps(each)) + stated for each in signed], signature, key)
    except rfc8785.CanonicalizationError:
        words = "It holds a number that programs round in different ways; nothing can be signed so."
        raise SignatureFlaw(words) from None


def rdf_data(
    document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey, limits: Limits, way: str = "sha256"
) -> bytes:
    """The two hashes over RDF statements. The proof's options are read with the document's context, whatever the proof says.

    Args:
        way: the hash with which nodes without a name are told apart.
    """
    digest = _digest(key)
    configured = {**options(proof), "@context": document.get("@context")}
    texts = (canonical(configured, limits, way), canonical(document, limits, way))
    return b"".join(digest(text.encode()) for text in texts)


def options(proof: Mapping[str, Any]) -> dict[str, Any]:
    """A proof without the signature itself."""
    return {k: v for k, v in proof.items() if k not in _NOT_SIGNED}


def signature_in(proof: Mapping[str, Any], key: PublicKey) -> bytes:
    """The bytes of a ``proofValue``: Multibase base58 (``z``) of exactly as many as a key of this kind gives.

    Raises:
        SignatureFlaw: it is something else.
    """
    text = proof.get("proofValue")
    if not isinstance(text, str) or text[:1] != "z" or len(text) > _LONGEST:
        raise SignatureFlaw("There is no signature in the proof that can be read (proofValue).")
    try:
        signature = base58_decoded(text[1:])
    except ValueError:
        raise SignatureFlaw("The signature in the proof is not written in base58 (proofValue).") from None
    if len(signature) != _SIGNATURE_BYTES.get(key.kind):
        raise SignatureFlaw(f"The signature has {len(signature)} bytes, which is no length of one by {key.kind}.")
    return signature


def _digest(key: PublicKey) -> Callable[[bytes], bytes]:
    """P-384 goes with SHA-384, all else with SHA-256."""
    if key.kind == "P-384":
        return lambda data: sha384(data).digest()
    return lambda data: sha256(data).digest()


def _check(signed: Iterable[bytes], signature: bytes, key: PublicKey) -> None:
    """Whether the signature fits one of these."""
    algorithm = _ALGORITHMS.get(key.kind, "")
    if not any(key.verify(algorithm, data, signature) for data in signed):
        raise SignatureFlaw("It was changed after it was signed, or signed with another key.")
