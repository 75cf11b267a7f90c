"""What honest issuers write, in the terms of the standards: a signature over RDF covers all of it."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.verify.jsonld.coverage import uncovered
from credlens.verify.limits import LIMITS

BASE = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
LEVEL = {"id": "urn:uuid:l", "type": ["RubricCriterionLevel"], "name": "x", "level": "1", "points": "2"}
IDENTIFIER = {"type": "IdentifierEntry", "identifier": "x", "identifierType": "identifier"}
PROFILE = {
    "id": "https://academy.example/",
    "type": ["Profile"],
    "name": "Academy",
    "url": "https://academy.example",
    "phone": "1",
    "official": "Kim",
    "address": {"type": ["Address"], "geo": {"type": "GeoCoordinates", "latitude": 1.5, "longitude": 1.5}},
    "parentOrg": {"id": "https://city.example", "type": ["Profile"]},
    "otherIdentifier": [IDENTIFIER],
    "dateOfBirth": "2000-01-01",
}
STATUS = {
    "type": "BitstringStatusListEntry",
    "statusPurpose": "message",
    "statusListIndex": "1",
    "statusListCredential": "https://academy.example/s",
    "statusSize": 1,
    "statusMessage": [{"status": "0x0", "message": "well"}],
}


def badge(*contexts: Any, subject: Any = None, achievement: Any = None, **more: Any) -> dict[str, Any]:
    told = {
        "id": "urn:uuid:a",
        "type": ["Achievement"],
        "name": "n",
        "description": "d",
        "criteria": {"narrative": "x"},
    }
    return {
        "@context": [BASE, BADGES, *contexts],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": PROFILE,
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:x",
            "type": ["AchievementSubject"],
            "achievement": {**told, **(achievement or {})},
            **(subject or {}),
        },
        **more,
    }


HONEST: dict[str, dict[str, Any]] = {
    "a badge": badge(),
    "null": badge(description=None, achievement={"tag": None}),
    "empty lists": badge(evidence=[], endorsement=[], achievement={"tag": []}),
    "a text in a language": badge(name={"@value": "Schweißen", "@language": "de"}),
    "a text with a direction": badge(name={"@value": "x", "@language": "ar", "@direction": "rtl"}),
    "texts in several languages": badge(name=[{"@value": "n", "@language": "de"}, {"@value": "m", "@language": "en"}]),
    "a language and a version": badge(achievement={"inLanguage": "en", "version": "1"}),
    "related achievements": badge(
        achievement={"related": [{"id": "urn:uuid:2", "type": ["Related"], "inLanguage": "es", "version": "1"}]}
    ),
    "results": badge(
        subject={"result": [{"type": ["Result"], "resultDescription": "urn:uuid:r", "achievedLevel": "urn:uuid:l"}]},
        achievement={
            "resultDescription": [
                {
                    "id": "urn:uuid:r",
                    "type": ["ResultDescription"],
                    "name": "n",
                    "resultType": "RubricCriterionLevel",
                    "allowedValue": ["a", "b"],
                    "rubricCriterionLevel": [LEVEL],
                }
            ]
        },
    ),
    "an image": badge(image={"id": "https://academy.example/i.png", "type": "Image", "caption": "c"}),
    "Data Integrity, second version": badge("https://w3id.org/security/data-integrity/v2"),
    "keys of 2020": badge("https://w3id.org/security/suites/ed25519-2020/v1"),
    "the extensions of 1EdTech": badge(
        EXTENSIONS,
        credentialStatus={"id": "https://academy.example/s", "type": "1EdTechRevocationList"},
        credentialSchema=[{"id": "https://academy.example/s.json", "type": "1EdTechJsonSchemaValidator2019"}],
        refreshService={"id": "https://academy.example/r", "type": "1EdTechCredentialRefresh"},
    ),
    "a list of bits": badge(credentialStatus=STATUS),
    "terms of their own": badge({"own": "https://own.example/own"}, achievement={"own": "x"}),
    "a type that is an address": badge(achievement={"type": ["Achievement", "https://schema.org/Thing"]}),
    "endorsements as tokens": badge(endorsementJwt=["eyJ.e30.A"]),
}


@pytest.mark.parametrize("case", HONEST)
def test_what_honest_issuers_write_is_covered(case: str) -> None:
    assert uncovered(HONEST[case], LIMITS) == ()
