from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.verification import Outcome
from credlens.verify.content import Inside
from credlens.verify.formats import FORMATS
from credlens.verify.inquiry import Inquiry

V1 = "https://www.w3.org/2018/credentials/v1"
V2 = "https://www.w3.org/ns/credentials/v2"
VC = "VerifiableCredential"


def recognised(document: dict[str, Any]) -> str:
    return next((f.name for f in FORMATS.values() if f.recognises(document)), "")


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"@context": [V2], "type": [VC, "OpenBadgeCredential"]}, "ob3"),
        ({"@context": [V1], "type": [VC, "AchievementCredential"]}, "ob3"),
        ({"@context": [V2], "type": [VC, "ClrCredential"]}, "clr2"),
        ({"@context": [V2], "type": [VC, "EndorsementCredential"]}, "endorsement3"),
        ({"@context": [V2], "type": "VerifiablePresentation"}, "vp"),
        ({"@context": [V2], "type": "EnvelopedVerifiableCredential"}, "vp"),
        ({"@context": [V2], "type": "Presentation", "verifiableCredential": []}, "vp"),
        ({"@context": [V2], "type": [VC]}, "vc2"),
        ({"@context": V2, "type": "Other"}, "vc2"),
        ({"type": [VC]}, "vc2"),
        ({"@context": [V1], "type": [VC]}, "vc1"),
        ({"@context": [V1, V2], "type": [VC]}, "vc1"),
        ({"@context": "https://w3id.org/openbadges/v2", "type": "Assertion"}, ""),
        ({"@context": 7, "type": {}}, ""),
        ({}, ""),
    ],
)
def test_a_document_is_recognised_by_its_type_and_context(document: dict[str, Any], name: str) -> None:
    assert recognised(document) == name


@pytest.mark.parametrize("name", FORMATS.names())
def test_every_format_has_its_own_name_and_one_for_people(name: str) -> None:
    assert FORMATS[name].name == name
    assert FORMATS[name].title


def test_a_sound_badge_passes(badge: dict[str, Any], inquiry: Callable[[], Inquiry]) -> None:
    asked = inquiry()
    FORMATS["ob3"].read(badge, asked)
    assert [(c.id, c.outcome) for c in asked.checks] == [("structure", Outcome.PASSED)]


def test_the_first_envelope_needs_its_own_dates(badge: dict[str, Any], inquiry: Callable[[], Inquiry]) -> None:
    asked = inquiry()
    FORMATS["ob3"].read({**badge, "@context": [V1]}, asked)
    assert any("issuanceDate" in c.reason for c in asked.checks)


def test_a_record_holds_its_credentials(inquiry: Callable[[], Inquiry]) -> None:
    subject = {"id": "did:example:a", "verifiableCredential": [{"id": "urn:1"}, "eyJ.e30.AA"]}
    record = {"@context": [V2], "type": [VC, "ClrCredential"], "credentialSubject": subject}
    at = "/credentialSubject/verifiableCredential"
    expected = (Inside({"id": "urn:1"}, f"{at}/0"), Inside("eyJ.e30.AA", f"{at}/1"))
    assert FORMATS["clr2"].read(record, inquiry()).contained == expected
    several = FORMATS["clr2"].read({**record, "credentialSubject": [3, subject]}, inquiry()).contained
    assert [i.where for i in several] == [f"/credentialSubject/1/verifiableCredential/{n}" for n in (0, 1)]


def test_a_presentation_speaks_for_its_holder(inquiry: Callable[[], Inquiry]) -> None:
    document = {
        "@context": [V2],
        "type": "VerifiablePresentation",
        "holder": "did:example:a",
        "verifiableCredential": {"x": 1},
    }
    content = FORMATS["vp"].read(document, inquiry())
    assert content.issuer_id == content.issuer == "did:example:a"
    assert content.contained == (Inside({"x": 1}, "/verifiableCredential"),)


def test_an_envelope_is_opened_where_it_stands(inquiry: Callable[[], Inquiry]) -> None:
    document = {"@context": [V2], "type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,eyJ.e30.AA"}
    asked = inquiry()
    assert FORMATS["vp"].read(document, asked).contained == (Inside(document, ""),)
    assert not asked.has_failed()


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "A", "https://a.example/"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "type", "name", "@value", "@language", "endorsement", "result", "achievement", "digestSRI"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_json_in_any_place_is_read_without_an_error(
    data: st.DataObject, badge: dict[str, Any], inquiry: Callable[[], Inquiry]
) -> None:
    changed = dict(badge)
    changed[data.draw(st.sampled_from(sorted(badge)))] = data.draw(ANY)
    subject = dict(badge["credentialSubject"])
    subject[data.draw(st.sampled_from(sorted(subject)))] = data.draw(ANY)
    achievement = dict(subject["achievement"]) if isinstance(subject["achievement"], dict) else {}
    achievement[data.draw(st.sampled_from(sorted(badge["credentialSubject"]["achievement"])))] = data.draw(ANY)
    for document in (
        changed,
        {**badge, "credentialSubject": subject},
        {**badge, "credentialSubject": {"achievement": achievement}},
    ):
        recognised(document)
        for kind in FORMATS.values():
            asked = inquiry()
            kind.read(document, asked)
            assert {c.id for c in asked.checks} == {"structure"}
