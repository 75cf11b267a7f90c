"""What JSON Resume says in fields beside words."""

import json
from datetime import date
from typing import Any

import pytest

from credlens.model.skill import Taxonomy
from credlens.profile.held import held_credentials
from credlens.profile.resume import Resume, Section
from credlens.profile.resumes.jsonresume import read
from credlens.skills.reader import Reader


@pytest.mark.parametrize(
    ("part", "record", "section", "line"),
    [
        (
            "skills",
            {"name": "Data", "level": "Master", "keywords": ["SQL", "R"]},
            Section.SKILLS,
            "Master: Data, SQL, R",
        ),
        ("skills", {"name": "Data"}, Section.SKILLS, "Data"),
        ("skills", {"level": "Master"}, Section.SKILLS, None),
        (
            "certificates",
            {"name": "PL-300", "issuer": "Microsoft", "date": "2023-05", "url": "https://example.com/1"},
            Section.CERTIFICATIONS,
            "PL-300, Microsoft, 2023-05, https://example.com/1",
        ),
        ("languages", {"language": "Spanish", "fluency": "Fluent"}, Section.LANGUAGES, "Spanish: Fluent"),
        ("languages", {"language": "Spanish"}, Section.LANGUAGES, "Spanish"),
    ],
)
def test_a_listed_record_is_one_line(part: str, record: dict[str, Any], section: Section, line: str | None) -> None:
    resume = read(json.dumps({"basics": {}, part: [record]}).encode(), "cv.json")
    assert resume.structured
    assert [x.text for e in resume.of(section) for x in e.lines] == ([line] if line else [])


def test_courses_belong_to_their_course_of_study() -> None:
    study = {"institution": "Bonn College", "studyType": "BA", "area": "History", "courses": ["H101 - Statistics"]}
    (entry,) = read(json.dumps({"education": [study]}).encode(), "cv.json").of(Section.EDUCATION)
    assert [(line.where, line.text) for line in entry.lines] == [
        ("cv.json: education[0]", "BA in History, Bonn College"),
        ("cv.json: education[0].courses[0]", "H101 - Statistics"),
    ]


def test_a_certificate_has_its_name_its_issuer_and_its_day_in_fields() -> None:
    record = {
        "name": "ITIL 2011 Foundation",
        "issuer": "Axelos",
        "date": "2023-05",
        "url": "https://example.com/2020/1",
    }
    (entry,) = read(json.dumps({"certificates": [record]}).encode(), "cv.json").of(Section.CERTIFICATIONS)
    assert (entry.title, entry.organisation) == ("ITIL 2011 Foundation", "Axelos")
    (held,) = held_credentials(Resume("", (entry,), structured=True), Reader(Taxonomy("test", "1", "invented", {})))
    assert (held.item.name, held.item.issued, held.item.expires) == ("ITIL 2011 Foundation", date(2023, 5, 1), None)


@pytest.mark.parametrize(("part", "span"), [("education", (date(2015, 1, 1), date(2015, 6, 30))), ("work", None)])
def test_an_end_alone_dates_education_and_no_job(part: str, span: tuple[date, date] | None) -> None:
    record = {"institution": "Bonn College", "name": "Bramble", "position": "Clerk", "endDate": "2015"}
    (entry,) = read(json.dumps({part: [record]}).encode(), "cv.json").entries
    assert (entry.span and (entry.span.start, entry.span.end)) == span
