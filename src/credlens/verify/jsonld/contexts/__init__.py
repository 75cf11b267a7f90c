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


def known(url: str) -> bool:
    """Whether the context of this address is at hand."""
    return url in _FROZEN


@cache
def context_of(url: str) -> dict[str, Any] | None:
    """The context document of an address; None when it is not known. It is shared: never change it."""
    name = _FROZEN.get(url)
    if name is None:
        return None
    folder = files("pyld").joinpath("documentloader", "frozen", "bundled")
    document: dict[str, Any] = json.loads(folder.joinpath(f"{name}.jsonld").read_bytes())
    return document
