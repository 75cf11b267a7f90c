"""Rows as files and back, letter by letter and byte by byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.app.keeping.members import from_members, to_members
from credlens.app.keeping.ports import State
from credlens.catalog import codec

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(
        [
            "\u202eabc",
            "\U0001f468\u200d\U0001f469",
            "مرحبا",
            "{}",
            '{"a": 1}',
            '{"a":1}',
            "[NaN]",
            "[1e5, 2]",
            "{",
            "\ufeff",
        ]
    ),
)
VALUE = st.one_of(
    TEXT,
    st.binary(max_size=20),
    st.booleans(),
    st.none(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from(["name", "data", "content", "url", "x"]), VALUE, max_size=4), max_size=3
)


@given(st.dictionaries(st.sampled_from(["claim", "badge", "keys"]), ROWS))
def test_rows_come_back_as_they_were(state: State) -> None:
    found = from_members(to_members(state).files)
    assert found == state
    assert [[list(map(type, row.values())) for row in rows] for rows in found.values()] == [
        [list(map(type, row.values())) for row in rows] for rows in state.values()
    ]


def test_a_file_gets_a_name_of_ours_and_keeps_its_own_in_the_manifest() -> None:
    made = to_members(
        {
            "document": [
                {"name": "/home-of/Ada \u202e/../r\u00e9sum\u00e9.PDF", "data": b"%PDF"},
                {"name": "run me.exe", "data": b"MZ"},
            ],
            "badge_copy": [
                {"url": "https://a.example/key", "content_type": "application/did+json", "data": b"{}"},
                {"url": "https://a.example/did.json", "content_type": "", "data": b"{}"},
            ],
        }
    )
    assert sorted(made.files) == [
        "data/badge_copy.json",
        "data/document.json",
        "originals/badge_copy-0001.json",
        "originals/badge_copy-0002.json",
        "originals/document-0001.pdf",
        "originals/document-0002.bin",
    ]
    assert made.names == {
        "originals/badge_copy-0001.json": "https://a.example/key",
        "originals/badge_copy-0002.json": "https://a.example/did.json",
        "originals/document-0001.pdf": "/home-of/Ada \u202e/../r\u00e9sum\u00e9.PDF",
        "originals/document-0002.bin": "run me.exe",
    }


def test_records_of_the_catalog_can_be_read_by_people() -> None:
    packed = codec.packed('{"id":"one"}')
    made = to_members({"catalog_record": [{"name": "one", "data": packed}, {"name": "two", "data": b"title: Two"}]})
    assert made.files["originals/catalog_record-0001.json"] == b'{"id":"one"}'
    assert made.files["originals/catalog_record-0002.bin"] == b"title: Two"
    assert from_members(made.files)["catalog_record"][0]["data"] == packed


def test_a_text_in_json_can_be_read_by_programs() -> None:
    made = to_members({"plan": [{"content": '{"plans": []}'}]})
    assert json.loads(made.files["data/plan.json"]) == [{"content": {"json": {"plans": []}}}]


def test_two_files_in_one_row_are_two() -> None:
    made = to_members({"x": [{"data": b"one", "picture": b"two"}]})
    assert made.files["originals/x-0001.bin"] == b"one"
    assert made.files["originals/x-0001-picture.bin"] == b"two"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("{}", "no list of rows"),
        ("[1]", "no list of rows"),
        ('[{"a": []}]', "holds a list"),
        ('[{"a": {}}]', "none of a state"),
        ('[{"a": {"member": 1}}]', "none of a state"),
        ('[{"a": {"member": "originals/none.md"}}]', "which is not there"),
        ('[{"a": {"member": "../secret", "more": 1}}]', "none of a state"),
    ],
)
def test_anything_else_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        from_members({"data/claim.json": text.encode()})
