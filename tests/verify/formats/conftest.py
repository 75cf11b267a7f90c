"""Credentials of each format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.verify.inquiry import Desk, Inquiry, Settings

V1 = "https://www.w3.org/2018/credentials/v1"
V2 = "https://www.w3.org/ns/credentials/v2"

ACHIEVEMENT: dict[str, Any] = {
    "id": "https://academy.example/achievements/1",
    "type": ["Achievement"],
    "name": "Welding",
    "description": "Welds",
    "achievementType": "Certificate",
    "criteria": {"id": "https://academy.example/criteria", "narrative": "Three gates"},
    "humanCode": "W-1",
    "creditsAvailable": 2.5,
    "fieldOfStudy": "Metal",
    "tag": ["metal", "fire"],
    "creator": {"id": "https://guild.example/", "type": "Profile", "name": "Guild"},
    "endorsementJwt": ["eyJ.e30.AA"],
    "alignment": [
        {
            "type": ["Alignment"],
            "targetName": "Weld metal",
            "targetUrl": "https://skills.example/weld",
            "targetFramework": "Skills",
            "targetCode": "S1",
            "targetType": "CFItem",
        }
    ],
    "resultDescription": [
        {
            "id": "urn:uuid:r1",
            "type": ["ResultDescription"],
            "name": "Exam",
            "resultType": "Percent",
            "valueMax": "100",
            "description": "A gate",
            "assessmentType": "Performance",
            "assessmentOutput": "A gate that holds",
        },
        {
            "id": "urn:uuid:r2",
            "type": ["ResultDescription"],
            "name": "Level",
            "resultType": "RubricCriterionLevel",
            "allowedValue": ["low", "high"],
            "rubricCriterionLevel": [{"id": "urn:uuid:l1", "type": ["RubricCriterionLevel"], "name": "Mastered"}],
        },
    ],
}
BADGE: dict[str, Any] = {
    "@context": [V2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:badge",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "Welding",
    "issuer": {
        "id": "https://academy.example/",
        "type": ["Profile"],
        "name": "Academy",
        "url": "https://academy.example/about",
        "email": "office@academy.example",
        "endorsement": [{"id": "urn:uuid:e2", "type": ["VerifiableCredential", "EndorsementCredential"]}],
    },
    "validFrom": "2026-01-01T00:00:00Z",
    "validUntil": "2027-01-01T00:00:00Z",
    "endorsement": {"id": "urn:uuid:e1", "type": ["VerifiableCredential", "EndorsementCredential"]},
    "credentialStatus": [{"type": "A"}, {"type": "B"}],
    "refreshService": {"type": "C"},
    "credentialSchema": {"id": "https://academy.example/schema.json", "type": "JsonSchema"},
    "relatedResource": [{"id": "https://academy.example/1.png", "digestSRI": "sha256-AA"}],
    "evidence": [
        {"id": "https://maker.example/work", "type": ["Evidence"], "name": "Gate", "genre": "Iron", "digestSRI": "x"}
    ],
    "credentialSubject": {
        "id": "did:example:holder",
        "type": ["AchievementSubject"],
        "achievement": ACHIEVEMENT,
        "identifier": [
            {"type": "IdentityObject", "hashed": False, "identityHash": "a@b.example", "identityType": "emailAddress"}
        ],
        "result": [
            {"type": ["Result"], "resultDescription": "urn:uuid:r1", "value": "93"},
            {"type": ["Result"], "resultDescription": "urn:uuid:r2", "achievedLevel": "urn:uuid:l1"},
        ],
    },
}


@pytest.fixture(scope="session")
def badge() -> dict[str, Any]:
    """An Open Badge 3.0 that says as much as it can."""
    return BADGE


@pytest.fixture(scope="session")
def inquiry() -> Callable[[], Inquiry]:
    """Makes a new inquiry, in which nothing else is examined."""
    return lambda: Inquiry(
        Desk(Settings(datetime(2026, 6, 1, tzinfo=UTC)), lambda *_: pytest.fail("nothing is inside"))
    )
