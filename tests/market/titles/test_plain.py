import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.titles.plain import name_words, plain_title, title_key


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Software Engineer II, Fleet Platform", "software engineer"),
        ("Sr. Lead Data Engineer (m/f/d)", "data engineer"),
        ("Data Scientist - Remote", "data scientist"),
        ("Entry-Level Accountant I", "accountant"),
        ("Associate Project Manager", "project manager"),
        ("Principal Tax Consultant", "tax consultant"),
        ("Marketing Intern 2026", "marketing intern"),
    ],
)
def test_rank_team_terms_and_brackets_are_left_out(title: str, plain: str) -> None:
    assert plain_title(title) == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Manager, Data Science", "data science manager"),
        ("Manager II Data Science", "data science manager"),
        ("Associate Director of the Data Office", "data office director"),
        ("Scientist - Flow Cytometry", "flow cytometry scientist"),
        ("Staff Engineer - Payment Engineering", "payment engineer"),
        ("Finance - Senior Analyst", "finance analyst"),
        ("Nurse, Pediatrics", "nurse"),
    ],
)
def test_a_general_role_takes_its_field_of_work_from_beside_it(title: str, plain: str) -> None:
    assert plain_title(title) == plain


@pytest.mark.parametrize(
    "title",
    ["Sales Associate", "Team Lead", "Chief Financial Officer", "Assistant Principal", "Executive Assistant", "Associate Professor"],
)  # fmt: skip
def test_what_sounds_like_a_rank_stays_where_it_is_the_role(title: str) -> None:
    assert plain_title(title) == title.lower()


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("URGENT!! RN - Night Shift $45/hr", "registered nurse"),
        ("SWE III", "software engineer"),
        ("QA Engineer (#R-20391)", "quality assurance engineer"),
        ("BWX-007-EO Laboratory Technician", "laboratory technician"),
        ("Support Specialist with French", "support specialist"),
        ("Front-end Developer", "frontend developer"),
        ("C++ Developer / C# Developer", "c++ developer"),
        ("Warehouse Worker | full-time", "warehouse worker"),
    ],
)
def test_shouting_pay_numbers_and_short_writings(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_the_place_and_the_employer_are_no_part_of_the_job() -> None:
    assert plain_title("Data Analyst Lyon", place="Lyon, France") == "data analyst"
    assert plain_title("Bramble Account Manager", employer="Bramble") == "account manager"
    assert plain_title("Account Manager Bramble Bikes", employer="Bramble") == "account manager"
    assert plain_title("Reading Teacher", place="Reading, UK") == "reading teacher"


def test_a_title_without_a_role_is_kept_and_one_without_words_is_empty() -> None:
    assert plain_title("Capital Planning Unit") == "capital planning unit"
    assert plain_title("Senior") == "senior"
    assert plain_title("(Remote)") == "remote"
    assert plain_title(" !!! ") == plain_title("") == ""


def test_the_key_is_equal_for_singular_and_plural_and_two_spellings() -> None:
    assert title_key("Senior Software Engineers") == title_key("Software Engineer, Maps") == "software engineer"
    assert title_key("Salesmen") == "salesman"
    assert title_key("Programme Adviser") == title_key("Program Advisor")
    assert title_key("Business Analyst") == "business analyst"


def test_a_taxonomys_name_keeps_what_stands_behind_its_comma() -> None:
    assert name_words("site technician, asphalt") == (["site", "technician", "asphalt"], 1, False)
    assert name_words("Managers, All Other") == (["managers"], 0, False)
    assert name_words("Chief Executive Officer (CEO)") == (["chief", "executive", "officer"], 2, False)
    assert name_words("lecturer of architecture") == (["lecturer", "of", "architecture"], 0, False)
    assert name_words("trainee baker") == (["baker"], 0, True)
    assert name_words("lead machinist") == (["lead", "machinist"], 1, False)
    assert name_words("--") == ([], 0, False)


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_any_text_has_a_plain_title_of_single_spaced_words(title: str, place: str, employer: str) -> None:
    plain = plain_title(title, place, employer)
    assert plain == " ".join(plain.split())
    assert title_key(title, place, employer).count(" ") == plain.count(" ")
