"""Who signs: a private key in a file of its own, and the id by which others know its owner."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.app.ports import Ports
from credlens.model.errors import InputError, Problem, UserError

if TYPE_CHECKING:  # the keys' library takes time to load
    from credlens.issue.keys import SigningKey

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_BEGIN = b"-----BEGIN"
_DID = b"did: "  # in front of the key itself, where RFC 7468 section 2 allows explanations
_WEBSITE = re.compile(
    r"https://(?=[^/:]*\.)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9][0-9]{0,4})?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*"
)
_CHANCE = 32  # bytes a key is made of


class KeyName(StrEnum):
    """Kinds of keys, as people name them."""

    ED25519 = "ed25519"
    P256 = "p256"


@dataclass(frozen=True, slots=True)
class Signer:
    """A key and its owner's id.

    Attributes:
        name: of the key's file.
        web: the owner's did:web; empty when the key is its own id.
    """

    name: str
    key: SigningKey
    web: str = ""

    @property
    def did(self) -> str:
        """The id of the issuer."""
        return self.web or self.key.did

    @property
    def method(self) -> str:
        """Where others find the key."""
        return f"{self.web}#{self.name}" if self.web else self.key.method


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new key.

    Attributes:
        file: the private key; nobody else may see it.
        document: what an issuer with a website has to publish, at ``publish_at``; None for a key that is its own id.
        keys: names of the keys in that document.
    """

    name: str
    kind: str
    did: str
    method: str
    file: Path
    document: Path | None = None
    publish_at: str = ""
    keys: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Its fields."""
        return {
            "name": self.name,
            "kind": self.kind,
            "did": self.did,
            "method": self.method,
            "file": str(self.file),
            "document": str(self.document) if self.document else None,
            "publish_at": self.publish_at or None,
            "keys": list(self.keys),
        }


def make_key(
    ports: Ports, name: str, kind: str = KeyName.ED25519, did_web: str | None = None, out: Path | None = None
) -> MadeKey:
    """A new key to sign badges with, kept where only its owner can read it.

    Args:
        ports: the doors.
        name: small letters, digits and hyphens.
        kind: ``ed25519`` or ``p256``.
        did_web: the issuer's website; without one, the key is its own id.
        out: where to write the document to publish for the website; beside the key when None.

    Raises:
        UserError: no such name, kind or address, or there is a key of that name.
    """
    from credlens.issue.keys import KeyKind
    from credlens.issue.keys import make_key as made

    _must_be_name(name)
    if kind not in tuple(KeyName):
        raise UserError(
            f"There is no kind of key {kind!r}.", where="--kind", what_to_do=f"Use one of: {', '.join(KeyName)}."
        )
    web, address = _website(did_web) if did_web is not None else ("", "")
    if out is not None and not web:
        raise UserError(
            "There is nothing to publish for a key without a website.", where="--out", what_to_do="Add --did-web."
        )
    if out is not None:
        ports.files.place(out, "--out")
    if web:
        _of(ports, web)  # when an older key cannot be read, the document cannot be written: then no key is made
    mine = Signer(name, made(KeyKind[KeyName(kind).name], ports.issuing.chance(_CHANCE)), web)
    file = ports.issuing.keep_key(name, (_DID + web.encode() + b"\n" if web else b"") + mine.key.pem)
    if not web:
        return MadeKey(name, kind, mine.did, mine.method, file)
    text = json.dumps(published(ports, web), ensure_ascii=False, indent=2) + "\n"
    written = ports.files.write(out or ports.issuing.public_file(f"{name}.did.json"), text)
    names = tuple(s.name for s in _of(ports, web))
    return MadeKey(name, kind, mine.did, mine.method, file, written, address, names)


def signer(ports: Ports, name: str) -> Signer:
    """The key of a name.

    Raises:
        UserError: there is none.
        InputError: others may read it, or it is no private key that is known here.
    """
    from credlens.issue.keys import read_key

    _must_be_name(name)
    if name not in ports.issuing.key_names():
        known = ", ".join(ports.issuing.key_names())
        raise UserError(
            f"There is no key {name!r}.",
            where="--key",
            what_to_do=f"Use one of: {known}." if known else f"Make it: credlens badge key {name}",
        )
    data = ports.issuing.key(name)
    before, begin, _ = data.partition(_BEGIN)
    try:
        key = read_key(data[len(before) :] if begin else data)
    except UserError as error:
        raise InputError([Problem(f"{name}.pem", error.message, error.what_to_do or "")]) from error
    said = [line.removeprefix(_DID).strip().decode() for line in before.splitlines() if line.startswith(_DID)]
    return Signer(name, key, said[0] if said else "")


def published(ports: Ports, did: str) -> dict[str, Any]:
    """The document of an issuer with a website: all keys that are kept for it."""
    from credlens.issue.dids import did_document

    return did_document(did, {s.name: s.key for s in _of(ports, did)})


def _of(ports: Ports, web: str) -> tuple[Signer, ...]:
    """Keys of an issuer with a website, in the order of their names."""
    return tuple(s for s in (signer(ports, name) for name in ports.issuing.key_names()) if s.web == web)


def _must_be_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UserError(
            f"{name!r} is no name for a key.",
            what_to_do="Use small letters, digits and hyphens, at most 40, a letter or digit first.",
        )


def _website(address: str) -> tuple[str, str]:
    """The id of whoever owns the website, and where the document about it has to be published."""
    from credlens.issue.dids import did_web
    from credlens.verify.keys.dids import web_address

    site = address.rstrip("/")
    web = did_web(site) if _WEBSITE.fullmatch(site) else ""
    place = web_address(web)
    if place is None:
        raise UserError(
            f"{address!r} cannot be an issuer's id: that takes an https address of a website or of a folder in it.",
            where="--did-web",
            what_to_do="For instance: https://example.org, or https://example.org/badges",
        )
    return web, place
