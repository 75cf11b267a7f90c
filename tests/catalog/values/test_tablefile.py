from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.offer import SourceFile
from credlens.catalog.values.tablefile import Row, delimiter, header, rows, sample
from credlens.model.errors import InputError


def made(content: bytes | str) -> SourceFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield io.BytesIO(content if isinstance(content, bytes) else content.encode())

    return SourceFile("t.csv", opened)


def read(content: bytes | str) -> list[dict[str, str] | str]:
    return [dict(e.cells) if isinstance(e, Row) else str(e) for e in rows(made(content))]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_what_divides_the_columns_is_seen(mark: str) -> None:
    content = f'a{mark}b\n1{mark}"x, y; z"\n2{mark}y\n'
    assert read(content) == [{"a": "1", "b": "x, y; z"}, {"a": "2", "b": "y"}]


def test_commas_in_texts_do_not_mislead() -> None:
    assert delimiter("name;price, in EUR\nKites;1,5\nWind, strong;2,5\n") == ";"
    assert delimiter("sep=|\na,b|c\n") == "|"
    assert read("sep=;\na;b\n1;2\n") == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark(encoding: str) -> None:
    assert read("n,b\nDurée,1\n".encode(encoding)) == [{"n": "Durée", "b": "1"}]


def test_another_encoding_is_read_and_listed() -> None:
    row, problem = read("n,b\nDurée,1\n".encode("cp1252"))
    assert row == {"n": "Durée", "b": "1"}
    assert "read as Windows-1252" in problem


def test_columns_without_a_name_and_of_one_name() -> None:
    assert header(made("a,,a, b  c \n")) == ("a", "column 2", "a (2)", "b c")


def test_quoted_lines_count_as_one_row_and_empty_rows_not_at_all() -> None:
    found = list(rows(made('a,b\n"one\ntwo",1\n\n,\n3,4\n')))
    assert [(e.where, e.number, e.cells["a"]) for e in found if isinstance(e, Row)] == [
        ("t.csv: row 1", 1, "one\ntwo"),
        ("t.csv: row 4", 4, "3"),
    ]


def test_ragged_rows_are_listed_and_left_out() -> None:
    short, long, trailing = read("a,b\n1\n1,2,3\n4,5,,\n")
    assert short == "t.csv: row 1: The row has 1 cells where the table has 2 columns. It is left out."
    assert "row 2: The row has 3 cells" in str(long)
    assert trailing == {"a": "4", "b": "5"}  # empty cells beyond the last column say nothing


def test_a_cell_that_is_never_closed() -> None:
    first, problem = read('a,b\n1,2\n3,"four\n5,6\n')
    assert first == {"a": "1", "b": "2"}
    assert 'a " is opened in this row and never closed' in str(problem)


@pytest.mark.parametrize("content", [b"", b"  \n", b"%PDF-1.7", b"PK\x03\x04"])
def test_what_is_no_table(content: bytes) -> None:
    assert len(read(content)) == 1
    if content.strip():
        with pytest.raises(InputError):
            header(made(content))


def test_a_sample_is_the_first_rows_that_fit() -> None:
    assert [r.cells["a"] for r in sample(made("a,b\n1,2\n3\n4,5\n6,7\n"), 2)] == ["1", "4"]


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=10).map(str.strip)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.sampled_from(",;\t|"))
def test_written_tables_are_read_back(table: list[list[str]], mark: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([["a", "b", "c"], *table])
    expected = [dict(zip("abc", row, strict=True)) for row in table if any(row)]
    assert read(out.getvalue()) == expected
