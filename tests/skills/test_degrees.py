import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.degrees import read_degree
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
        ("Bachelor's degree in math", ("bachelor", True, False)),
        ("## Requirements\n- BA in math\n\n## Preferred\n- MA in math", ("bachelor", True, False)),
        ("## Preferred\n- Master's degree", ("master", False, False)),
        ("BA/BS degree or equivalent practical experience.", ("bachelor", True, True)),
        ("B.S. in Biology, or 5 years of experience", ("bachelor", True, True)),
        ("Bachelor's degree required. Or equivalent experience.", ("bachelor", True, True)),
        ("Bachelor's degree\n\nOR\n\nFour years of experience in sales", ("bachelor", True, True)),
        ("Bachelor's or equivalent degree", ("bachelor", True, False)),
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
    ("text", "expected"),
    [
        ("## Requirements\n- BA/BS or equivalent practical experience", ("bachelor", True, True)),
        ("## Minimum qualifications\n- B.Tech/B.E. in Computer Science", ("bachelor", True, False)),
        ("## Requirements\n- B.Tech or M.Tech from a recognised university", ("bachelor", True, False)),
        ("## Requirements\n- BS/MS in Electrical Engineering", ("bachelor", True, False)),
        ("## Requirements\n- BS, MS or PhD in CS", ("bachelor", True, False)),
        ("## Requirements\n- MS/PhD in Statistics", ("master", True, False)),
        ("## Requirements\n- Bachelors or Masters in Finance", ("bachelor", True, False)),
        ("## Requirements\n- Four-year degree", ("bachelor", True, False)),
        ("## Requirements\n- 4 year degree or 4 years of relevant experience", ("bachelor", True, True)),
        ("## Requirements\n- Undergraduate degree in Marketing", ("bachelor", True, False)),
        ("## Requirements\n- University degree", ("bachelor", True, False)),
        ("## Requirements\n- Degree educated or qualified by experience", ("bachelor", True, True)),
        ("## Essential criteria\n- Degree in Psychology or equivalent experience", ("bachelor", True, True)),
        ("## Desirable\n- A degree in a relevant subject\n## Essential\n- SQL", ("bachelor", False, False)),
        ("## Requirements\n- Tertiary qualifications in accounting", ("bachelor", True, False)),
        ("## Requirements\n- Tertiary qualifications in accounting and/or relevant experience", ("bachelor", True, True)),
        ("## Requirements\n- Graduate degree in Public Health", ("master", True, False)),
        ("## Requirements\n- Post-graduate degree in Economics", ("master", True, False)),
        ("## Requirements\n- Advanced degree preferred", ("master", False, False)),
        ("## Requirements\n- MBA from a top-tier school", ("master", True, False)),
        ("## Requirements\n- JD from an accredited law school", ("professional", True, False)),
        ("## Requirements\n- MD or DO", ("professional", True, False)),
        ("## Requirements\n- PharmD required", ("professional", True, False)),
        ("## Requirements\n- Doctor of Pharmacy degree", ("professional", True, False)),
        ("## Requirements\n- High school diploma or GED", ("secondary", True, False)),
        ("## Requirements\n- High school diploma or equivalent", ("secondary", True, None)),
        ("## Requirements\n- HS Diploma/GED", ("secondary", True, False)),
        ("## Requirements\n- High School Graduate", ("secondary", True, False)),
        ("## Requirements\n- GED/high school diploma required; Associate's degree preferred", ("secondary", True, False)),
        ("## Requirements\n- Currently pursuing a Bachelor's degree in CS", ("bachelor", True, False)),
        ("## Requirements\n- Enrolled in a Master's program in Statistics", ("master", True, False)),
        ("## Requirements\n- Currently enrolled in a PhD program in physics", ("doctorate", True, False)),
        ("## Requirements\n- Enrolled full-time at an accredited university", ("bachelor", True, False)),
        ("## Requirements\n- Associate degree in nursing (ADN); BSN preferred", ("associate", True, False)),
        ("## Requirements\n- Two-year college diploma in IT", ("associate", True, False)),
        ("## Requirements\n- Post-secondary diploma in accounting", ("associate", True, False)),
        ("No degree required.", ("none", False, None)),
        ("A degree is not required for this role.", ("none", False, None)),
        ("## Requirements\n- No formal education required", ("none", False, None)),
        ("You'll report to the Associate Director and mentor a Scrum Master.", ("unstated", None, None)),
        ("A high degree of autonomy and a 360 degree view of the customer.", ("unstated", None, None)),
        ("Six degrees of freedom robots; maintain 72 degrees Fahrenheit.", ("unstated", None, None)),
        ("Own master data, the master schedule and MS SQL Server.", ("unstated", None, None)),
        ("Coordinate doctor visits and school outreach.", ("unstated", None, None)),
        ("Our founders hold PhDs from MIT and Stanford.", ("unstated", None, None)),
        ("Work alongside our PhD-level scientists.", ("unstated", None, None)),
        ("You will tutor high school students.", ("unstated", None, None)),
        ("Sales associates and associate managers report to you.", ("unstated", None, None)),
        ("We offer tuition reimbursement for a Master's degree.", ("unstated", None, None)),
        ("Location: Boston, MA", ("unstated", None, None)),
        ("MS in Data Science, or BS with 5+ years of experience required", ("bachelor", True, False)),
        ("Bachelor's degree and 5 years of experience, or Master's and 3 years, or PhD required.", ("bachelor", True, False)),
        ("Bachelor's degree required; a Master's degree may substitute for two years of experience.", ("bachelor", True, False)),
        ("Bachelor's degree required. An additional four years of experience may be substituted for the degree.", ("bachelor", True, True)),
        ("## Qualifications\n- Bachelor's degree\n- In lieu of a degree, 6 years of experience will be considered", ("bachelor", True, True)),
        ("## Qualifications\n- Bachelor's degree or an equivalent combination of education and experience", ("bachelor", True, True)),
        ("## Qualifications\n- Bachelor's degree (or equivalent work experience)", ("bachelor", True, True)),
        ("## Qualifications\n- Bachelor's degree or equivalent", ("bachelor", True, None)),
        ("## Qualifications\n- Bachelor's degree or equivalent degree", ("bachelor", True, False)),
        ("## Qualifications\n- Bachelor's degree or foreign equivalent in Engineering", ("bachelor", True, False)),
        ("## Qualifications\n- Bachelor's or equivalent in Engineering", ("bachelor", True, None)),
        ("## Qualifications\n- Bachelor's degree in Computer Science or a related field; or equivalent experience", ("bachelor", True, True)),
        ("## Qualifications\n- BS in CS or commensurate experience", ("bachelor", True, True)),
        ("## Qualifications\n- Bachelor's degree preferred, equivalent experience considered", ("bachelor", False, True)),
        ("## Qualifications\n- Bachelor's degree in business or at least 5 years in sales", ("bachelor", True, True)),
        ("## Qualifications\n- Degree, or strong track record in product", ("bachelor", True, True)),
        ("## Qualifications\n- BS degree, bootcamp or self-taught", ("bachelor", True, True)),
        ("## Qualifications\n- Bachelor's degree in Accounting required. CPA preferred.", ("bachelor", True, False)),
        ("## Qualifications\n- Bachelor's degree required, Master's degree preferred", ("bachelor", True, False)),
        ("## Qualifications\n- Bachelor's degree required (Master's a plus)", ("bachelor", True, False)),
        ("## Preferred\n- PhD\n## Required\n- BSc in maths", ("bachelor", True, False)),
        ("## Preferred\n- Bachelor's degree\n", ("bachelor", False, False)),
        ("Education: Bachelor's", ("bachelor", True, False)),
        ("Education\nBachelor of Commerce", ("bachelor", True, False)),
        ("## Requirements\n- B.Com graduate with 2 years of experience in accounts payable", ("bachelor", True, False)),
        ("## Requirements\n- Any graduate with good communication skills", ("bachelor", True, False)),
        ("## Requirements\n- Graduate in any discipline", ("bachelor", True, False)),
        ("## Requirements\n- 12th pass or above", ("secondary", True, False)),
        ("## Requirements\n- MCA / B.Tech with strong Java", ("bachelor", True, False)),
        ("## Requirements\n- 2:1 honours degree or above", ("bachelor", True, False)),
        ("## Requirements\n- A-levels or equivalent", ("secondary", True, None)),
        ("## Requirements\n- Ontario Secondary School Diploma (OSSD)", ("secondary", True, False)),
        ("## Requirements\n- Completion of a university degree in engineering, or an equivalent combination of education and experience", ("bachelor", True, True)),
        ("## Requirements\n- College degree preferred", ("bachelor", False, False)),
        ("## Requirements\n- **Bachelor's Degree**", ("bachelor", True, False)),
        ("## Requirements\n1. _Bachelor\u2019s degree_ or higher", ("bachelor", True, False)),
        ("## Requirements\n- Bachelor\u2019s / Master\u2019s degree in Math", ("bachelor", True, False)),
        ("## Requirements\n- Ph.D. or M.D. required", ("doctorate", True, False)),
        ("## Requirements\n- Masters degree in Social Work (MSW)", ("master", True, False)),
        ("## Requirements\n- LLB or JD", ("bachelor", True, False)),
        ("## Requirements\n- Bachelor's degree with a minimum of 5 years of experience", ("bachelor", True, False)),
        ("## Requirements\n- Minimum of a Bachelor's; 8 years' experience in lieu of degree", ("bachelor", True, True)),
        ("The ideal candidate has a Bachelor's degree in economics.", ("bachelor", True, False)),
        ("You hold a degree in mathematics or a related subject.", ("bachelor", True, False)),
        ("A bachelor's degree is a must.", ("bachelor", True, False)),
        ("A bachelor's degree would be an asset.", ("bachelor", False, False)),
        ("Successful completion of a full 4-year course of study leading to a bachelor's degree, or one year of specialized experience equivalent to GS-4. Education may be substituted for experience.", ("bachelor", True, True)),
        ("This job does not have an education qualification requirement.", ("none", False, None)),
        ("Qualification: any graduate", ("bachelor", True, False)),
        ("Freshers and graduates of any stream may apply.", ("bachelor", True, False)),
        ("Graduation in any discipline", ("bachelor", True, False)),
        ("## Requirements\n- Post-secondary education in accounting, or an acceptable combination of education and experience", ("bachelor", True, True)),
        ("## Requirements\n- Diploma in Nursing", ("associate", True, False)),
        ("## Requirements\n- High school diploma or degree in any subject", ("secondary", True, False)),
        ("## Requirements\n- Bachelor's degree in Engineering (waived with 8 years of experience)", ("bachelor", True, True)),
        ("## Requirements\n- B.Com or M.Com preferred; relevant experience may compensate", ("bachelor", False, True)),
    ],
)  # fmt: skip
def test_many_ways_to_ask_for_a_degree(text: str, expected: tuple[str, bool | None, bool | None]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Requirements\nEither a BA and 4 years, or\n2. A high school diploma and 6 years; or\n3. Education and/or experience equivalent to the above.",
         ("secondary", True, True)),
        ("## Requirements\n1. A BA and 4 years; or\n2. An equivalent combination of education and experience. All candidates must have a high school diploma.",
         ("bachelor", True, True)),
        ("## Requirements\nA high school diploma plus any combination of education and/or experience to make up five years.", ("secondary", True, False)),
        ("## Requirements\n- BS required\n- If PhD, 2 years of experience; if Master's, 4 years", ("bachelor", True, False)),
        ("## Tasks\n- Advise PhDs and staff with a Master's degree", ("master", None, False)),
        ("Experience is not accepted in place of the degree.\n## Requirements\n- BA or equivalent experience", ("bachelor", True, False)),
    ],
)  # fmt: skip
def test_alternatives_floors_and_conditions(text: str, expected: tuple[str, bool | None, bool | None]) -> None:
    assert read(text) == expected


def test_what_a_field_of_the_ad_states_wins_over_its_prose() -> None:
    text = "## Description\nA Master's degree is required.\n## Education requirements\n- Bachelor's degree (educationRequirements: bachelor degree).\n"
    found = read_degree(text, Layout(text))
    assert (found.level.value, found.required, found.experience_substitutes) == ("bachelor", True, False)
    assert found.quote == "Bachelor's degree (educationRequirements: bachelor degree)."
    none = "A Bachelor's degree is required.\n## Education requirements\n- No degree is required (educationRequirements: no requirements).\n"
    assert read(none) == ("none", False, None)


def test_the_quote_is_the_sentence_and_the_span_its_words() -> None:
    text = "We like dogs. A **BSc** is required. Bring SQL."
    found = read_degree(text, Layout(text))
    assert found.span is not None
    assert (found.quote, text[slice(*found.span)]) == ("A BSc is required.", "BSc")


@given(st.text(st.sampled_from("BSMAPhD.,/ degreinoxpc\n'")), st.booleans())
def test_any_text_is_read_and_spans_lie_inside_it(words: str, heading: bool) -> None:
    text = ("## Requirements\n" if heading else "") + words
    found = read_degree(text, Layout(text))
    assert found.span is None or 0 <= found.span[0] < found.span[1] <= len(text)
    assert (found.experience_substitutes is None) or found.level.value not in {"none", "unstated"}
