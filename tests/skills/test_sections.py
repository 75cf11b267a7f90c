import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.posting import Requirement
from credlens.skills.sections import Layout
from credlens.skills.stems import DEGREE

REQUIRED, PREFERRED, UNCLEAR = Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNCLEAR


def asked(text: str, word: str) -> Requirement | None:
    """How firmly the passage with this word asks; None when it is not counted."""
    passage = Layout(text).at(text.index(word))
    return passage.requirement if passage.counted else None


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


LETTERS = {REQUIRED: "R", PREFERRED: "P", UNCLEAR: "U", None: "N"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Essential criteria\n- Zq\n## Desirable criteria\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Essential:\n- Zq\n\nDesirable:\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Person Specification\nEssential\nZq\nDesirable\nYq", {"Zq": "R", "Yq": "P"}),
        ("Key Selection Criteria\n- Zq", {"Zq": "R"}),
        ("Mandatory Skills:\n- Zq\nGood to have:\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Must Have:\n- Zq\nNice to Have:\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Must-haves\n* Zq\nNice-to-haves\n* Yq", {"Zq": "R", "Yq": "P"}),
        ("REQUIRED SKILLS:\n- Zq\nPREFERRED SKILLS:\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Requirements:\n- Zq\n- Yq (an asset)\n- Xq is considered an asset", {"Zq": "R", "Xq": "P"}),
        ("Assets:\n- Yq\nRequirements\n- Zq", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Yq would be highly regarded", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Yq would be advantageous", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Exposure to Yq desirable", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Yq preferred but not essential", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Not essential, but Yq is useful", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Bonus points for Yq", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- It's a bonus if you know Yq", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Ideally some Yq", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Yq +\n- Xq a big plus!", {"Zq": "R", "Xq": "P"}),
        ("Requirements\n- Zq\n- Yq, nice to have", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Yq, nice to have\n- Xq", {"Zq": "R", "Yq": "P", "Xq": "R"}),
        ("Requirements\n- Zq\n- Yq [nice to have]\n", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Yq, nice to have but not needed\n", {"Zq": "R", "Yq": "P"}),
        ("You should have\n- Zq\n- If you also know Yq, even better.\n", {"Zq": "R", "Yq": "P"}),
        ("Key Skills Required\nZq\nAdded Advantage\nYq\nRoles and Responsibilities\nXq", {"Zq": "R", "Yq": "P", "Xq": "U"}),
        ("Requirements\n- Zq\n- Extra credit if you have Yq", {"Zq": "R", "Yq": "P"}),
        ("Requirements\n- Zq\n- Preference will be given to candidates with Yq", {"Zq": "R", "Yq": "P"}),
        ("You might also have\n- Yq\nWhat you need\n- Zq", {"Zq": "R"}),
        ("What we're looking for\n- Zq\nIt would be great if you also had\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Desired skills\n- Yq", {"Yq": "R"}),
        ("Requirements\n- Zq\nDesired skills\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Responsibilities\n- Build Zq pipelines\n- Maintain Yq", {"Zq": "U", "Yq": "U"}),
        ("What you'll do\n- Use Zq daily\nWhat you'll bring\n- Yq", {"Zq": "U", "Yq": "R"}),
        ("We are a leading provider of Zq solutions.\nRequirements\n- Yq", {"Zq": "N", "Yq": "R"}),
        ("About us\nWe make Zq.\nYour profile\n- Yq", {"Zq": "N", "Yq": "R"}),
        ("What we offer\n- Zq training", {"Zq": "N"}),
        ("Benefits:\n- Zq classes", {"Zq": "N"}),
        ("We are an equal opportunity employer and use Zq.", {"Zq": "N"}),
        ("Knowledge of Zq is not required.", {"Zq": "N"}),
        ("No experience with Zq required", {"Zq": "N"}),
        ("Strong knowledge of Zq.", {"Zq": "R"}),
        ("You have experience with Zq.", {"Zq": "R"}),
        ("You will build Zq tools.", {"Zq": "U"}),
        ("Our stack is Zq.", {"Zq": "U"}),
        ("Zq is a must.", {"Zq": "R"}),
        ("Zq required; Yq preferred.", {"Zq": "R", "Yq": "P"}),
        ("Proficiency in Zq (Yq preferred)", {"Zq": "R", "Yq": "P"}),
        ("Experience with Zq or Yq required, Xq a plus", {"Zq": "R", "Yq": "R", "Xq": "P"}),
        ("Nice to have\n- Yq\n- Zq is mandatory", {"Yq": "P", "Zq": "R"}),
        ("Qualifications\nMinimum:\n- Zq\nPreferred:\n- Yq", {"Zq": "R", "Yq": "P"}),
        ("Preferred Qualifications\nTechnical skills:\n- Yq", {"Yq": "P"}),
        ("**Preferred Qualifications:**\n1. Yq\n2. Xq\n\nWe are proud to be an equal opportunity employer.\n\nOffices use Zq.", {"Yq": "P", "Xq": "P", "Zq": "N"}),
        ("Skills: Zq, Yq", {"Zq": "R", "Yq": "R"}),
        ("Preferred: Zq", {"Zq": "P"}),
        ("Nice to have: Zq", {"Zq": "P"}),
        ("Great work with Zq. Requirements: Yq and five years of Xq. Preferred: Wq. Benefits: Vq.", {"Yq": "R", "Xq": "R"}),
        ("In this role you will report to the CFO and use Zq to support budgeting.", {"Zq": "U"}),
        ("The ideal candidate has Zq.\nRequirements\n- Yq", {"Zq": "P", "Yq": "R"}),
        ("The ideal candidate has Zq.", {"Zq": "R"}),
        ("The successful candidate will have Zq.", {"Zq": "R"}),
        ("Ability to use Zq", {"Zq": "R"}),
        ("5+ years of Zq", {"Zq": "R"}),
        ("Fluent in Zq", {"Zq": "R"}),
        ("To apply, send a resume made in Zq.", {"Zq": "N"}),
        ("Candidates should be proficient in Zq.", {"Zq": "R"}),
        ("Applicants must know Zq.", {"Zq": "R"}),
        ("Selection criteria\n- Demonstrated Zq\n- Desirable: Yq", {"Zq": "R", "Yq": "P"}),
        ("Primary skills: Zq\nSecondary skills: Yq", {"Zq": "R"}),
        ("What sets you apart:\n- Zq", {"Zq": "P"}),
        ("Even better if you have:\n- Zq", {"Zq": "P"}),
        ("Who you are\n- Zq", {"Zq": "R"}),
        ("Experience\n- Zq", {"Zq": "R"}),
        ("Education and Experience\n- Zq", {"Zq": "R"}),
        ("Additional preferred skills\n- Zq", {"Zq": "P"}),
        ("Recommended qualifications\n- Zq", {"Zq": "P"}),
        ("Added bonus if you have\nZq", {"Zq": "P"}),
        ("Preferred Skills (Not Required)\n- Zq", {"Zq": "P"}),
        ("Required/Preferred Skills\n- Zq preferred\n- Yq required", {"Zq": "P", "Yq": "R"}),
    ],
)  # fmt: skip
def test_every_place_of_an_ad_has_a_letter_of_the_guide(text: str, expected: dict[str, str]) -> None:
    assert {word: LETTERS[asked(text, word)] for word in expected} == expected


def test_a_notice_of_equal_opportunity_ends_an_ad() -> None:
    text = (
        "Requirements\n- SQL\nWe are an equal opportunity employer.\nOur offices use Tableau.\nRequirements\n- Looker\n"
    )
    assert [asked(text, w) for w in ("SQL", "Tableau", "Looker")] == [REQUIRED, None, REQUIRED]


def test_sentences_that_hold_a_stem_are_found_with_what_becomes_of_them() -> None:
    text = "A degree helps.\n## Benefits\nTuition for a degree.\nDogs."
    found = [(text[a:b].strip(), counted) for a, b, counted in Layout(text).sentences(DEGREE)]
    assert found == [("A degree helps.", True), ("Tuition for a degree.", False)]


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


@given(
    st.lists(
        st.sampled_from(
            [
                "## Requirements", "## Nice to have", "## Benefits", "Skills:", "Desired skills", "", "- SQL required, Tableau preferred",
                "- Experience with Python. Java is a plus", "You have 3 years of Go", "SAS is not required.", "- Excel", "We are a leading company.",
                "About us", "Nice to have: Looker; Preferred: R", "We are an equal opportunity employer.", "Ideal candidates know Rust", "C, ",
                "Python and\nSQL is a must. Ideally Scala", "Requirements: SQL. Nice to have: Tableau. " * 8,
            ]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_the_short_way_to_ask_says_what_the_passages_say(lines: list[str]) -> None:
    text = "\n".join(lines)
    layout, alone = Layout(text), Layout(text)
    for offset in range(len(text)):
        passage, asked_here = alone.at(offset), layout.asked(offset)
        assert asked_here.at(offset) is (passage.requirement if passage.counted else None)
        assert asked_here.start <= offset < max(asked_here.until, asked_here.end) or offset < asked_here.start
