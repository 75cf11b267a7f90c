from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.text import cut, line, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>Learn <b>SQL</b>.</p>", "Learn SQL."),
        ("R&amp;D &#8211; basics", "R&D \u2013 basics"),
        ("  two\xa0 spaces ", "two spaces"),
        ("one \n\n  two", "one\ntwo"),
        ("a\x00b", "ab"),
        (42, "42"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_what_a_person_would_see(value: object, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize("value", ["N/A", "null", "None", "--", " - ", "", None, True, {}, [], "TBD", "Not available"])
def test_what_says_nothing_is_empty(value: object) -> None:
    assert plain(value) == line(value) == ""


def test_one_line() -> None:
    assert line("Data\n Analysis\tBasics") == "Data Analysis Basics"


@given(st.text(max_size=60))
def test_a_line_is_one_line_and_stays_so(value: str) -> None:
    once = line(value)
    assert "\n" not in once
    assert once == once.strip()


def test_marks_of_single_words_are_taken_off_where_they_are_closed() -> None:
    assert line("<i>Campus</i> Norte") == "Campus Norte"
    assert line("List<i> of C") == "List<i> of C"


def test_a_long_text_is_cut() -> None:
    assert cut("a" * 60) == "a" * 60
    assert cut("a" * 61) == "a" * 57 + "..."
