from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.errors import InputError, Problem
from credlens.skills.taxonomies.tables import CSV, TAB, File, Shape, Table, cells, decimal, pick, whole


def _rows(
    text: str, *columns: str, needed: tuple[str, ...] = ("a",), shape: Shape = CSV
) -> list[tuple[int, list[str]]]:
    problems: list[Problem] = []
    found = list(Table(File("x/t.csv", text.encode()), needed, shape).rows(problems, *columns))
    assert problems == []
    return found


def _refused(data: bytes, needed: tuple[str, ...] = ("a", "b"), *columns: str) -> InputError:
    with pytest.raises(InputError) as caught:
        list(Table(File("x/t.csv", data), needed).rows([], *(columns or needed)))
    return caught.value


def test_columns_are_found_by_name_in_any_order_and_case() -> None:
    assert _rows("\ufeffB, A \n2,1\n", "a", "b", needed=("a", "b")) == [(2, ["1", "2"])]
    assert _rows("a;b\n1;2\n", "b", needed=("a", "b")) == [(2, ["2"])]
    assert _rows("a\tb\n1\t2\n", "b") == [(2, ["2"])]


def test_a_column_that_is_not_needed_may_be_missing() -> None:
    assert _rows("a\n1\n", "a", "c") == [(2, ["1", ""])]


def test_a_row_is_named_by_the_line_it_begins_on() -> None:
    assert _rows('a,b\n"one\ntwo",2\n3,4\n', "a") == [(2, ["one\ntwo"]), (4, ["3"])]


def test_words_may_stand_above_the_header_where_the_shape_says_so() -> None:
    assert _rows("About,this\n,\na,b\n1,2\n", "b", shape=Shape(preamble=True)) == [(4, ["2"])]


def test_quotation_marks_are_text_where_the_shape_says_so() -> None:
    assert _rows('a\tb\nsay "night"\t"2\n', "a", "b", shape=TAB) == [(2, ['say "night"', '"2'])]


def test_a_row_that_ends_early_is_whole_when_it_holds_what_is_needed() -> None:
    assert _rows("a,b,c\n1\n", "a", "c") == [(2, ["1", ""])]
    assert _rows("a,b\n1,2,,\n", "a", "b") == [(2, ["1", "2"])]


def test_a_row_cut_short_or_too_long_is_a_problem_and_the_others_are_read() -> None:
    problems: list[Problem] = []
    table = Table(File("t.csv", b"a,b\n1,2\n3\n5,6,7\n8,9\n10,11\n"), ("a", "b"))
    assert [row for _, row in table.rows(problems, "a", "b")] == [["1", "2"], ["8", "9"], ["10", "11"]]
    assert [(p.where, p.message) for p in problems] == [
        ("t.csv:3", "The row has 1 cells instead of 2."),
        ("t.csv:4", "The row has 3 cells instead of 2."),
    ]


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    (problem,) = _refused(b"a,c\n1,2\n").problems
    assert (problem.where, problem.message) == ("t.csv", "The column 'b' is missing. There is: a, c.")
    assert "columns 'a', 'b' are missing" in _refused(b"x,y\n1,2\n").message


def test_text_that_is_not_utf8_is_refused_with_its_line() -> None:
    error = _refused(b"a,b\n1,2\ncaf\xe9,3\n")
    assert (error.where, error.message) == ("t.csv:3", "This is not UTF-8 text (byte 0xe9).")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"PK\x03\x04abc", "ZIP archive"),
        (b"a,b\x00\n", "binary"),
        (b'a,b\n1,2\n3,"cut', "ends inside a quoted cell"),
        (b"a,b\n1,2\n3,4\n5", "ends in the middle of a row"),
    ],
)
def test_a_file_that_is_no_whole_table_is_refused(data: bytes, said: str) -> None:
    assert said in _refused(data).message


def _read_refusing(data: bytes, unusable: set[str]) -> list[Problem]:
    """Read a table as a caller who cannot use some of its rows."""
    problems: list[Problem] = []
    for line, (cell,) in Table(File("t.csv", data), ("a", "b")).rows(problems, "a"):
        if cell in unusable:
            problems.append(Problem(f"t.csv:{line}", "odd"))
    return problems


def test_a_last_row_that_the_caller_cannot_use_means_a_cut_when_no_line_end_follows() -> None:
    assert len(_read_refusing(b"a,b\n1,2\n3,4\n5,6\n", {"5"})) == 1
    with pytest.raises(InputError, match="cut short"):
        _read_refusing(b"a,b\n1,2\n3,4\n5,6", {"5"})


def test_a_file_most_of_which_is_unusable_is_refused_as_a_whole() -> None:
    ten = b"a,b\n" + b"".join(b"%d,x\n" % n for n in range(10))
    assert len(_read_refusing(ten, set("01234"))) == 5  # one in two may be
    with pytest.raises(InputError, match=r"6 of 10 rows of t\.csv cannot be used, the first since: odd") as caught:
        _read_refusing(ten, set("012345"))
    assert len(caught.value.problems) == 6
    with pytest.raises(InputError, match="2 of 2 rows"):
        _read_refusing(b"a,b\n1,2\n3,4\n", {"1", "3"})
    assert len(_read_refusing(b"a,b\n1,2\n3,4\n5,6\n", {"3", "5"})) == 2  # of so few it may be chance


def test_a_quotation_mark_in_the_wrong_place_spoils_its_row_only() -> None:
    problems: list[Problem] = []
    table = Table(File("t.csv", b'a,b\n1,2\n"3"x,4\n5,6\n'), ("a", "b"))
    assert [row for _, row in table.rows(problems, "a")] == [["1"], ["5"]]
    assert [p.where for p in problems] == ["t.csv:3"]


_CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(str.strip)


@given(st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=6), st.permutations(["one", "two", "three"]))
def test_the_order_of_columns_makes_no_difference(rows: list[tuple[str, str, str]], order: list[str]) -> None:
    import csv
    import io

    def written(columns: list[str]) -> bytes:
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows([dict(zip(("one", "two", "three"), row, strict=True)) for row in rows])
        return out.getvalue().encode()

    def read(data: bytes) -> list[tuple[int, list[str]]]:
        return list(Table(File("t.csv", data), ("one", "two", "three")).rows([], "one", "two", "three"))

    assert read(written(order)) == read(written(["one", "two", "three"]))
    assert [row for _, row in read(written(order))] == [list(row) for row in rows]


def test_listed_values_come_once_each_in_order() -> None:
    assert cells("b\n a  c \n\nb", "\n") == ("b", "a c")
    assert cells("", ";") == ()


@pytest.mark.parametrize(
    ("text", "decimal_", "whole_"),
    [
        ("4.5", 4.5, None),
        ("8", 8.0, 8),
        ("n/a", None, None),
        ("nan", None, None),
        ("inf", None, None),
        ("", None, None),
        ("9" * 30, float("9" * 30), None),
        ("٣", 3.0, None),
    ],
)
def test_numbers(text: str, decimal_: float | None, whole_: int | None) -> None:
    assert decimal(text) == decimal_
    assert whole(text) == whole_


def test_two_files_that_hold_the_same_are_refused() -> None:
    files = [File("a/skills_en.csv", b""), File("b/skills_en.csv", b"")]
    assert pick(files[:1], lambda name: name == "skills_en.csv", "skills") is files[0]
    assert pick(files, lambda name: name == "other.csv", "others") is None
    with pytest.raises(InputError, match=r"Several files hold skills: a/skills_en\.csv, b/skills_en\.csv"):
        pick(files, lambda name: name == "skills_en.csv", "skills")
