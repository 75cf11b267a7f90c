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
from credlens.catalog.sources.ctdl import SOURCE
from credlens.model.credential import (
    AssessmentType,
    CostPattern,
    Credential,
    CredentialLevel,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    Renewal,
    Status,
    Validity,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Unknown, WhyUnknown
from credlens.model.occupation import DegreeLevel
from credlens.model.offer import DeliveryMode, Identifier, RelationKind
from credlens.model.quantity import Hours, Months

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "ctdl"
PILOT = "ce-11111111-0000-4000-8000-000000000001"
DEGREE = "ce-11111111-0000-4000-8000-000000000002"
MATE = "ce-11111111-0000-4000-8000-000000000003"


def on_disk(*names: str) -> list[SourceFile]:
    return [SourceFile(name, lambda name=name: (FIXTURES / name).open("rb")) for name in names]  # type: ignore[misc]


def written(name: str, content: Any) -> SourceFile:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return SourceFile(name, lambda: io.BytesIO(data))


def events(*files: SourceFile, as_of: date | None = None) -> list[CatalogEvent]:
    return list(SOURCE.read(files, Settings(as_of)))


def offers(*files: SourceFile) -> dict[str, Offer]:
    return {e.key: e for e in events(*files) if isinstance(e, Offer)}


def problems(*files: SourceFile) -> list[str]:
    return [str(e) for e in events(*files) if isinstance(e, Problem)]


def notes(*files: SourceFile) -> list[str]:
    return [e.words for e in events(*files) if isinstance(e, Note)]


def one(**properties: Any) -> Credential:
    """The record of a certification that says this."""
    node = {"@id": f"https://example.org/{PILOT}", "@type": "ceterms:Certification", "ceterms:name": {"en": "Pilot"}}
    found = offers(written("a.json", {"@graph": [node | {f"ceterms:{k}": v for k, v in properties.items()}]}))
    return next(iter(found.values())).credential


@pytest.fixture(scope="module")
def registry() -> dict[str, Offer]:
    return offers(*on_disk("registry.json", "serving.jsonl"))


@pytest.fixture(scope="module")
def pilot(registry: dict[str, Offer]) -> Credential:
    return registry[PILOT].credential


def test_it_is_in_the_table() -> None:
    assert SOURCES["ctdl"] is SOURCE
    assert SOURCE.endings == (".json", ".jsonld")


class TestWhatItIs:
    def test_names_and_address(self, pilot: Credential) -> None:
        assert pilot.title == "Certified Harbour Pilot"
        assert [a.text for a in pilot.aliases] == ["CHP"]
        assert pilot.identifiers == (Identifier("ctid", PILOT), Identifier("url", "example.org/chp"))
        assert pilot.official_url.get(None) == "https://www.example.org/chp?utm_source=x"
        assert pilot.description.get("") == "For pilots who bring ships into & out of harbours."

    def test_kind_status_version_level_languages(self, pilot: Credential) -> None:
        assert pilot.kind.get("") == "Certification"
        assert pilot.evidence_class.get(None) is EvidenceClass.CERTIFICATION
        assert pilot.status.get(None) is Status.ACTIVE
        assert pilot.version.get("") == "2026.1"
        assert pilot.level.get(None) is CredentialLevel.ADVANCED  # school levels beside it are kept
        assert pilot.languages.get(()) == ("en", "es")
        assert pilot.jurisdictions.get(()) == ("US-OR",)

    def test_the_source_is_the_page_on_the_day_of_the_registry(self, pilot: Credential) -> None:
        (source,) = pilot.kind.sources
        assert source.address == "https://www.example.org/chp?utm_source=x"
        assert source.date == date(2026, 3, 4)
        assert source.note == "registry.json: record 1: node 1"

    def test_without_a_day_of_its_own_the_catalogs_day_counts(self) -> None:
        course, *_ = [e for e in events(*on_disk("courses.jsonld"), as_of=date(2026, 5, 6)) if isinstance(e, Offer)]
        assert course.credential.kind.sources[0].date == date(2026, 5, 6)


class TestOrganisations:
    def test_an_organisation_of_another_file_is_the_issuer(self, pilot: Credential) -> None:
        assert pilot.issuer.get(None) == Organisation("Example Society of Pilots", OrganisationKind.PROFESSIONAL_BODY)

    def test_a_blank_node_is_the_provider_of_its_own_kind(self, pilot: Credential) -> None:
        assert pilot.provider.get(None) == Organisation("Example Harbour School", OrganisationKind.UNIVERSITY)

    def test_accredited_approved_recognised(self, pilot: Credential) -> None:
        assert [(a.what, a.body) for a in pilot.accreditation] == [("scheme", "Example Pilots Board")]
        assert [(r.by, r.kind, r.note) for r in pilot.recognition] == [
            ("Example Pilots Board", "approved_list", ""),
            ("Example Pilots Board", "endorsement", "All harbours of Example Land"),
            ("Example Council on Credit", "credit", ""),
        ]

    def test_one_that_no_file_has_is_told_once_and_the_record_stays(self) -> None:
        files = [written("a.json", {"@graph": [
            {"@type": "ceterms:Course", "@id": f"https://example.edu/{n}", "ceterms:name": {"en": f"Course {n}"}, "ceterms:ownedBy": ["https://example.edu/us"]}
            for n in range(3)
        ]})]  # fmt: skip
        assert len(offers(*files)) == 3
        (told,) = problems(*files)
        assert told.startswith(
            "a.json: record 1 (example.edu/0) and 2 more: ceterms:ownedBy refers to the organisation https://example.edu/us"
        )
        assert not offers(*files)["example.edu/1"].credential.issuer.known

    def test_the_sector_counts_where_neither_type_nor_name_say_more(self) -> None:
        sector = [{"ceterms:targetNode": "agentSector:PrivateForProfit"}]
        org = {"@type": "ceterms:CredentialOrganization", "ceterms:name": "Exemplar", "ceterms:agentSectorType": sector}
        assert one(ownedBy=[org]).issuer.get(None) == Organisation("Exemplar", OrganisationKind.CORPORATION)


class TestPrices:
    def test_options_are_alternatives_and_what_is_for_all_is_in_the_manifest(self, pilot: Credential) -> None:
        assert [(c.option, c.amount.get(None), c.currency, c.what) for c in pilot.costs] == [
            ("member", Decimal(250), "USD", "exam"),
            ("non-member", Decimal(400), "USD", "exam"),
            ("standard", Decimal(60), "USD", "application"),
        ]
        assert pilot.costs[0].valid_from == date(2026, 1, 1)

    def test_a_manifest_speaks_for_itself(self, pilot: Credential) -> None:
        (source,) = pilot.costs[2].amount.sources
        assert source.address == "https://credentialengineregistry.org/graph/ce-33333333-0000-4000-8000-000000000001"

    def test_a_missing_manifest_is_a_problem(self) -> None:
        lacking = problems(*on_disk("registry.json"))
        assert any("ceterms:commonCosts refers to the manifest" in p for p in lacking)
        assert PILOT in offers(*on_disk("registry.json"))

    def test_zero_is_not_free_and_a_negative_price_is_a_problem(self) -> None:
        found = offers(*on_disk("courses.jsonld"))["example.edu/courses/nav-101"].credential
        assert [(c.pattern, c.amount.value) for c in found.costs] == [
            (CostPattern.ONE_OFF, Unknown(WhyUnknown.NOT_STATED)),
            (CostPattern.PER_MONTH, Decimal(40)),
        ]
        told = problems(*on_disk("courses.jsonld"))
        assert [p.partition(": ceterms:")[2] for p in told] == [
            "estimatedCost: A price of -5 is below zero. The field is left unknown.",
            "estimatedCost: How often EUR 700 is paid is not understood: 'per semester'. The field is left unknown.",
        ]

    def test_free_in_words(self) -> None:
        (item,) = one(
            estimatedCost=[
                {"ceterms:price": 0, "ceterms:currency": "EUR", "ceterms:description": {"en": "Free of charge"}}
            ]
        ).costs
        assert (item.pattern, item.amount.get(None)) == (CostPattern.FREE, Decimal(0))

    @pytest.mark.parametrize("profile", [{"ceterms:price": "many", "ceterms:currency": "EUR"}, {"ceterms:price": "49 EUR per month"}, {"ceterms:price": 9}, {"ceterms:price": 9e9, "ceterms:currency": "EUR"}])  # fmt: skip
    def test_what_is_no_price(self, profile: dict[str, Any]) -> None:
        node = {
            "@type": "ceterms:Course",
            "@id": "https://example.edu/x",
            "ceterms:name": "X",
            "ceterms:estimatedCost": [profile],
        }
        assert len(problems(written("a.json", node))) == 1
        assert offers(written("a.json", node))["example.edu/x"].credential.costs == ()

    def test_what_is_for_all_is_part_of_each_option_and_the_sum_is_none_of_them(self) -> None:
        def profile(price: int, kind: str, residency: str = "") -> dict[str, Any]:
            about = {
                "ceterms:price": price,
                "ceterms:currency": "USD",
                "ceterms:directCostType": {"ceterms:targetNode": f"costType:{kind}"},
            }
            return about | (
                {"ceterms:residencyType": [{"ceterms:targetNode": f"residency:{residency}"}]} if residency else {}
            )

        found = one(estimatedCost=[
            profile(100, "Tuition", "InState"), profile(300, "Tuition", "OutOfState"), profile(20, "LearningResource"), profile(999, "AggregateCost"),
        ])  # fmt: skip
        sums = {name: sum(c.amount.get(Decimal(0)) for c in items) for name, items in found.cost_options().items()}
        assert sums == {"in-state": 120, "out-of-state": 320, "aggregate": 999}


class TestWhatItAsksForAndProves:
    def test_an_assessment_of_another_file(self, pilot: Credential) -> None:
        assert [(a.type, a.minutes, a.group) for a in pilot.assessment] == [
            (AssessmentType.WRITTEN_EXAM, 180.0, False),
            (AssessmentType.PRACTICAL, 180.0, False),
        ]

    def test_proctored_says_nothing_of_identity(self, pilot: Credential) -> None:
        assert pilot.supervision.value == Unknown(WhyUnknown.NOT_STATED)
        assert pilot.supervision.note == "proctored; whether identity is checked is not stated"

    def test_competencies_are_stated_skills(self, pilot: Credential) -> None:
        assert [(s.name, s.code, s.uri) for s in pilot.stated] == [
            (
                "Reads tidal streams",
                "HP-2",
                "https://credentialengineregistry.org/resources/ce-77777777-0000-4000-8000-000000000001",
            ),
            ("Berthing under wind", "HP-1", ""),
        ]

    def test_typed_conditions_are_hard_and_words_are_not(self, pilot: Credential) -> None:
        assert [(p.hard, p.credentials, p.experience_years, p.experience_of, p.text) for p in pilot.prerequisites] == [
            (True, (), 3.0, "as a deck officer", "minimum age 21"),
            (False, (), None, "", "A season on a pilot boat"),
            (True, (f"ctid:{MATE}",), None, "", ""),  # out of the manifest
        ]
        assert pilot.prerequisites[2].sources[0].address == (
            "https://credentialengineregistry.org/graph/ce-33333333-0000-4000-8000-000000000002"
        )

    def test_alternatives_share_a_word(self) -> None:
        found = offers(*on_disk("courses.jsonld"))["example.edu/programmes/deck"].credential
        assert [(p.either, p.experience_years, p.degree) for p in found.prerequisites] == [
            ("Either", 2.0, None),
            ("Either", None, DegreeLevel.SECONDARY),
        ]

    def test_an_alternative_of_several_things_is_words(self) -> None:
        def both(*targets: str) -> dict[str, Any]:
            return {
                "@type": "ceterms:ConditionProfile",
                "ceterms:targetCredential": [f"https://example.edu/{t}" for t in targets],
            }

        found = one(
            requires=[
                {"@type": "ceterms:ConditionProfile", "ceterms:alternativeCondition": [both("a", "b"), both("c")]}
            ]
        )
        assert [(p.hard, p.credentials, p.text, p.either) for p in found.prerequisites] == [
            (False, (), "all of: url:example.edu/a; url:example.edu/b", "requires 1"),
            (True, ("url:example.edu/c",), "", "requires 1"),
        ]

    def test_plain_alternatives_are_one_prerequisite(self) -> None:
        targets = [
            {"@type": "ceterms:ConditionProfile", "ceterms:targetCredential": f"https://example.edu/{t}"} for t in "ab"
        ]
        found = one(requires={"@type": "ceterms:ConditionProfile", "ceterms:alternativeCondition": targets})
        assert [p.credentials for p in found.prerequisites] == [("url:example.edu/a", "url:example.edu/b")]


class TestWhatStandsAround:
    def test_credit_of_a_transfer_value_profile(self, pilot: Credential) -> None:
        (credit,) = pilot.credit
        assert (credit.system, credit.amount, credit.by, credit.level, credit.subject, credit.until) == (
            "Semester Hour", 6.0, "Example Council on Credit", "Upper Division Level", "navigation", date(2028, 12, 31),
        )  # fmt: skip

    def test_an_assessment_that_gives_credit_is_an_offer_and_another_is_none(self) -> None:
        exam = {
            "@id": "_:e",
            "@type": "ceterms:AssessmentProfile",
            "ceterms:name": {"en": "Sociology exam"},
            "ceterms:isProctored": False,
        }
        other = {"@id": "_:o", "@type": "ceterms:AssessmentProfile", "ceterms:name": {"en": "Another exam"}}
        profile = {"@id": "_:t", "@type": "ceterms:TransferValueProfile", "ceterms:transferValueFrom": ["_:e"], "ceterms:transferValue": {
            "schema:value": 3, "ceterms:creditUnitType": "creditUnit:DegreeCredit"}}  # fmt: skip
        found = offers(written("a.json", {"@graph": [profile, exam, other]}))
        assert list(found) == ["Sociology exam"]
        assert [(c.system, c.amount, c.by) for c in found["Sociology exam"].credential.credit] == [
            ("Degree Credit", 3.0, "")
        ]

    def test_what_credit_counts_towards(self) -> None:
        worth = {"schema:value": 3, "ceterms:creditUnitType": "creditUnit:DegreeCredit"}
        programme = {
            "@id": "https://example.edu/p",
            "@type": "ceterms:LearningProgram",
            "ceterms:name": {"en": "Accountancy"},
        }
        course = {"@id": "https://example.edu/c", "@type": "ceterms:Course", "ceterms:name": {"en": "Finance"}}
        profile = {
            "@id": "https://example.edu/t",
            "@type": "ceterms:TransferValueProfile",
            "ceterms:transferValue": worth,
        }
        ends = {
            "ceterms:transferValueFrom": "https://example.edu/c",
            "ceterms:transferValueFor": ["https://example.edu/p", "_:nobody"],
        }
        found = offers(written("a.json", {"@graph": [profile | ends, course, programme]}))
        assert [(r.kind, r.target, r.title, r.note) for r in found["example.edu/c"].credential.relations] == [
            (RelationKind.ADVANCED_STANDING_FOR, "url:example.edu/p", "Accountancy", "3 Degree Credit")
        ]
        assert found["example.edu/p"].credential.credit == ()

    def test_relations_and_pathways(self, registry: dict[str, Offer], pilot: Credential) -> None:
        assert [(r.kind, r.target, r.title, r.note) for r in pilot.relations] == [
            (RelationKind.ADVANCED_STANDING_FOR, f"ctid:{DEGREE}", "BSc Nautical Science", "12 credits"),
            (RelationKind.PREPARES_FOR, f"ctid:{DEGREE}", "BSc Nautical Science", ""),
        ]
        degree = registry[DEGREE].credential
        assert [(p.hard, p.credentials) for p in degree.prerequisites] == [(False, (f"ctid:{PILOT}",))]

    def test_figures_of_a_data_set(self, pilot: Credential) -> None:
        assert [(o.metric, o.value, o.unit, o.n, o.months) for o in pilot.outcomes] == [
            ("awarded", 41.0, "", None, 12.0),
            ("pass_rate", 0.82, "", 50, 12.0),
            ("median_earnings", 91000.0, "USD", 50, 12.0),
        ]

    def test_validity_renewal_verification(self, pilot: Credential) -> None:
        assert pilot.validity.get(None) == Validity(36)
        assert pilot.renewal.get(None) == Renewal("fee", Decimal("90.5"), "USD")
        assert pilot.verification.get(None) == Verification("public_page", "example.org")

    def test_classifications_have_a_code_of_a_scheme(self, pilot: Credential) -> None:
        assert [(c.scheme, c.code) for c in pilot.classifications] == [("soc", "53-5021.02"), ("naics", "488330")]

    def test_what_it_says_of_itself_is_its_text(self, registry: dict[str, Offer]) -> None:
        text = registry[PILOT].text.splitlines()
        assert text[0].startswith("For pilots")
        assert {"Reads tidal streams", "Tugs", "Moorings"} <= set(text)


class TestCourses:
    def test_names_without_prefix(self) -> None:
        found = offers(*on_disk("courses.jsonld"))["example.edu/courses/nav-101"].credential
        assert found.title == "Navigation 101"
        assert found.description.get("") == "Navigation by sun and stars."
        assert found.kind.get("") == "Course"
        assert found.status.get(None) is Status.CEASED
        assert found.provider.get(None) == Organisation("Example University", OrganisationKind.UNIVERSITY)
        assert found.mode.get(None) is DeliveryMode.BLENDED
        assert found.hours.get(None) == Hours(30, 45)
        assert [s.name for s in found.stated] == ["Celestial navigation"]
        assert [a.type for a in found.assessment] == [AssessmentType.ARTEFACT]
        assert [(c.system, c.amount) for c in found.credit] == [("Quarter Hour", 3.0)]
        assert found.free_aid.get("") == "Half is paid for students from the coast"
        assert [(r.kind, r.target) for r in found.relations] == [
            (RelationKind.PART_OF, "url:example.edu/programmes/deck")
        ]

    def test_names_as_addresses(self) -> None:
        found = offers(*on_disk("courses.jsonld"))["example.edu/programmes/deck"].credential
        assert found.title == "Deck programme"
        assert found.kind.get("") == "LearningProgram"
        assert [a.field for a in found.absent] == ["credit"]
        assert [(r.kind, r.target) for r in found.relations] == [
            (RelationKind.HAS_PART, "url:example.edu/courses/nav-101"),
            (RelationKind.HAS_PART, "url:example.edu/programmes/deck"),
        ]

    def test_two_paces_are_one_interval_of_months(self, registry: dict[str, Offer]) -> None:
        assert registry[DEGREE].credential.duration.get(None) == Months(36, 60)
        assert not registry[DEGREE].credential.hours.known

    def test_two_ways_to_take_part_are_no_single_one(self) -> None:
        both = [{"ceterms:targetNode": "deliveryType:InPerson"}, {"ceterms:targetNode": "deliveryType:OnlineOnly"}]
        assert not one(deliveryType=both).mode.known
