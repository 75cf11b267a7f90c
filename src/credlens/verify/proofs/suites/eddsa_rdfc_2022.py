"""eddsa-rdfc-2022: Ed25519 over RDF (EdDSA Cryptosuites 1.0 section 3.2), and its name in earlier drafts, eddsa-2022."""

from __future__ import annotations

from credlens.verify.proofs.suites.hashing import check_rdf
from credlens.verify.proofs.suites.suite import Suite

SUITE = Suite("eddsa-rdfc-2022", ("Ed25519",), over_rdf=True, verify=check_rdf, public=True)
EARLIER = Suite("eddsa-2022", ("Ed25519",), over_rdf=True, verify=check_rdf, public=True)
