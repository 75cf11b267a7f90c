from __future__ import annotations

import time
import tracemalloc
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from credlens.yamltree import MAX_DEPTH, Lined, TreeError, as_day, parse


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("49", 49),
        ("-3", -3),
        ("49.50", Decimal("49.50")),
        (".5", Decimal("0.5")),
        ("true", True),
        ("no", False),
        ("On", True),
        ("~", None),
        ("", None),
        ("2026-11-22", date(2026, 11, 22)),
        ("plain words", "plain words"),
        ('"49"', "49"),
        ("'no'", "no"),
        ('"2026-11-22"', "2026-11-22"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        ("[a, 1]", ["a", 1]),
        ("{b: 1}", {"b": 1}),
    ],
)
def test_a_value_is_read_as_it_looks(written: str, value: object) -> None:
    assert parse(f"a: {written}".encode()) == {"a": value}


@pytest.mark.parametrize(
    "written",
    ["0110", "12:30", "1_000", "0x1F", "2026-11-22 10:00:00", "2026-02-30", ".inf", ".nan", "1e3", "9" * 5000],
)
def test_what_yaml_would_silently_turn_into_another_number_or_day_stays_a_text(written: str) -> None:
    assert parse(f"a: {written}".encode()) == {"a": written}


def test_a_number_keeps_its_digits() -> None:
    assert str(parse(b"a: 1.10")["a"]) == "1.10"


def test_keys_are_taken_as_they_are_written() -> None:
    assert parse(b"no: 1\non: 2\n2026: 3\n1.0: 4\n") == {"no": 1, "on": 2, "2026": 3, "1.0": 4}


def test_a_mapping_knows_its_line_and_those_of_its_keys() -> None:
    top = parse(b"# a comment\na: 1\nb:\n  - c: 1\n    d: 2\n")

    assert (top.line, top.lines) == (2, {"a": 2, "b": 3})
    assert (top["b"][0].line, top["b"][0].lines) == (4, {"c": 4, "d": 5})


def test_a_key_given_again_is_noted_and_the_first_value_counts() -> None:
    top = parse(b"a: 1\nb: 2\na: {x: 3}\na: 4\n")

    assert top == {"a": 1, "b": 2}
    assert top.twice == [("a", 3), ("a", 4)]


@pytest.mark.parametrize("nothing", [b"", b"\n\n", b"# only a comment\n", b"~", b"---\n"])
def test_an_empty_document_is_nothing(nothing: bytes) -> None:
    assert parse(nothing) is None


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert parse(b"\xef\xbb\xbfa: 1\r\nb: two\r\n") == {"a": 1, "b": "two"}


@pytest.mark.parametrize(
    ("data", "line", "message", "what_to_do"),
    [
        (b"a: 1\nb: [1\n", 2, "not valid YAML", "mind indents"),
        (b"a:\n  b: 1\n\tc: 2\n", 3, "not valid YAML", "Indent with spaces"),
        (b"a:\n\t- b\n", 2, "not valid YAML", "Indent with spaces"),
        (b"a: it: is\n", 1, "not valid YAML", "mind indents"),
        ("a: 1\nb: é\n".encode("latin-1"), 2, "not UTF-8", "Save it as UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, "not UTF-8", "Save it as UTF-8"),
        (b"a: 1\nb: 'x\x00y'\n", 2, "control character (U+0000)", "Take it out"),
        (b"a: 1\n---\nb: 2\n", 2, "second document", "one document"),
        (b"a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "python/object/apply:os.system", "Leave it out"),
        (b"a: !!python/name:os.system\n", 1, "python/name:os.system", "Leave it out"),
        (b"a: !!int abc\n", 1, "tag:yaml.org,2002:int", "Leave it out"),
        (b"a: !thing x\n", 1, "!thing", "Leave it out"),
        (b"a: &x 1\nb: *x\n", 1, "Anchors", "Write the value out"),
        (b"a: 1\nb: *x\n", 2, "Anchors", "Write the value out"),
        (b"a: &x {b: 1}\n", 1, "Anchors", "Write the value out"),
        (b"&x a: 1\n", 1, "Anchors", "Write the value out"),
        (b"a: 1\n? [b, c]\n: 2\n", 2, "A key has to be a text", "quotes"),
        (b"? {b: c}\n: 2\n", 1, "A key has to be a text", "quotes"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line_and_what_to_do(
    data: bytes, line: int, message: str, what_to_do: str
) -> None:
    with pytest.raises(TreeError) as caught:
        parse(data)

    assert caught.value.line == line
    assert message in caught.value.message
    assert what_to_do in caught.value.what_to_do


def test_a_few_lines_of_aliases_cannot_stand_for_gigabytes() -> None:
    laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    laughs += "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 12))
    tracemalloc.start()
    began = time.perf_counter()
    try:
        with pytest.raises(TreeError, match="aliases"):
            parse(laughs.encode())
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "nested", [b"[" * 20_000, b"[" * 20_000 + b"]" * 20_000, b"{a: " * 5_000, b"- " * 5_000 + b"x"]
)
def test_endless_nesting_is_refused_without_exhausting_the_stack(nested: bytes) -> None:
    with pytest.raises(TreeError, match="inside one another"):
        parse(b"a: " + nested if not nested.startswith(b"-") else nested)


def test_the_deepest_nesting_allowed_is_read() -> None:
    levels = MAX_DEPTH - 2  # the document and its mapping are two
    assert parse(b"a: " + b"[" * levels + b"]" * levels)["a"] != []
    with pytest.raises(TreeError):
        parse(b"a: " + b"[" * (levels + 1) + b"]" * (levels + 1))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_any_quoted_text_comes_back_as_it_was(text: str) -> None:
    quoted = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000)
    assert parse(f"a: {quoted}".encode()) == {"a": text}


_PLAIN_TREES = st.recursive(
    st.integers(-(10**15), 10**15) | st.booleans() | st.none() | st.text("abc d", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.text("xyz", min_size=1, max_size=3), _PLAIN_TREES, min_size=1, max_size=4))
def test_plain_trees_are_read_as_the_yaml_library_reads_them(tree: dict[str, Any]) -> None:
    written = yaml.safe_dump(tree)
    assert parse(written.encode()) == yaml.safe_load(written)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    with suppress(TreeError):
        assert isinstance(parse(data), Lined | list | str | int | Decimal | date | None)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-11-22", date(2026, 11, 22)), ("2026-02-30", None), ("20261122", None), ("2026-W47-7", None), ("x", None)],
)
def test_a_day_is_written_in_one_way(text: str, day: date | None) -> None:
    assert as_day(text) == day
