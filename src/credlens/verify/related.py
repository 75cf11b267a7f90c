"""Whether what a credential refers to is still what its issuer saw: digests beside addresses.

VCDM 2.0 section 5.3 (``relatedResource``, ``digestSRI``, ``digestMultibase``); the same two properties count in images, evidence and schemas.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Kind, Missing, Steps

_HASHES = ("sha512", "sha384", "sha256")  # strongest first, as Subresource Integrity section 3.3.4 takes the strongest
_SIZES = {"sha256": 32, "sha384": 48, "sha512": 64}
_MULTIHASHES = {0x12: "sha256", 0x13: "sha512", 0x20: "sha384"}  # multihash codes, each one byte long
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LONGEST = 256  # letters of one digest
_MOST = 10  # digests of one resource
_SHORTEST_MULTIHASH = 2


def check_related(content: Content, inquiry: Inquiry) -> Steps[None]:
    """Record ``related`` for each thing that states its own digest; ask for these, and for nothing else."""
    if not content.related:
        inquiry.not_applicable("related", "It states no digests of other files.")
        return
    for entry in content.related:
        if isinstance(entry, dict):  # anything else is a flaw of structure
            yield from _check(entry, inquiry)


def _check(entry: Mapping[str, Any], inquiry: Inquiry) -> Steps[None]:
    address = entry.get("id")
    if not isinstance(address, str) or not has_digest(entry):
        return
    stated = digests(entry)
    if stated is None:
        inquiry.failed("related", "Its digest is not written as the standard demands.", address)
        return
    reply = yield from inquiry.ask(address, Kind.RELATED)
    if isinstance(reply, Missing):
        inquiry.missing("related", reply, "A file it refers to", address)
    elif fits(reply.data, stated):
        inquiry.passed("related", "It is unchanged.", address)
    else:
        step = "Ask the issuer for the file as it was, or for a new badge."
        inquiry.failed("related", "This file is not the one that the issuer saw.", address, step)


def has_digest(entry: Mapping[str, Any]) -> bool:
    """Whether an object states a digest."""
    return "digestSRI" in entry or "digestMultibase" in entry


def digests(entry: Mapping[str, Any]) -> tuple[frozenset[tuple[str, bytes]], ...] | None:
    """What an object states, in ``digestSRI`` and ``digestMultibase``.

    Returns:
        For each property a set of digests (hash name, bytes) of which one has to fit; None when one of them cannot be read or has a hash
        that is not known.
    """
    found = []
    for key, read in (("digestSRI", _sri), ("digestMultibase", _multibase)):
        if key in entry:
            value = entry[key]
            several = value if isinstance(value, list) and key == "digestMultibase" else [value]
            readable = [v for v in several[:_MOST] if isinstance(v, str) and len(v) <= _LONGEST]
            digest = frozenset().union(*(read(v) or () for v in readable))
            if not digest:
                return None
            found.append(digest)
    return tuple(found)


def fits(data: bytes, stated: tuple[frozenset[tuple[str, bytes]], ...]) -> bool:
    """Whether data has the digests that :func:`digests` found."""
    return all(
        any(hmac.compare_digest(hashlib.new(name, data).digest(), digest) for name, digest in group) for group in stated
    )


def _sri(text: str) -> frozenset[tuple[str, bytes]] | None:
    """Integrity metadata (Subresource Integrity 1.0 section 3.1): of several hashes, those of the strongest kind count."""
    found = []
    for part in text.split():
        name, _, rest = part.partition("-")
        if name not in _SIZES:
            continue
        digest = _decoded(rest.partition("?")[0])
        if digest is None or len(digest) != _SIZES[name]:
            return None
        found.append((name, digest))
    strongest = next((h for h in _HASHES if any(name == h for name, _ in found)), None)
    return frozenset(f for f in found if f[0] == strongest) or None


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def _multibase(text: str) -> frozenset[tuple[str, bytes]] | None:
    """A multihash in base64url (``u``) or base58 (``z``)."""
    data = _base64url(text[1:]) if text[:1] == "u" else _base58(text[1:]) if text[:1] == "z" else None
    if data is None or len(data) <= _SHORTEST_MULTIHASH:
        return None
    name = _MULTIHASHES.get(data[0])
    digest = data[2:]
    if name is None or data[1] != len(digest) or len(digest) != _SIZES[name]:
        return None
    return frozenset({(name, digest)})


def _base64url(text: str) -> bytes | None:
    if "=" in text or "+" in text or "/" in text:
        return None
    return _decoded(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4))


def _base58(text: str) -> bytes | None:
    number = 0
    for letter in text:
        digit = _BASE58.find(letter)
        if digit < 0:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
