"""Ed25519Signature2020: a type of its own, over RDF (EdDSA Cryptosuites 1.0, appendix)."""

from __future__ import annotations

from credlens.verify.proofs.suites.hashing import check_rdf
from credlens.verify.proofs.suites.suite import Suite

SUITE = Suite("Ed25519Signature2020", ("Ed25519",), over_rdf=True, verify=check_rdf, is_type=True, public=True)
