from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.columns import FIELDS, Proposed, propose, read_mapping, write_mapping
from credlens.catalog.fields import _NAMES, by_name, folded


def fields(header: str, *rows: str) -> dict[str, str | None]:
    names = header.split(",")
    cells = [dict(zip(names, row.split(","), strict=True)) for row in rows]
    return {p.column: p.field for p in propose(names, cells)}


def test_every_field_has_a_sentence_and_names() -> None:
    assert set(_NAMES) == set(FIELDS)
    assert all(sentence.endswith(".") for sentence in FIELDS.values())


def test_no_name_is_of_two_fields() -> None:
    names = [name for text in _NAMES.values() for name in text.split(", ")]
    assert len(names) == len(set(names))
    assert [n for n in names if folded(n) != n] == []


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Course Name", "title"), ("courseTitle", "title"), ("course_title", "title"), ("Kursname", "title"), ("Nombre del curso", "title"), ("Intitulé", "title"),
        ("Institución", "provider"), ("Anbieter", "provider"), ("Durée", "duration"), ("Prüfungsgebühr", "exam_fee"), ("Price (USD)", "price"), ("price_eur", "price"),
        ("Hours per week", "hours_per_week"), ("ECTS-Punkte", "credit_ects"), ("Valid for (years)", "validity"), ("difficultyLevel", "level"),
        ("Gültigkeit", "validity"), ("Requisitos previos", "prerequisites"), ("Number of reviews", "reviews"), ("O*NET code", "soc"),
    ],
)  # fmt: skip
def test_names_in_several_languages(column: str, field: str) -> None:
    assert by_name(column) == (field, 0.95)


def test_a_word_in_a_longer_name_is_trusted_less() -> None:
    found = by_name("Average tuition last year, in thousands")
    assert found is None or found[1] < 0.95
    assert by_name("Skills that you need") == ("skills", 0.6)
    assert by_name("Instructor name") is None
    assert by_name("Job title") is None
    assert by_name("foo") is None


def test_a_table_of_a_platform() -> None:
    assert fields(
        "partner,course,skills,rating,reviewcount,level,certificatetype,duration,crediteligibility,x",
        "Example University,Kites,Wind; Knots,4.8,16400.0,Beginner,Professional Certificate,3 - 6 Months,True,q",
    ) == {
        "partner": "provider", "course": "title", "skills": "skills", "rating": "rating", "reviewcount": "reviews", "level": "level",
        "certificatetype": "kind", "duration": "duration", "crediteligibility": "credit", "x": None,
    }  # fmt: skip


def test_values_speak_where_names_do_not() -> None:
    found = propose(
        ["a", "b", "c", "d", "e", "image"],
        [
            {
                "a": "Kite flying",
                "b": "https://example.org/1",
                "c": "40 hours",
                "d": "Beginner",
                "e": "7",
                "image": "https://example.org/1.png",
            },
            {
                "a": "Kite making",
                "b": "https://example.org/2",
                "c": "3 weeks",
                "d": "advanced",
                "e": "9",
                "image": "https://example.org/2.png",
            },
        ],
    )
    assert {p.column: p.field for p in found} == {
        "a": "title",
        "b": "url",
        "c": "duration",
        "d": "level",
        "e": None,
        "image": None,
    }
    assert found[0].why == "its values look like titles"
    assert found[1] == Proposed("b", "url", 0.5, "its values", ("https://example.org/1", "https://example.org/2"))


def test_values_that_contradict_a_name() -> None:
    (proposed,) = propose(["type"], [{"type": "Data science"}, {"type": "Gardening"}])
    assert proposed.field is None or proposed.field == "title"
    found = {
        p.column: p
        for p in propose(
            ["name", "type"], [{"name": f"Course {i}", "type": t} for i, t in enumerate(["Data science", "Gardening"])]
        )
    }
    assert found["type"].field is None
    assert found["type"].why == "its name says kind, but values such as 'Data science' are none"


@pytest.mark.parametrize(
    ("column", "values", "field", "why"),
    [
        ("duration", ["40", "60"], None, "numbers without a unit: write hours, weeks or months in the mapping"),
        ("course duration in hours", ["40", "60"], "hours", "a word in its name"),
        ("Length (weeks)", ["4", "6"], "weeks", "its name"),
        ("Study duration, weeks", ["4", "6"], "weeks", "a word in its name"),
        ("price", ["$49/month", "$39/month"], "price_per_month", "its name, and values for a month"),
        ("price", ["$49", "$39"], "price", "its name"),
        ("price", ["$49/month", "$39/month", "$300"], "price", "its name"),  # each cell says for itself
        ("level", ["x", "y"], "level", "its name, in spite of its values"),
        ("level", ["Beginner", "x", "y"], "level", "its name, but only some of its values"),
        ("hours per week", ["5-8", "3"], "hours_per_week", "its name"),
    ],
)
def test_values_say_more_than_the_name(column: str, values: list[str], field: str | None, why: str) -> None:
    rows = [{"title": f"Kites {i}", column: v} for i, v in enumerate(values)]
    proposed = propose(["title", column], rows)[1]
    assert (proposed.field, proposed.why) == (field, why)


def test_a_column_with_a_fields_own_name_is_that_field_unless_another_fits() -> None:
    assert fields("title,provider", "7,Example", "8,Example") == {"title": "title", "provider": "provider"}
    assert fields("title,course name", "7,Kites", "8,Wind") == {"title": None, "course name": "title"}


def test_a_field_goes_to_one_column_but_texts_and_skills_to_several() -> None:
    found = fields("title,course name,description,objectives,skills,tags", "Kites,Kites,a,b,c,d", "Wind,Wind,a,b,c,d")
    assert found == {
        "title": "title", "course name": None, "description": "description", "objectives": "description", "skills": "skills", "tags": "skills",
    }  # fmt: skip
    assert propose(["title", "name"], [])[1].why == "'title' is read as title"


def test_a_mapping_can_be_written_corrected_and_read() -> None:
    proposed = propose(["Kursname", "foo"], [{"Kursname": "Kite\nflying", "foo": "1"}])
    text = write_mapping(proposed)
    assert tomllib.loads(text) == {"Kursname": "title", "foo": ""}
    assert "# title: What it is called." in text
    assert "for instance 'Kite flying'" in text
    corrected = text.replace('"foo" = ""', '"foo" = "hours"')
    assert read_mapping(corrected, "m.toml", ["Kursname", "foo"]) == ({"Kursname": "title", "foo": "hours"}, ())


@pytest.mark.parametrize(
    ("text", "message", "what_to_do"),
    [
        ('"Course" = "titel"', "'Course': there is no field 'titel'.", "Did you mean 'title'?"),
        ('"Cuorse" = "title"', "The table has no column 'Cuorse'.", "Did you mean 'Course'?"),
        ('"Course" = "zzz"', "'Course': there is no field 'zzz'.", "There are: title, url, id"),
        (
            '"Course" = "title"\n"Link" = "title"',
            "'Link': the field title is already read from 'Course'.",
            "Choose one of the two columns.",
        ),
        ('"Course" = 3', "The field of 'Course' is no text.", 'Write "Course name" = "title"'),
        ("Course.Name = 'title'", "The field of 'Course' is no text.", "quote names that have a dot"),
        ("Course = title", "This is no TOML:", 'Write lines such as "Course name" = "title".'),
    ],
)
def test_mistakes_in_a_mapping_are_listed_with_the_nearest_name(text: str, message: str, what_to_do: str) -> None:
    mapping, (problem,) = read_mapping(text, "m.toml", ["Course", "Link"])
    assert problem.where == "m.toml"
    assert problem.message.startswith(message)
    assert what_to_do in problem.what_to_do
    assert set(mapping) <= {"Course"}


def test_without_the_table_columns_are_not_checked() -> None:
    assert read_mapping('"Anything" = "title"\n"More" = ""') == ({"Anything": "title"}, ())


COLUMNS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1, max_size=5, unique=True)


@given(COLUMNS, st.lists(st.sampled_from(["", *FIELDS]), min_size=5, max_size=5, unique=True), st.text(max_size=20))
def test_what_is_written_is_read_back(columns: list[str], chosen: list[str], value: str) -> None:
    proposed = [Proposed(c, f or None, 0.5, value, (value,)) for c, f in zip(columns, chosen, strict=False)]
    assert read_mapping(write_mapping(proposed), "m.toml", columns) == (
        {p.column: p.field for p in proposed if p.field},
        (),
    )


@given(COLUMNS, st.lists(st.lists(st.text(max_size=12), min_size=5, max_size=5), max_size=4))
def test_any_table_has_a_proposal_with_each_field_once(columns: list[str], rows: list[list[str]]) -> None:
    found = propose(columns, [dict(zip(columns, row, strict=False)) for row in rows])
    assert [p.column for p in found] == columns
    once = [p.field for p in found if p.field and p.field not in {"description", "skills"}]
    assert len(once) == len(set(once))
    assert all((p.probability > 0) == (p.field is not None) for p in found)
