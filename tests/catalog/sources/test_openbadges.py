from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.openbadges.source import SOURCE
from credlens.model.credential import (
    Accreditation,
    Assessment,
    AssessmentType,
    CreditValue,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    RecognitionClaim,
    Validity,
    Verification,
)
from credlens.model.errors import Problem
from credlens.model.fact import Fact, Method, Source, not_looked_up
from credlens.model.offer import Classification, Identifier, Relation, RelationKind, StatedSkill
from credlens.model.quantity import Hours

FIXTURES = Path(__file__).parents[2] / "fixtures" / "catalog" / "openbadges"
DATA = Path(__file__).parents[4] / "shared" / "data" / "badges"
DAY = date(2026, 11, 1)

CLASS_2 = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "BadgeClass",
    "id": "https://badges.example.edu/solder.json",
    "name": "Soldering <b>basics</b>",
    "description": "Solders through-hole parts safely.",
    "criteria": {"id": "https://badges.example.edu/solder.html", "narrative": "Solder a timer kit that works."},
    "tags": ["soldering", "electronics"],
    "issuer": {"id": "https://badges.example.edu/org.json", "type": "Profile", "name": "Example University", "url": "https://example.edu"},
    "alignment": [
        {
            "targetName": "Solder components",
            "targetUrl": "http://data.europa.eu/esco/skill/11111111-2222-3333-4444-555555555555",
            "targetFramework": "ESCO",
            "targetCode": "S8.1",
        }
    ],
}  # fmt: skip
ACHIEVEMENT = {
    "id": "https://example.edu/achievements/7",
    "type": ["Achievement"],
    "name": "Water testing",
    "description": "Tests drinking water.",
    "criteria": {"narrative": "Test five samples."},
    "achievementType": "CertificateOfCompletion",
    "creator": {"id": "https://example.edu/issuers/1", "type": ["Profile"], "name": "Example Institute of Water"},
}


def _events(*documents: Any, as_of: date | None = DAY) -> list[CatalogEvent]:
    """What is read out of files called 1.json, 2.json ...; bytes as they are, other things as JSON."""
    contents = [d if isinstance(d, bytes) else json.dumps(d).encode() for d in documents]
    files = [SourceFile(f"{i}.json", lambda data=data: io.BytesIO(data)) for i, data in enumerate(contents, start=1)]  # type: ignore[misc]
    return list(SOURCE.read(files, Settings(as_of)))


def _offers(*documents: Any) -> list[Offer]:
    return [e for e in _events(*documents) if isinstance(e, Offer)]


def _one(document: Mapping[str, Any]) -> Offer:
    events = _events(document)
    assert [e for e in events if not isinstance(e, Offer)] == []
    assert len(events) == 1
    assert isinstance(events[0], Offer)
    return events[0]


def _trouble(*documents: Any) -> list[str]:
    return [f"{e.where}: {e.message}" for e in _events(*documents) if isinstance(e, Problem)]


def _notes(*documents: Any) -> list[str]:
    return [e.words for e in _events(*documents) if isinstance(e, Note)]


def test_the_registry_leads_here() -> None:
    assert SOURCES["openbadges"] is SOURCE


def test_a_badge_class_of_version_2() -> None:
    offer = _one(CLASS_2)
    credential = offer.credential
    source = Source(
        Method.IMPORTED, "https://badges.example.edu/solder.html", DAY, credential.description.sources[0].note
    )
    tag = Source(Method.IMPORTED, source.address, DAY, f"{source.note}; one of its tags")

    assert offer.key == "https://badges.example.edu/solder.json"
    assert offer.where.startswith("1.json")
    assert source.note.startswith("1.json")
    assert offer.text == "Solders through-hole parts safely.\n\nSolder a timer kit that works."
    assert credential.id == "openbadge-badges-example-edu-solder-json"
    assert credential.title == "Soldering basics"
    assert credential.identifiers == (
        Identifier("openbadge", offer.key),
        Identifier("url", "badges.example.edu/solder.json"),
    )
    assert credential.description == Fact("Solders through-hole parts safely.", (source,))
    assert credential.kind == Fact("OpenBadge", (source,))
    assert not credential.evidence_class.known
    assert credential.issuer == Fact(Organisation("Example University", OrganisationKind.UNIVERSITY), (source,))
    assert credential.official_url == Fact("https://badges.example.edu/solder.html", (source,))
    assert credential.verification == Fact(Verification("open_badge_2", "badges.example.edu"), (source,))
    assert credential.stated == (
        StatedSkill(
            "Solder components",
            (source,),
            "http://data.europa.eu/esco/skill/11111111-2222-3333-4444-555555555555",
            "S8.1",
        ),
        StatedSkill("soldering", (tag,)),
        StatedSkill("electronics", (tag,)),
    )
    assert credential.hours == not_looked_up()
    assert credential.credit == ()
    assert credential.costs == ()


def test_a_class_of_version_1_whose_issuer_is_an_address_has_an_unknown_issuer() -> None:
    offer = _one(
        {
            "name": "Basic",
            "description": "A first badge.",
            "image": "http://a.example/i.png",
            "criteria": "http://a.example/criteria",
            "issuer": "http://a.example/issuer",
        }
    )

    assert offer.key == "http://a.example/issuer/Basic"
    assert not offer.credential.issuer.known
    assert offer.credential.official_url.value == "http://a.example/criteria"
    assert not offer.credential.verification.known


def test_the_issuer_is_found_in_another_file_even_when_that_comes_later() -> None:
    record = {**CLASS_2, "issuer": "https://badges.example.edu/org.json"}
    profile = {"type": "Issuer", "id": "https://badges.example.edu/org.json", "name": "Example Guild"}

    assert [str(o.credential.issuer.value) for o in _offers(record, profile)] == ["Example Guild"]
    assert [o.credential.issuer.known for o in _offers(record)] == [False]


def test_an_awarded_badge_gives_its_class_and_nothing_of_its_holder() -> None:
    awarded = {
        "type": "Assertion",
        "recipient": {"type": "email", "identity": "invented@example.org", "hashed": False},
        "evidence": "https://example.org/invented-person/work",
        "expires": "2027-06-30T23:59:59Z",
        "issuedOn": "2024-01-01",
        "badge": CLASS_2,
    }

    offers = _offers(awarded)

    assert [o.key for o in offers] == [CLASS_2["id"]]
    assert "invented" not in repr(offers)
    assert not offers[0].credential.validity.known


def test_a_credential_of_version_3_gives_its_achievement() -> None:
    awarded = {
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "https://example.edu/credentials/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://example.edu/issuers/9", "type": ["Profile"], "name": "Example Registrar"},
        "validUntil": "2030-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:invented",
            "type": ["AchievementSubject"],
            "licenseNumber": "A-1",
            "achievement": ACHIEVEMENT,
        },
    }  # fmt: skip
    (offer,) = _offers(awarded)

    assert offer.credential.kind.value == "CertificateOfCompletion"
    assert offer.credential.evidence_class.value is EvidenceClass.COMPLETION
    assert str(offer.credential.issuer.value) == "Example Institute of Water"
    assert offer.credential.verification.value == Verification("open_badge_3")
    assert "invented" not in repr(offer)

    subject = {"type": ["AchievementSubject"], "achievement": {"name": "Untyped", "criteria": {"narrative": "x"}}}
    (untyped,) = _offers({**awarded, "credentialSubject": [subject]})
    assert str(untyped.credential.issuer.value) == "Example Registrar"
    assert not untyped.credential.kind.known


def test_lists_and_backpacks_are_gone_through() -> None:
    other = {**CLASS_2, "id": "https://badges.example.edu/other.json"}
    backpack = {"userId": 1, "badges": [{"assertion": {"uid": "1", "badge": CLASS_2}}, {"assertion": {"badge": other}}]}
    exported = {"status": {"success": True}, "result": [{"entityType": "BadgeClass", "openBadgeId": "https://p.example/b/1",
                "name": "Exported", "criteriaUrl": "https://p.example/c/1", "criteriaNarrative": "Do it.", "expires": {"amount": 2, "duration": "years"}}]}  # fmt: skip

    assert [o.key for o in _offers([CLASS_2, ACHIEVEMENT])] == [CLASS_2["id"], ACHIEVEMENT["id"]]
    assert [o.key for o in _offers(backpack)] == [CLASS_2["id"], other["id"]]
    (offer,) = _offers(exported)
    assert offer.credential.validity.value == Validity(24)
    assert offer.text == "Do it."
    assert offer.credential.verification.value == Verification("open_badge_2", "p.example")


def test_alignments_are_skills_levels_subjects_or_the_same_credential_elsewhere() -> None:
    ctid = "ce-12345678-1234-1234-1234-123456789abc"
    (offer,) = _offers(
        {
            **ACHIEVEMENT,
            "alignment": [
                {"targetName": "Sampling", "targetUrl": "https://skills.example/1", "targetType": "CFItem"},
                {"targetName": "Level 5", "targetUrl": "http://data.europa.eu/snb/eqf/5"},
                {"targetName": "Environment", "targetUrl": "http://data.europa.eu/snb/isced-f/0521"},
                {"targetName": "Water diploma", "targetUrl": f"https://credentialengineregistry.org/resources/{ctid}", "targetType": "CTDL"},
                {"targetName": "Page of it", "targetUrl": "https://www.example.org/credential/9/", "targetType": "ceterms:Credential"},
                {"targetName": "Rubric", "targetUrl": "https://skills.example/r", "targetType": "CFRubric"},
            ],
            "related": [{"id": "https://example.edu/achievements/8", "inLanguage": "es"}],
            "otherIdentifier": [{"identifier": ctid, "identifierType": "identifier"}],
        }
    )  # fmt: skip
    credential = offer.credential

    assert [s.name for s in credential.stated] == ["Sampling"]
    assert credential.eqf.value == 5
    assert [(c.scheme, c.code, c.name) for c in credential.classifications] == [("isced-f", "0521", "Environment")]
    assert [(r.kind, r.target, r.note) for r in credential.relations] == [
        (RelationKind.EQUIVALENT, f"ctid:{ctid}", ""),
        (RelationKind.EQUIVALENT, "url:example.org/credential/9", ""),
        (RelationKind.EQUIVALENT, "openbadge:https://example.edu/achievements/8", "in es"),
    ]
    assert Identifier("ctid", ctid) in credential.identifiers
    assert isinstance(credential.classifications[0], Classification)
    assert isinstance(credential.relations[0], Relation)


def test_credits_say_their_system_only_where_an_extension_does() -> None:
    plain = _one({**ACHIEVEMENT, "creditsAvailable": 3.0}).credential
    dutch = _one(
        {
            **CLASS_2,
            "extensions:ECTSExtension": {"type": ["Extension", "extensions:ECTSExtension"], "ECTS": 2.5},
            "extensions:EQFExtension": {"type": ["Extension", "extensions:EQFExtension"], "EQF": 7},
            "extensions:LanguageExtension": {"type": ["Extension"], "Language": "nl_NL"},
            "extensions:LearningOutcomeExtension": {"type": ["Extension"], "LearningOutcome": "Solders anything."},
        }
    )
    loaded = _one({**CLASS_2, "extensions:StudyLoadExtension": {"StudyLoad": 28}}).credential

    assert [(c.system, c.amount, c.by) for c in plain.credit] == [("credit hours", 3.0, "Example Institute of Water")]
    assert not plain.hours.known
    assert [(c.system, c.amount) for c in dutch.credential.credit] == [("ECTS", 2.5)]
    assert dutch.credential.hours.value == Hours(62.5, 75)
    assert dutch.credential.hours.note == "2.5 ECTS x 25-30 h"
    assert (dutch.credential.eqf.value, dutch.credential.languages.value) == (7, ("nl",))
    assert dutch.text.endswith("Solders anything.")
    assert (loaded.hours.value, loaded.credit) == (Hours(28, 28), ())
    assert isinstance(plain.credit[0], CreditValue)


def test_both_versions_of_the_assessment_extension() -> None:
    first = {"assessment": [{"assessmentType": "Exam", "assessmentOutput": "answers"}, {"assessmentType": "Artifact"}]}
    second = {"assessments": [{"type": "Performance", "hasGroupParticipation": True}]}
    percent = [{"type": ["ResultDescription"], "resultType": "Percent", "requiredValue": "80"}]

    old = _one({**CLASS_2, "extensions:Assessment": first}).credential.assessment
    new = _one({**ACHIEVEMENT, "extensions:assessmentExtension": second, "resultDescription": percent}).credential

    assert [(a.type, a.condition, a.group) for a in old] == [
        (AssessmentType.WRITTEN_EXAM, "answers", None),
        (AssessmentType.ARTEFACT, "", None),
    ]
    assert new.assessment == (Assessment(AssessmentType.PRACTICAL, new.description.sources, pass_mark=80, group=True),)
    assert json.loads(new.kept[0].text) == {"criteria": "Test five samples.", "resultDescription": percent}
    assert _trouble({**CLASS_2, "extensions:Assessment": {"assessment": [{"assessmentType": "Vibes"}]}}) == [
        "1.json: assessmentExtension: An assessment says neither Exam, Performance nor Artifact."
    ]


def test_endorsements_are_recognition_and_the_issuers_accreditation_is_the_institutions() -> None:
    endorsement = {
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": "https://board.example", "type": ["Profile"], "name": "Example Water Board"},
        "validUntil": "2030-01-01T00:00:00Z",
        "credentialSubject": {"id": ACHIEVEMENT["id"], "type": ["EndorsementSubject"], "endorsementComment": "We hire on it."},
    }  # fmt: skip
    accredited = {
        **CLASS_2,
        "issuer": {
            "name": "Example University",
            "extensions:IssuerAccreditation": [{"name": "Example Commission", "accreditationDate": "2009-07-31"}],
        },
    }
    claim = ("Example Water Board", "endorsement", "We hire on it.; until 2030-01-01")

    within = _one({**ACHIEVEMENT, "endorsement": [endorsement]}).credential.recognition
    (beside,) = _offers(ACHIEVEMENT, endorsement)
    credential = _one(accredited).credential

    assert [(r.by, r.kind, r.note) for r in within] == [claim]
    assert [(r.by, r.kind, r.note) for r in beside.credential.recognition] == [claim]
    assert isinstance(within[0], RecognitionClaim)
    assert credential.accreditation == (
        Accreditation("institution", "", "Example Commission", credential.description.sources, since=date(2009, 7, 31)),
    )
    assert _notes(endorsement) == ["1 endorsement left aside: what is endorsed is in none of the files"]


def test_an_endorser_is_not_the_issuer() -> None:
    untyped = {"name": "Water", "criteria": {"narrative": "x"}}
    endorsement = {
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"type": ["Profile"], "name": "Example Water Board"},
        "credentialSubject": {"type": ["EndorsementSubject"], "achievement": untyped},
    }

    (offer,) = _offers(endorsement)

    assert not offer.credential.issuer.known
    assert offer.credential.identifiers == (), "a name alone is no name of its own"


@pytest.mark.parametrize(
    ("criteria", "types"),
    [
        ("Earners pass a **proctored exam** of 90 minutes and a project.", ["written_exam", "project"]),
        ("Score 70% on the final test.", ["written_exam"]),
        ("Complete all modules. Pass the quiz at the end of each; submit a portfolio.", ["quiz", "portfolio"]),
        ("Submit three projects that use SQL.", ["project"]),
        ("<p>Pass the exam</p>", ["written_exam"]),
        ("Completes the exam preparation course.", []),
        ("Complete the project management course.", []),
        ("Complete a project and portfolio management course.", []),
        ("Test five samples and project the results.", []),
        ("Passes unit tests.", []),
        ("Pass an oral exam.", []),
        ("Complete the course; no exam has to be passed.", []),
        ("You may pass an optional test.", []),
        ("Take part in a project.", []),
        ("Team solution", []),
        ("", []),
    ],
)
def test_assessments_that_the_criteria_plainly_name(criteria: str, types: list[str]) -> None:
    found = _one({**CLASS_2, "criteria": {"narrative": criteria}}).credential.assessment

    assert [str(a.type) for a in found] == types
    assert all(a.sources[0].method is Method.PARSED and "read in: " in a.sources[0].note for a in found)


def test_what_the_issuer_says_of_assessment_counts_before_what_is_read_in_the_criteria() -> None:
    said = {"assessment": [{"assessmentType": "Performance"}]}
    record = {**CLASS_2, "criteria": {"narrative": "Pass a written exam."}, "extensions:Assessment": said}

    (found,) = _one(record).credential.assessment
    assert (found.type, found.sources[0].method) == (AssessmentType.PRACTICAL, Method.IMPORTED)


@pytest.mark.parametrize(
    "written",
    [
        {"criteria": {"id": "https://badges.example.edu/solder.html", "narrative": "Solder a **kit**."}},
        {"criteria": "Solder a **kit**."},
        {"criteria": "https://badges.example.edu/solder.html", "criteriaNarrative": "Solder a **kit**."},
    ],
)
def test_the_criteria_are_read_for_skills_and_kept(written: dict[str, Any]) -> None:
    offer = _one({**CLASS_2, **written})

    assert offer.text == "Solders through-hole parts safely.\n\nSolder a **kit**."
    assert json.loads(offer.credential.kept[0].text)["criteria"] == "Solder a **kit**."
    address = (
        "https://badges.example.edu/solder.json" if len(str(written)) < 40 else "https://badges.example.edu/solder.html"
    )
    assert offer.credential.official_url.value == address


def test_files_that_only_serve_badges_are_counted_whatever_their_version() -> None:
    serving = [
        {"name": "Example Issuer", "url": "https://example.org/issuer"},
        {"@context": "https://w3id.org/openbadges/v1", "type": "Issuer", "id": "https://e.example/1", "name": "A"},
        {"@context": "https://w3id.org/openbadges/v2", "type": "Profile", "id": "https://e.example/2", "name": "B"},
        {"@context": {"id": "@id", "type": "@type"}},
        {"@context": [{"id": "@id"}], "validation": [{"type": "TypeValidation", "validatesType": "Assertion"}]},
        {"type": "CryptographicKey", "id": "https://e.example/key", "owner": "https://e.example/2"},
        {"type": "RevocationList", "id": "https://e.example/revoked", "revokedAssertions": []},
        {"type": "Evidence", "id": "https://e.example/evidence"},
        {"uid": "1", "recipient": "x", "badge": "https://e.example/class", "issuedOn": "2015-04-30"},
    ]
    events = _events(*serving)

    assert [e.words if isinstance(e, Note) else e for e in events] == [
        "1 awarded badge left aside: only the address of the badge class is given; open it and give that file as well",
        "2 JSON-LD contexts among the files: no badge, they serve those that name them",
        "1 evidence or image object among the files: no badge, it serves those that name it",
        "3 issuer profiles among the files: no badge, they serve those that name them",
        "1 revocation list among the files: no badge, it serves those that name it",
        "1 verification key among the files: no badge, it serves those that name it",
    ]
    assert _notes([CLASS_2, serving[2]], [serving[1], CLASS_2]) == [
        "2 issuer profiles among the files: no badge, they serve those that name them"
    ]


def test_what_cannot_be_used_is_listed_and_the_rest_goes_on() -> None:
    nameless = {**CLASS_2, "name": " ", "id": "https://badges.example.edu/nameless.json"}
    changed = {**CLASS_2, "description": "Something else."}
    wrong = {**ACHIEVEMENT, "creditsAvailable": -4}

    assert len(_offers([CLASS_2, nameless, CLASS_2, changed, wrong])) == 2
    trouble = _trouble([CLASS_2, nameless, CLASS_2, changed, wrong])
    assert len(trouble) == 3
    assert trouble[0].endswith("The badge has no name.")
    assert "is given twice, with different content" in trouble[1]
    assert "creditsAvailable: '-4' is no number" in trouble[2]


def test_awarded_badges_that_only_point_to_their_class_are_counted() -> None:
    pointing = {"type": "Assertion", "badge": "https://badges.example.edu/solder.json"}
    third = {"type": ["OpenBadgeCredential"], "credentialSubject": {"achievement": CLASS_2["id"]}}

    assert _notes([pointing, third]) == [
        "2 awarded badges left aside: only the address of the badge class is given; open it and give that file as well"
    ]
    assert _notes(pointing, CLASS_2) == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"a": 1}', b"[1, 2]", b"\xff\xfe\x00", b"%PDF-1.7", b'"text"', b"null"]
)
def test_files_without_badges_are_problems(content: bytes) -> None:
    assert _trouble(content)
    assert len(_offers(content, CLASS_2)) == 1


WRONG: tuple[Any, ...] = (None, 7, True, "x", [], {}, [[]], [None], {"id": 3}, ["x", {"name": {}}])


@pytest.mark.parametrize(
    "name", sorted({*CLASS_2, *ACHIEVEMENT, "endorsement", "extensions", "resultDescription", "related", "expires"})
)
def test_no_field_of_a_wrong_shape_stops_a_file(name: str) -> None:
    for value in WRONG:
        both = {**CLASS_2, **ACHIEVEMENT, "id": "https://e.example/x", name: value}
        assert CLASS_2["id"] in [o.key for o in _offers([both, CLASS_2])], value


def _examples() -> list[tuple[str, Any]]:
    """(file, JSON of the page)."""
    return [
        (path.name, json.loads(html.unescape(block).replace("\\\\n", "\\n")))
        for path in sorted((DATA / "spec" / "ob_v3p0" / "examples").glob("*.html"))
        for block in re.findall(r"<pre[^>]*>(.*?)</pre", path.read_text(), re.DOTALL)
    ]


@pytest.mark.skipif(not DATA.exists(), reason="the badges of the specification lie beside the project")
def test_the_specifications_own_examples() -> None:
    read = {name: _events(document) for name, document in _examples()}
    full = next(e for e in read["fullOpenBadge.html"] if isinstance(e, Offer)).credential

    assert [name for name, events in read.items() if any(isinstance(e, Problem) for e in events)] == []
    assert [name for name, events in read.items() if not any(isinstance(e, Offer) for e in events)] == [
        "endorsement.html"
    ]
    assert (full.title, full.kind.value, full.credit[0].amount) == ("1EdTech University Degree", "Degree", 36.0)
    assert [str(r.kind) for r in full.relations] == ["equivalent"]


@pytest.mark.skipif(not DATA.exists(), reason="the component fixtures lie beside the project")
def test_the_components_of_versions_1_and_2() -> None:
    parts = {k: json.loads(v) for k, v in json.loads((DATA / "openbadges_1x_2x_components.json").read_text()).items()}
    read = {name: _events(part, parts["2_0_basic_issuer"]) for name, part in parts.items() if "context" not in name}

    offers = {name: e for name, events in read.items() for e in events if isinstance(e, Offer)}
    assert sorted(offers) == [
        "0_5_1_assertion", "0_5_assertion", "1_0_basic_badgeclass", "1_1_basic_badgeclass", "2_0_basic_badgeclass"
    ]  # fmt: skip
    assert str(offers["2_0_basic_badgeclass"].credential.issuer.value) == "An Example Badge Issuer"
    assert str(offers["0_5_assertion"].credential.issuer.value) == "Basic Issuer"
    assert not offers["1_0_basic_badgeclass"].credential.issuer.known


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**9) | st.text(max_size=6) | st.sampled_from(["Achievement", "BadgeClass", "https://example.org/x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted({*CLASS_2, *ACHIEVEMENT, "endorsement", "extensions", "badge", "credentialSubject", "achievement"})), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=50)
@given(JSON)
def test_nothing_stops_the_reading(value: Any) -> None:
    record = value if isinstance(value, dict) else {"alignment": value}

    assert len(_offers({**record, "id": "x:9", "type": "BadgeClass", "name": "A"})) == 1
    assert all(isinstance(e, Offer | Problem | Note) for e in _events(value, {**record, "type": "Assertion"}))


def test_badges_within_badges_end_somewhere() -> None:
    deep: dict[str, Any] = {"type": "Assertion", "badge": CLASS_2}
    for _ in range(40):
        deep = {"data": [deep]}

    assert all(isinstance(e, Problem) for e in _events(deep))


def test_a_level_by_its_code_and_a_competency_of_the_registry() -> None:
    address = "https://credentialengineregistry.org/resources/ce-12345678-1234-1234-1234-123456789abc"
    aligned = [
        {
            "targetName": "EQF 6",
            "targetType": "ext:EQFLevel",
            "targetCode": "6",
            "targetUrl": "https://example.org/eqf",
        },
        {"targetName": "Sampling", "targetType": "ceasn:Competency", "targetUrl": address},
    ]
    credential = _one({**ACHIEVEMENT, "alignment": aligned}).credential

    assert credential.eqf.value == 6
    assert [(s.name, s.uri, s.code) for s in credential.stated] == [
        ("Sampling", address, "ce-12345678-1234-1234-1234-123456789abc")
    ]


def test_the_example_files() -> None:
    files = [SourceFile(p.name, lambda p=p: p.open("rb")) for p in sorted(FIXTURES.iterdir())]  # type: ignore[misc]
    events = list(SOURCE.read(files, Settings()))

    assert [(e.where, e.credential.title) for e in events if isinstance(e, Offer)] == [
        ("backpack.json: record 1: assertion: badge", "Workshop safety"),
        ("badge_class_2.json", "Soldering basics"),
        ("credential_3.json: credentialSubject: achievement", "Water testing"),
    ]
    assert [type(e) for e in events if not isinstance(e, Offer)] == [Note]
