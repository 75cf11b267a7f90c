"""Documents that are as the standards demand, and a way to change one thing in them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from credlens.model.verification import Outcome, Report
from credlens.verify.inquiry import Desk, Inquiry, Settings
from credlens.verify.needs import Missing, Why
from credlens.verify.steps import steps
from credlens.verify.structure.shapes import Flaws, Rule

GONE = object()

BADGE: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "id": "urn:uuid:0b1c",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "Welding",
    "issuer": {
        "id": "https://academy.example/",
        "type": ["Profile"],
        "name": "Academy",
        "address": {"type": ["Address"], "geo": {"type": "GeoCoordinates", "latitude": 1.5, "longitude": 2}},
        "parentOrg": {"id": "https://city.example/", "type": "Profile", "dateOfBirth": "2001-02-28"},
        "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "7", "identifierType": "ext:number"}],
    },
    "validFrom": "2026-01-01T00:00:00Z",
    "credentialStatus": {"id": "https://academy.example/status#3", "type": "BitstringStatusListEntry"},
    "credentialSchema": [{"id": "https://academy.example/schema.json", "type": "1EdTechJsonSchemaValidator2019"}],
    "evidence": [{"id": "https://maker.example/work", "type": ["Evidence"], "name": "Gate"}],
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "hashed": True, "identityHash": "sha256$00", "identityType": "emailAddress"}
        ],
        "result": [{"type": ["Result"], "resultDescription": "urn:uuid:r1", "status": "Completed"}],
        "achievement": {
            "id": "https://academy.example/achievements/1",
            "type": ["Achievement"],
            "name": "Welding",
            "description": "Welds",
            "criteria": {"narrative": "Three gates"},
            "achievementType": "Certificate",
            "image": {"id": "https://academy.example/1.png", "type": "Image"},
            "tag": ["metal"],
            "alignment": [{"type": ["Alignment"], "targetName": "Weld", "targetUrl": "https://skills.example/weld"}],
            "resultDescription": [
                {
                    "id": "urn:uuid:r1",
                    "type": ["ResultDescription"],
                    "name": "State",
                    "resultType": "Status",
                    "rubricCriterionLevel": [{"id": "urn:uuid:l1", "type": ["RubricCriterionLevel"], "name": "Good"}],
                }
            ],
        },
    },
}
RECORD: dict[str, Any] = {
    **{key: BADGE[key] for key in ("@context", "id", "name", "issuer", "validFrom")},
    "type": ["VerifiableCredential", "ClrCredential"],
    "partial": False,
    "credentialSubject": {
        "id": "did:example:holder",
        "type": ["ClrSubject"],
        "verifiableCredential": [BADGE],
        "association": [
            {
                "type": "Association",
                "associationType": "isChildOf",
                "sourceId": "https://academy.example/1",
                "targetId": "https://academy.example/2",
            }
        ],
    },
}
ENDORSEMENT: dict[str, Any] = {
    **{key: BADGE[key] for key in ("@context", "id", "name", "issuer", "validFrom")},
    "type": ["VerifiableCredential", "EndorsementCredential"],
    "credentialSubject": {
        "id": "https://academy.example/achievements/1",
        "type": ["EndorsementSubject"],
        "endorsementComment": "Sound",
    },
}
CREDENTIAL: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential"],
    "issuer": "did:example:issuer",
    "credentialSubject": {"id": "did:example:holder", "degree": "Bachelor"},
}
CREDENTIAL_1: dict[str, Any] = {
    **CREDENTIAL,
    "@context": ["https://www.w3.org/2018/credentials/v1"],
    "issuanceDate": "2026-01-01T00:00:00Z",
}
PRESENTATION: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiablePresentation"],
    "holder": "did:example:holder",
    "verifiableCredential": [CREDENTIAL],
}
DOCUMENTS: dict[str, dict[str, Any]] = {
    "badge": BADGE,
    "record": RECORD,
    "endorsement": ENDORSEMENT,
    "credential": CREDENTIAL,
    "credential_1": CREDENTIAL_1,
    "presentation": PRESENTATION,
}


def _with(name: str, path: str, value: Any) -> dict[str, Any]:
    document = copy.deepcopy(DOCUMENTS[name])
    *before, last = path.strip("/").split("/")
    place: Any = document
    for key in before:
        place = place[int(key) if isinstance(place, list) else key]
    if value is GONE:
        del place[last]
    else:
        place[int(last) if isinstance(place, list) else last] = value
    return document


def _flaws(rule: Rule, value: Any) -> list[str]:
    flaws = Flaws()
    rule(value, None, flaws)
    return [flaw.where for flaw in flaws.found]


@pytest.fixture(scope="session")
def documents() -> dict[str, dict[str, Any]]:
    """One sound document of each kind."""
    return DOCUMENTS


@pytest.fixture(scope="session")
def changed() -> Callable[[str, str, Any], dict[str, Any]]:
    """A sound document with another value at one place."""
    return _with


@pytest.fixture(scope="session")
def without() -> Callable[[str, str], dict[str, Any]]:
    """A sound document without what is at one place."""
    return lambda name, path: _with(name, path, GONE)


@pytest.fixture(scope="session")
def places_of() -> Callable[[Rule, Any], list[str]]:
    """Where a rule finds flaws."""
    return _flaws


@pytest.fixture(scope="session")
def inquiry() -> Callable[[], Inquiry]:
    """Makes a new inquiry, in which nothing else is examined."""
    return lambda: Inquiry(
        Desk(Settings(datetime(2026, 6, 1, tzinfo=UTC)), lambda *_: pytest.fail("nothing is inside"))
    )


@pytest.fixture(scope="session")
def failed() -> Callable[[Any], set[str]]:
    """The checks of form that fail of a document given to the whole verification, offline: what an outsider asks for."""
    return _failed


def _failed(document: Any) -> set[str]:
    running = steps(json.dumps(document).encode(), Settings(datetime(2026, 6, 1, tzinfo=UTC)))
    reply: Missing | None = None
    while True:
        try:
            need = next(running) if reply is None else running.send(reply)
        except StopIteration as end:
            report: Report = end.value
            return {c.id for c in report.checks if c.id in _FORM and c.outcome is Outcome.FAILED}
        reply = Missing(need.url, Why.OFFLINE, "Nothing is fetched.")


_FORM = ("json", "format", "structure", "context")
