from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.elm.source import SOURCE
from credlens.model.credential import Accreditation, AssessmentType, CostPattern, Supervision
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source
from credlens.model.offer import Classification, DeliveryMode, Identifier, Relation, RelationKind, Schedule, StatedSkill
from credlens.model.quantity import Hours, Months

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "elm"

SNB = "http://data.europa.eu/snb"
AUTHORITY = "http://publications.europa.eu/resource/authority"


def _concept(address: str, **labels: str) -> dict[str, Any]:
    return {"id": address, "type": "Concept", **({"prefLabel": labels} if labels else {})}


QUALIFICATION: dict[str, Any] = {
    "id": "https://quals.example.eu/q/12",
    "type": "Qualification",
    "title": {"es": "Contenido digital", "en": ["Digital content"]},
    "altLabel": [{"en": ["DC1"]}],
    "description": {"en": "Makes digital content."},
    "identifier": [{"type": "Identifier", "schemeName": "Course code", "notation": "DC-1"}],
    "homepage": {"type": "WebResource", "contentUrl": "https://quals.example.eu/pages/12/"},
    "dcType": _concept(f"{SNB}/learning-opportunity/05053c1cbe"),
    "language": [_concept(f"{AUTHORITY}/language/ENG"), _concept(f"{AUTHORITY}/language/SPA")],
    "EQFLevel": _concept(f"{SNB}/eqf/5"),
    "volumeOfLearning": "P2DT12H",
    "maximumDuration": "P1M",
    "mode": _concept(f"{SNB}/learning-assessment/e92d221e4d", en="Blended"),
    "creditPoint": {"type": "CreditPoint", "framework": _concept(f"{SNB}/education-credit/6fcec5c5af"), "point": "2"},
    "entryRequirement": {"type": "Note", "noteLiteral": {"en": "An account.", "es": "Una cuenta."}},
    "learningOutcomeSummary": {"type": "Note", "noteLiteral": {"en": "Will make content."}},
    "learningOutcome": [
        {
            "type": "LearningOutcome",
            "title": {"en": "Developing content"},
            "relatedESCOSkill": {
                **_concept("http://data.europa.eu/esco/skill/5f", en="develop digital content"),
                "notation": "Skill",
            },
            "relatedSkill": [_concept(f"{SNB}/dcf/u6", en="Developing digital content")],
        },
        {"type": "LearningOutcome", "title": {"en": "Works with others"}},
    ],
    "provenBy": {
        "type": "LearningAssessmentSpecification",
        "title": {"en": "Exam"},
        "dcType": _concept(f"{SNB}/assessment/6e6cb2cc78"),
        "idVerification": _concept(f"{SNB}/supervision-verification/xxxx", en="Supervised with ID Verification"),
    },
    "ISCEDFCode": [_concept(f"{SNB}/isced-f/0688", en="ICT")],
    "awardingOpportunity": {
        "type": "AwardingOpportunity",
        "awardingBody": {"type": "Organisation", "legalName": {"en": "University of Example"}},
    },
    "accreditation": {
        "type": "Accreditation",
        "title": {"en": "National register"},
        "dcType": _concept(f"{SNB}/accreditation/820101cba6"),
        "accreditingAgent": {"type": "Organisation", "legalName": {"en": "Example Agency"}},
        "expiryDate": "2030-01-31T00:00:00Z",
    },
    "isPartOf": {"id": "https://quals.example.eu/q/99", "type": "Qualification", "title": {"en": "Diploma"}},
    "dateModified": "2026-02-03T10:00:00Z",
}
OPPORTUNITY: dict[str, Any] = {
    "id": "https://quals.example.eu/o/1",
    "type": "LearningOpportunity",
    "title": {"en": "Evening course"},
    "providedBy": {"id": "https://quals.example.eu/org/1"},
    "duration": "P3M",
    "applicationDeadline": ["2026-12-01T23:59:59Z"],
    "temporal": {"type": "PeriodOfTime", "startDate": "2027-01-11T00:00:00+01:00"},
    "learningAchievementSpecification": {"id": QUALIFICATION["id"]},
    "priceDetail": [
        {
            "type": "PriceDetail",
            "prefLabel": {"en": "Residents"},
            "amount": {"type": "Amount", "unit": _concept(f"{AUTHORITY}/currency/EUR"), "value": 120.5},
        },
        {
            "type": "PriceDetail",
            "prefLabel": {"de": "pro Monat"},
            "amount": {"type": "Amount", "unit": _concept(f"{AUTHORITY}/currency/EUR"), "value": "40"},
        },
    ],
    "grant": {"type": "Grant", "title": {"en": "Example grant"}},
}
COLLEGE = {
    "id": "https://quals.example.eu/org/1",
    "type": "Organisation",
    "legalName": {"en": "Example College"},
}


def _events(*documents: Any) -> list[CatalogEvent]:
    contents = [d if isinstance(d, bytes) else json.dumps(d).encode() for d in documents]
    files = [SourceFile(f"{i}.jsonld", lambda data=data: io.BytesIO(data)) for i, data in enumerate(contents, start=1)]  # type: ignore[misc]
    return list(SOURCE.read(files, Settings(date(2026, 11, 1))))


def _offers(*documents: Any) -> list[Offer]:
    return [e for e in _events(*documents) if isinstance(e, Offer)]


def _one(document: Any) -> Offer:
    (event,) = _events(document)
    assert isinstance(event, Offer), event
    return event


def test_the_registry_leads_here() -> None:
    assert SOURCES["elm"] is SOURCE


def test_a_qualification() -> None:
    offer = _one({"@context": "http://data.europa.eu/snb/model/context/edc-ap", **QUALIFICATION})
    c = offer.credential
    source = Source(Method.IMPORTED, QUALIFICATION["id"], date(2026, 2, 3), "1.jsonld")

    assert (offer.key, c.title, [a.text for a in c.aliases]) == (QUALIFICATION["id"], "Digital content", ["DC1"])
    assert offer.text == "Makes digital content.\nWill make content.\n- Developing content\n- Works with others"
    assert c.identifiers == (Identifier("elm", QUALIFICATION["id"]), Identifier("url", "quals.example.eu/pages/12"))
    assert c.description == Fact("Makes digital content.", (source,))
    assert c.kind == Fact("Course", (source,))
    assert str(c.issuer.value) == "University of Example"
    assert c.official_url == Fact("https://quals.example.eu/pages/12/", (source,))
    assert c.languages == Fact(("en", "es"), (source,))
    assert c.eqf == Fact(5, (source,))
    assert c.hours == Fact(Hours(60, 60), (source,))
    assert c.schedule == Fact(Schedule(access_months=1), (source,))
    assert c.mode == Fact(DeliveryMode.BLENDED, (source,))
    assert c.stated == (
        StatedSkill("develop digital content", (source,), "http://data.europa.eu/esco/skill/5f"),
        StatedSkill("Developing digital content", (source,), f"{SNB}/dcf/u6"),
        StatedSkill("Works with others", (source,)),
    )
    assert [a.type for a in c.assessment] == [AssessmentType.WRITTEN_EXAM]
    assert c.supervision == Fact(Supervision.SUPERVISED_WITH_ID, (source,))
    assert [(p.hard, p.text) for p in c.prerequisites] == [(False, "An account.")]
    assert c.accreditation == (
        Accreditation("programme", "National register", "Example Agency", (source,), until=date(2030, 1, 31)),
    )
    assert [(x.system, x.amount) for x in c.credit] == [("ECTS", 2.0)]
    assert c.relations == (Relation(RelationKind.PART_OF, "elm:https://quals.example.eu/q/99", (source,), "Diploma"),)
    assert c.classifications == (Classification("isced-f", "0688", "ICT", (source,)),)
    assert not c.evidence_class.known
    assert c.costs == ()


def test_an_opportunity_is_the_offer_and_finds_what_it_refers_to() -> None:
    for documents in ([{"@graph": [OPPORTUNITY, QUALIFICATION, COLLEGE]}], [OPPORTUNITY, COLLEGE, QUALIFICATION]):
        (offer,) = _events(*documents)
        assert isinstance(offer, Offer)
        c = offer.credential

        assert (offer.key, c.title, c.eqf.value) == (QUALIFICATION["id"], "Digital content", 5)
        assert str(c.provider.value) == "Example College"
        assert c.duration.value == Months(3, 3)
        assert c.schedule.value == Schedule(None, (date(2027, 1, 11),), date(2026, 12, 1), 1)
        assert [(i.option, i.pattern, i.amount.value, i.currency) for i in c.costs] == [
            ("Residents", CostPattern.ONE_OFF, Decimal("120.5"), "EUR"),
            ("pro Monat", CostPattern.PER_MONTH, Decimal(40), "EUR"),
        ]
        assert c.free_aid.value == "Example grant"


def test_a_home_page_that_several_share_is_the_name_of_none() -> None:
    other = {**QUALIFICATION, "id": "https://quals.example.eu/q/13"}

    for documents in (
        [[QUALIFICATION, other]],
        [QUALIFICATION, {**OPPORTUNITY, "learningAchievementSpecification": other}],
    ):
        offers = _offers(*documents)
        assert [[i.scheme for i in o.credential.identifiers] for o in offers] == [["elm"], ["elm"]]
    (alone,) = _offers(
        {**OPPORTUNITY, "homepage": QUALIFICATION["homepage"], "learningAchievementSpecification": QUALIFICATION}
    )
    assert [i.scheme for i in alone.credential.identifiers] == ["elm", "url"]


def test_two_opportunities_of_one_specification_are_two_offers() -> None:
    other = {**OPPORTUNITY, "id": "https://quals.example.eu/o/2"}

    assert [o.key for o in _offers({"@graph": [OPPORTUNITY, other, QUALIFICATION]})] == [OPPORTUNITY["id"], other["id"]]


def test_a_held_credential_gives_what_was_specified_and_nothing_of_its_holder() -> None:
    held: dict[str, Any] = {
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "issuer": {"type": "Organisation", "legalName": {"en": "Example Issuer"}},
        "credentialSubject": {
            "type": "Person",
            "fullName": {"en": "Invented Person"},
            "hasClaim": {
                "type": "LearningAchievement",
                "title": {"en": "Invented achievement"},
                "awardedBy": {
                    "type": "AwardingProcess",
                    "awardingBody": {"type": "Organisation", "legalName": {"en": "Example Faculty"}},
                },
                "specifiedBy": {
                    "id": "urn:epass:qualification:1",
                    "type": "Qualification",
                    "title": {"en": "Digital content"},
                    "identifier": {"schemeName": "Course code", "notation": "DC-1"},
                },
            },
        },
    }
    held["credentialSubject"]["hasClaim"] = [
        held["credentialSubject"]["hasClaim"],
        {"specifiedBy": {"type": "LearningActivitySpecification"}},
    ]
    offer = _one(held)

    assert (offer.key, str(offer.credential.issuer.value)) == ("Course code/DC-1", "Example Faculty")
    assert "Invented" not in repr(offer)


def test_names_with_prefixes_and_at_signs_are_the_same_names() -> None:
    offer = _one(
        {
            "@id": "https://quals.example.eu/q/3",
            "@type": "elm:LearningAchievementSpecification",
            "dc:title": [{"@language": "fr", "@value": "Soudure"}, {"@language": "en", "@value": "Welding"}],
            "dc:type": {"@id": f"{SNB}/learning-opportunity/79343569f3"},
            "elm:volumeOfLearning": {"@type": "xsd:duration", "@value": "PT30M"},
        }
    )

    assert (offer.credential.title, offer.credential.kind.value) == ("Welding", "LearningProgram")
    assert offer.credential.hours.value == Hours(0.5, 0.5)


@pytest.mark.parametrize(
    ("price", "expected", "trouble"),
    [
        ({"prefLabel": {"en": "free"}}, [(CostPattern.FREE, 0, "EUR")], []),
        ({"amount": {"unit": {"id": ".../currency/EUR"}, "value": 0}}, [], ["The price is 0, and nothing says that it is free."]),
        ({"prefLabel": {"en": "Free"}, "amount": {"unit": {"id": ".../currency/SEK"}, "value": 0}}, [(CostPattern.FREE, 0, "SEK")], []),
        ({"amount": {"unit": {"id": ".../currency/EUR"}, "value": -5}}, [], ["A price of -5 is below zero."]),
        ({"amount": {"value": 5}}, [], ["The price has no amount with a currency."]),
        ({"amount": {"unit": {"id": ".../currency/EUR"}, "value": "5 per month"}}, [], ["The price has no amount with a currency."]),
        ({"prefLabel": {"en": "Price of both programmes, first year"}, "amount": {"unit": {"id": ".../currency/EUR"}, "value": 9}}, [(CostPattern.ONE_OFF, 9, "EUR")], []),
        ({"prefLabel": {"fr": "par an"}, "amount": {"unit": {"id": ".../currency/EUR"}, "value": 9}}, [(CostPattern.PER_YEAR, 9, "EUR")], []),
        ({"prefLabel": {"en": "On request"}}, [], ["The price has no amount with a currency."]),
    ],
)  # fmt: skip
def test_prices(price: dict[str, Any], expected: list[Any], trouble: list[str]) -> None:
    events = _events({**OPPORTUNITY, "priceDetail": price})

    (offer,) = (e for e in events if isinstance(e, Offer))
    assert [(i.pattern, i.amount.value, i.currency) for i in offer.credential.costs] == expected
    assert [e.message for e in events if isinstance(e, Problem)] == trouble


@pytest.mark.parametrize(
    ("written", "supervision"),
    [
        (_concept(f"{SNB}/supervision-verification/c598449d64"), Supervision.UNSUPERVISED_NO_ID),
        (_concept(f"{SNB}/supervision-verification/df2880c5cb"), Supervision.UNSUPERVISED_WITH_ID),
        (_concept("x", en="Supervised without ID verification"), Supervision.SUPERVISED_NO_ID),
        (_concept("x", en="unsupervised with no identity verification"), Supervision.UNSUPERVISED_NO_ID),
        (_concept(f"{SNB}/supervision-verification/44314532f9"), None),
    ],
)
def test_supervision_by_code_or_label(written: dict[str, Any], supervision: Supervision | None) -> None:
    proven = {"type": "LearningAssessmentSpecification", "idVerification": written}

    assert _one({**QUALIFICATION, "provenBy": proven}).credential.supervision.get(None) == supervision


def test_several_modes_are_to_choose_from_and_a_skill_needs_a_name() -> None:
    modes = [_concept(f"{SNB}/learning-assessment/920fbb3cbe"), _concept(f"{SNB}/learning-assessment/9191af2ed9")]
    nameless = {"type": "LearningOutcome", "relatedSkill": [{"type": "Concept"}]}
    credential = _one({**QUALIFICATION, "mode": modes, "learningOutcome": nameless}).credential

    assert not credential.mode.known
    assert credential.stated == ()


def test_ects_points_mean_hours_only_where_no_volume_is_stated() -> None:
    credential = _one({k: v for k, v in QUALIFICATION.items() if k != "volumeOfLearning"}).credential

    assert credential.hours.value == Hours(50, 60)
    assert credential.hours.note == "2 ECTS x 25-30 h"


def test_what_cannot_be_used_is_listed_and_the_rest_goes_on() -> None:
    graph = [
        {**QUALIFICATION, "volumeOfLearning": "viele Stunden"},
        {"id": "x:1", "type": "Qualification"},
        {**QUALIFICATION, "description": {"en": "Other."}},
        {"id": "x:2", "type": "LearningEntitlement", "title": {"en": "May teach"}},
        {"title": {"en": "No type"}},
    ]

    events = _events({"@graph": graph})

    assert len([e for e in events if isinstance(e, Offer)]) == 1
    assert [e.message for e in events if isinstance(e, Problem)] == [
        "'viele Stunden' is no volume of learning in hours.",
        "It has no title.",
        f"{QUALIFICATION['id']!r} is given twice, with different content.",
        "The object has no type.",
    ]
    assert [e.words for e in events if isinstance(e, Note)] == [
        "1 LearningEntitlement left aside: not something that can be earned"
    ]


@pytest.mark.parametrize("volume", ["P-1D", "viele Stunden", "P1Q", "-PT5H"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_volume_of_learning_that_is_no_duration_is_listed(volume: str, inside: bool) -> None:
    opportunity: dict[str, Any] = {"id": "urn:lo:9", "type": "LearningOpportunity", "title": {"de": "Schweißkurs"}}
    inner = {"type": "Qualification", "title": {"de": "Schweißer"}, "volumeOfLearning": volume}
    added = {"learningAchievementSpecification": inner} if inside else {"volumeOfLearning": volume}
    events = _events({**opportunity, **added})

    (offer,) = [e for e in events if isinstance(e, Offer)]
    assert not offer.credential.hours.known
    assert [e.message for e in events if isinstance(e, Problem)] == [f"{volume!r} is no volume of learning in hours."]


@pytest.mark.parametrize("level", ["0", "9", "19", "-1", "five"])
def test_a_level_that_the_framework_does_not_have_is_listed(level: str) -> None:
    events = _events({**QUALIFICATION, "EQFLevel": _concept(f"{SNB}/eqf/{level}")})

    (offer,) = [e for e in events if isinstance(e, Offer)]
    assert not offer.credential.eqf.known
    assert [(e.where, e.message) for e in events if isinstance(e, Problem)] == [
        ("1.jsonld: eqfLevel", f"{level!r} is no level from 1 to 8.")
    ]


@pytest.mark.parametrize("content", [b"", b"{", b'{"@graph": []}', b"\x00", b'{"a": 1}', b"3"])
def test_files_without_offers_are_problems(content: bytes) -> None:
    events = _events(content, QUALIFICATION)

    assert any(isinstance(e, Problem) and e.where.startswith("1.jsonld") for e in events)
    assert len([e for e in events if isinstance(e, Offer)]) == 1


WRONG: tuple[Any, ...] = (None, 7, True, "x", [], {}, [[]], [None], {"id": 3}, [{"title": 3}], {"amount": "x"})


@pytest.mark.parametrize("name", sorted({*QUALIFICATION, *OPPORTUNITY} - {"id", "type", "title"}))
def test_no_field_of_a_wrong_shape_stops_a_record(name: str) -> None:
    for value in WRONG:
        both = {**OPPORTUNITY, "learningAchievementSpecification": {**QUALIFICATION, name: value}}
        assert len(_offers({**both, **({name: value} if name in OPPORTUNITY else {})})) == 1, value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**9) | st.text(max_size=6) | st.sampled_from(["P1M", "LearningOpportunity", f"{SNB}/eqf/3"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted({*QUALIFICATION, *OPPORTUNITY, "@id", "en", "hasClaim", "credentialSubject", "specifiedBy", "credlens:record"})), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=50)
@given(JSON)
def test_nothing_stops_the_reading(value: Any) -> None:
    record = {k: v for k, v in value.items() if k != "@id"} if isinstance(value, dict) else {"hasPart": value}

    assert len(_offers({**record, "id": "x:9", "type": "Qualification", "title": {"en": "A"}})) == 1
    assert all(
        isinstance(e, Offer | Problem | Note) for e in _events(value, {**record, "type": "VerifiableCredential"})
    )


def test_the_example_file() -> None:
    files = [SourceFile(p.name, lambda p=p: p.open("rb")) for p in sorted(FIXTURES.iterdir())]  # type: ignore[misc]
    events = list(SOURCE.read(files, Settings()))

    assert [e.credential.title for e in events if isinstance(e, Offer)] == ["Digital content"]
    assert len(events) == 1
