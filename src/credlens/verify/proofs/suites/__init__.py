"""Kinds of signatures inside JSON: one file each (Data Integrity 1.0 section 3, EdDSA and ECDSA cryptosuites 1.0)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.registry import Registry
from credlens.verify.proofs.suites.suite import SignatureFlaw, Suite

SUITES: Registry[Suite] = Registry(
    "proof_suite",
    {
        "Ed25519Signature2020": "credlens.verify.proofs.suites.ed25519_2020:SUITE",
        "eddsa-rdfc-2022": "credlens.verify.proofs.suites.eddsa_rdfc_2022:SUITE",
        "eddsa-2022": "credlens.verify.proofs.suites.eddsa_rdfc_2022:EARLIER",
        "eddsa-jcs-2022": "credlens.verify.proofs.suites.eddsa_jcs_2022:SUITE",
        "ecdsa-rdfc-2019": "credlens.verify.proofs.suites.ecdsa_rdfc_2019:SUITE",
        "ecdsa-jcs-2019": "credlens.verify.proofs.suites.ecdsa_jcs_2019:SUITE",
        "ecdsa-sd-2023": "credlens.verify.proofs.suites.ecdsa_sd_2023:SUITE",
        "RsaSignature2018": "credlens.verify.proofs.suites.rsa_2018:SUITE",
    },
)

DATA_INTEGRITY = "DataIntegrityProof"
_SHOWN = 60


def suite_name(proof: Mapping[str, Any]) -> str:
    """What kind of signature a proof says that it is: its ``cryptosuite``, or its ``type`` for kinds that are types of their own."""
    kind = proof.get("type")
    if isinstance(kind, list) and len(kind) == 1:
        kind = kind[0]
    name = proof.get("cryptosuite") if kind == DATA_INTEGRITY else kind
    return name[:_SHOWN] if isinstance(name, str) else ""


def suite_of(proof: Mapping[str, Any]) -> Suite | None:
    """How to check a proof; None when its kind is not known here."""
    name = suite_name(proof)
    if name not in SUITES.names():
        return None
    suite = SUITES[name]
    return suite if suite.is_type == (name == proof.get("type") or [name] == proof.get("type")) else None


__all__ = ["DATA_INTEGRITY", "SUITES", "SignatureFlaw", "Suite", "suite_name", "suite_of"]
