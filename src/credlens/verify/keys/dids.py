"""Decentralized identifiers (DID 1.0 section 3) of the methods ``key``, ``jwk`` and ``web``: which key or which address they name."""

from __future__ import annotations

import re

from credlens.verify.keys.addresses import is_host, place
from credlens.verify.keys.encodings import base64_decoded
from credlens.verify.keys.key import KeyFlaw, PublicKey, from_jwk, from_multibase
from credlens.verify.limits import LIMITS
from credlens.verify.strict_json import JsonFlaw, read

_DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._%:-]*[A-Za-z0-9._%-]", re.ASCII)
_PORT = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)
_LONGEST = 4_096
OWN_KEY = ("did:key:", "did:jwk:")
"""Methods whose identifier is the key itself: whoever has the key is who is named."""


def parted(reference: str) -> tuple[str, str] | None:
    """A DID URL as DID and fragment; None when it is none, or has a path, query or parameters, which mean nothing here."""
    did, _, fragment = reference.partition("#")
    if len(reference) > _LONGEST or _DID.fullmatch(did) is None or "#" in fragment:
        return None
    return did, fragment


def key_of_did(did: str, fragment: str) -> PublicKey:
    """The key that a did:key or did:jwk is.

    Raises:
        KeyFlaw: it is no sound key, or the fragment names another than the one that is there.
    """
    text = did[len(OWN_KEY[0]) :]
    if did.startswith(OWN_KEY[0]):
        if fragment not in {"", text}:
            raise KeyFlaw("A did:key has one key only, and its fragment names another.")
        return from_multibase(text)
    if fragment not in {"", "0"}:
        raise KeyFlaw("A did:jwk has one key only, #0, and its fragment names another.")
    try:
        jwk = read(base64_decoded(text), LIMITS)
    except (JsonFlaw, ValueError):
        raise KeyFlaw("The did:jwk holds no JSON Web Key.") from None
    if not isinstance(jwk, dict):
        raise KeyFlaw("The did:jwk holds no JSON Web Key.")
    return from_jwk(jwk)


def web_address(did: str) -> str | None:
    """Where the document of a did:web is (did:web method specification, "Read (Resolve)"); None when it names no proper address."""
    host, *segments = did.removeprefix("did:web:").split(":")
    name, marker, port = host.replace("%3a", "%3A").partition("%3A")
    if not did.startswith("did:web:") or not is_host(name) or (marker and not _PORT.fullmatch(port)):
        return None
    if not all(segments) or "?" in did or "#" in did:  # "::" would be "//" in the address
        return None
    at = f"https://{name}:{port}" if marker else f"https://{name}"
    address = f"{at}/{'/'.join(segments)}/did.json" if segments else f"{at}/.well-known/did.json"
    return address if place(address) else None
