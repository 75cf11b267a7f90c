"""What JSON Resume says in fields beside words."""

import json
from typing import Any

import pytest

from credlens.profile.resume import Section
from credlens.profile.resumes.jsonresume import read


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
