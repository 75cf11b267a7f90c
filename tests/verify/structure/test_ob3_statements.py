"""Statements of Open Badges 3.0 about its classes, and what honest issuers do: for each, a badge that keeps it or breaks it, and where."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from credlens.verify.structure.ob3 import BADGE_1, BADGE_2, ENDORSEMENT_2
from credlens.verify.structure.shapes import Rule

Places = Callable[[Rule, Any], list[str]]
SUBJECT, ACHIEVEMENT = "/credentialSubject", "/credentialSubject/achievement"
IMAGE = {"id": "https://academy.example/1.png", "type": "Image", "caption": "A gate"}
IDENTITY = {
    "type": "IdentityObject",
    "hashed": False,
    "identityHash": "kim@example.org",
    "identityType": "emailAddress",
}
PROFILE = {"id": "https://guild.example/", "type": ["Profile"]}
RESULT = {"type": ["Result"], "resultDescription": "urn:uuid:r1", "status": "Completed"}


def _put(document: Any, path: str, value: Any) -> Any:
    document = copy.deepcopy(document)
    *before, last = path.strip("/").split("/")
    place = document
    for key in before:
        place = place[int(key) if isinstance(place, list) else key]
    place[last] = value
    return document


KEPT: dict[str, tuple[str, Any]] = {
    "a credential has an image": ("/image", IMAGE),
    "an image may be written out": ("/image", {"id": "data:image/png;base64,iVBORw0KGgo=", "type": "Image"}),
    "an awarded date has a zone": ("/awardedDate", "2024-01-01T00:00:00.000+02:00"),
    "an issuer may be an address": ("/issuer", "https://academy.example/"),
    "an issuer may be an organisation": (
        "/issuer",
        {**PROFILE, "type": ["Profile", "https://schema.org/Organization"], "url": "https://academy.example"},
    ),
    "types come in any order": ("/type", ["OpenBadgeCredential", "VerifiableCredential"]),
    "the types of a badge may be both": (
        "/type",
        ["VerifiableCredential", "AchievementCredential", "OpenBadgeCredential"],
    ),
    "there may be more types": ("/type", ["VerifiableCredential", "OpenBadgeCredential", "https://t.example/Own"]),
    "a subject needs no id when it has an identifier": (f"{SUBJECT}/identifier", [IDENTITY]),
    "a hashed identifier has salt": (
        f"{SUBJECT}/identifier",
        [{**IDENTITY, "hashed": True, "identityHash": "sha256$00", "salt": "kosher"}],
    ),
    "one identifier may stand alone": (f"{SUBJECT}/identifier", IDENTITY),
    "a name is a kind of identifier": (f"{SUBJECT}/identifier", [{**IDENTITY, "identityType": "name"}]),
    "an activity may have no zone": (f"{SUBJECT}/activityEndDate", "2024-01-01T00:00:00"),
    "credits are earned in parts": (f"{SUBJECT}/creditsEarned", 2.5),
    "a narrative": (f"{SUBJECT}/narrative", "**Three** gates"),
    "a source": (f"{SUBJECT}/source", PROFILE),
    "criteria by address only": (f"{ACHIEVEMENT}/criteria", {"id": "https://academy.example/criteria"}),
    "criteria in words only": (f"{ACHIEVEMENT}/criteria", {"narrative": "Three gates"}),
    "own kinds of achievements": (f"{ACHIEVEMENT}/achievementType", "ext:Nanodegree"),
    "own kinds of achievements, in words": (f"{ACHIEVEMENT}/achievementType", "ext:Course Certificate"),
    "a type may stand alone": (f"{ACHIEVEMENT}/type", "Achievement"),
    "an achievement may be a URN": (f"{ACHIEVEMENT}/id", "urn:uuid:4f1f1bb1-0e0e-4bb0-8b0e-2f3c2b1d0a9e"),
    "credits are whole": (f"{ACHIEVEMENT}/creditsAvailable", 36),
    "a language": (f"{ACHIEVEMENT}/inLanguage", "en-US"),
    "a version": (f"{ACHIEVEMENT}/version", "2024.1"),
    "other identifiers": (
        f"{ACHIEVEMENT}/otherIdentifier",
        [{"type": "IdentifierEntry", "identifier": "C-1", "identifierType": "ext:course"}],
    ),
    "related achievements": (f"{ACHIEVEMENT}/related", [{"id": "urn:uuid:2", "type": ["Related"], "version": "1"}]),
    "no tags": (f"{ACHIEVEMENT}/tag", []),
    "an alignment of one's own kind": (
        f"{ACHIEVEMENT}/alignment",
        {"type": "Alignment", "targetName": "n", "targetUrl": "https://esco.example/1", "targetType": "ext:ESCO"},
    ),
    "an alignment to CTDL": (
        f"{ACHIEVEMENT}/alignment",
        [
            {
                "type": ["Alignment"],
                "targetName": "n",
                "targetUrl": "https://c.example/1",
                "targetType": "ceterms:Credential",
            }
        ],
    ),
    "a creator": (f"{ACHIEVEMENT}/creator", PROFILE),
    "an image of the achievement": (f"{ACHIEVEMENT}/image", IMAGE),
    "several results": (f"{SUBJECT}/result", [RESULT, {"type": "Result", "value": "A"}]),
    "endorsements as tokens": ("/endorsementJwt", ["eyJhbGciOiJFUzI1NiJ9.e30.AA"]),
    "evidence with a narrative only": ("/evidence", [{"type": ["Evidence"], "narrative": "Seen", "genre": "Iron"}]),
    "evidence as a data address": ("/evidence", [{"id": "data:text/plain,seen", "type": "Evidence"}]),
    "no evidence": ("/evidence", []),
    "terms of use": ("/termsOfUse", [{"type": "https://t.example/Terms"}]),
    "a refresh service": ("/refreshService", {"id": "https://academy.example/new", "type": "1EdTechCredentialRefresh"}),
    "anything else": (f"{ACHIEVEMENT}/ceterms:field", ["x", None, 1]),
}
BROKEN: dict[str, tuple[str, Any]] = {
    "an image is an object": ("/image", "https://academy.example/1.png"),
    "an image of an achievement, too": (f"{ACHIEVEMENT}/image", "https://academy.example/1.png"),
    "an image has a type": ("/image", {"id": "https://academy.example/1.png"}),
    "an awarded date has a zone": ("/awardedDate", "2024-01-01T00:00:00"),
    "an issuer is a profile": ("/issuer", {"id": "https://academy.example/", "name": "Academy"}),
    "an issuer is not two": ("/issuer", ["https://academy.example/"]),
    "a subject is one": (SUBJECT, []),
    "an achievement is one": (ACHIEVEMENT, []),
    "an activity ends at a time": (f"{SUBJECT}/activityEndDate", "2024"),
    "criteria are an object": (f"{ACHIEVEMENT}/criteria", "https://academy.example/criteria"),
    "criteria are at an address": (f"{ACHIEVEMENT}/criteria", {"id": "criteria.html"}),
    "kinds of achievements are a list": (f"{ACHIEVEMENT}/achievementType", "Nanodegree"),
    "an own kind has a name": (f"{ACHIEVEMENT}/achievementType", "ext:"),
    "credits are a number": (f"{ACHIEVEMENT}/creditsAvailable", "36"),
    "an id is absolute": (f"{ACHIEVEMENT}/id", "achievements/1"),
    "a name is a text": (f"{ACHIEVEMENT}/name", ["Welding"]),
    "a creator is a profile": (f"{ACHIEVEMENT}/creator", {"id": "https://guild.example/", "type": "Person"}),
    "a state is one of the list": (f"{SUBJECT}/result", {**RESULT, "status": "Passed"}),
    "an identity says whether it is hashed": (f"{SUBJECT}/identifier", {**IDENTITY, "hashed": "no"}),
}


@pytest.mark.parametrize("statement", KEPT)
@pytest.mark.parametrize("old", [False, True], ids=["2.0", "1.1"])
def test_a_badge_that_keeps_a_statement_has_no_flaws(
    statement: str, old: bool, documents: dict[str, Any], places_of: Places
) -> None:
    badge = _put(documents["badge"], *KEPT[statement])
    if old:
        badge = {**badge, "issuanceDate": badge["validFrom"], "@context": ["https://www.w3.org/2018/credentials/v1"]}
    assert places_of(BADGE_1 if old else BADGE_2, badge) == []


@pytest.mark.parametrize("statement", BROKEN)
def test_a_badge_that_breaks_a_statement_has_its_flaw_there(
    statement: str, documents: dict[str, Any], places_of: Places
) -> None:
    path, value = BROKEN[statement]
    found = places_of(BADGE_2, _put(documents["badge"], path, value))
    assert found
    assert all(where.startswith(path) for where in found)


def test_an_endorsement_is_about_somebody_and_may_say_nothing_of_it(
    documents: dict[str, Any], places_of: Places
) -> None:
    subject = {"id": "did:example:issuer", "type": ["EndorsementSubject"]}
    assert places_of(ENDORSEMENT_2, {**documents["endorsement"], "credentialSubject": subject}) == []
    assert places_of(ENDORSEMENT_2, {**documents["endorsement"], "credentialSubject": {"type": "EndorsementSubject"}})
