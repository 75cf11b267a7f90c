import pytest

from credlens.model.occupation import DegreeLevel
from credlens.skills.degree_levels import field_spans, fields_in, levels_in
from credlens.skills.sections import Layout
from credlens.skills.stems import Stems


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Bachelor's degree in statistics, economics or a related field", ("statistics", "economics")),
        ("Bachelor of Science in Business Administration", ("Business Administration",)),
        ("Bachelor's degree required, preferably in math or physics.", ("math", "physics")),
        ("MS in Computer Science with 3 years of experience", ("Computer Science",)),
        ("Bachelor's degree or 5 years of experience in sales", ()),
        ("BS in Physics, or a combination of education and experience", ("Physics",)),
        ("Degree in finance or extensive accounting experience", ("finance",)),
        ("Bachelor's degree in nursing, or associate degree plus practice", ("nursing",)),
    ],
)
def test_subjects_are_named_as_written(text: str, fields: tuple[str, ...]) -> None:
    assert fields_in(text) == fields


def test_places_are_offsets_and_unnamed_degrees_count_only_alone() -> None:
    text = "We like dogs. A BSc is required."
    assert [(m.level, text[m.start : m.end]) for m in levels_in(text)] == [(DegreeLevel.BACHELOR, "BSc")]
    assert [m.level for m in levels_in("a degree in maths, or a PhD")] == [DegreeLevel.DOCTORATE]
    assert [m.level for m in levels_in("a degree in maths")] == [DegreeLevel.BACHELOR]


def test_a_part_of_a_text_is_looked_at_alone() -> None:
    text = "PhD. Then a BA in art."
    assert [m.level.value for m in levels_in(text, 5, len(text), Stems(text))] == ["bachelor"]


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


def test_subjects_are_the_same_with_and_without_a_layout() -> None:
    text = "Requirements\n- BA in economics or law\n- SQL\n"
    assert field_spans(text, Layout(text)) == field_spans(text)
