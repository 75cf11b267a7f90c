from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.values.listed import is_moved, listed


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("SQL, Data Analysis ,sql", ("SQL", "Data Analysis")),
        (
            "Data Science, Extract, Transform, Load, Scrum (Software Development)",
            ("Data Science", "Extract, Transform, Load", "Scrum (Software Development)"),
        ),
        ("Models (relational, graph), SQL", ("Models (relational, graph)", "SQL")),
        ("a, b; c", ("a, b", "c")),
        ("a | b, c", ("a", "b, c")),
        ("- one\n- two, three\n1. four", ("one", "two, three", "four")),
        ("['Wind, strong', 'Knots']", ("Wind, strong", "Knots")),
        ('["Wind", "Knots"]', ("Wind", "Knots")),
        ("<ul><li>Wind</li><li>Knots</li></ul>", ("Wind", "Knots")),
        ("None", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_lists_in_a_cell(cell: object, found: tuple[str, ...]) -> None:
    assert listed(cell) == found


@pytest.mark.parametrize(
    "cell", ["(1.1k reviews)", "(46 reviews)", "1,024 ratings", "Mixed \u00b7 Course \u00b7 1 - 3 Months"]
)
def test_cells_that_have_moved(cell: str) -> None:
    assert is_moved(cell)


@pytest.mark.parametrize("cell", ["Peer reviews", "Code reviews, Testing", "Ratings analysis", ""])
def test_cells_that_have_not(cell: str) -> None:
    assert not is_moved(cell)


@given(st.text(max_size=60))
def test_each_entry_once_and_never_empty(cell: str) -> None:
    found = listed(cell)
    assert all(entry.strip() for entry in found)
    assert len({entry.casefold() for entry in found}) == len(found)


@settings(max_examples=40)
@given(
    st.lists(
        st.from_regex(r"[A-Za-z][a-z]{0,8}( [a-z]{1,8})?", fullmatch=True),
        min_size=1,
        max_size=6,
        unique_by=str.casefold,
    )
)
def test_plain_names_go_there_and_back(names: list[str]) -> None:
    names = [n for n in names if n.casefold() not in {"na", "nan", "none", "null", "tbd", "unknown", "undefined"}]
    assert listed(", ".join([*names, "x1"])) == (*names, "x1")
