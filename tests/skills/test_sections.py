import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.posting import Requirement
from credlens.skills import cues
from credlens.skills.cues import Part
from credlens.skills.sections import Layout

REQUIRED, PREFERRED, UNCLEAR = Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNCLEAR


def asked(text: str, word: str) -> Requirement | None:
    """How firmly the passage with this word asks; None when it is not counted."""
    passage = Layout(text).at(text.index(word))
    return passage.requirement if passage.counted else None


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("minimum qualifications", Part.REQUIRED),
        ("what you bring", Part.REQUIRED),
        ("you have", Part.REQUIRED),
        ("requirements", Part.REQUIRED),
        ("preferred qualifications", Part.PREFERRED),
        ("nice to have", Part.PREFERRED),
        ("a plus", Part.PREFERRED),
        ("not required, but nice", Part.PREFERRED),
        ("what you will need / bonus points", Part.NEUTRAL),
        ("responsibilities", Part.NEUTRAL),
        ("essential functions", Part.NEUTRAL),
        ("about the role", Part.NEUTRAL),
        ("benefits", Part.BOILERPLATE),
        ("about us", Part.BOILERPLATE),
        ("what we offer", Part.BOILERPLATE),
        ("equal opportunity employer", Part.BOILERPLATE),
        ("benefits coordinator", Part.NEUTRAL),
        ("how the day starts", None),
    ],
)
def test_headings_say_what_follows(heading: str, part: Part | None) -> None:
    assert cues.heading(heading) is part


@pytest.mark.parametrize("mark", ["## {}", "**{}**", "{}:", "{}", "**{}:**", "### **{}**"])
def test_a_heading_is_seen_however_it_is_marked(mark: str) -> None:
    text = f"{mark.format('Requirements')}\n- SQL\n\n{mark.format('Nice to have')}\n- Tableau\n"
    assert asked(text, "SQL") is REQUIRED
    assert asked(text, "Tableau") is PREFERRED


def test_words_in_a_sentence_win_over_the_heading() -> None:
    text = "## Requirements\n- SQL\n- Tableau is a plus\n\n## Nice to have\n- R\n- Python is a must\n"
    assert [asked(text, w) for w in ("SQL", "Tableau", "R\n", "Python")] == [REQUIRED, PREFERRED, PREFERRED, REQUIRED]


def test_weak_words_do_not_undo_a_heading() -> None:
    assert asked("## Preferred qualifications\n- At least 2 years of Tableau", "Tableau") is PREFERRED
    assert asked("You have worked with Tableau.", "Tableau") is REQUIRED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SQL required, Tableau preferred", {"SQL": REQUIRED, "Tableau": PREFERRED}),
        (
            "Must have Python and SQL, ideally Tableau, Looker",
            {"SQL": REQUIRED, "Tableau": PREFERRED, "Looker": PREFERRED},
        ),
        (
            "Python, SQL required, Tableau, Looker a plus",
            {"Python": REQUIRED, "Tableau": PREFERRED, "Looker": PREFERRED},
        ),
        ("Excel (Tableau preferred)", {"Excel": UNCLEAR, "Tableau": PREFERRED}),
        ("Tableau (a plus)", {"Tableau": PREFERRED}),
        ("No experience with SAS needed, but SQL is required", {"SAS": None, "SQL": REQUIRED}),
        ("SAS is not required", {"SAS": None}),
        ("No degree and no years in sales required.", {"sales": None}),
        ("Python is not required but a plus", {"Python": PREFERRED}),
        ("Travel as required, SQL", {"SQL": UNCLEAR}),
        ("Annual bonus. SQL", {"SQL": UNCLEAR}),
    ],
)
def test_one_sentence_may_ask_in_several_ways(text: str, expected: dict[str, Requirement | None]) -> None:
    assert {word: asked(text, word) for word in expected} == expected


def test_benefits_the_company_and_equal_opportunity_are_not_counted() -> None:
    text = (
        "## About us\nWe make Tableau boards.\n\n## Tasks\n- Write SQL\n\n## Benefits\n- Excel courses\n"
        "\n## The role\n- Use Python\nWe are an equal opportunity employer and train in R.\n"
    )
    assert [asked(text, w) for w in ("Tableau", "Excel", " R.")] == [None, None, None]
    assert asked(text, "SQL") is UNCLEAR
    assert asked(text, "Python") is UNCLEAR


@pytest.mark.parametrize("lead", ["Nice to have:", "**Nice to have:**", "**Nice to have**:", "- Nice to have:"])
def test_a_heading_on_the_line_itself_speaks_for_that_line(lead: str) -> None:
    text = f"## Requirements\n\n{lead} Tableau; Looker\n\nSQL: three years\n"
    assert [asked(text, w) for w in ("Tableau", "Looker", "SQL")] == [PREFERRED, PREFERRED, REQUIRED]


def test_a_paragraph_after_a_list_stands_for_itself() -> None:
    text = "**Preferred**\n- Tableau\n\nYou will work with SQL in a small team of people who like clear questions and answers.\n"
    assert asked(text, "SQL") is UNCLEAR


def test_a_sentence_wrapped_over_two_lines_is_one() -> None:
    text = "Knowledge of Tableau or\nLooker is preferred. SQL too."
    assert asked(text, "Tableau") is PREFERRED
    assert asked(text, "SQL") is UNCLEAR


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert asked("BI tools, e.g. Tableau, are preferred.", "BI") is PREFERRED


def test_an_empty_text_has_one_empty_answer() -> None:
    assert Layout("").at(0).requirement is UNCLEAR


@pytest.mark.parametrize(
    "sentence",
    [
        "sql is a must", "sql is mandatory", "tableau would be great", "an asset", "r is not needed", "you don't need r", "401(k) match",
        "paid vacation", "background check", "looker preferred", "is helpful", "you bring sql", "nice to have", "is welcome",
    ],
)  # fmt: skip
def test_every_cue_is_seen_by_the_cheap_first_look(sentence: str) -> None:
    said = cues.cue(sentence) or cues.negation(sentence) or cues.is_boilerplate(sentence) or cues.expects(sentence)
    assert said
    assert any(stem in sentence for stem in cues.STEMS)


@given(st.text(st.sampled_from("aB.,;:()#*-\n \u2022")))
def test_passages_follow_each_other_inside_the_text(text: str) -> None:
    passages = Layout(text).passages
    ends = [0, *(p.end for p in passages)]
    assert all(end <= p.start < p.end <= len(text) for end, p in zip(ends, passages, strict=False))


def test_odd_texts_take_no_longer_than_their_length() -> None:
    started = time.perf_counter()
    for text in (" " * 100_000 + "x", "(" * 50_000, ". " * 50_000, "a;" * 50_000, "# " * 30_000, "5" + " " * 100_000):
        Layout(text)
    assert time.perf_counter() - started < 10
