"""RsaSignature2018: a detached JWS (RFC 7797) over RDF, of 2018. No standard has it any more; only the public validator takes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.keys.encodings import base64_decoded
from credlens.verify.keys.key import PublicKey
from credlens.verify.limits import Limits
from credlens.verify.proofs.suites.hashing import rdf_data
from credlens.verify.proofs.suites.suite import SignatureFlaw, Suite
from credlens.verify.strict_json import JsonFlaw, read

_HEADER = {"alg": "RS256", "b64": False, "crit": ["b64"]}
_PARTS = 3


def verify(document: Mapping[str, Any], proof: Mapping[str, Any], key: PublicKey, limits: Limits) -> None:
    """Check it.

    Raises:
        SignatureFlaw: it does not fit.
        UnknownContextError, TermError, TooMuchWorkError: the statements cannot be found out.
    """
    parts = proof["jws"].split(".") if isinstance(proof.get("jws"), str) else []
    if len(parts) != _PARTS or parts[1]:
        raise SignatureFlaw("There is no signature in the proof that can be read (jws).")
    try:
        header, signature = read(base64_decoded(parts[0]), limits), base64_decoded(parts[2])
    except (ValueError, JsonFlaw):
        raise SignatureFlaw("There is no signature in the proof that can be read (jws).") from None
    if header != _HEADER:
        raise SignatureFlaw("The signature in the proof is of another kind than its type says.")
    signed = parts[0].encode("ascii") + b"." + rdf_data(document, proof, key, limits)
    if not key.verify("RS256", signed, signature):
        raise SignatureFlaw("It was changed after it was signed, or signed with another key.")


SUITE = Suite("RsaSignature2018", ("RSA",), over_rdf=True, verify=verify, is_type=True, public=True, strict=False)
