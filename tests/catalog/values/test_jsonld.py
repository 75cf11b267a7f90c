from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.jsonld import address_of, all_words, many, node, nodes, types, words


@pytest.mark.parametrize(
    ("value", "found"),
    [(None, []), (1, [1]), ([1, None, 2], [1, 2]), ({"a": 1}, [{"a": 1}]), ([], [])],
)
def test_one_value_and_a_list_of_one_are_the_same(value: Any, found: list[Any]) -> None:
    assert many(value) == found


def test_objects_among_values() -> None:
    assert nodes(["x", {"a": 1}, 3, {"b": 2}]) == [{"a": 1}, {"b": 2}]
    assert node([3, {"a": 1}]) == {"a": 1}
    assert node("x") == {}


def test_types_have_no_prefix() -> None:
    assert types({"@type": ["schema:Course", "http://schema.org/Thing", 3]}) == ("Course", "Thing")
    assert types({"type": "Achievement"}) == ("Achievement",)
    assert types({}) == ()


@pytest.mark.parametrize(
    ("value", "address"),
    [("x", "x"), ({"@id": " x "}, "x"), ({"id": "x"}, "x"), ({"id": 3}, ""), ({}, ""), (None, ""), ([], "")],
)
def test_what_something_is_called(value: Any, address: str) -> None:
    assert address_of(value) == address


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a <b>b</b>", "a b"),
        (3, "3"),
        (True, ""),
        (None, ""),
        ({"@value": "x", "@language": "de"}, "x"),
        ({"de": "Brot", "en": "Bread"}, "Bread"),
        ({"de": "Brot", "fr": "Pain"}, "Brot"),
        ({"en-GB": ["Bread"], "de": "Brot"}, "Bread"),
        ([{"@value": "Brot", "@language": "de"}, {"@value": "Bread", "@language": "en"}], "Bread"),
        (["", "N/A", "x"], "x"),
        ({"name": "x"}, ""),
        ({"id": "x", "url": "y"}, ""),
        ({}, ""),
    ],
)
def test_the_text_of_a_value(value: Any, text: str) -> None:
    assert words(value) == text


def test_every_text_once() -> None:
    assert all_words([{"en": ["a", "b"]}, "a", None, {"de": "c"}]) == ["a", "b", "c"]
    assert words({"de": "Brot", "en": "Bread"}, "de") == "Brot"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=True) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "@value", "@language", "id", "name"]), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_value_is_read(value: Any) -> None:
    assert isinstance(words(value), str)
    assert all(all_words(value))
    assert isinstance(address_of(value), str)
    assert all(isinstance(t, str) for n in nodes(value) for t in types(n))
