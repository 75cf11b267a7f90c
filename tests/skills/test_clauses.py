import pytest

from credlens.model.posting import Requirement
from credlens.skills.clauses import clauses
from credlens.skills.stems import DEMANDS, PREFERS, REFUSES

R, P, U = Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNCLEAR


def letters(words: str, heading: Requirement = U) -> list[tuple[str, Requirement, bool]]:
    return [
        (words[a:b].strip(" ,;"), asked, refused)
        for a, b, asked, refused in clauses(words, heading, heading, PREFERS | DEMANDS, REFUSES)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sql required, tableau preferred", [("sql required", R, False), ("tableau preferred", P, False)]),
        ("excel (tableau preferred)", [("excel (", U, False), ("tableau preferred", P, False), (")", U, False)]),
        ("tableau, nice to have", [("tableau, nice to have", P, False)]),
        ("python, ideally with looker", [("python", U, False), ("ideally with looker", P, False)]),
        ("sas is not required", [("sas is not required", U, True)]),
        ("sql", [("sql", U, False)]),
    ],
)
def test_each_clause_stands_under_its_own_word(words: str, expected: list[tuple[str, Requirement, bool]]) -> None:
    assert letters(words) == expected


def test_a_heading_speaks_where_the_sentence_does_not() -> None:
    assert letters("sql", P) == [("sql", P, False)]
    assert letters("excel (tableau preferred)", R)[0] == ("excel (", R, False)
