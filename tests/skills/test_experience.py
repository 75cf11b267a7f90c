import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.experience import read_experience
from credlens.skills.sections import Layout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3+ years of SQL", (3, None, "SQL")),
        ("2-4 years of experience in analytics", (2, 4, "analytics")),
        ("2 to 4 years\u2019 experience with Excel", (2, 4, "Excel")),
        ("at least five years", (5, None, "")),
        ("3 years in business intelligence", (3, None, "business intelligence")),
        ("About 2 years in an analytical role", (2, None, "analytical role")),
        ("Minimum of three (3) years' professional Python experience", (3, None, "Python")),
        ("up to 3 years of experience with Java", (None, 3, "Java")),
        ("18 months of experience in sales", (1.5, None, "sales")),
        ("5 or more years of experience as a nurse", (5, None, "nurse")),
        ("experience: 3-5 years", (3, 5, "")),
    ],
)
def test_years_and_what_of(text: str, expected: tuple[float | None, float | None, str]) -> None:
    (found,) = read_experience(text, Layout(text))
    assert (found.min_years, found.max_years, found.of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We are 20 years old", "18 years of age", "12 month contract", "a 2 year contract in sales", "4-year degree", "for over 50 years",
        "We have over 20 years of experience in consulting", "in the last 5 years", "10 years ago", "$5 years", "Clean up twelve years of product categories", "100 years of experience",
        "## Benefits\nAfter 2 years of experience you get a car",
    ],
)  # fmt: skip
def test_other_years_are_left_alone(text: str) -> None:
    assert read_experience(text, Layout(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 5+ yrs Java", [(5, None)]),
        ("- Minimum of three (3) years of sales experience", [(3, None)]),
        ("- 18 months of experience in support", [(1.5, None)]),
        ("One year of specialized experience equivalent to the GS-11 level", [(1, None)]),
        ("- 3\u20135 years of experience in audit", [(3, 5)]),
        ("- 3 \u2014 5 years' experience in audit", [(3, 5)]),
        ("- 3 to 5 years experience", [(3, 5)]),
        ("- between 3 and 5 years of experience", [(3, 5)]),
        ("- two to four (2-4) years of experience in HR", [(2, 4)]),
        ("- at least two years' experience as a nurse", [(2, None)]),
        ("- 10+ years in engineering, including 5+ years in management", [(10, None), (5, None)]),
        ("- 8 years of experience, or 5 with a Master's", [(8, None), (5, None)]),
        ("- 8 years of experience or 5 years with a Master's", [(8, None), (5, None)]),
        ("- 0-2 years of experience", [(0, 2)]),
        ("- 1-2 yrs. exp. in retail", [(1, 2)]),
        ("- Five or more years of experience", [(5, None)]),
        ("- > 5 years experience", [(5, None)]),
        ("- 5 yrs+ experience in SEO", [(5, None)]),
        ("- Experience: 6 years", [(6, None)]),
        ("- Over 7 years of experience in banking", [(7, None)]),
        ("- up to 2 years of experience", [(None, 2)]),
        ("- Six (6) months of cashier experience", [(0.5, None)]),
        ("- 1.5 years of experience with SAP", [(1.5, None)]),
        ("- two and a half years of experience in procurement", [(2.5, None)]),
        ("- 2-3+ years of experience", [(2, None)]),
        ("- 12+ months of sales experience", [(1, None)]),
        ("- a minimum of 4 years\u2019 post-qualification experience", [(4, None)]),
        ("- 3 years PQE", [(3, None)]),
        ("- 4 or more years' experience of teaching", [(4, None)]),
        ("- Min. 3 yrs experience in BPO", [(3, None)]),
        ("- 6+ months customer service experience", [(0.5, None)]),
        ("- 5 years experience required, 7 preferred", [(5, None)]),
        ("- 2 years' forklift experience", [(2, None)]),
        ("- 15+ years in leadership roles", [(15, None)]),
        ("## Requirements\n- Python (3 years)", [(3, None)]),
        ("## Requirements\n- 3 years of Python", [(3, None)]),
        ("## Requirements\n- SQL - 5 years", [(5, None)]),
        ("- 5 plus years of experience", [(5, None)]),
        ("- seven years of progressively responsible experience", [(7, None)]),
        ("## Requirements\n- 3+ years managing teams", [(3, None)]),
        ("- 3-5 year's experience", [(3, 5)]),
        ("- 24-36 months of experience", [(2, 3)]),
        ("Must have 1 year experience driving a truck", [(1, None)]),
        ("- An additional 2 years of experience", [(2, None)]),
        ("You have 3+ years of industry experience.", [(3, None)]),
        ("We are looking for someone with 4 years of experience in tax.", [(4, None)]),
        ("- Bachelor's degree plus 3 years of experience; or Master's degree plus 1 year of experience", [(3, None), (1, None)]),
        ("- 3 years to 5 years of experience", [(3, 5)]),
        ("- No less than 10 years of experience in oil and gas", [(10, None)]),
        ("- No more than 3 years of experience", [(None, 3)]),
        ("- At least half a year of experience with Kubernetes", [(0.5, None)]),
        ("- ACCA or CIMA qualified with 3+ years' PQE", [(3, None)]),
        ("## Requirements\n- 6+ months cash handling", [(0.5, None)]),
    ],
)  # fmt: skip
def test_many_ways_to_ask_for_years(text: str, expected: list[tuple[float | None, float | None]]) -> None:
    assert [(e.min_years, e.max_years) for e in read_experience(text, Layout(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "We are 25 years old",
        "Over 15 years we have built a team of experts with lots of experience",
        "Founded 20 years ago, we have 30 years of experience in shipping",
        "You must be at least 18 years of age",
        "18 years or older",
        "This is a 12-month contract",
        "6 month contract to hire",
        "Over the next 3 years we will double",
        "Licence to be obtained within 2 years of hire",
        "401k after 1 year",
        "equivalent to 4 years of college",
        "A 4-year degree",
        "Four years of college",
        "A fixed-term contract of two years",
        "For over 50 years our experience has helped",
        "Vesting over 4 years",
        "3-year roadmap",
        "Reviewed every 2 years",
        "In your first year you will build",
        "Convictions in the last 7 years",
        "2 years above high school",
        "Pay: $50,000 per year",
        "year-end close and year over year growth",
        "The project lasts 18 months",
        "two-year rotational program",
        "Within 6 months you will own the roadmap",
        "With 40 years of experience, Acme leads",
        "16 weeks of parental leave in the first year",
        "Analyze 10 years of data",
        "Our team has a combined 100 years of experience",
        "We have grown 10x in 3 years",
        "Duration: 6 months",
        "Maximum tenure is 6 years",
        "Analysts with a combined 100 years of experience founded us",
        "One year of experience credit will be given for each degree", "Substitution on a year-for-year basis of experience",
    ],
)  # fmt: skip
def test_years_that_nobody_has_to_bring(text: str) -> None:
    assert read_experience(text, Layout(text)) == ()


def test_a_number_without_its_unit_is_an_alternative() -> None:
    text = "- 8+ years of experience in audit, or 6 with a Master's degree"
    assert [(e.min_years, e.of) for e in read_experience(text, Layout(text))] == [(8, "audit"), (6, "audit")]


def test_spans_hold_the_number_and_its_unit() -> None:
    text = "- **5+ years** of SQL; _3 years_ of R experience"
    found = read_experience(text, Layout(text))
    assert [text[slice(*e.span)] for e in found if e.span] == ["5+ years", "3 years"]


@given(
    st.lists(
        st.sampled_from(
            ["5 years ", "of experience ", "or ", "3-", "(3) ", "two ", "to ", "months ", "\n- ", "with a PhD ", "no "]
        ),
        max_size=30,
    )
)
def test_any_text_is_read_in_order_and_low_is_not_above_high(words: list[str]) -> None:
    text = "".join(words)
    found = read_experience(text, Layout(text))
    spans = [e.span for e in found if e.span]
    assert spans == sorted(spans)
    assert all(e.min_years is None or e.max_years is None or e.min_years <= e.max_years for e in found)


def test_several_demands_keep_their_order_and_quotes() -> None:
    text = "- 5+ years as data analyst\n- 2 years of Python\n"
    found = read_experience(text, Layout(text))
    assert [(f.of, f.quote) for f in found] == [
        ("data analyst", "5+ years as data analyst"),
        ("Python", "2 years of Python"),
    ]
