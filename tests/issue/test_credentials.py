"""What is said in a badge and in an endorsement."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256, sha384
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.issue.credentials import award, endorsement, identity, written
from credlens.model.errors import UserError
from credlens.model.verification import AlignedSkill, EvidenceClaim, Party


def test_a_badge_says_what_was_given_and_nothing_else(school: Any) -> None:
    assert school.badge(school.p256) == {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:6f0c0b5e-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Welding",
        "issuer": {
            "id": school.p256.did,
            "type": ["Profile"],
            "name": "School of Example",
            "url": "https://school.example.org",
            "email": "office@school.example.org",
        },
        "validFrom": "2026-03-01T12:30:00Z",
        "validUntil": "2029-03-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:ada",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://school.example.org/achievements/welding",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Joins metals.",
                "achievementType": "Certificate",
                "criteria": {"id": "https://school.example.org/welding", "narrative": "Ten seams that hold."},
                "humanCode": "W-1",
                "fieldOfStudy": "Metalwork",
                "tag": ["metal"],
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": "weld metal",
                        "targetUrl": "https://skills.example.org/weld",
                        "targetFramework": "Skills of an example",
                        "targetCode": "W1",
                    }
                ],
            },
        },
        "evidence": [
            {
                "type": ["Evidence"],
                "id": "https://ada.example.org/seam.jpg",
                "name": "A seam",
                "narrative": "Done in March.",
                "genre": "Photograph",
            }
        ],
    }


def test_what_is_not_said_is_not_in_it(school: Any) -> None:
    plain = replace(school.achievement, tags=(), skills=(), kind="", code="", field="", criteria_url="")
    badge = award(Party("did:example:me", "Me"), plain, id="urn:x:1", recipient="mailto:ada@example.org", at=school.at)
    assert set(badge) == {"@context", "id", "type", "name", "issuer", "validFrom", "credentialSubject"}
    assert set(badge["credentialSubject"]["achievement"]) == {"id", "type", "name", "description", "criteria"}
    assert set(badge["issuer"]) == {"id", "type", "name"}
    told = school.badge(school.p256, evidence=(EvidenceClaim(narrative="Seen by the teacher."),))
    assert told["evidence"] == [{"type": ["Evidence"], "narrative": "Seen by the teacher."}]


def test_an_endorsement_says_what_it_is_about(school: Any) -> None:
    made = endorsement(
        school.party(school.p256), "https://ada.example.org/seam", "Clean work.", id="urn:x:2", at=school.at
    )
    assert made["type"] == ["VerifiableCredential", "EndorsementCredential"]
    assert made["credentialSubject"] == {
        "id": "https://ada.example.org/seam",
        "type": ["EndorsementSubject"],
        "endorsementComment": "Clean work.",
    }


def test_a_review_of_a_file_counts_for_its_bytes_alone(school: Any) -> None:
    seam = "https://ada.example.org/seam"
    made = endorsement(school.party(school.p256), seam, "Clean work.", id="urn:x:2", at=school.at, content=b"a picture")
    (related,) = made["relatedResource"]
    assert related["id"] == seam
    assert base64.b64decode(related["digestSRI"].removeprefix("sha384-")) == sha384(b"a picture").digest()


def test_a_hidden_recipient_is_a_hash_that_the_writing_of_the_address_does_not_change(school: Any) -> None:
    hidden = identity(" Ada@Example.org", "s4lt")
    assert hidden == identity("ada@example.org", "s4lt") != identity("ada@example.org", "other")
    assert hidden["identityHash"] == "sha256$" + sha256(b"ada@example.orgs4lt").hexdigest()
    subject = school.badge(school.p256, recipient=hidden)["credentialSubject"]
    assert subject["identifier"] == [hidden]
    assert "id" not in subject


@given(st.datetimes(datetime(1970, 1, 2), datetime(9998, 12, 30)), st.integers(-23 * 60, 23 * 60))  # noqa: DTZ001
def test_a_moment_is_written_in_utc(moment: datetime, minutes: int) -> None:
    there = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert written(there).endswith("Z")
    assert datetime.fromisoformat(written(there)) == there


@pytest.mark.parametrize(
    "change",
    [
        {"id": "1"},
        {"id": "badge one"},
        {"id": "urn:x:a b"},
        {"recipient": "ada@example.org"},
        {"at": datetime(2026, 1, 1)},  # noqa: DTZ001
        {"until": datetime(2026, 3, 1, 12, 30, tzinfo=UTC)},
        {"evidence": (EvidenceClaim("seam.jpg"),)},
    ],
)
def test_a_badge_that_others_could_not_verify_is_refused(school: Any, change: dict[str, Any]) -> None:
    with pytest.raises(UserError):
        school.badge(school.p256, **change)


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""},
        {"name": ""},
        {"description": ""},
        {"criteria": "", "criteria_url": ""},
        {"skills": (AlignedSkill("weld metal"),)},
    ],
)
def test_an_achievement_without_what_the_standard_demands_is_refused(school: Any, change: dict[str, Any]) -> None:
    with pytest.raises(UserError):
        award(school.party(school.p256), replace(school.achievement, **change), id="urn:x:1", recipient="did:x:y", at=school.at)  # fmt: skip


@pytest.mark.parametrize("party", [Party("", "Me"), Party("me", "Me"), Party("did:example:me", "")])
def test_an_issuer_without_id_or_name_is_refused(school: Any, party: Party) -> None:
    with pytest.raises(UserError):
        endorsement(party, "urn:x:1", "Good.", id="urn:x:2", at=school.at)


def test_an_endorsement_without_words_or_object_is_refused(school: Any) -> None:
    for about, comment in (("urn:x:1", " "), ("her work", "Good.")):
        with pytest.raises(UserError):
            endorsement(school.party(school.p256), about, comment, id="urn:x:2", at=school.at)


def test_an_identity_needs_an_address_and_a_salt() -> None:
    for email, salt in (("ada", "s"), ("ada@example.org", "")):
        with pytest.raises(UserError):
            identity(email, salt)
