"""ecdsa-rdfc-2019: ECDSA with P-256 or P-384 over RDF (ECDSA Cryptosuites 1.0 section 3.2)."""

from __future__ import annotations

from credlens.verify.proofs.suites.hashing import check_rdf
from credlens.verify.proofs.suites.suite import Suite

SUITE = Suite("ecdsa-rdfc-2019", ("P-256", "P-384"), over_rdf=True, verify=check_rdf)
