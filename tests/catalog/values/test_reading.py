from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.reading import Once, Reading, distinct, proposed_id, slug
from credlens.model.errors import Problem
from credlens.model.fact import Method, Source
from credlens.model.offer import StatedSkill

SOURCE = Source(Method.IMPORTED, "https://example.org/a", None, "a.json")


def test_a_problem_of_a_field_has_its_place() -> None:
    reading = Reading("a.json: record 3", SOURCE)
    reading.problem("level", "It is wrong.")

    assert reading.problems == [Problem("a.json: record 3: level", "It is wrong.", "The field is left unknown.")]


def test_a_remark_stands_beside_the_place() -> None:
    assert Reading("x", SOURCE).remarked("a tag").note == "a.json; a tag"
    assert Reading("x", Source(Method.IMPORTED)).remarked("a tag").note == "a tag"


@pytest.mark.parametrize(
    ("value", "number"), [(3, 3.0), ("2.5", 2.5), (Decimal("1.5"), 1.5), (0, 0.0), (None, None), ("", None)]
)
def test_numbers(value: Any, number: float | None) -> None:
    reading = Reading("x", SOURCE)

    assert reading.number("n", value) == number
    assert reading.problems == []


@pytest.mark.parametrize("value", [-1, "x", "nan", float("inf"), True, [], {}, 100_001, "-0.5"])
def test_what_is_no_number_is_listed(value: Any) -> None:
    reading = Reading("x", SOURCE)

    assert reading.number("n", value) is None
    assert [p.where for p in reading.problems] == ["x: n"]


def test_a_record_given_again_is_silent_only_when_it_is_the_same() -> None:
    once = Once()

    assert once.again("k", {"a": 1, "b": 2}, "first") is False
    assert once.again("k", {"b": 2, "a": 1}, "second") is True
    assert once.again("other", {"a": 1}, "third") is False
    again = once.again("k", {"a": 2}, "fourth")
    assert isinstance(again, Problem)
    assert (again.where, again.message) == ("fourth", "'k' is given twice, with different content.")
    assert "first" in again.what_to_do


@pytest.mark.parametrize(
    ("key", "proposed"),
    [
        ("https://www.example.org/Q/1.json", "elm-example-org-q-1-json"),
        ("Économie & Gestion", "elm-economie-gestion"),
        ("x" * 300, "elm-" + "x" * 116),
    ],
)
def test_a_proposed_id(key: str, proposed: str) -> None:
    assert proposed_id("elm", key) == proposed


@given(st.text())
def test_a_proposed_id_is_always_an_id(key: str) -> None:
    assert re.fullmatch(r"elm(?:-[a-z0-9]+)*", proposed_id("elm", key))


def test_each_skill_once() -> None:
    sql, uri = (SOURCE,), "https://skills.example/1"
    given_twice = [StatedSkill("SQL", sql, uri), StatedSkill("sql", sql), StatedSkill("Sql", sql, uri), StatedSkill("SQL", sql, "https://skills.example/2")]  # fmt: skip

    assert [(s.name, s.uri) for s in distinct(given_twice)] == [("SQL", uri), ("SQL", "https://skills.example/2")]


def test_a_key_of_names() -> None:
    assert slug("Café C++", "Example") == "café-c-plus-plus-example"
    assert slug("C#") == "c-sharp"
    assert slug("凧の作り方_1") == "凧の作り方-1"
