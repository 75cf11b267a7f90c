"""Credentials of the made-up world, unsigned."""

from __future__ import annotations

from typing import Any

VC2 = "https://www.w3.org/ns/credentials/v2"
VC1 = "https://www.w3.org/2018/credentials/v1"
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
ED2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
HOLDER = "mailto:kim@learner.example"

Json = dict[str, Any]


def open_badge(issuer: str, number: int = 1, **changes: Any) -> Json:
    """An Open Badges 3.0 credential in the VC 2.0 envelope, about something with letters that are often broken on the way."""
    found: Json = {
        "@context": [VC2, OB3],
        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012d}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "Academia Ñandú · 学院"},
        "validFrom": "2026-01-15T09:00:00Z",
        "validUntil": "2036-01-15T09:00:00Z",
        "name": "SQL für Fortgeschrittene — naïve façade 🏅",
        "credentialSubject": {
            "id": HOLDER,
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://academy.example/achievements/sql",
                "type": ["Achievement"],
                "achievementType": "Certificate",
                "name": "SQL for analysts",
                "description": "Joins, groups and windows \u201cover\u201d real tables, e\u0301 and é apart.",
                "criteria": {"narrative": "A supervised exam of 90 minutes,\nand a project."},
                "tag": ["sql", "data"],
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": "SQL",
                        "targetUrl": "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742",
                        "targetFramework": "ESCO",
                    }
                ],
            },
        },
    }
    return {**found, **changes}


def first_envelope(issuer: str, **changes: Any) -> Json:
    """The same in the VC 1.1 envelope."""
    found = open_badge(issuer, 2)
    dates = {"issuanceDate": found.pop("validFrom"), "expirationDate": found.pop("validUntil")}
    return {**found, "@context": [VC1, OB3, ED2020], **dates, **changes}


def learner_record(issuer: str, inside: list[Any], **changes: Any) -> Json:
    """A Comprehensive Learner Record 2.0 around credentials."""
    return {
        "@context": [VC2, CLR2, OB3],
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000c1",
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "Example Academy"},
        "name": "Record of Kim Example",
        "validFrom": "2026-02-01T00:00:00Z",
        "credentialSubject": {"id": HOLDER, "type": ["ClrSubject"], "verifiableCredential": inside},
        **changes,
    }


def endorsement(issuer: str, about: str, **changes: Any) -> Json:
    """An Open Badges 3.0 endorsement."""
    return {
        "@context": [VC2, OB3],
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000e1",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "A peer"},
        "name": "Review of a project",
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {"id": about, "type": ["EndorsementSubject"], "endorsementComment": "The numbers add up."},
        **changes,
    }


def plain(issuer: str, **changes: Any) -> Json:
    """A verifiable credential that is no badge."""
    return {
        "@context": [VC2],
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000f1",
        "type": ["VerifiableCredential"],
        "issuer": issuer,
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": HOLDER},
        **changes,
    }


def presentation(holder: str, inside: list[Any], **changes: Any) -> Json:
    """A verifiable presentation of credentials."""
    return {
        "@context": [VC2],
        "type": ["VerifiablePresentation"],
        "holder": holder,
        "verifiableCredential": inside,
        **changes,
    }
