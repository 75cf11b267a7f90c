import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.card import CardKind
from credlens.model.credential import Depth
from credlens.model.occupation import DegreeLevel, RegulatedOccupation
from credlens.model.person import EvidenceKind, HeldCredential, Person
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy
from credlens.profile.build import build, finish
from credlens.profile.cards import cards
from credlens.profile.found import Findings, Found
from credlens.profile.gather import gather
from credlens.profile.merge import merge
from credlens.profile.resumes import jsonresume
from credlens.profile.resumes.markdown import read
from credlens.skills.credential_names import named
from credlens.skills.reader import Reader

TODAY = date(2026, 11, 22)


def skill(id_: str, label: str, *broader: str) -> Skill:
    return Skill(id_, label, (Alias(label),), SkillKind.TOOL, Reuse.CROSS_SECTOR, "test", (), broader=broader)


SKILLS = (
    skill("sql", "SQL", "databases"),
    skill("databases", "databases", "data"),
    skill("data", "data work"),
    skill("excel", "Excel"),
    skill("stats", "statistics"),
    skill("tableau", "Tableau"),
)
NURSE = RegulatedOccupation(
    "nurse", "Nurse", (), None, None, "US", "US", needs_degree=False, needs_licence=True, degree=None, degree_note="", licence="RN",
    licence_names=(Alias("RN license"), Alias("NCLEX")), authority="", opens_with="", sources=(),
)  # fmt: skip
READER = Reader(
    Taxonomy("test", "1", "invented", {s.id: s for s in SKILLS}),
    [named("tds", "Tableau Desktop Specialist"), named("pl", "PL-300")],
    [NURSE],
)
TAUGHT = {
    "tds": [("tableau", Depth.CORE), ("stats", Depth.TOUCHED)],
    "pl": [("excel", Depth.PART), ("gone", Depth.CORE)],
}


def person(text: str) -> Person:
    return build(read(text.encode(), "cv.md"), READER, TODAY, TAUGHT)


def kinds(who: Person, skill_id: str) -> list[str]:
    return [e.kind.value for e in who.skills[skill_id].evidence]


JOBS = """# Ada Novak

## Experience

### Senior Marketing Analyst, Bramble
2023-11-23 to present
- Wrote SQL
- Excel and SQL reports

### Clerk, Cobalt
2022-01 to 2023-12
- Excel
"""


def test_use_is_dated_by_all_entries_that_name_the_skill_together() -> None:
    who = person(JOBS)
    assert kinds(who, "sql") == ["used", "used"]
    first, second = who.skills["sql"].evidence
    assert (first.years, first.where, first.quote, second.years) == (3.0, "cv.md:7", "Wrote SQL", None)
    assert who.skills["excel"].evidence[0].years == pytest.approx(4.89, abs=0.01)
    assert who.years == pytest.approx(4.89, abs=0.01)
    assert who.field == "marketing analyst"


@pytest.mark.parametrize(
    ("span", "level"),
    [
        ("2018-01 to 2025-12", SkillLevel.EXPERT),
        ("2020-01 to 2022-12", SkillLevel.ADVANCED),
        ("2020-01 to 2020-12", SkillLevel.INTERMEDIATE),
        ("2020-01 to 2020-06", SkillLevel.BEGINNER),
        ("", SkillLevel.BEGINNER),
    ],
)
def test_years_of_use_make_the_level(span: str, level: SkillLevel) -> None:
    assert person(f"# Ada Novak\n\n## Experience\n\n### Clerk\n{span}\n- SQL\n").skills["sql"].level is level


def test_a_broader_skill_is_implied_with_less_at_each_step() -> None:
    who = person("# Ada Novak\n\n## Experience\n\n### Clerk\n2020-01 to 2022-12\n- SQL\n")
    assert [(s, who.skills[s].level, kinds(who, s)) for s in ("databases", "data")] == [
        ("databases", SkillLevel.INTERMEDIATE, ["implied"]),
        ("data", SkillLevel.BEGINNER, ["implied"]),
    ]
    assert kinds(person("## Skills\n\nSQL, databases"), "databases") == ["listed"]


def test_listed_skills_are_weak_and_wishes_are_none() -> None:
    who = person("# Ada Novak\n\n## Summary\n\nKnows Excel well. Looking for work with SQL.\n\n## Skills\n\nTableau\n")
    assert {s: (h.level, h.evidence[0].kind) for s, h in who.skills.items()} == {
        "excel": (SkillLevel.BEGINNER, EvidenceKind.LISTED),
        "tableau": (SkillLevel.BEGINNER, EvidenceKind.LISTED),
    }


def test_held_credentials_with_their_days_and_what_they_teach() -> None:
    who = person(
        "# Ada Novak\n\n## Certifications\n\n- Tableau Desktop Specialist, issued Jun 2024, expires Jun 2027\n"
        "- PL-300 (2022-06 - 2025-06)\n- Notary Public, State of Ohio\n  Issued May 2023\n- Preparing for CISSP\n"
    )
    assert [(c.credential, c.name, c.issued, c.expires) for c in who.credentials] == [
        ("tds", "Tableau Desktop Specialist", date(2024, 6, 1), date(2027, 6, 30)),
        ("pl", "PL-300", date(2022, 6, 1), date(2025, 6, 30)),
        (None, "Notary Public, State of Ohio", date(2023, 5, 1), None),
    ]
    assert (who.skills["tableau"].level, kinds(who, "tableau")) == (SkillLevel.INTERMEDIATE, ["certified", "listed"])
    assert (who.skills["stats"].level, kinds(who, "stats")) == (SkillLevel.BEGINNER, ["certified"])
    assert who.skills["excel"].evidence[0].quote == "PL-300 (lapsed by 2025-06-30)"


@pytest.mark.parametrize(
    ("line", "issued", "expires"),
    [
        ("PL-300, issued 2024-05, expired 2025-05", date(2024, 5, 1), date(2025, 5, 31)),
        ("PL-300 (expires 2027)", None, date(2027, 12, 31)),
        ("PL-300, 2023", date(2023, 1, 1), None),
        ("PL-300, valid until 03/2027", None, date(2027, 3, 31)),
        ("PL-300, May 2023 - no expiration date", date(2023, 5, 1), None),
        ("PL-300 (Jan 2024 - present)", date(2024, 1, 1), None),
        ("PL-300, ausgestellt am 1. Mai 2023, gültig bis 05/2026", date(2023, 5, 1), date(2026, 5, 31)),
        ("PL-300, obtenu en mai 2023, valable jusqu'en 2026", date(2023, 5, 1), date(2026, 12, 31)),
    ],
)
def test_days_of_a_credential(line: str, issued: date | None, expires: date | None) -> None:
    (held,) = person(f"# Ada Novak\n\n## Certifications\n\n- {line}\n").credentials
    assert (held.credential, held.issued, held.expires) == ("pl", issued, expires)


def test_a_mixed_section_counts_only_what_is_a_credential() -> None:
    who = person("# Ada Novak\n\nCERTIFICATIONS & ACTIVITIES\n\n- First aid certificate\n- Chess club\n")
    assert [c.name for c in who.credentials] == ["First aid certificate"]


@pytest.mark.parametrize(
    ("text", "licences"),
    [
        ("## Licenses\n\n- RN license, Ohio, expires 2028\n", ("RN license",)),
        ("## Licenses\n\n- Passed the NCLEX in 2020\n", ("RN license", "NCLEX")),
        ("## Licenses\n\n- RN license, expired 2020\n", ()),
        ("## Summary\n\nPreparing for the NCLEX.\n", ()),
        ("## Summary\n\nHolds an active RN license. Looking for a night shift.\n", ("RN license",)),
        ("## Experience\n\n### Clerk\n2019 - 2020\n- Filed every RN license\n", ()),
    ],
)
def test_licences_are_held_not_wished_for(text: str, licences: tuple[str, ...]) -> None:
    assert person(f"# Ada Novak\n\n{text}").licences == licences


@pytest.mark.parametrize(
    ("text", "level", "field", "institution"),
    [
        ("### BA in Communications, Lake Erie State University (invented)\n2016-09 to 2020-05", DegreeLevel.BACHELOR, "Communications", "Lake Erie State University"),
        ("**High School Diploma**, Eastmarch High School\n2013 - 2017", DegreeLevel.SECONDARY, "", "Eastmarch High School"),
        ("Master's degree in Physics, Bonn University, 2015", DegreeLevel.MASTER, "Physics", "Bonn University"),
        ("BSc in Biology, Bonn University, 2024 - present", DegreeLevel.UNSTATED, "Biology", "Bonn University"),
        ("BSc in Biology, Bonn University (expected 2028)", DegreeLevel.UNSTATED, "Biology", "Bonn University"),
    ],
)  # fmt: skip
def test_education_counts_when_it_is_finished(text: str, level: DegreeLevel, field: str, institution: str) -> None:
    (found,) = person(f"# Ada Novak\n\n## Education\n\n{text}\n").education
    assert (found.level, found.field, found.institution) == (level, field, institution)


def test_nothing_known_is_nothing_shown() -> None:
    who = person("# Ada Novak\n\nHello there\n")
    assert (who.name, who.skills, who.years, who.field, who.degree) == ("Ada Novak", {}, None, "", DegreeLevel.UNSTATED)


PROJECTS = """# Ada Novak

## Experience

### Clerk, Cobalt
2022-01 to 2022-12
- Excel

## Projects

### Shop numbers
2024-01 to 2025-12
- Excel and SQL

## Volunteering

### Treasurer, chess club
2026-01 to present
- Excel

## Education

### BA in History, Bonn College
2014 - 2017
- Seminar on statistics

## Courses

- Tableau for beginners
"""


def test_each_place_shows_a_skill_in_its_own_way_with_its_own_time() -> None:
    who = person(PROJECTS)
    assert kinds(who, "excel") == ["used", "project", "project"]
    work, project, _ = who.skills["excel"].evidence
    assert (work.years, work.last_used) == (1.0, date(2022, 12, 31))
    assert project.years == pytest.approx(2.89, abs=0.01)
    assert project.last_used == TODAY
    assert who.skills["excel"].last_used == TODAY
    assert kinds(who, "stats") == kinds(who, "tableau") == ["course"]
    assert who.skills["tableau"].last_used is None
    assert [c.name for c in who.credentials] == [], "a course is no credential"


def test_time_in_projects_counts_for_the_level_as_time_in_work_does() -> None:
    assert person(PROJECTS).skills["excel"].level is SkillLevel.ADVANCED, (
        "one year of work and almost three of projects"
    )
    assert person(PROJECTS).skills["sql"].level is SkillLevel.INTERMEDIATE


@pytest.mark.parametrize(("said", "level"), [("SQL (basic)", SkillLevel.BEGINNER), ("SQL: expert", SkillLevel.EXPERT)])
def test_what_the_resume_says_of_a_level_goes_before_what_follows_from_years(said: str, level: SkillLevel) -> None:
    who = person(f"# Ada Novak\n\n## Experience\n\n### Clerk\n2020-01 to 2022-12\n- SQL\n\n## Skills\n\n- {said}\n")
    assert who.skills["sql"].level is level


def test_a_level_is_read_only_in_lists_of_skills() -> None:
    who = person("# Ada Novak\n\n## Summary\n\nExpert marketer who also knows Excel.\n")
    assert who.skills["excel"].level is SkillLevel.BEGINNER


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("### Senior Clerk, Bramble (invented), Bonn\n2021-03 to present", ("Senior Clerk", "Bramble", date(2021, 3, 1), None)),
        ("**Clerk**\nCobalt Inc, Jan 2016 - Feb 2019\n- Took calls", ("Clerk", "Cobalt Inc", date(2016, 1, 1), date(2019, 2, 28))),
        ("Clerk at Cobalt, 2016 - 2019", ("Clerk", "Cobalt", date(2016, 7, 1), date(2019, 6, 30))),
        ("Clerk | Cobalt | 2016 - 2019", ("Clerk", "Cobalt", date(2016, 7, 1), date(2019, 6, 30))),
        ("**Clerk**\n- Took calls", ("Clerk", "", None, None)),
    ],
)  # fmt: skip
def test_jobs_with_their_employers_and_days(text: str, job: tuple[str, str, date | None, date | None]) -> None:
    (found,) = person(f"# Ada Novak\n\n## Experience\n\n{text}\n").jobs
    assert (found.title, found.organisation, found.start, found.end) == job
    assert found.where == "cv.md:5"


def test_languages_each_once_by_the_place_that_says_how_well() -> None:
    who = person(
        "# Ada Novak\n\n## Skills\n\n- Languages: German, English\n\n## Languages\n\nGerman (native)\nEnglish: B2\n"
    )
    assert [(held.language, held.level, held.where) for held in who.languages] == [
        ("de", "native", "cv.md:9"),
        ("en", "B2", "cv.md:10"),
    ]


def test_programming_languages_are_skills() -> None:
    who = person("# Ada Novak\n\n## Programming Languages\n\nSQL (advanced)\n")
    assert who.languages == ()
    assert "sql" in who.skills


@pytest.mark.parametrize(
    "wish", ["Preparing for PL-300", "PL-300 (geplant)", "PL-300, in Vorbereitung", "PL-300 en préparation"]
)
def test_what_is_wished_for_in_any_language_is_not_held(wish: str) -> None:
    assert person(f"# Ada Novak\n\n## Certifications\n\n- {wish}\n").credentials == ()


WORDS = st.sampled_from(
    [
        "SQL",
        "Excel",
        "(advanced)",
        "PL-300",
        "BA in History",
        "Bonn College",
        "2019 - 2021",
        "English C1",
        ",",
        ":",
        "- ",
        "\n",
    ]
)


@given(
    st.lists(
        WORDS | st.sampled_from(["\n## Experience\n", "\n## Skills\n", "\n## Languages\n", "\n## Education\n"]),
        max_size=25,
    )
)
def test_any_resume_is_a_person_with_a_card_for_each_thing(words: list[str]) -> None:
    text = "# Ada Novak\n\n" + " ".join(words)
    found = gather(read(text.encode(), "cv.md"), READER, TODAY)
    who = finish(found, READER.taxonomy, TODAY, TAUGHT)
    made = cards(found, (), READER.taxonomy)
    assert len({c.id for c in made}) == len(made)
    assert all(0 < c.probability <= 1 and c.value and c.where.startswith("cv.md") for c in made)
    shown = {c.value for c in made if c.kind is CardKind.SKILL}
    assert shown == {READER.taxonomy[m.item.skill].label for m in found.mentions}
    assert all(held.level is not SkillLevel.UNKNOWN and held.evidence for held in who.skills.values())
    assert dict(finish(merge([found, found]), READER.taxonomy, TODAY, TAUGHT).skills) == dict(who.skills), (
        "twice is once"
    )


def test_a_language_that_is_a_skill_has_the_level_it_is_spoken_at() -> None:
    skills = {s.id: s for s in (skill("en", "English"), skill("de", "German"), skill("fr", "French"))}
    reader = Reader(Taxonomy("test", "1", "invented", skills))
    text = "# Ada Novak\n\n## Languages\n\nGerman (native), English: B2, French\n"
    who = build(read(text.encode(), "cv.md"), reader, TODAY, {})
    assert {s: who.skills[s].level for s in ("de", "en", "fr")} == {
        "de": SkillLevel.EXPERT,
        "en": SkillLevel.INTERMEDIATE,
        "fr": SkillLevel.BEGINNER,
    }


def test_a_degree_in_a_field_of_its_own_is_known_in_any_language() -> None:
    study = {"institution": "Universität Bonn", "studyType": "Diplom-Kauffrau", "endDate": "2013", "startDate": "2008"}
    resume = jsonresume.read(json.dumps({"education": [study]}).encode(), "cv.json")
    assert build(resume, READER, TODAY, TAUGHT).education[0].level is DegreeLevel.MASTER
    assert (
        person("# Ada Novak\n\n## Education\n\n### Diplom-Kauffrau, Bonn University\n").education[0].level
        is DegreeLevel.UNSTATED
    )


def test_what_one_place_says_of_a_credential_completes_another() -> None:
    line = HeldCredential(
        "Security+",
        "sec",
        date(2024, 5, 1),
        None,
        "cv.md:3",
        said=("2024-05", ""),
        number="N-7",
        link="https://c.example/7",
    )
    badge = HeldCredential("Security+", "sec", date(2024, 5, 17), None, "wallet a", said=("", ""), issuer="CompTIA")
    findings = Findings(credentials=(Found(line, 0.9), Found(badge, 1.0)))
    (held,) = finish(findings, READER.taxonomy, TODAY, {}).credentials
    assert (held.where, held.issuer, held.number, held.link) == ("wallet a", "CompTIA", "N-7", "https://c.example/7")
    renewed = replace(badge, issued=date(2027, 5, 17), said=("2027-05-17", ""))
    (held,) = finish(
        Findings(credentials=(Found(line, 0.9), Found(renewed, 1.0))), READER.taxonomy, TODAY, {}
    ).credentials
    assert (held.number, held.link) == ("", ""), "the number of the one before it"
