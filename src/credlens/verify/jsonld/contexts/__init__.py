"""JSON-LD contexts that are known here, out of installed packages. None is ever fetched."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

_FROZEN = {
    "https://www.w3.org/2018/credentials/v1": "credentials-v1",
    "https://www.w3.org/ns/credentials/v2": "credentials-v2",
    "https://www.w3.org/ns/did/v1": "did-v1",
    "https://w3id.org/security/v1": "security-v1",
    "https://w3id.org/security/v2": "security-v2",
    "https://w3id.org/security/suites/ed25519-2020/v1": "security-ed25519-2020-v1",
    "https://w3id.org/security/suites/jws-2020/v1": "security-jws-2020-v1",
}

_OPENBADGESLIB = {
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "ob-v3p0-context-3.0.1",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "ob-v3p0-context-3.0.2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": "clr_context_2.0.1",
    "https://w3id.org/security/data-integrity/v2": "security-data-integrity-v2",
    "https://w3id.org/security/multikey/v1": "security-multikey-v1",
}


WITH_VOCAB: frozenset[str] = frozenset()
"""Contexts that give any name a meaning."""


def known(url: str) -> bool:
    """Whether the context of this address is at hand."""
    return url in _FROZEN or url in _OPENBADGESLIB


@cache
def context_of(url: str) -> dict[str, Any] | None:
    """The context document of an address; None when it is not known. It is shared: never change it."""
    if url in _FROZEN:
        file = files("pyld").joinpath("documentloader", "frozen", "bundled", f"{_FROZEN[url]}.jsonld")
    elif url in _OPENBADGESLIB:
        file = files("openbadgeslib").joinpath("ob3", "contexts", f"{_OPENBADGESLIB[url]}.json")
    else:
        return None
    document: dict[str, Any] = json.loads(file.read_bytes())
    return document
