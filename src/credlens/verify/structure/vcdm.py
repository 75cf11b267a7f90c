"""Tables of the W3C Verifiable Credentials Data Model, versions 1.1 and 2.0.

The two differ in small ways: 2.0 names the dates ``validFrom`` and ``validUntil``, has texts with languages, wants an id in fewer places and
has enveloped credentials. Sections named here are those of version 2.0. The dates of a credential itself are left to
:mod:`credlens.verify.dates`, which tells what they mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.structure.shapes import Flaws, Place, Rule, Shape, either, kind, listed, many, types_of
from credlens.verify.structure.values import (
    date_time,
    is_url,
    jws,
    media_type,
    multibase,
    sri,
    string,
    text,
    thing,
    type_names,
    url,
)

CREDENTIAL = "VerifiableCredential"
PRESENTATION = "VerifiablePresentation"
ENVELOPED_CREDENTIAL = "EnvelopedVerifiableCredential"
ENVELOPED_PRESENTATION = "EnvelopedVerifiablePresentation"
_BASE = "https://www.w3.org/ns/credentials/v2"
_DATA = "data:"


def contexts(value: Any, place: Place, flaws: Flaws) -> None:
    """Contexts: addresses and objects, at least one (section 4.3). Which they are, and in which order, is another check."""
    if not listed(value):
        flaws.add(place, "It names no context.")
    for index, context in enumerate(listed(value)):
        if not isinstance(context, dict) and not (isinstance(context, str) and ":" in context and " " not in context):
            flaws.add(
                (place, index) if isinstance(value, list) else place,
                "A context is an address, or an object with terms.",
            )


def entry(name: str, *, id_needed: bool = False, more: Mapping[str, Rule] | None = None) -> Rule:
    """An entry that a program has to know the type of, as in sections 4.10 to 5.6: an object with a type, mostly with an id.

    Args:
        name: in words, with its article.
        id_needed: whether it cannot do without an id.
        more: rules for further properties.
    """
    needed = ("id", "type") if id_needed else ("type",)
    return Shape(name, {"id": url, "type": type_names, **(more or {})}, needed)


def claims(value: Any, place: Place, flaws: Flaws) -> None:
    """One credentialSubject: an object with something in it (section 4.8).

    An id alone counts: the type of the credential says what is claimed of whoever has it, and credentials are commonly issued so.
    """
    if not isinstance(value, dict):
        flaws.add(place, f"What the credential is about has to be an object, not {kind(value)}.")
        return
    if "id" in value:
        url(value["id"], (place, "id"), flaws)
    if "type" in value:
        type_names(value["type"], (place, "type"), flaws)
    if not value:
        flaws.add(place, "It says nothing about its subject.")
    for key, inner in value.items():
        if isinstance(inner, dict | list) and key not in _OTHER_JSON:
            _single_ids(inner, (place, key), flaws)


_OTHER_JSON = frozenset({"type", "id", "jsonSchema", "@value"})
"""What was looked at already, and JSON in which ``id`` need not be an id (VC JSON Schema section 4.2)."""


def _single_ids(value: Any, place: Place, flaws: Flaws) -> None:
    """Everything that is described has one id at most (section 4.4)."""
    if isinstance(value, dict) and not isinstance(value.get("id", ""), str):
        flaws.add((place, "id"), f"An id has to be one address, not {kind(value['id'])}.")
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list) and key not in _OTHER_JSON:
            _single_ids(inner, (place, key), flaws)


def _unique_ids(value: Any, place: Place, flaws: Flaws) -> None:
    """No two related resources have the same id (section 5.3)."""
    seen = set()
    for index, related in enumerate(listed(value)):
        name = related.get("id") if isinstance(related, dict) else None
        if isinstance(name, str):
            if name in seen:
                flaws.add(((place, index), "id"), "Another entry is about the same resource.")
            seen.add(name)


_RELATED = many(
    Shape(
        "A related resource",
        {"id": url, "mediaType": media_type, "digestSRI": sri, "digestMultibase": many(multibase)},
        ("id",),
        one_of=("digestSRI", "digestMultibase"),
    )
)


def related(value: Any, place: Place, flaws: Flaws) -> None:
    """Related resources: each with its own id, and a digest (section 5.3)."""
    _RELATED(value, place, flaws)
    _unique_ids(value, place, flaws)


PROOF = Shape(
    "A proof",
    {
        "id": url,
        "type": type_names,
        "proofPurpose": string,
        "verificationMethod": either(string, thing),
        "cryptosuite": string,
        "created": date_time,
        "expires": date_time,
        "domain": many(string),
        "challenge": string,
        "nonce": string,
        "proofValue": string,
        "previousProof": many(string),
    },
    ("type",),
)
"""Data Integrity 1.0 section 2.1, as far as every suite has it; the rest is checked with the proof itself."""

_ISSUER_1 = either(url, Shape("The issuer", {"id": url}, ("id",)))
_ISSUER_2 = either(url, Shape("The issuer", {"id": url, "name": text, "description": text}, ("id",)))
HOLDER = either(url, Shape("The holder", {"id": url}, ("id",)))


def _stated(value: Any, place: Place, flaws: Flaws) -> None:
    """A date that is there says something; which, is judged in :mod:`credlens.verify.dates`."""
    if value is None:
        flaws.add(place, "This has to be a date and time with a zone, not null.")


_DATES: Mapping[str, Rule] = dict.fromkeys(("validFrom", "validUntil", "issuanceDate", "expirationDate"), _stated)

ENTRIES_1: Mapping[str, Rule] = {
    **_DATES,
    "@context": contexts,
    "id": url,
    "type": type_names,
    "credentialStatus": many(entry("A status", id_needed=True)),
    "credentialSchema": many(entry("A schema", id_needed=True)),
    "refreshService": many(entry("A refresh service", id_needed=True)),
    "termsOfUse": many(entry("A term of use")),
    "evidence": many(entry("Evidence")),
    "proof": many(PROOF),
}
"""What every credential of version 1.1 may have."""

ENTRIES_2: Mapping[str, Rule] = {
    **_DATES,
    "@context": contexts,
    "id": url,
    "type": type_names,
    "credentialStatus": many(entry("A status")),
    "credentialSchema": many(entry("A schema", id_needed=True, more={"digestSRI": string})),
    "refreshService": many(entry("A refresh service")),
    "termsOfUse": many(entry("A term of use")),
    "evidence": many(entry("Evidence")),
    "renderMethod": many(entry("A way to show it")),
    "confidenceMethod": many(entry("A way to know its subject")),
    "relatedResource": related,
    "proof": many(PROOF),
}
"""What every credential of version 2.0 may have."""

_NEEDED_1 = ("@context", "type", "issuer", "issuanceDate", "credentialSubject")
_NEEDED_2 = ("@context", "type", "issuer", "credentialSubject")


def credential_1(name: str, properties: Mapping[str, Rule], required: tuple[str, ...] = ()) -> Shape:
    """The table of a kind of credential of version 1.1, with what it has and needs on top."""
    needed = (*_NEEDED_1, *required)
    return Shape(name, {**ENTRIES_1, "issuer": _ISSUER_1, **properties}, needed, frozenset({CREDENTIAL}))


def credential_2(name: str, properties: Mapping[str, Rule], required: tuple[str, ...] = ()) -> Shape:
    """The table of a kind of credential of version 2.0, with what it has and needs on top."""
    needed = (*_NEEDED_2, *required)
    return Shape(name, {**ENTRIES_2, "issuer": _ISSUER_2, **properties}, needed, frozenset({CREDENTIAL}))


_TEXTS: Mapping[str, Rule] = {"name": text, "description": text}
_SUBJECTS = many(claims, least=1)

VC_1 = credential_1("The credential", {"credentialSubject": _SUBJECTS})
VC_2 = credential_2("The credential", {"credentialSubject": _SUBJECTS, **_TEXTS})


def _enveloped(value: Any, place: Place, flaws: Flaws) -> None:
    """An envelope around a secured credential or presentation: its id is a data: URL (sections 4.13 and 4.14)."""
    for key in ("@context", "id", "type"):
        if key not in value:
            flaws.add(place, f"An enveloped credential lacks {key!r}.")
    if "@context" in value and _BASE not in listed(value["@context"]):
        flaws.add((place, "@context"), f"What an envelope is stands in {_BASE}.")
    held = value.get("id")
    if "id" in value and not (is_url(held) and held.lower().startswith(_DATA) and ("," in held or ";" in held)):
        flaws.add((place, "id"), "The id of an enveloped credential has to hold it: a data: address.")


def part_2(value: Any, place: Place, flaws: Flaws) -> None:
    """A credential in a presentation of version 2.0: an object, a credential or an enveloped one. What is in it is examined by itself."""
    if not isinstance(value, dict):
        flaws.add(place, f"A credential in it has to be an object, not {kind(value)}.")
        return
    types = types_of(value)
    if ENVELOPED_CREDENTIAL in types:
        _enveloped(value, place, flaws)
    elif CREDENTIAL not in types:
        flaws.add((place, "type"), f"It has to be of type {CREDENTIAL} or {ENVELOPED_CREDENTIAL}.")


def _part_1(value: Any, place: Place, flaws: Flaws) -> None:
    if not isinstance(value, str):
        part_2(value, place, flaws)
    else:
        jws(value, place, flaws)


def _presentation(part: Rule) -> Shape:
    properties: Mapping[str, Rule] = {
        "@context": contexts,
        "id": url,
        "type": type_names,
        "holder": HOLDER,
        "verifiableCredential": many(part),
        "termsOfUse": many(entry("A term of use")),
        "relatedResource": related,
        "proof": many(PROOF),
    }
    return Shape("The presentation", properties, ("@context", "type"), frozenset({PRESENTATION}))


VP_1 = _presentation(_part_1)
VP_2 = _presentation(part_2)
ENVELOPE = Shape("The envelope", {"id": url, "type": type_names}, more=(_enveloped,))
