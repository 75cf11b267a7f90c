"""Statements of the Verifiable Credentials Data Model 1.1: for each, documents that keep it and break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Failed = Callable[[Any], set[str]]

BASE = "https://www.w3.org/2018/credentials/v1"
TERMS = {"degree": "https://terms.example/degree", "Diploma": "https://terms.example/Diploma"}
CREDENTIAL: dict[str, Any] = {
    "@context": [BASE, TERMS],
    "type": ["VerifiableCredential", "Diploma"],
    "issuer": "https://university.example/issuers/14",
    "issuanceDate": "2024-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:student", "degree": "Bachelor"},
}
PRESENTATION: dict[str, Any] = {
    "@context": [BASE],
    "type": "VerifiablePresentation",
    "verifiableCredential": [CREDENTIAL],
}
GONE = object()


def vc(**changes: Any) -> dict[str, Any]:
    new = {**CREDENTIAL, **{k.replace("at_context", "@context"): v for k, v in changes.items()}}
    return {k: v for k, v in new.items() if v is not GONE}


def vp(**changes: Any) -> dict[str, Any]:
    return {k: v for k, v in {**PRESENTATION, **changes}.items() if v is not GONE}


KEPT: dict[str, dict[str, Any]] = {
    "4.1 the base context comes first": vc(),
    "4.2 an id is a URI": vc(id="urn:uuid:4f1f1bb1-0e0e-4bb0-8b0e-2f3c2b1d0a9e"),
    "4.3 types come in any order": vc(type=["Diploma", "VerifiableCredential"]),
    "4.4 there may be several subjects": vc(credentialSubject=[{"degree": "A"}, {"degree": "B"}]),
    "4.5 an issuer is an object with an id": vc(issuer={"id": "did:example:i", "url": "https://i.example/"}),
    "4.6 a date has a zone": vc(issuanceDate="2024-01-01T00:00:00.5+02:00"),
    "4.6 or none": vc(issuanceDate="2024-01-01T00:00:00"),
    "4.8 it may end": vc(expirationDate="2025-01-01T00:00:00Z"),
    "4.9 a status has an id and a type": vc(
        credentialStatus={"id": "https://u.example/s", "type": "https://terms.example/Status"}
    ),
    "4.10 a presentation may hold none": vp(verifiableCredential=GONE),
    "4.10 it may have a holder": vp(holder="did:example:holder"),
    "5.4 a schema has an id and a type": vc(
        credentialSchema={"id": "https://s.example/a", "type": "JsonSchemaValidator2018"}
    ),
    "5.6 terms of use have a type": vc(termsOfUse=[{"type": "https://terms.example/Policy"}]),
    "5.7 evidence has a type": vc(evidence=[{"type": ["https://terms.example/Seen"]}]),
    "6.3.1 a presentation may hold tokens": vp(verifiableCredential=["eyJhbGciOiJFUzI1NiJ9.e30.AA"]),
}
BROKEN: dict[str, dict[str, Any]] = {
    "4.1 a context is needed": vc(at_context=GONE),
    "4.1 the base context comes first": vc(at_context=[TERMS, BASE]),
    "4.1 contexts are addresses or objects": vc(at_context=[BASE, TERMS, 7]),
    "4.2 an id is a URI": vc(id="no address"),
    "4.2 an id is one": vc(id=["urn:example:1", "urn:example:2"]),
    "4.3 a type is needed": vc(type=GONE),
    "4.3 a credential is a VerifiableCredential": vc(type=["Diploma"]),
    "4.3 a type maps to an address": vc(type=["VerifiableCredential", "Nowhere"]),
    "4.4 a subject is needed": vc(credentialSubject=GONE),
    "4.4 a subject says something": vc(credentialSubject={}),
    "4.5 an issuer is needed": vc(issuer=GONE),
    "4.5 an issuer is a URI": vc(issuer="University"),
    "4.5 an issuer has an id": vc(issuer={"name": "University"}),
    "4.6 a date is needed": vc(issuanceDate=GONE),
    "4.6 a date has a time": vc(issuanceDate="2024-01-01"),
    "4.6 a date is a text": vc(issuanceDate=1704067200),
    "4.8 an end is a date": vc(expirationDate="never"),
    "4.8 it does not end before it begins": vc(expirationDate="2023-01-01T00:00:00Z"),
    "4.9 a status has a type": vc(credentialStatus={"id": "https://u.example/s"}),
    "4.9 a status has an id": vc(credentialStatus={"type": "https://terms.example/Status"}),
    "4.10 a presentation has a type": vp(type=GONE),
    "4.10 it is a VerifiablePresentation": vp(type=["https://terms.example/Own"]),
    "5.4 a schema has a type": vc(credentialSchema={"id": "https://s.example/a"}),
    "5.4 a schema has an id": vc(credentialSchema={"type": "JsonSchemaValidator2018"}),
    "5.5 a refresh service has an id": vc(refreshService={"type": "ManualRefreshService2018"}),
    "5.5 a refresh service has a type": vc(refreshService={"id": "https://u.example/r"}),
    "5.6 terms of use have a type": vc(termsOfUse=[{"id": "urn:example:p"}]),
    "5.7 evidence has a type": vc(evidence={"id": "https://u.example/e"}),
}


@pytest.mark.parametrize("statement", KEPT)
def test_a_document_that_keeps_a_statement_has_the_right_form(statement: str, failed: Failed) -> None:
    assert failed(KEPT[statement]) == set()


@pytest.mark.parametrize("statement", BROKEN)
def test_a_document_that_breaks_a_statement_has_not(statement: str, failed: Failed) -> None:
    assert failed(BROKEN[statement])
