from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.credly import SOURCE
from credlens.model.credential import (
    AssessmentType,
    CostPattern,
    CredentialLevel,
    EvidenceClass,
    Status,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Identifier, StatedSkill

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "credly"
DATA = Path(__file__).parents[4] / "shared" / "data" / "badges" / "credly_badges.redacted.json"

TEMPLATE: dict[str, Any] = {
    "id": "0a0a0a0a-0000-0000-0000-000000000001",
    "cost": "Paid",
    "description": "Sails a dinghy &amp; reads the wind.",
    "global_activity_url": "https://example.org/sailing",
    "level": "Foundational",
    "name": "Dinghy Sailor",
    "vanity_slug": "dinghy-sailor",
    "time_to_earn": "Weeks",
    "type_category": "Certification",
    "state": "active",
    "updated_at": "2025-03-04T10:00:00.000Z",
    "url": "https://www.credly.com/org/example-sailing/badge/dinghy-sailor",
    "issuer": {
        "summary": "issued by Example Sailing Association",
        "entities": [
            {"label": "Issued by", "primary": True, "entity": {"type": "Organization", "name": "Example Sailing Association"}},
            {"label": "Offered by", "primary": False, "entity": {"type": "Organization", "name": "Example Sea School"}},
        ],
    },
    "alignments": [{"name": "Example Standard", "url": "https://example.org/standard", "description": "Follows it."}],
    "badge_template_activities": [
        {"activity_type": "Course", "required_badge_template_id": None, "title": "Attend the shore course.", "url": None},
        {"activity_type": "Assessment", "title": "Pass the theory exam.", "url": None},
        {"activity_type": "Assessment", "title": "Pass a performance based exam.", "url": None},
        {"activity_type": "Professional Experience", "title": "20 hours at sea"},
        {"activity_type": "Badge", "required_badge_template_id": "0a0a0a0a-0000-0000-0000-000000000002"},
    ],
    "endorsements": [{"endorser": {"name": "Example Coast Guard"}}],
    "skills": [{"id": "1", "name": "Sailing", "vanity_slug": "sailing"}, {"id": "2", "name": "sailing"}, {"id": "3", "name": "Knots"}],
}  # fmt: skip


def _events(*documents: Any) -> list[CatalogEvent]:
    contents = [d if isinstance(d, bytes) else json.dumps(d).encode() for d in documents]
    files = [SourceFile(f"{i}.json", lambda data=data: io.BytesIO(data)) for i, data in enumerate(contents, start=1)]  # type: ignore[misc]
    return list(SOURCE.read(files, Settings(date(2026, 11, 1))))


def _offers(*documents: Any) -> list[Offer]:
    return [e for e in _events(*documents) if isinstance(e, Offer)]


def _one(**changed: Any) -> Offer:
    (event,) = _events({"data": [{**TEMPLATE, **changed}]})
    assert isinstance(event, Offer), event
    return event


def test_the_registry_leads_here() -> None:
    assert SOURCES["credly"] is SOURCE


def test_every_field_of_a_template() -> None:
    offer = _one()
    credential = offer.credential
    source = Source(Method.IMPORTED, TEMPLATE["url"], date(2025, 3, 4), credential.description.sources[0].note)
    category = "the issuer's own category on Credly"

    assert offer.key == TEMPLATE["id"]
    assert offer.text.splitlines() == [
        "Sails a dinghy & reads the wind.",
        "- Attend the shore course.",
        "- Pass the theory exam.",
        "- Pass a performance based exam.",
        "- 20 hours at sea",
    ]
    assert credential.title == "Dinghy Sailor"
    assert credential.identifiers == (
        Identifier("credly", TEMPLATE["id"]),
        Identifier("url", "credly.com/org/example-sailing/badge/dinghy-sailor"),
    )
    assert credential.kind == Fact("Certification", (source,), note=category)
    assert credential.evidence_class == Fact(EvidenceClass.CERTIFICATION, (source,), note=category)
    assert credential.status == Fact(Status.ACTIVE, (source,))
    assert str(credential.issuer.value) == "Example Sailing Association"
    assert str(credential.provider.value) == "Example Sea School"
    assert not credential.platform.known, "Credly shows the badge; nobody learns there"
    assert credential.official_url.value == "https://example.org/sailing"
    assert credential.level == Fact(CredentialLevel.BEGINNER, (source,))
    assert credential.stated == (StatedSkill("Sailing", (source,)), StatedSkill("Knots", (source,)))
    assert [(a.type, a.condition) for a in credential.assessment] == [
        (AssessmentType.WRITTEN_EXAM, "Pass the theory exam.")
    ]
    assert [(p.hard, p.credentials, p.text) for p in credential.prerequisites] == [
        (True, ("credly:0a0a0a0a-0000-0000-0000-000000000002",), ""),
        (False, (), "20 hours at sea"),
    ]
    assert [(r.by, r.kind) for r in credential.recognition] == [("Example Coast Guard", "endorsement")]
    assert credential.verification == Fact(Verification("credly", "credly.com"), (source,))


def test_a_unit_of_time_is_no_time_and_paid_is_no_price() -> None:
    credential = _one().credential

    assert credential.duration.value == Unknown(WhyUnknown.NOT_STATED)
    assert credential.duration.note == "only the unit is given: Weeks"
    assert not credential.hours.known
    assert credential.costs == ()
    assert json.loads(credential.kept[0].text)["cost"] == "Paid"
    assert _one(time_to_earn=None).credential.duration.value == Unknown(WhyUnknown.NOT_LOOKED_UP)


def test_free_is_free_only_where_it_says_so() -> None:
    (item,) = _one(cost="Free").credential.costs

    assert (item.pattern, item.amount.value) == (CostPattern.FREE, Decimal(0))
    assert _one(cost=None).credential.costs == ()
    assert [e.message for e in _events({"data": [{**TEMPLATE, "cost": "0"}]}) if isinstance(e, Problem)] == [
        "'0' is neither Free nor Paid."
    ]


@pytest.mark.parametrize("category", ["Learning", "Validation", "Experience", None, ""])
def test_other_categories_are_badges_of_which_nothing_is_known(category: str | None) -> None:
    credential = _one(type_category=category).credential

    assert credential.kind.value == "DigitalBadge"
    assert not credential.evidence_class.known


def test_the_api_lists_skills_as_names_and_says_who_owns_a_template() -> None:
    credential = _one(
        issuer=None, owner={"name": "Example Guild"}, skills=["Ruby"], badges_count=12, url=None
    ).credential

    assert str(credential.issuer.value) == "Example Guild"
    assert [s.name for s in credential.stated] == ["Ruby"]
    assert [(o.metric, o.value) for o in credential.outcomes] == [("holders", 12)]
    assert credential.identifiers == (Identifier("credly", TEMPLATE["id"]),)


def test_a_profile_gives_templates_and_nothing_of_its_person() -> None:
    badge = {
        "id": "b1",
        "issued_to": "Invented Person",
        "expires_at": "2027-01-01",
        "locale": "es",
        "badge_template": TEMPLATE,
        "earner_path": "/users/invented-person",
    }

    offers = _offers({"data": [badge, {**badge, "id": "b2"}], "metadata": {"count": 2}})

    assert [o.key for o in offers] == [TEMPLATE["id"]]
    assert "nvented" not in repr(offers)
    assert not offers[0].credential.validity.known
    assert not offers[0].credential.languages.known


def test_one_template_alone_or_as_an_answer() -> None:
    assert [o.key for o in _offers(TEMPLATE)] == [TEMPLATE["id"]]
    assert [o.key for o in _offers({"data": TEMPLATE})] == [TEMPLATE["id"]]
    assert [o.key for o in _offers([TEMPLATE])] == [TEMPLATE["id"]]


def test_archived_templates_are_no_longer_issued_and_drafts_are_left_aside() -> None:
    drafts = [{**TEMPLATE, "state": "draft"}, {**TEMPLATE, "state": "draft", "id": "2"}]

    assert _one(state="archived").credential.status.value is Status.CEASED
    assert _events({"data": drafts}) == [Note("1.json: 2 drafts left aside: they are not published")]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Earners <i>have</i> sailed.", "Earners have sailed."),
        ("<i>Ahoy</i> &amp; away", "Ahoy & away"),
        ("Sails with <5 knots and >2 ropes", "Sails with <5 knots and >2 ropes"),
    ],
)
def test_a_description_without_its_tags(written: str, text: str) -> None:
    offer = _one(description=written)

    assert offer.credential.description.value == text
    assert offer.text.startswith(text)


def test_what_cannot_be_used_is_listed_and_the_rest_goes_on() -> None:
    changed = {**TEMPLATE, "description": "Other."}
    other = {**TEMPLATE, "id": "7", "level": "Wizard"}

    events = _events(
        {
            "data": [
                TEMPLATE,
                {**TEMPLATE, "name": None, "id": "5"},
                {"id": "6", "name": "", "cost": "Paid"},
                {"x": 1},
                changed,
                TEMPLATE,
                other,
            ]
        }
    )

    assert [e.key for e in events if isinstance(e, Offer)] == [TEMPLATE["id"], "7"]
    assert [e.message.replace(TEMPLATE["id"], "ID") for e in events if isinstance(e, Problem)] == [
        "The template has no name.",
        "The template has no name.",
        "This is no badge template of Credly's.",
        "'ID' is given twice, with different content.",
        "'Wizard' is no level.",
    ]


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01", b'"text"', b'{"data": 3}'])
def test_files_without_templates_are_problems(content: bytes) -> None:
    events = _events(content, {"data": [TEMPLATE]})

    assert any(isinstance(e, Problem) for e in events)
    assert len([e for e in events if isinstance(e, Offer)]) == 1


def test_a_page_without_templates_is_no_problem() -> None:
    assert _events({"data": [], "metadata": {"count": 0}}) == []


WRONG: tuple[Any, ...] = (None, 7, True, "x", [], {}, [[]], [None], {"entities": "x"})


@pytest.mark.parametrize(
    "name", sorted({*TEMPLATE, "owner", "badges_count", "required_badge_templates", "language"} - {"id", "name"})
)
def test_no_field_of_a_wrong_shape_stops_a_template(name: str) -> None:
    for value in WRONG:
        assert len(_offers({"data": [{**TEMPLATE, name: value}]})) == 1, value


@pytest.mark.skipif(not DATA.exists(), reason="the redacted profile lies beside the project")
def test_a_real_profile() -> None:
    events = _events(DATA.read_bytes())

    offers = [e for e in events if isinstance(e, Offer)]
    assert len(offers) == len(events) == 5
    assert {str(o.credential.issuer.value) for o in offers} == {"Security Compass"}
    assert all(len(o.credential.stated) >= 5 and len(o.credential.assessment) == 1 for o in offers)
    assert "Example Earner" not in repr(offers)


def test_the_example_file() -> None:
    files = [SourceFile(p.name, lambda p=p: p.open("rb")) for p in sorted(FIXTURES.iterdir())]  # type: ignore[misc]
    events = list(SOURCE.read(files, Settings()))

    assert [e.credential.title for e in events if isinstance(e, Offer)] == ["Dinghy Sailor", "Deckhand"]
    assert len(events) == 2
