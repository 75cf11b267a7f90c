from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.codec import decode, encode
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.references import circle, resolved
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.mslearn.source import SOURCE
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    Credential,
    CredentialLevel,
    EvidenceClass,
    Organisation,
    OrganisationKind,
    Prerequisite,
    Status,
    Validity,
)
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source, WhyUnknown
from credlens.model.offer import Classification, DeliveryMode, Identifier, Rating, Relation, RelationKind
from credlens.model.quantity import Hours

DAY = date(2026, 11, 1)
PAGE = "https://learn.microsoft.com/en-us/credentials/certifications"
MERGED = {
    "uid": "certification.kite-flying-associate",
    "type": "cert",
    "title": "Microsoft Certified: Kite Flying Associate",
    "summary": "<p>Fly kites &amp; keep them up.</p>",
    "url": f"{PAGE}/kite-flying-associate/?WT.mc_id=api_CatalogApi",
    "last_modified": "2026-03-04T00:00:00+00:00",
    "certification_type": "role-based",
    "levels": ["intermediate"],
    "roles": ["kite-pilot"],
    "products": ["kites"],
    "subjects": [],
    "renewal_frequency_in_days": 365,
    "prerequisites": ["certification.kite-fundamentals"],
    "skills": ["Read the wind", "Land safely", "Read the wind"],
    "study_guide": [{"uid": "learn.kites-up", "type": "learningPath"}],
    "exam_duration_in_minutes": 100,
    "locales": ["en", "es", "zh-cn"],
    "providers": [{"type": "Example Testing", "url": "https://example.org/book"}],
    "career_paths": [],
}
OLDER = {
    "uid": "certification.kite-flying-associate",
    "type": "cert",
    "title": "Microsoft Certified: Kite Flying Associate",
    "subtitle": "Kites.",
    "url": MERGED["url"],
    "exams": ["exam.kf-104"],
}
EXAM = {
    "uid": "exam.kf-104",
    "type": "exam",
    "title": "Flying Kites",
    "display_name": "KF-104",
    "study_guide": [{"uid": "learn.kites-up", "type": "learningPath"}, {"uid": "learn.knots", "type": "module"}],
}
PATH = {
    "uid": "learn.kites-up",
    "type": "learningPath",
    "title": "Get a kite up",
    "summary": "Wind and string.",
    "url": "https://learn.microsoft.com/en-us/training/paths/kites-up/",
    "locale": "en-us",
    "duration_in_minutes": 150,
    "levels": ["beginner", "intermediate"],
    "modules": ["learn.knots"],
    "rating": {"count": 12, "average": 4.8},
    "last_modified": "2025-01-02T03:04:05+00:00",
}
MODULE = {
    "uid": "learn.knots",
    "type": "module",
    "title": "Knots",
    "url": "https://learn.microsoft.com/en-us/training/modules/knots/",
    "duration_in_minutes": 25,
    "rating": {"count": 0, "average": 0},
}

KEYS = ("id", "uid", "type", "name", "average")
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["http://[::1", "-1", "1e400"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=5,
)


def _file(data: Any, name: str = "catalog.json") -> SourceFile:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return SourceFile(name, lambda: io.BytesIO(raw))


def _read(*data: Any, as_of: date | None = DAY) -> list[CatalogEvent]:
    return list(SOURCE.read([_file(d, f"catalog{i or ''}.json") for i, d in enumerate(data)], Settings(as_of=as_of)))


def _offers(*data: Any, as_of: date | None = DAY) -> dict[str, Credential]:
    events = _read(*data, as_of=as_of)
    assert [e for e in events if isinstance(e, Problem)] == []
    return {e.key: e.credential for e in events if isinstance(e, Offer)}


def _problems(*data: Any) -> list[str]:
    return [str(e) for e in _read(*data) if isinstance(e, Problem)]


def test_it_is_the_source_of_that_name() -> None:
    assert SOURCES["mslearn"] is SOURCE


def test_a_certification_is_told_of_in_two_lists_and_assessed_by_its_exam() -> None:
    found = _offers(
        {"mergedCertifications": [MERGED], "certifications": [OLDER], "exams": [EXAM], "learningPaths": [PATH]}
    )
    kite = found["certification.kite-flying-associate"]
    source = Source(
        Method.IMPORTED, f"{PAGE}/kite-flying-associate/", date(2026, 3, 4), "catalog.json: mergedCertifications 1"
    )

    assert kite.id == "mslearn-certification-kite-flying-associate"
    assert kite.identifiers == (
        Identifier("mslearn", "certification.kite-flying-associate"),
        Identifier("url", "learn.microsoft.com/credentials/certifications/kite-flying-associate"),
    )
    assert kite.kind.value == "Certification"
    assert kite.kind.sources == (source,)
    assert kite.evidence_class.value is EvidenceClass.CERTIFICATION
    assert kite.issuer.value == Organisation("Microsoft", OrganisationKind.CORPORATION)
    assert kite.description.value == "Fly kites & keep them up."
    assert kite.official_url.value == f"{PAGE}/kite-flying-associate/"
    assert kite.languages.value == ("en", "es", "zh")
    assert kite.level.value is CredentialLevel.INTERMEDIATE
    assert kite.validity.value == Validity(12)
    assert [s.name for s in kite.stated] == ["Read the wind", "Land safely"]
    assert [(a.type, a.minutes, a.condition) for a in kite.assessment] == [
        (AssessmentType.WRITTEN_EXAM, 100, "exam KF-104: Flying Kites; taken with Example Testing")
    ]
    assert kite.prerequisites == (
        Prerequisite(hard=True, sources=(source,), credentials=("mslearn:certification.kite-fundamentals",)),
    )
    assert kite.relations == (
        Relation(RelationKind.PREPARED_BY, "mslearn:learn.kites-up", (source,), "Get a kite up"),
        Relation(RelationKind.PREPARED_BY, "mslearn:learn.knots", (source,)),
    )
    assert json.loads(kite.kept[0].text)["certification_type"] == "role-based"


def test_what_the_catalog_does_not_say_stays_unknown() -> None:
    kite = _offers({"mergedCertifications": [MERGED]})["certification.kite-flying-associate"]

    assert kite.costs == ()
    for name in ("hours", "status", "ends", "supervision", "renewal", "provider", "platform", "open_to_public"):
        assert getattr(kite, name).value.why is WhyUnknown.NOT_LOOKED_UP, name


@pytest.mark.parametrize(
    ("days", "validity"),
    [(365, Validity(12)), (730, Validity(24)), (1095, Validity(36)), (0, Validity(None)), (180, Validity(6))],
)
def test_days_until_renewal_become_months_and_none_of_them_never(days: int, validity: Validity) -> None:
    found = _offers({"mergedCertifications": [MERGED | {"renewal_frequency_in_days": days}]})
    assert found["certification.kite-flying-associate"].validity.value == validity


@pytest.mark.parametrize("days", [None, ""])
def test_no_days_until_renewal_say_nothing(days: Any) -> None:
    found = _offers({"mergedCertifications": [MERGED | {"renewal_frequency_in_days": days}]})
    assert not found["certification.kite-flying-associate"].validity.known


@pytest.mark.parametrize(("as_of", "status"), [(date(2027, 1, 1), Status.CEASED), (DAY, Status.ACTIVE), (None, None)])
def test_a_certification_that_retires(as_of: date | None, status: Status | None) -> None:
    retiring = MERGED | {"retirement_date": "2026-12-31T00:00:00Z"}
    kite = _offers({"mergedCertifications": [retiring]}, as_of=as_of)["certification.kite-flying-associate"]

    assert kite.ends.value == date(2026, 12, 31)
    assert kite.status.get(None) is status


@pytest.mark.parametrize(
    ("changed", "status"),
    [("2026-12-31T08:00:00Z", Status.CEASED), ("2026-12-30", None), (None, None), ("soon", None)],
)
def test_without_a_day_the_records_own_last_change_tells_what_had_retired_by_then(
    changed: str | None, status: Status | None
) -> None:
    retiring = MERGED | {"retirement_date": "2026-12-31", "last_modified": changed}
    kite = _offers({"mergedCertifications": [retiring]}, as_of=None)["certification.kite-flying-associate"]

    assert kite.ends.value == date(2026, 12, 31)
    assert kite.status.get(None) is status


def test_training_before_a_certification_only_prepares() -> None:
    found = _offers({"mergedCertifications": [MERGED | {"prerequisites": ["learn.knots", "Two years of wind"]}]})
    kite = found["certification.kite-flying-associate"]

    assert [(p.hard, p.credentials, p.text) for p in kite.prerequisites] == [
        (False, ("mslearn:learn.knots",), ""),
        (False, (), "Two years of wind"),
    ]


def test_of_several_certifications_before_it_at_least_one_is_required() -> None:
    found = _offers({"mergedCertifications": [MERGED | {"prerequisites": ["certification.a", "exam.b"]}]})
    (before,) = found["certification.kite-flying-associate"].prerequisites

    assert (before.hard, before.credentials) == (True, ("mslearn:certification.a", "mslearn:exam.b"))
    assert before.sources[0].note.endswith("whether all of them or one is required is not said")


def test_certifications_that_require_each_other_are_a_circle() -> None:
    names = {"certification.a": "certification.b", "certification.b": "certification.a"}
    records = [{"uid": uid, "title": uid, "prerequisites": [other]} for uid, other in names.items()]
    found = _offers({"mergedCertifications": records})
    ids = {Identifier("mslearn", uid): credential.id for uid, credential in found.items()}

    assert len(circle(resolved(c, ids) for c in found.values())) == 3


def test_minutes_belong_to_no_exam_when_there_are_several() -> None:
    both = MERGED | {"exams": ["exam.kf-104", "exam.kf-105"]}
    kite = _offers({"mergedCertifications": [both], "exams": [EXAM]})["certification.kite-flying-associate"]

    assert [(a.minutes, a.condition.split(";")[0]) for a in kite.assessment] == [
        (None, "exam KF-104: Flying Kites"),
        (None, "exam KF-105"),
    ]


def test_a_path_and_its_module_are_trainings_with_the_hours_of_their_minutes() -> None:
    found = _offers({"learningPaths": [PATH], "modules": [MODULE]})
    path, module = found["learn.kites-up"], found["learn.knots"]

    assert (path.kind.value, module.kind.value) == ("LearningProgram", "Course")
    assert (path.hours.value, path.hours.note) == (Hours(2.5, 2.5), "150 minutes")
    assert path.mode.value is DeliveryMode.ONLINE
    assert path.platform.value.name == "Microsoft Learn"
    assert (path.level.value, path.level.note) == (CredentialLevel.BEGINNER, "made for beginner, intermediate")
    assert path.rating.value == Rating(4.8, 12)
    assert [(r.kind, r.target, r.title) for r in path.relations] == [
        (RelationKind.HAS_PART, "mslearn:learn.knots", "Knots")
    ]
    assert [(r.kind, r.target) for r in module.relations] == [(RelationKind.PART_OF, "mslearn:learn.kites-up")]
    assert not module.rating.known
    assert path.costs == ()
    assert not path.evidence_class.known


def test_a_course_with_an_instructor_prepares_for_what_its_exam_assesses() -> None:
    course = {
        "uid": "course.kf-104t00",
        "course_number": "KF-104T00",
        "title": "Kite pilot",
        "summary": "<p>Four days.</p>",
        "duration_in_hours": 96,
        "url": "https://learn.microsoft.com/en-us/training/courses/kf-104t00",
        "exam": "exam.kf-104",
        "locales": ["en"],
    }
    found = _offers({"courses": [course], "certifications": [OLDER], "exams": [EXAM]})["course.kf-104t00"]

    assert found.hours.value == Hours(96, 96)
    assert not found.mode.known
    assert [(r.kind, r.target) for r in found.relations] == [
        (RelationKind.PREPARES_FOR, "mslearn:certification.kite-flying-associate")
    ]


def test_an_applied_skill_is_an_assessed_microcredential() -> None:
    skill = {
        "uid": "applied-skill.mend-a-kite",
        "title": "Mend a kite",
        "summary": "Mend one.",
        "url": "https://learn.microsoft.com/en-us/credentials/applied-skills/mend-a-kite/",
        "study_guide": [{"uid": "learn.knots", "type": "module"}],
    }
    found = _offers({"appliedSkills": [skill]})["applied-skill.mend-a-kite"]

    assert (found.kind.value, found.evidence_class.value) == ("MicroCredential", EvidenceClass.ASSESSED_CERTIFICATE)
    assert found.assessment == ()
    assert [r.target for r in found.relations] == ["mslearn:learn.knots"]


def test_names_of_roles_products_and_subjects_come_from_the_catalogs_own_lists() -> None:
    data = {
        "mergedCertifications": [MERGED],
        "roles": [{"id": "kite-pilot", "name": "Kite pilot"}],
        "products": [{"id": "toys", "name": "Toys", "children": [{"id": "kites", "name": "Kites"}]}],
    }
    kite = _offers(data)["certification.kite-flying-associate"]
    assert [(c.scheme, c.code, c.name) for c in kite.classifications] == [
        ("mslearn-role", "kite-pilot", "Kite pilot"),
        ("mslearn-product", "kites", "Kites"),
    ]


def test_the_newer_api_says_the_same_in_other_names() -> None:
    page = {
        "value": [
            {
                "id": "certification.kite-flying-associate",
                "title": "Microsoft Certified: Kite Flying Associate",
                "url": f"{PAGE}/kite-flying-associate/",
                "updatedAt": "2026-03-04T00:00:00Z",
                "levels": [{"id": "intermediate", "name": "Intermediate"}],
                "roles": [{"id": "kite-pilot", "name": "Kite pilot"}],
                "renewalFrequencyInDays": 365,
                "exams": [{"id": "exam.kf-104"}],
                "locales": [{"id": "en-us", "name": "English"}],
            },
            {"id": "exam.kf-104", "title": "Flying Kites", "displayName": "KF-104", "url": f"{PAGE}/exams/kf-104/"},
            {"id": "show.kites-live", "title": "Kites live", "url": "https://learn.microsoft.com/shows/kites"},
        ],
        "nextLink": None,
    }
    events = _read(page)
    (kite,) = [e.credential for e in events if isinstance(e, Offer)]

    assert kite.validity.value == Validity(12)
    assert kite.level.value is CredentialLevel.INTERMEDIATE
    assert kite.languages.value == ("en",)
    assert kite.classifications[0] == Classification("mslearn-role", "kite-pilot", "Kite pilot", kite.kind.sources)
    assert kite.assessment[0].condition == "exam KF-104: Flying Kites"
    assert kite.kind.sources[0].date == date(2026, 3, 4)
    assert [e.words for e in events if isinstance(e, Note)] == [
        "catalog.json: left aside: records of a type that cannot be earned or taken (1)."
    ]


def test_units_and_lone_exams_are_left_aside_in_one_note_each() -> None:
    units = [{"uid": f"learn.knots.{i}", "type": "unit", "title": "A knot"} for i in range(3)]
    events = _read({"units": units, "exams": [EXAM]})

    assert [e.words for e in events if isinstance(e, Note)] == [
        "catalog.json: left aside: units, which are parts of modules (3).",
        "catalog.json: left aside: exams that no certification in these files names (1).",
    ]
    assert not [e for e in events if isinstance(e, Offer)]


def test_lists_may_lie_in_several_files() -> None:
    found = _offers({"mergedCertifications": [MERGED]}, {"certifications": [OLDER]}, {"exams": [EXAM]})
    assert found["certification.kite-flying-associate"].assessment[0].condition.startswith("exam KF-104")


def test_wrong_fields_are_listed_and_the_record_goes_on() -> None:
    wrong = MERGED | {
        "renewal_frequency_in_days": -3,
        "retirement_date": "soon",
        "exam_duration_in_minutes": "a while",
        "prerequisites": ["certification.kite-flying-associate", "Two years of wind"],
        "levels": "intermediate",
        "rating": {"count": 3, "average": 17},
    }
    events = _read({"mergedCertifications": [wrong]})
    (kite,) = [e.credential for e in events if isinstance(e, Offer)]

    assert [str(e).split(": ")[2] for e in events if isinstance(e, Problem)] == [
        "retirement_date",
        "rating.average",
        "renewal_frequency_in_days",
        "exam_duration_in_minutes",
        "prerequisites",
    ]
    assert [p.text for p in kite.prerequisites] == ["Two years of wind"]
    assert kite.level.value is CredentialLevel.INTERMEDIATE
    assert not kite.validity.known


def test_one_id_for_two_things_is_a_problem_and_the_same_thing_twice_is_not() -> None:
    events = _read({"modules": [MODULE, MODULE, MODULE | {"title": "Other knots"}]})

    assert [e.credential.title for e in events if isinstance(e, Offer)] == ["Knots"]
    (problem,) = [e for e in events if isinstance(e, Problem)]
    assert (problem.where, "given twice" in problem.message) == ("catalog.json: modules 3", True)
    assert len(_offers({"certifications": [OLDER, OLDER], "roles": ["odd"]})) == 1
    (problem_of_certification,) = _problems({"certifications": [OLDER, OLDER | {"title": "Other"}]})
    assert problem_of_certification.startswith(
        "catalog.json: certifications 2: 'certification.kite-flying-associate' is given"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"errorCode": 400, "message": "Invalid type"}, "catalog.json: This is no Microsoft Learn catalog"),
        ([1, 2], "catalog.json: This is no Microsoft Learn catalog"),
        ({"modules": {"uid": "x"}}, "catalog.json: modules: This is no list"),
        (
            {"certifications": [OLDER | {"renewal_frequency_in_days": 5}]},
            "catalog.json: certifications 1: renewal_frequency_in_days: 5 days",
        ),
        ({"modules": [{"title": "Nameless"}]}, "catalog.json: modules 1: The record has no `uid`"),
        ({"modules": [7]}, "catalog.json: modules 1: The record has no `uid`"),
        ({"modules": [{"uid": "a.b"}]}, "catalog.json: modules 1: title: The record has no title"),
        ({"certifications": [{"uid": "a.b"}]}, "catalog.json: certifications 1: title: The certification has no title"),
        ({"appliedSkills": [{"uid": "a.b"}]}, "catalog.json: appliedSkills 1: title: The applied skill has no title"),
        (b'{"modules": [', "catalog.json: This is not JSON at line 1"),
        (b"%PDF-1.7", "catalog.json: This is a PDF"),
    ],
)
def test_bad_input_is_listed_and_never_fatal(data: Any, said: str) -> None:
    (problem,) = _problems(data)
    assert problem.startswith(said)


def test_a_byte_order_mark_and_another_encoding_are_read() -> None:
    marked = b"\xef\xbb\xbf" + json.dumps({"modules": [MODULE]}).encode()
    sixteen = json.dumps({"modules": [MODULE | {"title": "Nœuds"}]}, ensure_ascii=False).encode("utf-16")

    assert _offers(marked)["learn.knots"].title == "Knots"
    assert _offers(sixteen)["learn.knots"].title == "Nœuds"


def test_the_exam_of_a_certification_without_a_list_of_exams() -> None:
    kite = _offers({"mergedCertifications": [MERGED]})["certification.kite-flying-associate"]
    assert kite.assessment == (
        Assessment(AssessmentType.WRITTEN_EXAM, kite.kind.sources, minutes=100, condition="taken with Example Testing"),
    )


@given(st.sampled_from([*sorted(MERGED), "exams", "retirement_date"]), JUNK)
@settings(max_examples=60, deadline=None)
def test_no_value_of_any_field_is_fatal(name: str, value: Any) -> None:
    data = {"mergedCertifications": [MERGED | {name: value}], "modules": [MODULE | {name: value}], "exams": [EXAM]}
    for event in _read(data):
        if isinstance(event, Offer):
            assert decode(json.loads(json.dumps(encode(event.credential)))) == event.credential
