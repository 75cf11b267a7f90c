"""What is not understood fills no field, stops nothing, and goes out again as it came."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from credlens.catalog.ctdl.names import Node
from credlens.catalog.ctdl.record import node_of
from credlens.catalog.ctdl.statements import canonical_json, elements
from credlens.catalog.ctdl.terms import READERS
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources.ctdl import SOURCE
from credlens.model.credential import (
    AssessmentType,
    Credential,
    CredentialLevel,
    Prerequisite,
    RecognitionClaim,
    Renewal,
    Validity,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source
from credlens.model.offer import (
    Absent,
    Classification,
    DeliveryMode,
    Identifier,
    Kept,
    OutcomeFigure,
    Relation,
    RelationKind,
)

S = (Source(Method.IMPORTED),)
ADDRESS = "https://example.org/thing"
ODD: tuple[Any, ...] = (3, True, "something", "ce-1", {"@type": "ceterms:Thing"}, {"ceterms:name": {"en": "X"}}, [{"en": "?"}, None], {"ceterms:price": None}, [[]])  # fmt: skip


def events(*nodes: Any) -> list[CatalogEvent]:
    data = json.dumps({"@graph": list(nodes)}).encode()
    return list(SOURCE.read([SourceFile("a.json", lambda: io.BytesIO(data))], Settings()))


def node(**properties: Any) -> Node:
    return {"@id": ADDRESS, "@type": "ceterms:Certification", "ceterms:name": {"en": "Thing"}} | {
        f"ceterms:{k}": v for k, v in properties.items()
    }


def record(*nodes: Any) -> Credential:
    found = next(e for e in events(*nodes) if isinstance(e, Offer))
    return found.credential


@pytest.mark.parametrize("name", sorted({*READERS} - {"ceterms:name"}))
def test_odd_values_of_a_property_are_kept(name: str) -> None:
    for value in ODD:
        for kind in ("ceterms:Certification", "ceterms:Course"):
            types = [kind, *elements(value)] if name == "@type" else kind
            told = node() | {name: value, "@type": types}
            out = node_of(record(told))
            assert all(
                canonical_json(e) in {canonical_json(o) for o in elements(out[name])} for e in elements(told[name])
            )


@pytest.mark.parametrize(
    ("properties", "fields"),
    [
        ({"creditValue": {"schema:value": 3}}, ()),
        ({"creditValue": {"schema:value": -3, "ceterms:creditUnitType": "creditUnit:DegreeCredit"}}, ()),
        ({"requires": {"@type": "ceasn:Competency", "ceasn:competencyText": {"en": "Swims"}}}, ("stated",)),
        ({"requires": {"@type": "ceasn:Competency"}}, ()),
        ({"requires": {"ceterms:targetCompetency": [{"ceterms:codedNotation": "1"}]}}, ()),
        ({"requires": {"ceterms:targetAssessment": [{"@type": "ceterms:AssessmentProfile", "ceterms:assessmentMethodType": ["assessMethod:Dance"]}]}}, ()),
        ({"requires": {"ceterms:yearsOfExperience": -1}}, ()),
        ({"renewal": {"ceterms:creditValue": {"schema:value": 3, "ceterms:creditUnitType": "creditUnit:ContinuingEducationUnit"}}}, ("renewal",)),
        ({"renewal": {"ceterms:targetAssessment": [ADDRESS]}}, ("renewal",)),
        ({"renewal": {"ceterms:estimatedCost": [{"ceterms:price": 9}]}}, ()),
        ({"renewal": {"ceterms:estimatedCost": [{"ceterms:price": "9 EUR per month"}]}}, ()),
        ({"usesVerificationService": {"ceterms:holderMustAuthorize": True, "ceterms:verificationDirectory": ["https://example.org"]}}, ()),
        ({"usesVerificationService": {"ceterms:verificationDirectory": ["no address"]}}, ()),
        ({"jurisdiction": {"ceterms:mainJurisdiction": {"ceterms:addressCountry": {"en": "Atlantis"}}}}, ()),
        ({"jurisdiction": {"ceterms:mainJurisdiction": {"ceterms:addressCountry": {"en": "USA"}, "ceterms:addressLocality": {"en": "Salem"}}}}, ()),
        ({"jurisdiction": {"ceterms:mainJurisdiction": {"ceterms:addressCountry": {"en": "US"}, "ceterms:addressRegion": {"en": "Narnia"}}}}, ()),
        ({"jurisdiction": {"ceterms:globalJurisdiction": True, "ceterms:jurisdictionException": [{}, {"ceterms:addressCountry": "US"}]}}, ()),
        ({"accreditedIn": {"ceterms:assertedBy": [{"ceterms:name": {"en": "Example Board"}}, "_:gone"]}}, ("accreditation",)),
        ({"recognizedIn": {"ceterms:assertedBy": [{}, "_:gone"]}}, ()),
        ({"aggregateData": {"qdata:relevantDataSet": [3, {"qdata:dataSetTimePeriod": [3, {"qdata:dataAttributes": [3, {"qdata:passRate": 820}]}]}]}}, ()),
        ({"aggregateData": {"ceterms:jobsObtained": [{"qdata:percentage": 40}]}}, ("outcomes",)),
        ({"estimatedDuration": [{"ceterms:minimumDuration": "PT3H"}]}, ()),
        ({"estimatedDuration": [{"ceterms:exactDuration": "P2M", "ceterms:timeRequired": "PT20H"}, "PT30H", "P3M"]}, ("hours", "duration")),
        ({"audienceLevelType": ["audLevel:BeginnerLevel", "audLevel:AdvancedLevel"]}, ()),
        ({"financialAssistance": {"ceterms:financialAssistanceType": ["financialAid:Loan"]}}, ()),
        ({"financialAssistance": {"ceterms:financialAssistanceType": ["financialAid:Grant"]}}, ("free_aid",)),
        ({"renewalFrequency": "sometimes"}, ()),
        ({"sameAs": "res:77"}, ()),
        ({"subjectWebpage": "https://example.org"}, ("official_url", "kind", "evidence_class")),
        ({"aggregateData": {"ceterms:jobsObtained": [{"schema:value": "many"}]}}, ()),
        ({"requires": "https://example.org/other"}, ("prerequisites",)),
        ({"sameAs": ["https://example.org/other"], "identifier": [{"ceterms:identifierTypeName": "Course code", "ceterms:identifierValueCode": "101"}]}, ("identifiers",)),
    ],
)  # fmt: skip
def test_what_is_understood_and_what_is_not(properties: dict[str, Any], fields: tuple[str, ...]) -> None:
    plain, found = record(node()), record(node(**properties))
    changed = {n for n in vars(found) if getattr(found, n) != getattr(plain, n)} - {"kept"}
    assert changed == set(fields)


def test_what_has_no_term_is_written_nowhere() -> None:
    bare = Credential("x", "Thing", kind=Fact("Certification", S))
    told = replace(
        bare,
        prerequisites=(Prerequisite(hard=True, sources=S, skills=("swimming",)),),
        recognition=(RecognitionClaim("Example Shipyard", "hiring", S),),
        relations=(Relation(RelationKind.EQUIVALENT, "y", S),),
        classifications=(Classification("rome", "X1", "", S),),
        outcomes=(OutcomeFigure("happiness", 1.0, S),),
        level=Fact(CredentialLevel.EXPERT, S),
        absent=(Absent("prerequisites", S),),
        identifiers=(Identifier("local", "1"),),
        validity=Fact(Validity(None), S),
        verification=Fact(Verification("login_page", "example.org"), S),
    )
    assert node_of(told) == node_of(bare)
    assert (
        "ceterms:estimatedCost" not in node_of(replace(bare, renewal=Fact(Renewal("retest"), S)))["ceterms:renewal"][0]
    )


@pytest.mark.parametrize("text", ["{", "[1]", '"x"', "[" * 3000])
def test_kept_texts_that_are_no_statements(text: str) -> None:
    bare = Credential("x", "Thing", kind=Fact("Certification", S))
    assert node_of(replace(bare, kept=(Kept("ctdl", text), Kept("elm", '{"a": 1}')))) == node_of(bare)


def test_a_second_word_on_a_field_that_is_filled_is_kept() -> None:
    found = record(node(credentialStatusType="credentialStat:Active", lifeCycleStatusType="lifeCycle:Ceased"))
    assert found.status.get(None) == "active"
    assert node_of(found)["ceterms:lifeCycleStatusType"] == "lifeCycle:Ceased"


def test_a_second_word_that_says_the_same_is_kept_beside_the_first() -> None:
    found = record(node(credentialStatusType="credentialStat:Active", lifeCycleStatusType="lifeCycle:Active"))
    assert found.status.get(None) == "active"
    assert {"ceterms:credentialStatusType", "ceterms:lifeCycleStatusType"} <= node_of(found).keys()


def test_members_of_a_graph_that_are_no_nodes() -> None:
    found = events({"@graph": [3, node()]})
    assert [type(e) for e in found] == [Problem, Offer, Note]


def test_a_blank_node_inside_loses_a_name_that_means_nothing_elsewhere() -> None:
    organisation = {"@id": "_:us", "@type": "ceterms:CredentialOrganization", "ceterms:name": {"en": "Example Guild"}}
    out = node_of(record(node(ownedBy=[organisation])))
    assert "_:us" not in json.dumps(out)
    assert record(node(ownedBy=[organisation])).issuer.known


def test_a_node_too_deep_to_put_inside_others_stays_a_reference() -> None:
    deep: Any = {"ceterms:name": {"en": "Guild"}}
    for _ in range(30):
        deep = {"ceterms:x": deep}
    found = events(
        node(ownedBy=["_:us"]),
        {"@id": "_:us", "@type": "ceterms:CredentialOrganization", "ceterms:name": {"en": "Guild"}, "ceterms:x": deep},
    )
    assert any(isinstance(e, Problem) and "_:us" in e.message for e in found)


def test_a_component_that_comes_after_another() -> None:
    first = {
        "@id": "https://example.org/1",
        "@type": "ceterms:CredentialComponent",
        "ceterms:name": {"en": "First"},
        "ceterms:proxyFor": [ADDRESS],
    }
    second = {
        "@id": "https://example.org/2",
        "@type": "ceterms:CredentialComponent",
        "ceterms:name": {"en": "Then"},
        "ceterms:precededBy": ["https://example.org/1"],
    }
    course = {"@id": "https://example.org/course", "@type": "ceterms:Course", "ceterms:name": {"en": "Then this"}}
    alone = record(node(), first, second)
    assert alone.relations == ()  # a step without a credential of its own
    found = record(node(), first, second | {"ceterms:proxyFor": ["https://example.org/course"]}, course)
    assert [(r.kind, r.target) for r in found.relations] == [(RelationKind.PREPARES_FOR, "url:example.org/course")]


def test_an_examination_by_itself_has_a_length_and_no_workload() -> None:
    exam = {
        "@id": ADDRESS,
        "@type": "ceterms:AssessmentProfile",
        "ceterms:name": {"en": "Exam"},
        "ceterms:assessmentMethodType": ["assessMethod:Exam", "assessMethod:Dance"],
        "ceterms:isProctored": False,
        "ceterms:estimatedDuration": [{"@type": "ceterms:DurationProfile", "ceterms:exactDuration": "PT90M"}],
        "ceterms:providesTransferValueFor": [
            {"@type": "ceterms:TransferValueProfile", "ceterms:transferValue": [{"schema:value": 3}]}
        ],
    }
    found = record(exam)
    assert [(a.type, a.minutes) for a in found.assessment] == [(AssessmentType.WRITTEN_EXAM, 90.0)]
    assert found.supervision.note.startswith("not proctored")
    assert not found.hours.known
    assert found.credit == ()  # a number without its unit


def test_one_skill_named_twice_is_one() -> None:
    named = {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNodeName": {"en": "Knots"}}
    found = record(node(requires=[{"ceterms:targetCompetency": [named, named]}]))
    assert [s.name for s in found.stated] == ["Knots"]


def test_conditions_inside_conditions_of_a_pathway() -> None:
    inner: Any = {"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": ["https://example.org/early"]}
    for _ in range(2):
        inner = {"@type": "ceterms:ComponentCondition", "ceterms:hasCondition": ["odd", inner]}
    early = {"@id": "https://example.org/early", "@type": "ceterms:Course", "ceterms:name": {"en": "Early"}}
    found = record(node(hasCondition=[inner]), early)
    assert [(p.hard, p.credentials) for p in found.prerequisites] == [(False, ("url:example.org/early",))]


def test_courses_at_work() -> None:
    assert record(node(learningMethodType=["learnMethod:WorkBased"])).mode.get(None) is DeliveryMode.WORK
    assert not record(node(learningMethodType=["learnMethod:Lecture"])).mode.known
