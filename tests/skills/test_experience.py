import pytest

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


def test_several_demands_keep_their_order_and_quotes() -> None:
    text = "- 5+ years as data analyst\n- 2 years of Python\n"
    found = read_experience(text, Layout(text))
    assert [(f.of, f.quote) for f in found] == [
        ("data analyst", "5+ years as data analyst"),
        ("Python", "2 years of Python"),
    ]
