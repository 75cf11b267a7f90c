"""JSON-LD contexts that are known here: out of installed packages, or written down. None is ever fetched."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from credlens.verify.jsonld.contexts import ob3, security, status

_OB_CORRECTED = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"

_FROZEN = {
    "https://www.w3.org/2018/credentials/v1": "credentials-v1",
    "https://www.w3.org/ns/credentials/v2": "credentials-v2",
    "https://www.w3.org/ns/did/v1": "did-v1",
    "https://w3id.org/security/v1": "security-v1",
    "https://w3id.org/security/v2": "security-v2",
    "https://w3id.org/security/suites/ed25519-2020/v1": "security-ed25519-2020-v1",
    "https://w3id.org/security/suites/jws-2020/v1": "security-jws-2020-v1",
}
"""File names in pyld by address."""

_OPENBADGESLIB = {
    _OB_CORRECTED: "ob-v3p0-context-3.0.1",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "ob-v3p0-context-3.0.2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": "clr_context_2.0.1",
    "https://w3id.org/security/data-integrity/v2": "security-data-integrity-v2",
    "https://w3id.org/security/multikey/v1": "security-multikey-v1",
}
"""File names in openbadgeslib by address."""

_OB_FIRST = (
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
)

_WRITTEN: dict[str, dict[str, Any]] = {
    "https://purl.imsglobal.org/spec/clr/v2p0/context.json": ob3.CLR,
    "https://w3id.org/security/data-integrity/v1": security.DATA_INTEGRITY_1,
    "https://w3id.org/security/suites/ed25519-2018/v1": security.ED25519_2018,
    "https://www.w3.org/ns/credentials/status/v1": status.BITSTRING,
    "https://w3id.org/vc/status-list/2021/v1": status.LIST_2021,
    "https://w3id.org/vc-revocation-list-2020/v1": status.LIST_2020,
    "https://www.w3.org/ns/credentials/examples/v2": {
        "@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}
    },
}

KNOWN: frozenset[str] = frozenset({*_FROZEN, *_OPENBADGESLIB, *_WRITTEN, *_OB_FIRST})
"""Addresses of all contexts that are at hand."""

WITH_VOCAB: frozenset[str] = frozenset({"https://www.w3.org/ns/credentials/examples/v2"})
"""Contexts that give any name a meaning."""


def known(url: str) -> bool:
    """Whether the context of this address is at hand."""
    return url in KNOWN


@cache
def context_of(url: str) -> dict[str, Any] | None:
    """The context document of an address; None when it is not known. It is shared: never change it."""
    if url in _WRITTEN:
        return _WRITTEN[url]
    if url in _OB_FIRST:
        return ob3.first_revision(_installed("openbadgeslib", f"ob3/contexts/{_OPENBADGESLIB[_OB_CORRECTED]}.json"))
    if url in _FROZEN:
        return _installed("pyld", f"documentloader/frozen/bundled/{_FROZEN[url]}.jsonld")
    if url in _OPENBADGESLIB:
        return _installed("openbadgeslib", f"ob3/contexts/{_OPENBADGESLIB[url]}.json")
    return None


def _installed(package: str, path: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(files(package).joinpath(*path.split("/")).read_bytes())
    return document
