"""Statements of the Verifiable Credentials Data Model 2.0 about conforming documents: for each, documents that keep it and break it.

The documents are not signed, as whoever asks only for their form would give them: what counts is whether ``structure`` and ``context`` fail.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Failed = Callable[[Any], set[str]]

BASE = "https://www.w3.org/ns/credentials/v2"
OLD = "https://www.w3.org/2018/credentials/v1"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
TERMS = {"degree": "https://terms.example/degree", "Diploma": "https://terms.example/Diploma"}
CREDENTIAL: dict[str, Any] = {
    "@context": [BASE, EXAMPLES],
    "id": "https://university.example/credentials/1",
    "type": ["VerifiableCredential", "DiplomaCredential"],
    "issuer": "https://university.example/issuers/14",
    "validFrom": "2024-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:student", "degree": "Bachelor"},
}
ENVELOPED: dict[str, Any] = {
    "@context": BASE,
    "id": "data:application/vc+jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA",
    "type": "EnvelopedVerifiableCredential",
}
PRESENTATION: dict[str, Any] = {
    "@context": [BASE, EXAMPLES],
    "type": ["VerifiablePresentation"],
    "verifiableCredential": [CREDENTIAL],
}
SRI = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
MULTI = "uEiAm4LSlJLRBPZ0fgdHbeSkhPf9HSHzPXHdRxrsPp8MgPQ"
RELATED: dict[str, Any] = {"id": "https://university.example/1.png", "digestSRI": SRI}
GONE = object()


def changed(document: dict[str, Any], **changes: Any) -> dict[str, Any]:
    new = {**document, **{k.replace("at_context", "@context"): v for k, v in changes.items()}}
    return {k: v for k, v in new.items() if v is not GONE}


def vc(**changes: Any) -> dict[str, Any]:
    return changed(CREDENTIAL, **changes)


def vp(**changes: Any) -> dict[str, Any]:
    return changed(PRESENTATION, **changes)


def subject(**said: Any) -> dict[str, Any]:
    return vc(credentialSubject=said)


def text(value: Any) -> dict[str, Any]:
    return vc(name=value, description=value, issuer={"id": "did:example:i", "name": value, "description": value})


KEPT: dict[str, dict[str, Any]] = {
    "4.3 the base context comes first": vc(),
    "4.3 the base context alone": vc(at_context=[BASE], type=["VerifiableCredential"]),
    "4.3 a context may be written out": vc(at_context=[BASE, TERMS], type=["VerifiableCredential", "Diploma"]),
    "4.4 an id is not needed": vc(id=GONE),
    "4.4 an id may be a DID": vc(id="did:example:credential"),
    "4.4 an id may be a URN": vc(id="urn:uuid:4f1f1bb1-0e0e-4bb0-8b0e-2f3c2b1d0a9e"),
    "4.4 a subject needs no id": subject(degree="Bachelor"),
    "4.5 one type may stand alone": vc(type="VerifiableCredential"),
    "4.5 types come in any order": vc(type=["DiplomaCredential", "VerifiableCredential"]),
    "4.5 a type may be a URL": vc(type=["VerifiableCredential", "https://terms.example/Diploma"]),
    "4.6 a name is a text": text("Diploma"),
    "4.6 a name is a text in a language": text({"@value": "Diplom", "@language": "de"}),
    "4.6 a name is a text with a direction": text({"@value": "شهادة", "@language": "ar", "@direction": "rtl"}),
    "4.6 a name is texts in several languages": text(
        [{"@value": "Diplom", "@language": "de"}, {"@value": "Diploma", "@language": "en-GB"}]
    ),
    "4.7 an issuer is an object with an id": vc(issuer={"id": "did:example:issuer", "url": "https://i.example/"}),
    "4.8 there may be several subjects": vc(
        credentialSubject=[{"degree": "A"}, {"id": "did:example:b", "degree": "B"}]
    ),
    "4.9 it may have no dates": vc(validFrom=GONE),
    "4.9 a date has a zone and may have fractions": vc(validFrom="2024-01-01T00:00:00.123456789+14:00"),
    "4.9 a date may be in the future": vc(validFrom="2998-01-01T00:00:00-08:00"),
    "4.9 the end may be the beginning": vc(validUntil="2024-01-01T01:00:00+01:00"),
    "4.9 the end may be long ago": vc(validFrom="1999-01-01T00:00:00Z", validUntil="2000-01-01T00:00:00Z"),
    "4.9 a day may end at 24 o'clock": vc(validUntil="2099-12-31T24:00:00Z"),
    "4.9 the end of time may be anywhere": vc(validUntil="9999-12-31T23:59:59-05:00"),
    "4.10 a status needs no id": vc(credentialStatus={"type": "OwnStatus"}),
    "4.10 there may be several": vc(credentialStatus=[{"type": "A"}, {"id": "urn:example:s", "type": ["B"]}]),
    "4.11 there may be several schemas": vc(
        credentialSchema=[{"id": f"https://s.example/{n}", "type": "JsonSchema"} for n in "ab"]
    ),
    "4.13 a presentation may hold one": vp(verifiableCredential=CREDENTIAL),
    "4.13 a presentation may hold none": vp(verifiableCredential=GONE),
    "4.13 a presentation may hold many": vp(verifiableCredential=[CREDENTIAL, ENVELOPED, CREDENTIAL]),
    "4.13 a presentation may have an id": vp(id="urn:uuid:8f1f1bb1-0e0e-4bb0-8b0e-2f3c2b1d0a9e"),
    "4.13 a presentation may have more types": vp(type=["VerifiablePresentation", "OwnPresentation"]),
    "4.13 a holder is a URL": vp(holder="did:example:holder"),
    "4.13 a holder is an object with an id": vp(holder={"id": "did:example:holder", "name": "Kim"}),
    "4.13.1 one may be in an envelope": vp(verifiableCredential=[ENVELOPED]),
    "4.13.1 it may be an SD-JWT": vp(
        verifiableCredential={**ENVELOPED, "id": "data:application/vc+sd-jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA~WyJh"}
    ),
    "4.13.1 its context may be a list": vp(verifiableCredential=[{**ENVELOPED, "@context": [BASE, EXAMPLES]}]),
    "4.13.2 a presentation may be in an envelope": {
        **ENVELOPED,
        "type": "EnvelopedVerifiablePresentation",
        "id": "data:application/vp+jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA",
    },
    "5.3 related files have a digest": vc(
        relatedResource=[RELATED, {"id": "https://u.example/2", "digestMultibase": MULTI}]
    ),
    "5.3 there may be one, with a media type": vc(relatedResource={**RELATED, "mediaType": "image/png"}),
    "5.3 and several digests": vc(relatedResource={**RELATED, "digestSRI": f"{SRI} {SRI}", "digestMultibase": [MULTI]}),
    "5.4 a refresh service has a type": vc(refreshService={"type": "OwnRefresh"}),
    "5.5 terms of use have a type": vc(termsOfUse=[{"type": "Policy"}, {"type": "Policy", "id": "urn:example:p"}]),
    "5.6 evidence has a type": vc(evidence=[{"type": ["Own"], "id": "https://u.example/e"}, {"type": "Own"}]),
    "5.11 a reserved property has a type": vc(renderMethod={"type": "SvgRendering"}),
}

BROKEN: dict[str, dict[str, Any]] = {
    "4.3 a context is needed": vc(at_context=GONE),
    "4.3 a presentation needs one too": vp(at_context=GONE),
    "4.3 the base context comes first": vc(at_context=[EXAMPLES, BASE]),
    "4.3 in presentations too": vp(at_context=[EXAMPLES, BASE]),
    "4.3 it is needed": vc(at_context=[EXAMPLES]),
    "4.3 the list is not empty": vc(at_context=[]),
    "4.3 contexts are addresses or objects": vc(at_context=[BASE, 7]),
    "4.3 and not null": vc(at_context=[BASE, None]),
    "4.3 and not lists": vc(at_context=[BASE, [EXAMPLES]]),
    "4.3 an address is one": vc(at_context=[BASE, "no address"]),
    "4.3 an object may not change the base context": vc(at_context=[BASE, {"issuer": "https://terms.example/i"}]),
    "4.4 an id is a URL": vc(id="not a url"),
    "4.4 an id is absolute": vc(id="/credentials/1"),
    "4.4 an id is one": vc(id=["https://u.example/1", "https://u.example/2"]),
    "4.4 an id is no number": vc(id=7),
    "4.4 an id is no object": vc(id={"id": "urn:example:1"}),
    "4.4 a subject's id is a URL": subject(id="not a url", degree="A"),
    "4.4 a subject's id is one": subject(id=["did:example:a", "did:example:b"], degree="A"),
    "4.4 ids further in are single": subject(degree={"id": ["urn:example:a", "urn:example:b"]}),
    "4.5 a type is needed": vc(type=GONE),
    "4.5 the list of types is not empty": vc(type=[]),
    "4.5 a credential is a VerifiableCredential": vc(type=["DiplomaCredential"]),
    "4.5 a type is a text": vc(type=["VerifiableCredential", 7]),
    "4.5 a type is not null": vc(type=["VerifiableCredential", None]),
    "4.5 a type means something": vc(at_context=[BASE], type=["VerifiableCredential", "Nowhere"]),
    "4.5 so does that of a part": vc(at_context=[BASE], type="VerifiableCredential", termsOfUse={"type": "Nowhere"}),
    "4.5 a presentation is a VerifiablePresentation": vp(type=["OwnPresentation"]),
    "4.5 a presentation has a type": vp(type=GONE),
    "4.6 a name is no number": text(7),
    "4.6 a name is no list of numbers": text([7]),
    "4.6 a text in a language has a value": text({"@language": "de"}),
    "4.6 its value is a text": text({"@value": 7, "@language": "de"}),
    "4.6 its language is one": text({"@value": "x", "@language": "not a language"}),
    "4.6 its direction is one": text({"@value": "x", "@language": "en", "@direction": "up"}),
    "4.6 it holds nothing else": text({"@value": "x", "@language": "en", "url": "https://did.not/"}),
    "4.7 an issuer is needed": vc(issuer=GONE),
    "4.7 an issuer is a URL": vc(issuer="University"),
    "4.7 an issuer is not null": vc(issuer=None),
    "4.7 an issuer is no list": vc(issuer=["did:example:a"]),
    "4.7 an issuer has an id": vc(issuer={"name": "University"}),
    "4.7 its id is a URL": vc(issuer={"id": "University"}),
    "4.7 its id is one": vc(issuer={"id": ["did:example:a"]}),
    "4.8 a subject is needed": vc(credentialSubject=GONE),
    "4.8 a subject says something": vc(credentialSubject={}),
    "4.8 each of them does": vc(credentialSubject=[{"degree": "A"}, {}]),
    "4.8 there is one at least": vc(credentialSubject=[]),
    "4.8 a subject is an object": vc(credentialSubject="did:example:a"),
    "4.8 a subject is not null": vc(credentialSubject=None),
    "4.9 a date has a time": vc(validFrom="2024-01-01"),
    "4.9 a date has a zone": vc(validFrom="2024-01-01T00:00:00"),
    "4.9 a date is a text": vc(validFrom=1704067200),
    "4.9 a date is one": vc(validUntil=["2099-01-01T00:00:00Z"]),
    "4.9 a date is in the calendar": vc(validFrom="2024-02-30T00:00:00Z"),
    "4.9 a date has its T and Z large": vc(validFrom="2024-01-01t00:00:00z"),
    "4.9 a zone is one of the earth": vc(validFrom="2024-01-01T00:00:00+15:00"),
    "4.9 an end has a zone": vc(validUntil="2099-01-01T00:00:00"),
    "4.9 an end is a date": vc(validUntil="never"),
    "4.9 it does not end before it begins": vc(validUntil="2023-12-31T23:59:59Z"),
    "4.10 a status has a type": vc(credentialStatus={"id": "https://u.example/s"}),
    "4.10 each of them does": vc(credentialStatus=[{"type": "A"}, {"id": "https://u.example/s"}]),
    "4.10 its id is a URL": vc(credentialStatus={"id": "s", "type": "A"}),
    "4.10 a status is an object": vc(credentialStatus="https://u.example/s"),
    "4.11 a schema has a type": vc(credentialSchema={"id": "https://s.example/a"}),
    "4.11 a schema has an id": vc(credentialSchema={"type": "JsonSchema"}),
    "4.11 its id is a URL": vc(credentialSchema=[{"id": "a.json", "type": "JsonSchema"}]),
    "4.13 credentials are objects, not addresses": vp(verifiableCredential=["https://u.example/credentials/1"]),
    "4.13 nor tokens": vp(verifiableCredential=["eyJhbGciOiJFUzI1NiJ9.e30.AA"]),
    "4.13 nor numbers": vp(verifiableCredential=[7]),
    "4.13 nor null": vp(verifiableCredential=None),
    "4.13 a holder is a URL": vp(holder="Kim"),
    "4.13 a holder has an id": vp(holder={"name": "Kim"}),
    "4.13 an id is a URL": vp(id="presentation"),
    "4.13.1 an envelope has a context": vp(verifiableCredential=[changed(ENVELOPED, at_context=GONE)]),
    "4.13.1 which knows envelopes": vp(verifiableCredential=[{**ENVELOPED, "@context": OLD}]),
    "4.13.1 an envelope has an id": vp(verifiableCredential=[changed(ENVELOPED, id=GONE)]),
    "4.13.1 its id is a data URL": vp(verifiableCredential=[{**ENVELOPED, "id": "https://u.example/1.jwt"}]),
    "4.13.1 its id has its data": vp(verifiableCredential=[{**ENVELOPED, "id": "data:application/vc+jwt"}]),
    "4.13.1 its type is that of an envelope": vp(verifiableCredential=[{**ENVELOPED, "type": "Envelope"}]),
    "4.13.2 an enveloped presentation has a context": {
        "id": "data:application/vp+jwt,eyJ.e30.AA",
        "type": "EnvelopedVerifiablePresentation",
    },
    "4.13.2 its id is a data URL": {
        "@context": BASE,
        "id": "https://u.example/p",
        "type": "EnvelopedVerifiablePresentation",
    },
    "5.3 a related file has an id": vc(relatedResource=changed(RELATED, id=GONE)),
    "5.3 its id is a URL": vc(relatedResource={**RELATED, "id": "1.png"}),
    "5.3 it has a digest": vc(relatedResource=changed(RELATED, digestSRI=GONE)),
    "5.3 each stands there once": vc(relatedResource=[RELATED, {**RELATED, "digestMultibase": MULTI}]),
    "5.3 related files are objects": vc(relatedResource="https://u.example/1.png"),
    "5.3 a digest is written as one": vc(relatedResource={**RELATED, "digestSRI": "0123"}),
    "5.3 the other one, too": vc(relatedResource={**RELATED, "digestMultibase": "0123"}),
    "5.3 a media type is one": vc(relatedResource={**RELATED, "mediaType": "picture"}),
    "5.4 a refresh service has a type": vc(refreshService={"id": "https://u.example/r"}),
    "5.5 terms of use have a type": vc(termsOfUse=[{"type": "Policy"}, {"id": "urn:example:p"}]),
    "5.6 evidence has a type": vc(evidence=[{"id": "https://u.example/e"}]),
    "5.6 evidence is an object": vc(evidence=["https://u.example/e"]),
    "5.11 a reserved property has a type": vc(renderMethod={"id": "https://u.example/r"}),
}


@pytest.mark.parametrize("statement", KEPT)
def test_a_document_that_keeps_a_statement_has_the_right_form(statement: str, failed: Failed) -> None:
    assert failed(KEPT[statement]) == set()


@pytest.mark.parametrize("statement", BROKEN)
def test_a_document_that_breaks_a_statement_has_not(statement: str, failed: Failed) -> None:
    assert failed(BROKEN[statement])
