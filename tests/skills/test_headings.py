import pytest

from credlens.skills.headings import Part, announces, announces_plainly, is_firm


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
        ("responsibilities", Part.TASKS),
        ("essential functions", Part.TASKS),
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
    assert announces(heading) is part


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("person specification", Part.REQUIRED),
        ("additional preferred qualifications", Part.PREFERRED),
        ("preferred skills (not required)", Part.PREFERRED),
        ("experience/knowledge", Part.REQUIRED),
        ("desired skills", Part.DESIRED),
        ("key selection criteria", Part.REQUIRED),
        ("excellent communication skills", None),
        ("python experience", None),
        ("about zorblatt", None),
    ],
)
def test_a_line_without_marks_is_a_heading_only_when_all_its_words_are_of_headings(
    line: str, part: Part | None
) -> None:
    assert announces_plainly(line) is part


@pytest.mark.parametrize(
    ("words", "firm"), [("minimum qualifications", True), ("skills", False), ("education", False), ("must have", True)]
)
def test_skills_alone_are_no_firm_word(words: str, firm: bool) -> None:
    assert is_firm(words) is firm


@pytest.mark.parametrize(
    "words", ["about zorblatt inc", "why join us", "our commitment to diversity", "life at zorblatt"]
)
def test_the_company_speaks_of_itself(words: str) -> None:
    assert announces(words) is Part.BOILERPLATE
