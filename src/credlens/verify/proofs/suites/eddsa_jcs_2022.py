"""eddsa-jcs-2022: Ed25519 over the JSON itself (EdDSA Cryptosuites 1.0 section 3.3)."""

from __future__ import annotations

from credlens.verify.proofs.suites.hashing import check_text
from credlens.verify.proofs.suites.suite import Suite

SUITE = Suite("eddsa-jcs-2022", ("Ed25519",), over_rdf=False, verify=check_text)
