import pytest

from credlens.model.occupation import DegreeLevel
from credlens.skills.degrees import field_spans, fields_in, levels_in, read_degree
from credlens.skills.sections import Layout


def read(text: str) -> tuple[str, bool | None, bool | None]:
    found = read_degree(text, Layout(text))
    return found.level.value, found.required, found.experience_substitutes


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BS degree", "bachelor"),
        ("BA/BS", "bachelor"),
        ("B.Sc. in Biology", "bachelor"),
        ("Bachelors", "bachelor"),
        ("bachelor", "bachelor"),
        ("a degree in statistics", "bachelor"),
        ("4-year degree", "bachelor"),
        ("BSN", "bachelor"),
        ("MS or PhD in Physics", "master"),
        ("MSc", "master"),
        ("MBA", "master"),
        ("Master's degree in Finance", "master"),
        ("Master of Science degree in Finance", "master"),
        ("advanced degree in a technical field", "master"),
        ("Ph.D. in Chemistry", "doctorate"),
        ("JD", "professional"),
        ("M.D. or D.O.", "professional"),
        ("Associate's degree", "associate"),
        ("ADN", "associate"),
        ("high school diploma or GED", "secondary"),
        ("Bachelors or associates degree", "associate"),
        ("PhD or Master's with 3 years", "master"),
    ],
)
def test_the_lowest_level_that_would_do(text: str, level: str) -> None:
    assert read(text)[0] == level


@pytest.mark.parametrize(
    "text",
    [
        "master data management", "Scrum Master", "MS Excel, MS Office, MS SQL Server", "a high degree of care", "Boston, MA or remote",
        "Jackson, MS or remote", "Baltimore, MD in person", "Sales Associates", "master the tools", "our team of PhDs", "J.D. Power award",
        "BA role", "a 360 degree view", "Bachelorette parties",
    ],
)  # fmt: skip
def test_words_that_only_look_like_degrees(text: str) -> None:
    assert read(text) == ("unstated", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bachelor's required, Master's preferred", ("bachelor", True, False)),
        ("BSN required; MSN preferred", ("bachelor", True, False)),
        ("Bachelor's degree (Master's preferred)", ("bachelor", True, False)),
        ("Bachelor's or Master's degree preferred", ("bachelor", False, False)),
        ("Bachelor's degree in math", ("bachelor", None, False)),
        ("## Requirements\n- BA in math\n\n## Preferred\n- MA in math", ("bachelor", True, False)),
        ("## Preferred\n- Master's degree", ("master", False, False)),
        ("BA/BS degree or equivalent practical experience.", ("bachelor", None, True)),
        ("B.S. in Biology, or 5 years of experience", ("bachelor", None, True)),
        ("Bachelor's degree required. Or equivalent experience.", ("bachelor", True, True)),
        ("Bachelor's degree\n\nOR\n\nFour years of experience in sales", ("bachelor", None, True)),
        ("Bachelor's or equivalent degree", ("bachelor", None, False)),
        ("No degree required", ("none", False, None)),
        ("No Master's degree needed, but a Bachelor's is required", ("bachelor", True, False)),
        ("## What we offer\n- A degree is not a requirement", ("none", False, None)),
        ("## Benefits\nTuition assistance for a Master's degree", ("unstated", None, None)),
    ],
)
def test_how_firmly_and_whether_experience_may_stand_in(
    text: str, expected: tuple[str, bool | None, bool | None]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Bachelor's degree in statistics, economics or a related field", ("statistics", "economics")),
        ("Bachelor of Science in Business Administration", ("Business Administration",)),
        ("Bachelor's degree required, preferably in math or physics.", ("math", "physics")),
        ("MS in Computer Science with 3 years of experience", ("Computer Science",)),
        ("Bachelor's degree or 5 years of experience in sales", ()),
    ],
)
def test_subjects_are_named_as_written(text: str, fields: tuple[str, ...]) -> None:
    assert fields_in(text) == fields


def test_the_quote_is_the_sentence_and_places_are_offsets() -> None:
    text = "We like dogs. A BSc is required. Bring SQL."
    assert read_degree(text, Layout(text)).quote == "A BSc is required."
    assert [(m.level, text[m.start : m.end]) for m in levels_in(text)] == [(DegreeLevel.BACHELOR, "BSc")]


@pytest.mark.parametrize(
    ("text", "studied"),
    [
        (
            "Bachelor's degree in economics, statistics or a related field; SQL",
            ["economics, statistics or a related field"],
        ),
        ("BS in a quantitative field such as Statistics\nPython", ["a quantitative field such as Statistics"]),
        ("Master's in Data Science and experience with Tableau", ["Data Science and "]),
        ("data science projects in Python and SQL", []),
        ("Proficiency in MS Excel and Python", []),
        ("mastery in Python", []),
    ],
)
def test_subjects_of_a_degree_are_studied_and_not_asked_for(text: str, studied: list[str]) -> None:
    assert [text[start:end] for start, end in field_spans(text)] == studied
