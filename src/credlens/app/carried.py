"""Badges in whatever they come in, as JSON. What is no JSON is opened in a process of its own; nothing is verified."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag

from credlens.app.ports import NamedBytes, Ports
from credlens.model.errors import InputError, Problem
from credlens.verify.hosts import addresses_of

_DEEPEST = 4  # an award names its class, which names its issuer
_START = 4096  # bytes in which a document begins
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_POINTING = ("badge", "achievement", "issuer", "creator", "credentialSubject")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A badge's JSON.

    Attributes:
        file: called as what it came in.
        signed: whether a signed token was around it. Nobody has looked at the signature.
    """

    file: NamedBytes
    signed: bool = False


def unpacked(ports: Ports, file: NamedBytes, documents: Mapping[str, bytes] | None = None) -> Unpacked:
    """A badge that came as JSON, as a token, or in a PNG, SVG or PDF.

    Args:
        ports: the doors.
        file: what it came in.
        documents: by address, what it refers to and was looked up before; it is put where only its address stands.

    Raises:
        InputError: there is no badge in it, or only the address of one.
    """
    known = documents or {}
    if _is_json(file.data):
        return Unpacked(_filled(file, known) if known else file)
    found = json.loads(ports.sandbox.run("badge:any", file.data, file.name))
    if found["address"]:
        return at_address(ports, file.name, found["address"], known)
    return Unpacked(_filled(NamedBytes(file.name, json.dumps(found["document"]).encode()), known), found["signed"])


def at_address(ports: Ports, name: str, address: str, known: Mapping[str, bytes]) -> Unpacked:
    """The badge whose address is all that there is.

    Args:
        ports: the doors.
        name: what messages call it.
        address: its address.
        known: as ``documents`` of :func:`unpacked`.

    Raises:
        InputError: nobody looked it up.
    """
    place = next((p for p in addresses_of(address) if urldefrag(p).url in known), None)
    if place is None:
        advice = f"Open the address and save what it shows, or look it up: credlens verify {name} --scorecard --online"
        raise InputError([Problem(name, f"There is only the address of a badge: {address}", advice)])
    rest = {url: document for url, document in known.items() if url != urldefrag(place).url}
    return unpacked(ports, NamedBytes(name, known[urldefrag(place).url]), rest)


def _is_json(data: bytes) -> bool:
    start = data[:_START]
    if start.startswith(_UTF16):
        return start[2:4].strip(b"\0") != b"<"
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def _filled(file: NamedBytes, known: Mapping[str, bytes]) -> NamedBytes:
    """With documents in the place of their addresses."""
    try:
        record = json.loads(file.data)
    except (ValueError, RecursionError):
        return file  # who reads it says what is wrong with it
    if not known or not isinstance(record, dict):
        return file
    return NamedBytes(file.name, json.dumps(_with(record, known, 0)).encode())


def _with(record: dict[str, Any], known: Mapping[str, bytes], depth: int) -> dict[str, Any]:
    found = dict(record)
    for name in _POINTING:
        value = found.get(name)
        inner = _document(value, known) if isinstance(value, str) else value
        if isinstance(inner, dict):
            found[name] = _with(inner, known, depth + 1) if depth < _DEEPEST else inner
    return found


def _document(address: str, known: Mapping[str, bytes]) -> dict[str, Any] | None:
    try:
        found = json.loads(known[urldefrag(address).url])
    except (KeyError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
