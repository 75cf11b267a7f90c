"""ecdsa-sd-2023: a proof from which its holder may leave out statements (ECDSA Cryptosuites 1.0 section 3.4).

The mathematics is a library's; which contexts there are, what it may cost and all policy are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openvc.proof.ecdsa_sd import EcdsaSdProofSuite
from openvc.proof.errors import ProofError, SignatureInvalid

from credlens.verify.jsonld.contexts import context_of
from credlens.verify.jsonld.rdf import canonical
from credlens.verify.keys.key import PublicKey
from credlens.verify.limits import Limits
from credlens.verify.proofs.suites.suite import SignatureFlaw, Suite

_BASE = "u2V0A"  # CBOR tag 0x5d with the last byte 0: the proof as the issuer made it
_DERIVED = "u2V0B"
_SUITE = EcdsaSdProofSuite()
_SHOWN = 200


def verify(document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey, limits: Limits) -> None:
    """Check a derived proof.

    Raises:
        SignatureFlaw: it does not fit, or is not a derived one.
        UnknownContextError, TermError, TooMuchWorkError: the statements cannot be found out.
    """
    value = proof.get("proofValue")
    if isinstance(value, str) and value.startswith(_BASE):
        words = "It still holds the secret with which its holder can leave parts out; only a copy made from it may be shown."
        raise SignatureFlaw(words)
    if not isinstance(value, str) or not value.startswith(_DERIVED):
        raise SignatureFlaw("There is no signature in the proof that can be read (proofValue).")
    # The library has no bounds: what it would work on for too long, and contexts that nobody here knows, are refused before.
    canonical(document, limits)
    try:
        _SUITE.verify(
            {**document, "proof": dict(proof)},
            public_key_jwk=key.jwk,
            expected_proof_purpose=None,  # purpose and dates are judged with those of all other proofs
            check_temporal=False,
            extra_contexts=_contexts(document),
        )
    except SignatureInvalid:
        raise SignatureFlaw("It was changed after it was signed, or signed with another key.") from None
    except ProofError as error:
        raise SignatureFlaw(f"The proof cannot be used: {str(error)[:_SHOWN]}") from None


def _contexts(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The contexts that a document names, as they are known here, in place of the library's own."""
    named = document.get("@context")
    urls = [u for u in (named if isinstance(named, list) else [named]) if isinstance(u, str)]
    return {url: found for url in urls if (found := context_of(url)) is not None}


SUITE = Suite("ecdsa-sd-2023", ("P-256",), over_rdf=True, verify=verify, public=True)
