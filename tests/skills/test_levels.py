import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.skill import SkillLevel
from credlens.profile.build import USED_YEARS
from credlens.skills.levels import YEARS_ASKED, Levels, higher, level_at, level_of_years, reaches_in
from credlens.skills.sections import Layout

U, B, I, A, E = SkillLevel  # noqa: E741 - the levels by their initials, lowest first


def level(text: str, name: str) -> SkillLevel:
    """The level asked for a name in a text."""
    layout = Layout(text)
    start = text.index(name)
    block = layout.asked(start)
    return level_at(reaches_in(layout, block), start - block.start, start - block.start + 1)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Expert in SQL", E),
        ("Expert-level SQL skills", E),
        ("Deep technical expertise in SQL", E),
        ("Mastery of SQL", E),
        ("Thorough knowledge of SQL", E),
        ("Advanced SQL", A),
        ("Strong SQL skills", A),
        ("Extensive experience with SQL", A),
        ("Strong working knowledge of SQL", A),
        ("Expertise in SQL", A),
        ("Proficient in SQL", I),
        ("Hands-on experience with SQL", I),
        ("Working knowledge of SQL", I),
        ("Good knowledge of SQL", I),
        ("Comfortable with SQL", I),
        ("Basic understanding of SQL", B),
        ("Familiarity with SQL", B),
        ("Some exposure to SQL", B),
        ("Understanding of SQL", B),
        ("Experience with SQL", U),
        ("Knowledge of SQL", U),
        ("We use SQL", U),
    ],
)
def test_words_before_a_name_say_how_far_it_is_asked_for(text: str, asked: SkillLevel) -> None:
    assert level(text, "SQL") is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("SQL (advanced), Excel", {"SQL": A, "Excel": U}),
        ("Excel - expert level", {"Excel": E}),
        ("Excel, SQL (basic)", {"Excel": U, "SQL": B}),
        ("Python and SQL proficiency required", {"Python": I, "SQL": I}),
        ("Speaks Spanish fluently", {"Spanish": A}),
    ],
)
def test_words_behind_a_name_do_so_too(text: str, asked: dict[str, SkillLevel]) -> None:
    assert {name: level(text, name) for name in asked} == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Advanced Excel and SQL", {"Excel": A, "SQL": A}),
        ("Strong Python, SQL and R", {"Python": A, "SQL": A, "R": A}),
        ("Strong Python, familiarity with SQL", {"Python": A, "SQL": B}),
        ("Strong Python, and experience with SQL", {"Python": A, "SQL": U}),
        ("Strong Python, SQL (basic)", {"Python": A, "SQL": B}),
        ("Strong writing. We use SQL", {"writing": A, "SQL": U}),
        ("Excellent writing with the ability to learn SQL", {"writing": A, "SQL": U}),
    ],
)
def test_a_cue_holds_for_a_list_up_to_the_next_demand(text: str, asked: dict[str, SkillLevel]) -> None:
    assert {name: level(text, name) for name in asked} == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("3+ years of SQL", A),
        ("At least 8 years of experience with SQL", E),
        ("1-2 years of hands-on experience with Python and SQL", I),
        ("6 months of SQL", B),
        ("two years working with SQL", I),
        ("SQL (5+ years)", A),
        ("SQL: 2 years (required)", I),
        ("5+ years in product management using SQL", U),
        ("For 40 years SQL has been our trade", U),
        ("This year SQL", U),
    ],
)
def test_years_count_when_they_are_tied_to_the_name(text: str, asked: SkillLevel) -> None:
    assert level(text, "SQL") is asked


@pytest.mark.parametrize(
    "text",
    [
        "A strong interest in SQL",
        "Strong team with SQL",
        "Advanced degree with SQL",
        "Develop a deep understanding of SQL",
        "Work alongside experts in SQL",
        "Basic qualifications: SQL",
    ],
)
def test_words_that_praise_something_else_say_nothing_of_it(text: str) -> None:
    assert level(text, "SQL") is U


def test_a_name_may_begin_with_its_cue() -> None:
    assert level("Strong communication skills", "Strong") is A


def test_words_of_a_sentence_take_the_cue_that_holds_for_any_of_them() -> None:
    text = "You write.\nStrong knowledge of databases"
    assert Levels(Layout(text)).over(text.index("knowledge"), len(text)) is A
    assert Levels(Layout(text)).over(0, 9) is U


def test_the_steps_of_years_are_those_of_a_resume() -> None:
    assert YEARS_ASKED == USED_YEARS
    assert [level_of_years(y) for y in (0.5, 1, 2.9, 3, 8)] == [B, I, I, A, E]
    assert higher(U, B) is higher(B, U) is B
    assert higher(E, A) is E


@given(
    st.lists(
        st.sampled_from(["strong ", "basic knowledge of ", "sql", ", ", " (expert)", "3 years of ", ". ", "\n", "and "])
    )
)
def test_where_cues_hold_lies_in_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    layout = Layout(text)
    block = layout.asked(0)
    for reach in reaches_in(layout, block):
        assert 0 <= reach.start <= reach.end <= block.end - block.start
        assert reach.level is not U
