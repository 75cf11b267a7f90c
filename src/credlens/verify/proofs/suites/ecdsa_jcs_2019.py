"""ecdsa-jcs-2019: ECDSA with P-256 or P-384 over the JSON itself (ECDSA Cryptosuites 1.0 section 3.3)."""

from __future__ import annotations

from credlens.verify.proofs.suites.hashing import check_text
from credlens.verify.proofs.suites.suite import Suite

SUITE = Suite("ecdsa-jcs-2019", ("P-256", "P-384"), over_rdf=False, verify=check_text)
