from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.verify.structure import clr2, ob3, vcdm
from credlens.verify.structure.shapes import Flaws, Rule

RULES: dict[str, Rule] = {
    "badge": ob3.BADGE_2,
    "record": clr2.CLR_2,
    "endorsement": ob3.ENDORSEMENT_2,
    "credential": vcdm.VC_2,
    "credential_1": vcdm.VC_1,
    "presentation": vcdm.VP_2,
}
ACHIEVEMENT = "/credentialSubject/achievement"
ENVELOPED = {
    "@context": "https://www.w3.org/ns/credentials/v2",
    "id": "data:application/vc+jwt,eyJ.e30.AA",
    "type": "EnvelopedVerifiableCredential",
}
DIGEST = {"digestSRI": "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}


@pytest.mark.parametrize("name", RULES)
def test_a_sound_document_has_no_flaws(name: str, documents: dict[str, Any], places_of: Callable[..., Any]) -> None:
    assert places_of(RULES[name], documents[name]) == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *(("badge", f"/{key}") for key in ("@context", "id", "type", "issuer", "validFrom", "credentialSubject")),
        *(("badge", f"{ACHIEVEMENT}/{key}") for key in ("id", "type", "name", "description", "criteria")),
        *(("badge", f"{ACHIEVEMENT}/alignment/0/{key}") for key in ("type", "targetName", "targetUrl")),
        *(("badge", f"{ACHIEVEMENT}/resultDescription/0/{key}") for key in ("type", "name", "resultType")),
        *(
            ("badge", f"{ACHIEVEMENT}/resultDescription/0/rubricCriterionLevel/0/{key}")
            for key in ("id", "type", "name")
        ),
        *(("badge", f"{ACHIEVEMENT}/image/{key}") for key in ("id", "type")),
        *(("badge", f"/credentialSubject/{key}") for key in ("type", "achievement", "identifier")),
        *(
            ("badge", f"/credentialSubject/identifier/0/{key}")
            for key in ("type", "hashed", "identityHash", "identityType")
        ),
        *(("badge", f"/issuer/{key}") for key in ("id", "type")),
        *(("badge", f"/issuer/address/geo/{key}") for key in ("type", "latitude", "longitude")),
        *(("badge", f"/issuer/otherIdentifier/0/{key}") for key in ("type", "identifier", "identifierType")),
        ("badge", "/evidence/0/type"),
        ("badge", "/credentialStatus/type"),
        ("badge", "/credentialSchema/0/id"),
        ("badge", "/credentialSubject/result/0/status"),
        *(("record", f"/{key}") for key in ("id", "name", "issuer", "validFrom", "credentialSubject")),
        *(("record", f"/credentialSubject/{key}") for key in ("id", "type", "verifiableCredential")),
        *(
            ("record", f"/credentialSubject/association/0/{key}")
            for key in ("type", "associationType", "sourceId", "targetId")
        ),
        *(("endorsement", f"/{key}") for key in ("id", "name", "validFrom")),
        *(("endorsement", f"/credentialSubject/{key}") for key in ("id", "type")),
        *(("credential", f"/{key}") for key in ("@context", "type", "issuer", "credentialSubject")),
        *(("credential_1", f"/{key}") for key in ("@context", "type", "issuer", "issuanceDate", "credentialSubject")),
        *(("presentation", f"/{key}") for key in ("@context", "type")),
        ("presentation", "/verifiableCredential/0/type"),
    ],
)
def test_what_the_standard_requires_is_missed(
    name: str, path: str, without: Callable[..., Any], places_of: Callable[..., Any]
) -> None:
    assert len(places_of(RULES[name], without(name, path))) == 1


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("badge", "/type", ["VerifiableCredential", "BadgeCredential"]),
        ("badge", "/type", ["OpenBadgeCredential"]),
        ("badge", "/image", "https://academy.example/1.png"),
        ("badge", "/awardedDate", "2026-01-01"),
        ("badge", "/credentialSubject", []),
        ("badge", "/credentialSubject/identifier", []),
        ("badge", "/credentialSubject/result/0/status", "Done"),
        ("badge", "/credentialSubject/result/0/resultDescription", "urn:uuid:other"),
        ("badge", "/credentialSubject/creditsEarned", "3"),
        ("badge", "/endorsementJwt", ["nothing"]),
        ("badge", "/endorsement", "https://academy.example/e"),
        ("badge", f"{ACHIEVEMENT}/achievementType", "Medal"),
        ("badge", f"{ACHIEVEMENT}/tag", [3]),
        ("badge", f"{ACHIEVEMENT}/creator", "https://academy.example/"),
        ("badge", f"{ACHIEVEMENT}/alignment/0/targetType", "Own"),
        ("badge", "/issuer/type", ["Organization"]),
        ("badge", "/issuer/parentOrg/parentOrg", {"type": "Profile"}),
        ("record", "/partial", "no"),
        ("record", "/credentialSubject/verifiableCredential", []),
        ("record", "/credentialSubject/association/0/associationType", "likes"),
        ("credential", "/id", ["https://a.example/1"]),
        ("credential", "/id", None),
        ("credential", "/id", "no address"),
        ("credential", "/issuer", "no address"),
        ("credential", "/issuer", None),
        ("credential", "/issuer", ["did:example:a"]),
        ("credential", "/issuer", {"name": "No id"}),
        ("credential", "/issuer", {"id": "did:example:a", "name": {"@language": "de"}}),
        ("credential", "/credentialSubject", []),
        ("credential", "/credentialSubject", {}),
        ("credential", "/credentialSubject", [{"a": 1}, {}]),
        ("credential", "/credentialSubject", "did:example:a"),
        ("credential", "/credentialSubject/id", 7),
        ("credential", "/credentialSubject/degree", {"at": [{"id": ["urn:1", "urn:2"]}]}),
        ("credential", "/credentialSubject/degree", {"id": None}),
        ("credential", "/validFrom", None),
        ("credential", "/validUntil", None),
        ("credential_1", "/expirationDate", None),
        ("credential", "/name", {"@value": "x", "more": "y"}),
        ("credential", "/credentialStatus", [{"id": "https://a.example/"}]),
        ("credential", "/credentialStatus", {"type": "T", "id": "relative"}),
        ("credential", "/credentialSchema", {"type": "JsonSchema"}),
        ("credential", "/refreshService", {"id": "https://a.example/"}),
        ("credential", "/termsOfUse", [{"type": "A"}, {}]),
        ("credential", "/evidence", {"id": "https://a.example/"}),
        ("credential", "/evidence", "https://a.example/"),
        ("credential", "/relatedResource", {"id": "https://a.example/"}),
        ("credential", "/relatedResource", DIGEST),
        ("credential", "/relatedResource", "https://a.example/"),
        ("credential", "/relatedResource", [{"id": "https://a.example/", **DIGEST}] * 2),
        ("credential", "/relatedResource", [{"id": "https://a.example/", "mediaType": "x", **DIGEST}]),
        ("credential", "/proof", "signed"),
        ("credential", "/proof", {"created": "2026-01-01T00:00:00Z"}),
        ("credential", "/type", "VerifiablePresentation"),
        ("credential_1", "/credentialStatus", {"type": "T"}),
        ("presentation", "/holder", {"name": "x"}),
        ("presentation", "/holder", 3),
        ("presentation", "/id", "no address"),
        ("presentation", "/verifiableCredential", ["eyJ.e30.AA"]),
        ("presentation", "/verifiableCredential", "https://a.example/"),
        ("presentation", "/verifiableCredential/0", {**ENVELOPED, "id": "https://a.example/"}),
        ("presentation", "/verifiableCredential/0", {k: v for k, v in ENVELOPED.items() if k != "@context"}),
    ],
)
def test_what_the_standard_forbids_is_found(
    name: str, path: str, value: Any, changed: Callable[..., Any], places_of: Callable[..., Any]
) -> None:
    assert len(places_of(RULES[name], changed(name, path, value))) == 1


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("badge", "/type", ["VerifiableCredential", "AchievementCredential"]),
        ("badge", "/issuer", "https://academy.example/"),
        ("badge", "/evidence", {"type": "Evidence"}),
        ("badge", "/own", {"anything": [None]}),
        ("badge", "/credentialStatus", [{"type": "A"}, {"type": "B"}]),
        ("credential", "/name", [{"@value": "Hallo", "@language": "de"}]),
        ("credential", "/credentialSubject", [{"a": 1}, {"b": 2}]),
        ("credential", "/credentialSubject", {"id": "did:example:a"}),
        ("credential", "/credentialSubject/jsonSchema", {"properties": {"id": {"type": "string"}}, "id": 3}),
        ("credential", "/relatedResource", [{"id": "https://a.example/", **DIGEST}]),
        ("credential", "/termsOfUse", {"type": "Policy"}),
        ("presentation", "/verifiableCredential", []),
        ("presentation", "/verifiableCredential", ENVELOPED),
        ("presentation", "/holder", {"id": "did:example:a"}),
    ],
)
def test_what_the_standard_allows_passes(
    name: str, path: str, value: Any, changed: Callable[..., Any], places_of: Callable[..., Any]
) -> None:
    assert places_of(RULES[name], changed(name, path, value)) == []


def test_an_envelope_holds_its_credential_itself(places_of: Callable[..., Any]) -> None:
    assert places_of(vcdm.ENVELOPE, ENVELOPED) == []
    assert places_of(vcdm.ENVELOPE, {**ENVELOPED, "id": "https://a.example/"}) == ["/id"]


def test_a_first_presentation_may_hold_tokens(documents: dict[str, Any], places_of: Callable[..., Any]) -> None:
    presentation = {**documents["presentation"], "verifiableCredential": ["eyJ.e30.AA", "none", 3]}
    assert places_of(vcdm.VP_1, presentation) == ["/verifiableCredential/1", "/verifiableCredential/2"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "A", "https://a.example/", "a.b.c"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "@value"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def places(value: Any, path: str = "") -> list[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in inner for found in (f"{path}/{key}", *places(each, f"{path}/{key}"))]


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_json_in_any_place_gives_flaws_and_never_an_error(
    data: st.DataObject, documents: dict[str, Any], changed: Callable[..., Any]
) -> None:
    name = data.draw(st.sampled_from(sorted(RULES)))
    path = data.draw(st.sampled_from(places(documents[name])))
    document = changed(name, path, data.draw(JSON))
    for rule in RULES.values():
        rule(document, None, Flaws())
