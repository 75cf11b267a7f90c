from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.codec import decode, encode
from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.openedx.course import key_of_run
from credlens.catalog.sources.openedx.runs import chosen
from credlens.catalog.sources.openedx.source import SOURCE
from credlens.model.credential import (
    CostPattern,
    Credential,
    CredentialLevel,
    CreditValue,
    Organisation,
    OrganisationKind,
    RecognitionClaim,
    Status,
)
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source, WhyUnknown
from credlens.model.offer import Absent, Classification, DeliveryMode, Identifier, Relation, RelationKind, Schedule
from credlens.model.quantity import Hours, Months

DAY = date(2026, 11, 1)


def _seat(kind: str, price: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "price": price, "currency": "USD", "upgrade_deadline": None, "credit_provider": None} | more


RUN = {
    "key": "course-v1:ExampleX+KITE1x+3T2026",
    "uuid": "5c7ad2e4-0000-4000-8000-000000000003",
    "title": "Kites",
    "start": "2026-09-01T10:00:00Z",
    "end": "2027-03-01T10:00:00Z",
    "enrollment_end": None,
    "pacing_type": "self_paced",
    "status": "published",
    "content_language": "en-us",
    "min_effort": 5,
    "max_effort": 8,
    "weeks_to_complete": 6,
    "hidden": False,
    "eligible_for_financial_aid": True,
    "seats": [_seat("audit", "0.00"), _seat("verified", "149.00", upgrade_deadline="2027-02-01T10:00:00Z")],
}
PAST = RUN | {
    "key": "course-v1:ExampleX+KITE1x+1T2020",
    "uuid": "old",
    "start": "2020-01-01T00:00:00Z",
    "end": "2020-06-01T00:00:00Z",
}
COURSE = {
    "key": "ExampleX+KITE1x",
    "uuid": "0a000000-0000-4000-8000-000000000001",
    "title": "Kites, an Introduction",
    "short_description": "<p>Build &amp; fly kites.</p>",
    "full_description": "<p>Sticks, paper, string.</p>",
    "outcome": "<ul><li>Tie a bowline</li></ul>",
    "level_type": "Introductory",
    "subjects": [{"name": "Engineering", "slug": "engineering"}],
    "prerequisites": [],
    "prerequisites_raw": "<p>Secondary school physics</p>",
    "skill_names": ["Knot Tying", "Aerodynamics"],
    "skills": [{"name": "Knot Tying", "description": "..."}],
    "owners": [{"key": "ExampleX", "name": "Example University"}, {"key": "SampleX", "name": "Sample College"}],
    "marketing_url": "https://www.edx.org/course/kites?utm_source=someone&utm_medium=affiliate",
    "modified": "2026-10-05T12:00:00Z",
    "course_runs": [PAST, RUN],
    "programs": [
        {
            "uuid": "aa000000-0000-4000-8000-0000000000aa",
            "title": "Wind",
            "type": "MicroMasters",
            "number_of_courses": 3,
        }
    ],
    "entitlements": [],
}
PROGRAM = {
    "uuid": "aa000000-0000-4000-8000-0000000000aa",
    "title": "Wind",
    "subtitle": "All about wind",
    "type": "MicroMasters",
    "type_attrs": {"slug": "micromasters"},
    "status": "active",
    "marketing_url": "https://www.edx.org/micromasters/wind",
    "overview": "<p>Three courses.</p>",
    "courses": [{"key": "ExampleX+KITE1x", "title": "Kites, an Introduction", "course_runs": []}],
    "authoring_organizations": [{"key": "ExampleX", "name": "Example University"}],
    "credit_backing_organizations": [{"key": "SampleX", "name": "Sample College"}],
    "credit_redemption_overview": "<p>Six credits on admission.</p>",
    "corporate_endorsements": [{"corporation_name": "Example Kites Ltd", "statement": "We like it."}],
    "price_ranges": [{"currency": "USD", "min": 149.0, "max": 450.0, "total": 900.0}],
    "weeks_to_complete_min": 6,
    "weeks_to_complete_max": 10,
    "min_hours_effort_per_week": 5,
    "max_hours_effort_per_week": 8,
    "languages": ["en-us", "es-419"],
    "expected_learning_items": ["Read the wind"],
}
LMS = {
    "blocks_url": "https://courses.example.org/api/courses/v2/blocks/?course_id=x",
    "course_id": "course-v1:ExampleX+SEWING+2026",
    "id": "course-v1:ExampleX+SEWING+2026",
    "name": "Sewing kites",
    "number": "SEWING",
    "org": "ExampleX",
    "short_description": "Needles.",
    "effort": "about a weekend",
    "pacing": "instructor",
    "start": "2026-11-20T00:00:00Z",
    "start_type": "timestamp",
    "end": None,
    "enrollment_end": "2026-11-15T00:00:00Z",
    "hidden": False,
    "invitation_only": True,
}

KEYS = ("key", "name", "type", "price", "uuid", "currency")
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


def _file(data: Any, name: str = "page.json") -> SourceFile:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return SourceFile(name, lambda: io.BytesIO(raw))


def _read(*data: Any, as_of: date | None = DAY) -> list[CatalogEvent]:
    return list(SOURCE.read([_file(d, f"page{i or ''}.json") for i, d in enumerate(data)], Settings(as_of=as_of)))


def _one(data: Any, as_of: date | None = DAY) -> Credential:
    events = _read(data, as_of=as_of)
    assert [e for e in events if not isinstance(e, Offer)] == []
    (offer,) = events
    assert isinstance(offer, Offer)
    return offer.credential


def _problems(*data: Any) -> list[str]:
    return [str(e) for e in _read(*data) if isinstance(e, Problem)]


def _with_seats(*seats: Any) -> Any:
    return COURSE | {"course_runs": [RUN | {"seats": list(seats)}]}


def test_it_is_the_source_of_that_name() -> None:
    assert SOURCES["openedx"] is SOURCE


def test_a_course_and_the_run_that_can_be_joined() -> None:
    page = {"count": 1, "next": None, "previous": None, "results": [COURSE]}
    kites = _one(page)
    source = Source(Method.IMPORTED, COURSE["marketing_url"], date(2026, 10, 5), "page.json: record 1")

    assert kites.id == "openedx-examplex-kite1x"
    assert kites.title == "Kites, an Introduction"
    assert kites.identifiers == (Identifier("openedx", "ExampleX+KITE1x"), Identifier("url", "edx.org/course/kites"))
    assert kites.kind.value == "Course"
    assert kites.kind.sources == (source,)
    assert kites.description.value == "Build & fly kites."
    assert (kites.provider.value, kites.provider.note) == (
        Organisation("Example University", OrganisationKind.UNIVERSITY),
        "with Sample College",
    )
    assert kites.platform.value == Organisation("edX", OrganisationKind.PLATFORM)
    assert not kites.issuer.known
    assert kites.official_url.value == "https://www.edx.org/course/kites"
    assert kites.level.value is CredentialLevel.BEGINNER
    assert kites.languages.value == ("en",)
    assert (kites.hours.value, kites.hours.note) == (Hours(30, 48), "6 weeks x 5-8 h/week")
    assert kites.duration.value == Months(1.38, 1.38)
    assert kites.schedule.value == Schedule(self_paced=True)
    assert kites.mode.value is DeliveryMode.ONLINE
    assert [s.name for s in kites.stated] == ["Knot Tying", "Aerodynamics"]
    assert [p.text for p in kites.prerequisites] == ["Secondary school physics"]
    assert not any(p.hard for p in kites.prerequisites)
    assert kites.relations == (
        Relation(RelationKind.PART_OF, f"openedx:{PROGRAM['uuid']}", (source,), "Wind", "MicroMasters"),
    )
    assert kites.classifications == (Classification("openedx-subject", "engineering", "Engineering", (source,)),)
    assert kites.free_aid.known
    assert "course-v1:ExampleX+KITE1x+3T2026" in kites.kept[0].text
    assert not kites.evidence_class.known


def test_an_audit_seat_beside_a_verified_one_is_free_with_a_paid_certificate() -> None:
    (cost,) = _one(COURSE).costs

    assert (cost.pattern, cost.amount.value, cost.currency, cost.what) == (
        CostPattern.FREE_AUDIT_PAID_CERT,
        Decimal("149.00"),
        "USD",
        "certificate",
    )
    assert cost.valid_until == date(2027, 2, 1)


def _costs(*seats: Any) -> list[tuple[str, CostPattern, Any, str, str]]:
    found = [e for e in _read(_with_seats(*seats)) if isinstance(e, Offer)]
    return [(c.option, c.pattern, c.amount.get(None), c.currency, c.condition) for c in found[0].credential.costs]


def test_seats_and_what_they_cost() -> None:
    assert _costs(_seat("verified", "50")) == [("verified", CostPattern.ONE_OFF, Decimal(50), "USD", "")]
    assert _costs(_seat("professional", "500.00")) == [
        ("professional", CostPattern.ONE_OFF, Decimal("500.00"), "USD", "")
    ]
    assert _costs(_seat("honor", "0.00")) == [("honor", CostPattern.FREE, Decimal(0), "USD", "")]
    assert _costs(_seat("audit", "0.00")) == [
        ("audit", CostPattern.FREE, Decimal(0), "USD", "audit only: no certificate is offered")
    ]
    assert _costs(_seat("masters", "900"), _seat("audit", "0"))[0][1] is CostPattern.FREE
    two = _costs(_seat("audit", "0"), _seat("verified", "50"), _seat("verified", "45", currency="EUR"))
    assert [(o, c) for o, _, _, c, _ in two] == [("verified USD", "USD"), ("verified EUR", "EUR")]
    assert _costs() == []
    assert [p for _, p, _, _, _ in _costs(_seat("audit", "10"), _seat("verified", "50"))] == [CostPattern.ONE_OFF] * 2


def test_a_credit_seat_brings_credit_and_costs_on_its_own() -> None:
    credit = _seat("credit", "300.00", credit_provider="Sample College", credit_hours=3)
    kites = _one(_with_seats(_seat("audit", "0.00"), _seat("verified", "50.00"), credit))

    assert [(c.option, c.pattern, c.condition) for c in kites.costs] == [
        ("verified", CostPattern.FREE_AUDIT_PAID_CERT, ""),
        ("credit", CostPattern.ONE_OFF, "with credit of Sample College"),
    ]
    assert kites.credit == (
        CreditValue("credit hours", 3, kites.kind.sources, condition="with the credit seat", by="Sample College"),
    )


def test_a_price_without_its_currency_is_only_noted() -> None:
    (cost,) = _one(_with_seats(_seat("professional", "50.00", currency=None))).costs
    assert (cost.amount.value.why, cost.amount.note) == (WhyUnknown.NOT_STATED, "50.00 in a currency that is not named")


def test_entitlements_speak_where_a_run_has_no_seats() -> None:
    entitled = COURSE | {
        "course_runs": [{k: v for k, v in RUN.items() if k != "seats"}],
        "entitlements": [{"mode": "verified", "price": "139.00", "currency": "USD", "sku": "X", "expires": None}],
    }
    assert [(c.pattern, c.amount.value) for c in _one(entitled).costs] == [(CostPattern.ONE_OFF, Decimal("139.00"))]


@pytest.mark.parametrize(("price", "note"), [(49, "49 in a currency that is not named"), (0.0, ""), (None, "")])
def test_a_search_result_names_a_price_without_currency_and_writes_0_for_none(price: Any, note: str) -> None:
    result = {
        "content_type": "courserun",
        "aggregation_key": "courserun:ExampleX+KITE1x",
        "key": "course-v1:ExampleX+KITE1x+3T2026",
        "title": "Kites",
        "language": "English",
        "seat_types": ["verified", "audit"],
        "first_enrollable_paid_seat_price": price,
        "pacing_type": "instructor_paced",
        "partner": "examplepartner",
    }
    kites = _one({"results": [result]})

    assert [(c.pattern, c.amount.value.why, c.amount.note) for c in kites.costs] == [
        (CostPattern.FREE_AUDIT_PAID_CERT, WhyUnknown.NOT_STATED, note)
    ]
    assert kites.languages.value == ("en",)
    assert kites.platform.value.name == "examplepartner"
    assert kites.identifiers == (Identifier("openedx", "ExampleX+KITE1x"),)


@pytest.mark.parametrize(
    ("seat", "said"),
    [
        (_seat("verified", "-5"), "seats: A price of -5 is below zero. That seat is left out."),
        (_seat("verified", "99999999"), "seats: A price of 99,999,999 is more than any course costs."),
        (_seat("verified", "ask us"), "seats: 'ask us' is no price."),
        (_seat("verified", "49 per month"), "seats: '49 per month' is no price."),
        (_seat("verified", "0.00"), "seats: A verified seat for 0 is no price. It is not taken for free."),
        (_seat("", "5"), "seats: A seat has no type."),
        ("audit", "seats: An entry is no object."),
    ],
)
def test_a_seat_that_is_none_is_listed(seat: Any, said: str) -> None:
    (problem,) = _problems(_with_seats(seat))
    assert problem.startswith(f"page.json: {said}")


@pytest.mark.parametrize("said", ["<p>None</p>", "None.", "Ninguno", "No prerequisites", "N/A"])
def test_no_prerequisites_are_known_to_be_none(said: str) -> None:
    kites = _one(COURSE | {"prerequisites_raw": said})
    assert (kites.prerequisites, kites.absent) == ((), (Absent("prerequisites", kites.kind.sources),))


def test_prerequisites_that_nobody_wrote_down_are_unknown() -> None:
    kites = _one(COURSE | {"prerequisites_raw": ""})
    assert (kites.prerequisites, kites.absent) == ((), ())


def test_half_an_effort_gives_no_hours() -> None:
    kites = _one(COURSE | {"course_runs": [RUN | {"min_effort": None}]})
    assert not kites.hours.known
    assert (kites.duration.value, kites.duration.note) == (Months(1.38, 1.38), "")


def test_a_programme() -> None:
    wind = _one({"results": [PROGRAM]})

    assert (wind.kind.value, wind.kind.note) == ("MicroCredential", "called MicroMasters")
    assert wind.status.value is Status.ACTIVE
    assert wind.provider.value.name == "Example University"
    assert (wind.hours.value, wind.hours.note) == (Hours(30, 80), "6-10 weeks x 5-8 h/week")
    assert wind.languages.value == ("en", "es")
    assert [(c.pattern, c.amount.value, c.currency, c.amount.note) for c in wind.costs] == [
        (CostPattern.ONE_OFF, Decimal("900.0"), "USD", "the sum of its courses; one costs 149.0-450.0")
    ]
    assert [(r.kind, r.target, r.title) for r in wind.relations] == [
        (RelationKind.HAS_PART, "openedx:ExampleX+KITE1x", "Kites, an Introduction")
    ]
    assert [(c.by, c.condition, c.amount) for c in wind.credit] == [
        ("Sample College", "Six credits on admission.", None)
    ]
    assert wind.recognition == (RecognitionClaim("Example Kites Ltd", "endorsement", wind.kind.sources, "We like it."),)


def test_programmes_of_other_types_and_ends() -> None:
    series = PROGRAM | {
        "type": "Wind Masterclass",
        "status": "retired",
        "total_hours_of_effort": 55,
        "price_ranges": [],
    }
    wind = _one(series)

    assert (wind.kind.value, wind.kind.note) == ("LearningProgram", "called Wind Masterclass")
    assert wind.status.value is Status.CEASED
    assert wind.hours.value == Hours(55, 55)
    assert wind.costs == ()


def test_what_a_programme_leaves_empty_says_nothing() -> None:
    bare = PROGRAM | {
        "credit_backing_organizations": [],
        "price_ranges": [{"currency": "USD", "total": 0}],
        "subjects": [{"name": "", "slug": None}, "Mathematics"],
        "weeks_to_complete_min": None,
        "corporate_endorsements": [],
    }
    wind = _one(bare)
    assert (wind.credit, wind.costs, wind.recognition) == ((), (), ())
    assert not wind.hours.known
    assert [(c.code, c.name) for c in wind.classifications] == [("mathematics", "Mathematics")]


def test_the_lms_list_of_courses() -> None:
    sewing = _one({"results": [LMS], "pagination": {"count": 1}})

    assert sewing.identifiers == (Identifier("openedx", "ExampleX+SEWING"),)
    assert sewing.title == "Sewing kites"
    assert sewing.provider.value.name == "ExampleX"
    assert sewing.schedule.value == Schedule(
        self_paced=False, starts=(date(2026, 11, 20),), apply_by=date(2026, 11, 15)
    )
    assert not sewing.hours.known
    assert "about a weekend" in sewing.kept[0].text
    assert sewing.open_to_public.value is False
    assert sewing.costs == ()


def test_hours_a_week_without_weeks_are_no_workload_and_it_is_said() -> None:
    events = _read(LMS | {"effort": "3-5 hours per week"})
    (sewing,) = [e.credential for e in events if isinstance(e, Offer)]

    assert [str(e) for e in events if isinstance(e, Problem)] == [
        "page.json: effort: It says how much a week, not for how many weeks. The hours are left unknown."
    ]
    assert sewing.hours.value.why is WhyUnknown.NOT_STATED
    assert sewing.hours.note == "3-5 h a week; for how many weeks is not said"
    assert "3-5 hours per week" in sewing.kept[0].text


def test_a_start_that_nobody_set_is_no_start() -> None:
    assert _one(LMS | {"start_type": "empty", "start": "2030-01-01T00:00:00Z"}).schedule.value.starts == ()


def test_runs_without_their_course_are_one_course() -> None:
    first = LMS | {"id": "course-v1:ExampleX+SEWING+2024", "course_id": "course-v1:ExampleX+SEWING+2024", "name": "Old", "start": "2024-01-01T00:00:00Z", "end": "2024-02-01T00:00:00Z"}  # fmt: skip
    assert _one({"results": [first, LMS]}).title == "Sewing kites"


def test_runs_whose_course_is_there_too_say_nothing_more() -> None:
    found = {
        "content_type": "courserun",
        "key": RUN["key"],
        "aggregation_key": "courserun:ExampleX+KITE1x",
        "title": "Kites",
    }
    assert _one({"results": [found, COURSE]}).title == "Kites, an Introduction"


def test_a_search_result_says_its_type() -> None:
    found = {
        "content_type": "course",
        "key": "ExampleX+KITE1x",
        "title": "Kites",
        "organizations": ["ExampleX: Example University"],
    }
    kites = _one({"results": [found]})
    assert kites.provider.value.name == "Example University"
    assert not kites.schedule.known


def test_what_is_left_aside_is_told_once_a_kind() -> None:
    results = [
        COURSE,
        {"content_type": "person", "uuid": "x"},
        {"content_type": "person", "uuid": "y"},
        PROGRAM | {"status": "unpublished"},
        LMS | {"hidden": True},
    ]
    events = _read({"results": results})
    assert [e.words for e in events if isinstance(e, Note)] == [
        "page.json: left aside: people (2).",
        "page.json: left aside: unpublished programmes (1).",
        "page.json: left aside: course runs that their site hides (1).",
    ]
    assert len([e for e in events if isinstance(e, Offer)]) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            {"detail": "Authentication credentials were not provided."},
            "page.json: This is no course or programme of Open edX.",
        ),
        ({"results": [{"a": 1}]}, "page.json: This is no course or programme of Open edX."),
        ({"results": [7]}, "page.json: record 1: This is a number"),
        (COURSE | {"title": None, "course_runs": []}, "page.json: title: The course has no title."),
        (LMS | {"name": ""}, "page.json: title: The course has no title."),
        (COURSE | {"key": ""}, "page.json: key: The course has no key."),
        (PROGRAM | {"title": " "}, "page.json: title: The programme has no title."),
        (PROGRAM | {"uuid": None}, "page.json: uuid: The programme has no uuid."),
        (PROGRAM | {"price_ranges": ["x"]}, "page.json: price_ranges: An entry is no object."),
        (PROGRAM | {"price_ranges": [{"currency": "USD", "total": -1}]}, "page.json: price_ranges: A price of -1"),
        (COURSE | {"course_runs": [RUN | {"weeks_to_complete": -4}]}, "page.json: weeks_to_complete: '-4'"),
        (b'{"results": [{"key"', "page.json: This is not JSON"),
    ],
)
def test_bad_input_is_listed_and_never_fatal(data: Any, said: str) -> None:
    problems = _problems(data)
    assert len(problems) == 1
    assert problems[0].startswith(said)


def test_one_key_for_two_courses_is_a_problem() -> None:
    events = _read({"results": [COURSE, COURSE]}, {"results": [COURSE | {"title": "Other"}]})
    assert [e.credential.title for e in events if isinstance(e, Offer)] == ["Kites, an Introduction"]
    assert [str(e).startswith("page1.json: record 1: 'ExampleX+KITE1x' is given twice") for e in events if isinstance(e, Problem)] == [True]  # fmt: skip
    assert len(_read({"results": [COURSE, COURSE, LMS, LMS]})) == 2, "the very same record twice is one"
    twice = _problems({"results": [LMS, LMS | {"name": "Other"}]})
    assert len(twice) == 1
    assert "given twice" in twice[0]


def _run(key: str, start: str | None, end: str | None = None, closes: str | None = None, **more: Any) -> dict[str, Any]:
    return {"key": key, "start": start, "end": end, "enrollment_end": closes, "status": "published"} | more


@pytest.mark.parametrize(
    ("runs", "best"),
    [
        ([_run("over", "2026-01-01", "2026-02-01"), _run("on", "2026-06-01"), _run("next", "2027-01-01")], "on"),
        ([_run("older", "2026-01-01"), _run("newer", "2026-06-01")], "newer"),
        ([_run("later", "2027-06-01"), _run("next", "2027-01-01"), _run("over", "2026-01-01", "2026-02-01")], "next"),
        ([_run("closed", "2026-06-01", None, "2026-07-01"), _run("next", "2027-01-01")], "next"),
        ([_run("closed", "2026-06-01", None, "2026-07-01"), _run("over", "2026-09-01", "2026-10-01")], "closed"),
        ([_run("over", "2020-01-01", "2020-02-01"), _run("over2", "2021-01-01", "2021-02-01")], "over2"),
        ([_run("draft", "2026-10-01", status="unpublished"), _run("on", "2026-06-01")], "on"),
        ([_run("hidden", "2026-10-01", hidden=True), _run("on", "2026-06-01")], "on"),
        ([_run("draft", "2026-10-01", status="unpublished")], None),
    ],
)
def test_the_run_of_a_day(runs: list[dict[str, Any]], best: str | None) -> None:
    assert chosen(runs, DAY).get("key") == best


def test_without_a_day_the_advertised_run_or_the_newest() -> None:
    runs = [_run("a", "2020-01-01", uuid="u-a"), _run("b", "2027-01-01", uuid="u-b"), _run("c", None, uuid="u-c")]
    assert chosen(runs, None)["key"] == "b"
    assert chosen(runs, None, "u-a")["key"] == "a"
    assert chosen(runs, None, "u-other")["key"] == "b"


@given(
    st.permutations([_run("a", "2026-01-01"), _run("b", "2026-01-01"), _run("c", "2027-01-01"), _run("d", None)]),
    st.sampled_from([DAY, None]),
)
def test_the_order_of_runs_does_not_matter(runs: list[dict[str, Any]], as_of: date | None) -> None:
    assert chosen(runs, as_of)["key"] == ("b" if as_of else "c")


@pytest.mark.parametrize(
    ("run", "key"),
    [
        ({"key": "course-v1:A+B+C"}, "A+B"),
        ({"key": "A/B.1x/C"}, "A+B.1x"),
        ({"key": "odd"}, "odd"),
        ({"key": "course-v1:A+B+C", "course": "A+Z"}, "A+Z"),
        ({"key": "course-v1:A+B+C", "aggregation_key": "courserun:A+Y"}, "A+Y"),
    ],
)
def test_the_key_of_a_runs_course(run: dict[str, Any], key: str) -> None:
    assert key_of_run(run) == key


@given(st.sampled_from(["course", "run", "seat", "program", "lms"]), st.data())
@settings(max_examples=80, deadline=None)
def test_no_value_of_any_field_is_fatal(part: str, data: st.DataObject) -> None:
    def changed(record: dict[str, Any]) -> dict[str, Any]:
        return record | {data.draw(st.sampled_from(sorted(record))): data.draw(JUNK)}

    record = {
        "course": lambda: changed(COURSE),
        "run": lambda: COURSE | {"course_runs": [changed(RUN)]},
        "seat": lambda: _with_seats(changed(RUN["seats"][1])),
        "program": lambda: changed(PROGRAM),
        "lms": lambda: changed(LMS),
    }[part]()
    for event in _read({"results": [record]}):
        if isinstance(event, Offer):
            assert decode(json.loads(json.dumps(encode(event.credential)))) == event.credential
