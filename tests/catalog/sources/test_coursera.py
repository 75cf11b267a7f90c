from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.offer import CatalogEvent, Note, Offer, Settings, SourceFile
from credlens.catalog.sources import SOURCES
from credlens.catalog.sources.coursera.source import SOURCE
from credlens.model.credential import Credential, CredentialLevel, CreditValue, Organisation, OrganisationKind
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent, Classification, Identifier, Kept, Rating, Relation, RelationKind, Schedule
from credlens.model.quantity import Hours, Months
from credlens.model.skill import Alias

DAY = date(2026, 11, 22)
TABLE = Path(__file__).parents[4] / "shared" / "data" / "catalogs" / "coursera_1139_partner_skills_duration_credit.csv"


def made(content: Any, name: str = "page.json") -> SourceFile:
    text = content if isinstance(content, bytes | str) else json.dumps(content)

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield io.BytesIO(text.encode() if isinstance(text, str) else text)

    return SourceFile(name, opened)


def read(*files: SourceFile, as_of: date | None = DAY) -> list[CatalogEvent]:
    return list(SOURCE.read(files, Settings(as_of)))


def offers(events: list[CatalogEvent]) -> list[Offer]:
    return [e for e in events if isinstance(e, Offer)]


def told(events: list[CatalogEvent]) -> list[str]:
    return [e.words if isinstance(e, Note) else str(e) for e in events if not isinstance(e, Offer)]


def one(*files: SourceFile) -> Credential:
    events = read(*files)
    assert told(events) == []
    (offer,) = offers(events)
    return offer.credential


def test_the_registry_leads_here() -> None:
    assert SOURCES["coursera"] is SOURCE


# The catalog API -----------------------------------------------------------------------------------------------------------------------

COURSE = {
    "courseType": "v2.ondemand",
    "id": "kItEsKiTeS01",
    "slug": "kites",
    "name": "Kites for Everybody",
    "description": "<p>Learn to fly kites &amp; to land them.</p>",
    "workload": "4 weeks of study, 2-3 hours/week",
    "primaryLanguages": ["en-US", "zh-CN"],
    "subtitleLanguages": ["fr"],
    "partnerIds": ["6", "7"],
    "instructorIds": ["226710"],
    "specializations": ["sPeC01"],
    "certificates": ["VerifiedCert"],
    "domainTypes": [{"domainId": "arts-and-humanities", "subdomainId": "music-and-art"}, {"domainId": "business"}],
    "photoUrl": "https://images.example.org/kites.png",
}
SPECIALIZATION = {
    "id": "sPeC01",
    "slug": "kite-making",
    "name": "Kite Making",
    "tagline": "From paper to sky",
    "description": "Three courses.",
    "partnerIds": ["6"],
    "courseIds": ["kItEsKiTeS01", "other02"],
}
PARTNERS = [
    {"id": "6", "name": "Example University", "shortName": "example"},
    {"id": "7", "name": "Kite Foundation", "shortName": "kites", "links": {"website": "https://kites.example.org"}},
]
PAGE = {
    "elements": [COURSE],
    "paging": {"next": "1", "total": 1925},
    "linked": {"partners.v1": PARTNERS, "instructors.v1": [{"id": "226710", "fullName": "An Invented Person"}]},
}


def test_a_course() -> None:
    source = Source(Method.IMPORTED, "https://www.coursera.org/learn/kites", DAY, "page.json: record 1")
    events = read(made(PAGE))
    assert told(events) == []
    (offer,) = offers(events)
    c = offer.credential
    assert (offer.key, offer.where) == ("kItEsKiTeS01", "page.json: record 1")
    assert offer.text == c.description.value == "Learn to fly kites & to land them."
    assert (c.id, c.title) == ("coursera-kiteskites01", "Kites for Everybody")
    assert c.identifiers == (Identifier("coursera", "kItEsKiTeS01"), Identifier("url", "coursera.org/learn/kites"))
    assert c.kind.value == "Course"
    assert c.kind.sources == (source,)
    assert c.provider.value == Organisation("Example University", OrganisationKind.UNIVERSITY)
    assert c.provider.note == "with Kite Foundation"
    assert c.platform.value == Organisation("Coursera", OrganisationKind.PLATFORM)
    assert c.official_url.value == "https://www.coursera.org/learn/kites"
    assert c.languages.value == ("en", "zh")
    assert (c.hours.value, c.hours.note) == (Hours(8, 12), "4 weeks x 2-3 h/week")
    assert c.duration.value == Months(0.92, 0.92)
    assert c.schedule.value == Schedule(self_paced=True)
    assert c.relations == (Relation(RelationKind.PART_OF, "coursera:sPeC01", (source,)),)
    assert c.classifications == (
        Classification("coursera-domain", "arts-and-humanities/music-and-art", "music and art", (source,)),
        Classification("coursera-domain", "business", "business", (source,)),
    )
    assert c.kept == (
        Kept(
            "coursera", '{"certificates": ["VerifiedCert"], "courseType": "v2.ondemand", "subtitleLanguages": ["fr"]}'
        ),
    )


def test_what_the_api_does_not_say_stays_unknown() -> None:
    c = one(made(PAGE))
    assert c.costs == ()
    assert c.assessment == c.credit == c.stated == c.skills == c.absent == ()
    for fact in (c.issuer, c.evidence_class, c.level, c.rating, c.validity, c.mode, c.status):
        assert not fact.known


def test_a_specialization_and_its_courses_name_each_other() -> None:
    page = {**PAGE, "linked": {"partners.v1": PARTNERS, "onDemandSpecializations.v1": [SPECIALIZATION]}}
    events = read(made(page))
    assert told(events) == []
    course, specialization = (o.credential for o in offers(events))
    assert course.relations[0].title == "Kite Making"
    assert specialization.kind.value == "Certificate"
    assert specialization.kind.note == "a specialization of Coursera"
    assert specialization.official_url.value == "https://www.coursera.org/specializations/kite-making"
    assert [(r.kind, r.target, r.title) for r in specialization.relations] == [
        (RelationKind.HAS_PART, "coursera:kItEsKiTeS01", "Kites for Everybody"),
        (RelationKind.HAS_PART, "coursera:other02", ""),
    ]
    assert offers(events)[1].text == "From paper to sky\nThree courses."
    assert "onDemandSpecializations" in offers(events)[1].where


def test_pages_and_partners_in_files_of_their_own() -> None:
    files = (
        made({"elements": [COURSE]}, "courses-0.json"),
        made({"elements": [SPECIALIZATION]}, "specializations.json"),
        made({"elements": PARTNERS}, "partners.json"),
    )
    events = read(*files)
    assert told(events) == []
    assert [str(o.credential.provider.value) for o in offers(events)] == ["Example University", "Example University"]
    lines = (
        json.dumps({"elements": [COURSE]})
        + "\n"
        + json.dumps({"elements": [SPECIALIZATION], "linked": {"partners.v1": PARTNERS}})
    )
    assert [str(o.credential.provider.value) for o in offers(read(made(lines, "pages.jsonl")))] == [
        "Example University"
    ] * 2


def test_a_partner_without_a_name_in_these_files() -> None:
    provider = one(made({"elements": [COURSE]})).provider
    assert provider.value == Unknown(WhyUnknown.NOT_STATED)
    assert provider.note == "partner 6, 7, whose name is not in these files"


@pytest.mark.parametrize(
    ("workload", "hours", "months", "note"),
    [
        ("1 hour 30 minutes", Hours(1.5, 1.5), None, ""),
        ("5-10 hours/week", None, None, "5-10 h a week; for how many weeks is not said"),
        ("3 meses", None, Months(3, 3), ""),
        ("", None, None, ""),
    ],
)
def test_workload_is_free_text(workload: str, hours: Hours | None, months: Months | None, note: str) -> None:
    c = one(made({"elements": [{**COURSE, "workload": workload}]}))
    assert (c.hours.get(None), c.duration.get(None), c.hours.note) == (hours, months, note)


def test_an_old_course_with_sessions_has_no_page_any_more() -> None:
    c = one(made({"elements": [{**COURSE, "courseType": "v1.session", "id": "v1-228"}]}))
    assert not c.official_url.known
    assert c.identifiers == (Identifier("coursera", "v1-228"),)
    assert c.schedule.value == Schedule(self_paced=False)


@pytest.mark.parametrize(
    ("elements", "words"),
    [
        ([{**COURSE, "workload": "as you like"}], ["page.json: record 1: workload: 'as you like' is no workload that is understood. The field is left unknown."]),
        ([{**COURSE, "primaryLanguages": ["xx"]}], ["page.json: record 1: primaryLanguages: 'xx' is no language. The field is left unknown."]),
        ([{**COURSE, "name": " "}], ["page.json: record 1: The course has no name. It is left out."]),
        ([{**COURSE, "id": None}], ["page.json: record 1: The course has no id. It is left out."]),
        ([{"id": "x", "name": "Y"}], ["page.json: record 1: This is no course or specialization of Coursera's catalog API. Ask the API for the fields name, slug, courseType and courseIds."]),
        ([3], ["page.json: record 1: This is a number, where an object was expected."]),
        ([{"id": "1", "fullName": "An Invented Person"}], ["page.json: 1 instructor left aside: they are no credentials"]),
        ([COURSE, COURSE], []),
        ([COURSE, {**COURSE, "name": "Other"}], ["page.json: record 2: 'kItEsKiTeS01' is given twice, with different content. The first one is used: page.json: record 1. Delete one of them."]),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_listed(elements: list[Any], words: list[str]) -> None:
    assert told(read(made({"elements": elements}))) == words


def test_broken_json_is_listed_once_and_what_stands_before_it_is_read() -> None:
    events = read(made('{"elements": [' + json.dumps(COURSE) + ', {"id": ', "page.json"))
    assert len(offers(events)) == 1
    (words,) = told(events)
    assert words.startswith("page.json: This is not JSON at line 1")


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "name", "domainId"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=40)
@given(
    st.lists(
        st.dictionaries(st.sampled_from([*COURSE, *SPECIALIZATION, "shortName", "startDate"]), ANY, max_size=6),
        max_size=3,
    )
)
def test_whatever_stands_in_the_fields_is_read_without_failing(elements: list[dict[str, Any]]) -> None:
    for element in elements:
        element.setdefault("id", "x")
    events = read(
        made({"elements": elements, "linked": {"partners.v1": elements, "onDemandSpecializations.v1": elements}})
    )
    assert all(o.credential.title for o in offers(events))


# The table of 2025 ---------------------------------------------------------------------------------------------------------------------

HEAD = "partner,course,skills,rating,reviewcount,level,certificatetype,duration,crediteligibility\n"


def table(*rows: str) -> SourceFile:
    return made(HEAD + "\n".join(rows) + "\n", "table.csv")


KITES = 'Example University,Kites,"Wind, Extract, Transform, Load, Knots (Rope, Twine), wind",4.8,16400.0,Beginner , Professional Certificate , 3 - 6 Months,True'


def test_a_row() -> None:
    source = Source(Method.IMPORTED, None, DAY, "table.csv: row 1")
    events = read(table(KITES))
    assert told(events) == []
    (offer,) = offers(events)
    c = offer.credential
    assert (offer.key, c.title) == ("example-university-kites-professional-certificate", "Kites")
    assert c.aliases == (Alias("Kites Professional Certificate"),)
    assert c.identifiers == ()  # the table gives it no name that belongs to nothing else
    assert (c.kind.value, c.kind.note) == ("ProfessionalCertificate", "'Professional Certificate' on Coursera")
    assert c.provider.value == Organisation("Example University", OrganisationKind.UNIVERSITY)
    assert c.platform.value == Organisation("Coursera", OrganisationKind.PLATFORM)
    assert c.level.value is CredentialLevel.BEGINNER
    assert c.duration.value == Months(3, 6)
    assert not c.hours.known
    assert [s.name for s in c.stated] == ["Wind", "Extract, Transform, Load", "Knots (Rope, Twine)"]
    assert c.stated[0].sources == (source,)
    assert c.rating.value == Rating(4.8, 16400, 5.0)
    assert c.credit == (
        CreditValue(
            "academic credit",
            None,
            (source,),
            "credit eligible by the platform's own word; how much and where is not said",
        ),
    )
    assert c.costs == c.recognition == c.absent == ()
    assert not c.issuer.known
    assert not c.evidence_class.known


def test_no_credit_is_a_statement() -> None:
    (offer,) = offers(read(table(KITES.replace("True", "False"))))
    assert offer.credential.absent == (Absent("credit", (Source(Method.IMPORTED, None, DAY, "table.csv: row 1"),)),)


@pytest.mark.parametrize(
    ("said", "kind", "alias"),
    [
        ("Specialization", "Certificate", "Kites Specialization"),
        ("Mastertrack", "MicroCredential", "Kites Mastertrack"),
        ("Course", "Course", None),
        ("Guided Project", "Course", None),
        ("Degree", "Degree", None),
    ],
)
def test_types(said: str, kind: str, alias: str | None) -> None:
    (offer,) = offers(read(table(KITES.replace("Professional Certificate", said))))
    assert offer.credential.kind.value == kind
    assert offer.credential.aliases == ((Alias(alias),) if alias else ())


@pytest.mark.parametrize(
    ("said", "months", "hours"),
    [
        (" 1 - 4 Weeks", Months(0.23, 0.92), None),
        (" 18 a 24 meses", Months(18, 24), None),
        (" 24 meses.", Months(24, 24), None),
        (" 1.5 \u2013 3 years", Months(18, 36), None),
        (" Less Than 2 Hours", None, Hours(0, 2)),
        ("None", None, None),
    ],
)
def test_durations(said: str, months: Months | None, hours: Hours | None) -> None:
    events = read(table(KITES.replace(" 3 - 6 Months", said)))
    assert told(events) == []
    c = offers(events)[0].credential
    assert (c.duration.get(None), c.hours.get(None)) == (months, hours)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            KITES.replace(" 3 - 6 Months", " 15+ hours of study/wk per course"),
            "table.csv: row 1: duration: '15+ hours of study/wk per course' says how much a week, not how long. The field is left unknown.",
        ),
        (KITES.replace("4.8", "48"), "table.csv: row 1: rating: '48' is no number from 0 to 5. The field is left unknown."),
        (KITES.replace(" Professional Certificate ", "Kite"), "table.csv: row 1: certificatetype: 'Kite' is no type that is known. The field is left unknown."),
        (
            "Example University,Kites,(1.1k reviews),4.8,1100.0,Beginner , Course , 1 - 3 Months,False",
            "table.csv: row 1: skills: The cells have moved: '(1.1k reviews)' is no list of skills. The skills are left unknown.",
        ),
        (
            "Example University,Kites,Mixed \u00b7 Course \u00b7 1 - 3 Months,,,Beginner , Course , 1 - 3 Months,False",
            "table.csv: row 1: skills: The cells have moved: 'Mixed \u00b7 Course \u00b7 1 - 3 Months' is no list of skills. The skills are left unknown.",
        ),
        (
            "Example University,Kites,Specialization,,,Specialization,None,None,False",
            "table.csv: row 1: skills: The cells have moved: 'Specialization' stands under skills and level. It is read as the type; duration and skills are left unknown.",
        ),
        ("Example University,Kites,,,,,None,None,False", "table.csv: row 1: certificatetype: There is nothing but a name. Type, level, duration and skills are left unknown."),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_used_is_listed_and_the_row_goes_on(row: str, words: str) -> None:
    events = read(table(row))
    assert told(events) == [words]
    (offer,) = offers(events)
    assert offer.credential.title == "Kites"
    assert offer.credential.stated == () or "skills" not in words


def test_a_bare_row_does_not_say_that_there_is_no_credit() -> None:
    (offer,) = offers(read(table("Example University,Kites,,,,,None,None,False")))
    assert offer.credential.absent == ()


def test_worse_rows_of_one_name_give_way_wherever_they_stand() -> None:
    bare, moved = (
        "Example University,Kites,,,,,None,None,False",
        "Example University,Kites,Course,,,Course,None,None,False",
    )
    course = "Example University,Kites,Wind,4.8,10.0,Beginner , Course , 1 - 3 Months,False"
    other = course.replace("4.8", "4.5")
    events = read(table(bare, moved, course, other, course, bare))
    assert [o.where for o in offers(events)] == ["table.csv: row 3"]
    assert told(events) == [
        "table.csv: row 1: There is nothing but a name. It is left out: row 3 is used.",
        "table.csv: row 2: The cells have moved ('Course' stands under skills), and nothing else is there but a name. It is left out: row 3 is used.",
        "table.csv: row 4: 'Kites' of Example University is given twice, with different content. It is left out: row 3 is used.",
        "table.csv: row 6: There is nothing but a name. It is left out: row 3 is used.",
        "1 row left aside: word for word the same as another",
    ]


def test_names_in_other_scripts_are_told_apart() -> None:
    rows = [KITES.replace(",Kites,", f",{title},") for title in ("凧データ", "凧セキュリティ")]
    assert len({o.key for o in offers(read(table(*rows)))}) == 2


def test_signs_that_tell_names_apart_are_part_of_the_key() -> None:
    rows = [KITES.replace(",Kites,", f",{title},") for title in ("C", "C++", "C#")]
    events = read(table(*rows))
    assert told(events) == []
    assert [o.credential.title for o in offers(events)] == ["C", "C++", "C#"]


def test_a_colon_at_the_end_of_a_name() -> None:
    (offer,) = offers(read(table(KITES.replace(",Kites,", ",Kites:,"))))
    assert offer.credential.title == "Kites:"
    assert offer.credential.aliases == (Alias("Kites"), Alias("Kites Professional Certificate"))


def test_a_level_for_all_is_none_of_the_four() -> None:
    events = read(table(KITES.replace("Beginner", "Mixed")))
    assert told(events) == ["level 'Mixed' in 1 rows is none of the four levels: left unknown there"]
    level = offers(events)[0].credential.level
    assert (level.value, level.note) == (Unknown(WhyUnknown.NOT_STATED), "'Mixed' on Coursera")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            HEAD.replace("partner", "company") + KITES,
            "This is not the table of Coursera's catalog: it has no column partner.",
        ),
        (b"\xff\xd8\xff\x00", "This is a JPEG picture, not text."),
        ("", "The file is empty."),
        (HEAD + "Example University,,Wind,4.8,10.0,Beginner , Course , 1 - 3 Months,False", "The row names no course."),
        (HEAD + "Example University,Kites\n", "The row has 2 cells where the table has 9 columns."),
        (HEAD + KITES + ",more\n", "The row has 10 cells where the table has 9 columns."),
        (HEAD + 'Example University,"Kites', 'a " is opened in this row and never closed'),
    ],
)
def test_tables_and_rows_that_cannot_be_used(content: bytes | str, words: str) -> None:
    events = read(made(content, "table.csv"))
    assert offers(events) == []
    (problem,) = told(events)
    assert words in problem


def test_windows_1252_is_read_and_listed() -> None:
    events = read(made((HEAD + KITES.replace("Kites", "Maestr\u00eda")).encode("cp1252"), "table.csv"))
    assert offers(events)[0].credential.title == "Maestr\u00eda"
    (words,) = told(events)
    assert "read as Windows-1252" in words


@pytest.mark.skipif(not TABLE.exists(), reason=f"optional public data is not there: {TABLE}")
@pytest.mark.parametrize("source", ["coursera", "csv"])
def test_the_real_table(source: str) -> None:
    events = list(SOURCES[source].read([SourceFile("table.csv", lambda: TABLE.open("rb"))], Settings()))
    found = {o.where: o.credential for o in offers(events)}
    problems = [e for e in events if isinstance(e, Problem)]
    assert (len(found), len({o.key for o in offers(events)})) == (
        1114,
        1114,
    )  # of 1,139 rows: 25 are left out, each with a problem
    assert sum("It is left out" in p.what_to_do for p in problems) == 25

    def count(words: str) -> int:
        return sum(words in p.message for p in problems)

    assert {
        "a number of reviews, or level, type and duration, under skills": count("is no list of skills"),
        "nothing but a name": count("There is nothing but a name"),
        "moved, and another row is better": count("nothing else is there but a name"),
        "moved, and the only row of its name": count("stands under skills and level"),
        "a second row of one name": count("given twice"),
        "a pace for a duration": count("says how much a week"),
    } == {
        "a number of reviews, or level, type and duration, under skills": 111,
        "nothing but a name": 19,
        "moved, and another row is better": 3,
        "moved, and the only row of its name": 1,
        "a second row of one name": 4,
        "a pace for a duration": 1,
    }
    assert len(problems) == 139
    kinds = Counter(c.kind.get("?") for c in found.values())
    assert kinds == {
        "Course": 508, "Certificate": 393, "ProfessionalCertificate": 96, "Degree": 59, "AcademicCertificate": 19, "PostBaccalaureateCertificate": 18,
        "MicroCredential": 17, "Diploma": 3, "?": 1,
    }  # fmt: skip
    assert sum(bool(c.credit) for c in found.values()) == 139
    assert sum(c.rating.known for c in found.values()) == 989
    assert sum(c.duration.known for c in found.values()) == 1102
    assert {str(c.hours.value) for c in found.values() if c.hours.known} == {"0-2 h"}
    assert not any(c.costs or c.issuer.known for c in found.values())
    first = found["table.csv: row 2"]
    assert first.title == "Google Data Analytics"
    assert "Extract, Transform, Load" in {s.name for s in first.stated}
    assert not {s.name for c in found.values() for s in c.stated} & {"Extract", "Transform", "Load", "None", "Course"}
