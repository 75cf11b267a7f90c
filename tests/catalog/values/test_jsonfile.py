from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.catalog.offer import SourceFile
from credlens.catalog.values import jsonfile
from credlens.model.errors import Problem


def made(data: bytes | str, name: str = "x.json") -> SourceFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield io.BytesIO(data.encode() if isinstance(data, str) else data)

    return SourceFile(name, opened)


@pytest.fixture(params=["held", "streamed"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of reading: every file is small, or every file is large."""
    if request.param == "streamed":
        monkeypatch.setattr(jsonfile, "HELD", 3)
    return str(request.param)


def read(data: bytes | str, *paths: str, name: str = "x.json") -> list[Any]:
    return [str(e) if isinstance(e, Problem) else e for e in jsonfile.records(made(data, name), *paths)]


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('[{"a": 1.5}]', ("item",)),
        ('[{"a": 1.5}]', ("results.item",)),  # a list at the top is read whatever the paths
        ('{"results": [{"a": 1.5}]}', ("results.item",)),
        ('{"results": [{"a": 1.5}], "courses": [{"b": 2}]}', ("results.item", "courses.item")),
        ('{"courses": [{"b": 2}], "results": [{"a": 1.5}]}', ("results.item", "courses.item")),
        ('{"linked": {"partners.v1": [{"a": 1.5}]}}', ("elements.item", "linked.partners.v1.item")),
        ('[{"course": {"a": 1.5}}, {"x": 1}]', ("item.course",)),
        ('\ufeff[{"a": 1.5}]', ("item",)),
    ],
)
def test_where_records_may_be(text: str, paths: tuple[str, ...]) -> None:
    assert read(text, *paths) == [("x.json: record 1", {"a": 1.5})]


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_with_a_mark(encoding: str) -> None:
    assert read('[{"a": "ä"}]'.encode(encoding), "item") == [("x.json: record 1", {"a": "ä"})]


@pytest.mark.usefixtures("size")
def test_another_encoding_is_read_and_listed() -> None:
    record, problem = read('[{"a": "ä"}]'.encode("cp1252"), "item")
    assert record == ("x.json: record 1", {"a": "ä"})
    assert "read as Windows-1252" in problem


def test_one_object_a_line_and_a_broken_line_is_listed_with_its_place() -> None:
    one, two, broken, four = read('{"a": 1}\n\n{"a": 2}\n{"a":\n{"a": 4}\n')
    assert [one, two, four] == [
        ("x.json: line 1", {"a": 1}),
        ("x.json: line 3", {"a": 2}),
        ("x.json: line 5", {"a": 4}),
    ]
    assert broken.startswith("x.json: line 4: This is not JSON at line 4, column 1")


def test_a_name_that_says_lines() -> None:
    assert read('{"a": 1}', name="x.jsonl") == [("x.jsonl: line 1", {"a": 1})]


def test_one_object_is_the_record() -> None:
    assert read('{"name": "one"}', "results.item") == [("x.json", {"name": "one"})]


@pytest.mark.usefixtures("size")
def test_an_empty_list_is_no_record() -> None:
    assert read('{"results": []}', "results.item") == []


@pytest.mark.usefixtures("size")
def test_broken_json_ends_the_file_and_what_stands_before_it_is_read(size: str) -> None:
    first, second, problem = read('[{"a": 1},\n{"a": 2},\n{"a":}]', "item")
    assert [first, second] == [("x.json: record 1", {"a": 1}), ("x.json: record 2", {"a": 2})]
    assert ("at line 3, column 6" if size == "held" else "After record 2") in problem


@pytest.mark.usefixtures("size")
def test_members_that_are_no_objects() -> None:
    events = read('[3, null, {"a": NaN}]', "item")
    assert events[0] == "x.json: record 1: This is a number, where an object was expected."
    assert events[1] == "x.json: record 2: This is null, where an object was expected."
    assert events[2][0] == "x.json: record 3"


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "This is a PDF, not text."),
        (b"  ", "The file is empty."),
        (b'[{"n": ' + b"9" * 5000 + b"}]", "a number in it of a thousand digits"),  # ends the process in some parsers
        (b'[{"n": ' + b"[" * 200 + b"]" * 200 + b"}]", "nested more than 100 levels deep"),
    ],
)
def test_files_that_cannot_be_used_are_listed(data: bytes, words: str) -> None:
    (problem,) = read(data, "item")
    assert words in problem


def test_a_large_file_without_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonfile, "HELD", 3)
    (problem,) = read('{"name": "one"}', "results.item")
    assert (
        problem
        == "x.json: There is no list of records in the file. The records are looked for at the top or under: results."
    )


def test_a_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert jsonfile.whole(made('{"a": [1]}')) == {"a": [1]}
    for text, words in (('{"a":', "line 1, column 6"), ("", "empty"), ("[" * 150 + "]" * 150, "100 levels")):
        problem = jsonfile.whole(made(text))
        assert isinstance(problem, Problem)
        assert words in problem.message
    monkeypatch.setattr(jsonfile, "WHOLE", 3)
    assert isinstance(jsonfile.whole(made('{"a": 1}')), Problem)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40)
@given(st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=4), max_size=4))
def test_both_ways_read_the_same(found: list[dict[str, Any]]) -> None:
    text = json.dumps({"results": found})
    held = read(text, "results.item")
    before = jsonfile.HELD
    jsonfile.HELD = 3
    try:
        assert read(text, "results.item") == held == [(f"x.json: record {i}", r) for i, r in enumerate(found, start=1)]
    finally:
        jsonfile.HELD = before
