"""Verification methods in documents: in DID documents, profiles of issuers, key sets, and documents about one key.

Controlled Identifiers 1.0 section 2.2 (verification methods) and 2.3 (verification relationships); Open Badges 2.0 (``publicKey``,
CryptographicKey); RFC 7517 section 5 (key sets).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from credlens.verify.dates import moment
from credlens.verify.keys.encodings import base58_decoded
from credlens.verify.keys.key import KeyFlaw, PublicKey, from_jwk, from_multibase, from_pem, from_raw_ed25519

RELATIONSHIPS = (
    "assertionMethod",
    "authentication",
    "keyAgreement",
    "capabilityInvocation",
    "capabilityDelegation",
)
_LISTS = ("verificationMethod", "publicKey", *RELATIONSHIPS)
_FORMS = ("publicKeyJwk", "publicKeyMultibase", "publicKeyBase58", "publicKeyPem")
_PRIVATE = (
    "privateKeyJwk",
    "privateKeyMultibase",
    "privateKeyBase58",
    "privateKeyPem",
    "secretKeyJwk",
    "secretKeyMultibase",
)
_TYPES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # name -> forms its key is written in, kinds of key
    "Multikey": (("publicKeyMultibase",), ("RSA", "P-256", "P-384", "Ed25519")),
    "JsonWebKey": (("publicKeyJwk",), ("RSA", "P-256", "P-384", "Ed25519")),
    "JsonWebKey2020": (("publicKeyJwk",), ("RSA", "P-256", "P-384", "Ed25519")),
    "Ed25519VerificationKey2018": (("publicKeyBase58",), ("Ed25519",)),
    "Ed25519VerificationKey2020": (("publicKeyMultibase",), ("Ed25519",)),
    "EcdsaSecp256r1VerificationKey2019": (("publicKeyMultibase", "publicKeyJwk"), ("P-256",)),
    "P256Key2021": (("publicKeyMultibase",), ("P-256",)),
    "P384Key2021": (("publicKeyMultibase",), ("P-384",)),
    "CryptographicKey": (("publicKeyPem",), ("RSA", "P-256", "P-384", "Ed25519")),
    "Key": (("publicKeyPem",), ("RSA",)),
    "RsaVerificationKey2018": (("publicKeyPem", "publicKeyJwk"), ("RSA",)),
    "JsonWebSignature2020": (("publicKeyJwk",), ("RSA", "P-256", "P-384", "Ed25519")),
}
_MOST = 200  # methods looked at in one document
_LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class Listed:
    """A method that a document lists.

    Attributes:
        id: absolute; empty when it has none.
        entry: what the document says about it; empty when it only names it.
        lists: names of the document's properties it is listed in.
    """

    id: str
    entry: Mapping[str, Any]
    lists: frozenset[str]


def listed(document: Mapping[str, Any], base: str) -> tuple[Listed, ...]:
    """All methods of a document, each id once.

    Args:
        base: what relative ids ("#key-1") are relative to.

    Raises:
        KeyFlaw: it says two things about one id, or lists too many.
    """
    entries: dict[str, Mapping[str, Any]] = {}
    lists: dict[str, set[str]] = {}
    nameless = []
    for number, (name, item) in enumerate(_items(document)):
        if number >= _MOST:
            raise KeyFlaw(f"The document lists more than {_MOST} keys.")
        entry = item if isinstance(item, Mapping) else {}
        id = absolute(item if isinstance(item, str) else name_of(entry), base)  # noqa: A001
        if not id:
            nameless.append(Listed("", entry, frozenset({name})))
            continue
        lists.setdefault(id, set()).add(name)
        if entry and entries.setdefault(id, entry) != entry:
            raise KeyFlaw(f"The document says two things about one key, {id[:100]}.")
    return (*(Listed(name, entries.get(name, {}), frozenset(where)) for name, where in lists.items()), *nameless)


def _items(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in _LISTS:
        value = document.get(name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str | Mapping):
                yield name, item


def name_of(entry: Mapping[str, Any]) -> str:
    """The id an object states; empty when it states none, or no text."""
    id = entry.get("id", entry.get("@id"))  # noqa: A001
    return id if isinstance(id, str) else ""


def absolute(id: str, base: str) -> str:  # noqa: A002
    """An id as the document means it: "#key-1" belongs to the document itself, anything else stands for itself."""
    return base + id if id.startswith("#") else id


def controller_of(entry: Mapping[str, Any]) -> str:
    """Whose key it says it is (``owner`` in Open Badges 2.0); empty when it says nothing. What is no single text is nobody's id."""
    value = entry.get("controller", entry.get("owner"))
    if isinstance(value, str):
        return value
    return "" if value is None else repr(value)


def allowed(method: Listed, document: Mapping[str, Any], purpose: str, *, is_did: bool) -> bool:
    """Whether a document lets a method be used for a purpose.

    A DID document has to list it for the purpose. The profile of an issuer need not know of purposes: when it states none for any key,
    all its keys are for issuing.
    """
    if purpose in method.lists:
        return True
    return not is_did and not any(name in document for name in RELATIONSHIPS)


def key_in(entry: Mapping[str, Any], at: datetime | None) -> PublicKey:
    """The key of a verification method, or of a JSON Web Key as it is.

    Args:
        at: the moment it has to count at (``expires``, ``revoked``); None when that does not matter.

    Raises:
        KeyFlaw: it has none that is sound, or more than one, or the key counts no more.
    """
    if any(name in entry for name in _PRIVATE):
        raise KeyFlaw("The private part of the key is published with it; nobody can rely on it any more.")
    if at is not None:
        _still_counts(entry, at)
    forms = [name for name in _FORMS if entry.get(name) is not None]
    if not forms and "kty" in entry:
        return from_jwk(entry)
    if len(forms) != 1 or "kty" in entry:
        raise KeyFlaw("It writes its key in more than one way." if forms else "It holds no key.")
    form, type_ = forms[0], entry.get("type", entry.get("@type"))
    key = _read(form, entry[form])
    types = [t for t in (type_ if isinstance(type_, list) else [type_]) if isinstance(t, str)]
    known = [_TYPES[t] for t in types if t in _TYPES]
    if not known:
        raise KeyFlaw(f"It is of a type that is not used here: {str(type_)[:60]!r}.")
    if any(form not in ways or key.kind not in kinds for ways, kinds in known):
        raise KeyFlaw(f"The key in it is not one of its type, {str(type_)[:60]!r}.")
    return key


def _read(form: str, value: Any) -> PublicKey:
    if form == "publicKeyJwk":
        if not isinstance(value, Mapping):
            raise KeyFlaw("Its publicKeyJwk is no JSON Web Key.")
        return from_jwk(value)
    if not isinstance(value, str):
        raise KeyFlaw(f"Its {form} is no text.")
    if form == "publicKeyMultibase":
        return from_multibase(value)
    if form == "publicKeyPem":
        return from_pem(value)
    try:
        return from_raw_ed25519(base58_decoded(value) if len(value) <= _LONGEST_KEY else b"")
    except ValueError as error:
        raise error if isinstance(error, KeyFlaw) else KeyFlaw("The key is not written in base58.") from None


def _still_counts(entry: Mapping[str, Any], at: datetime) -> None:
    """Controlled Identifiers 1.0 section 2.2: from ``expires`` and from ``revoked`` on, nothing signed with it counts."""
    for name, words in (("revoked", "The key is revoked"), ("expires", "The key has expired")):
        value = entry.get(name)
        if value is None or value is False:
            continue
        since = moment(value)
        if since is None:
            raise KeyFlaw(f"{words}, or will: its {name} is no date and time with a zone.")
        if since <= at:
            raise KeyFlaw(f"{words} since {since:%Y-%m-%d}.")
