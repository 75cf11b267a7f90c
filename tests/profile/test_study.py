from datetime import date

import pytest

from credlens.model.occupation import DegreeLevel
from credlens.profile.resumes.text import read
from credlens.profile.study import education_in

TODAY = date(2026, 11, 22)


def studies(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    resume = read(f"Ada Novak\n\nEducation\n\n{text}\n".encode(), "cv.txt")
    return [(f.item.level, f.item.field, f.item.institution) for f in education_in(resume, TODAY, language)]


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("BSc in Biology, University of Texas at Austin, 2015", "University of Texas at Austin"),
        ("BSc in Biology, Bonn University 2015", "Bonn University"),
        ("BSc in Biology, Bonn University.", "Bonn University"),
        ("Bonn University (Bonn)\nBSc in Biology, 2015.", "Bonn University"),
        ("BSc in Biology\nGeorgia Tech | 2015", "Georgia Tech"),
        ("BSc Biology, Georgia Tech, Atlanta, GA, 2015", "Georgia Tech"),
        ("Sorbonne\n2012 - 2015\nBSc in Biology", "Sorbonne"),
    ],
)
def test_the_school_is_read_without_what_stands_beside_it(text: str, school: str) -> None:
    assert studies(text) == [(DegreeLevel.BACHELOR, "Biology", school)]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("B.A. (Hons) History, Bonn College, 2015", "History"),
        ("Bachelor of Science in Nursing, Bonn College, 2015", "Nursing"),
        ("BA, Bonn College, 2015", ""),
        ("BA in progress, Bonn College", ""),
        ("BA in History at Bonn College, 2015", "History"),
    ],
)
def test_what_was_studied_stands_behind_the_degree(text: str, field: str) -> None:
    assert [study[1] for study in studies(text)] == [field]


def test_a_diploma_is_one_with_and_without_in() -> None:
    with_in = studies("Diploma in Electrical Installation, Leeds College, 2015")
    assert studies("Diploma Electrical Installation, Leeds College, 2015") == with_in
    assert with_in == [(DegreeLevel.ASSOCIATE, "Electrical Installation", "Leeds College")]


def test_a_year_that_is_to_come_is_no_degree_yet() -> None:
    assert studies("BSc in Biology, Bonn University, 2028")[0][0] is DegreeLevel.UNSTATED
    assert studies("BSc in Biology, Bonn University, 2026")[0][0] is DegreeLevel.BACHELOR, "this year's June is over"


def test_one_year_at_the_head_begins_an_entry() -> None:
    text = "2013 Bachelor of Arts, Universität Bonn\n2010 Abitur, Goethe-Gymnasium"
    assert [(level, school) for level, _, school in studies(text, "de")] == [
        (DegreeLevel.BACHELOR, "Universität Bonn"),
        (DegreeLevel.SECONDARY, "Goethe-Gymnasium"),
    ]
