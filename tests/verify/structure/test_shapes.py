from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.model.verification import Outcome
from credlens.verify.structure import check_structure
from credlens.verify.structure.shapes import MOST, Flaws, Shape, listed, many, pointer, types_of
from credlens.verify.structure.values import string

THING = Shape("A thing", {"name": string, "tags": many(string, least=1)}, ("name",), frozenset({"Thing"}), ("a", "b"))


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ({"name": "n", "a": 1}, []),
        ({"name": "n", "b": 1, "type": ["Other", "Thing"], "more": None}, []),
        ("text", [""]),
        ({"a": 1}, [""]),
        ({"name": "n"}, [""]),
        ({"name": "n", "a": []}, [""]),
        ({"name": None, "a": 1}, ["/name"]),
        ({"name": "n", "a": 1, "type": "Other"}, ["/type"]),
        ({"name": "n", "a": 1, "tags": ["x", 7, {}]}, ["/tags/1", "/tags/2"]),
        ({"name": "n", "a": 1, "tags": []}, ["/tags"]),
        ({"name": "n", "a": 1, "tags": "x"}, []),
    ],
)
def test_a_shape_finds_what_is_missing_and_what_is_wrong(
    value: Any, where: list[str], places_of: Callable[..., Any]
) -> None:
    assert places_of(THING, value) == where


def test_a_place_is_written_as_a_json_pointer() -> None:
    assert pointer((((None, "a/b"), 3), "c~d")) == "/a~1b/3/c~0d"
    assert not pointer(None)


def test_no_more_than_twenty_flaws_are_told() -> None:
    flaws = Flaws()
    many(string)([1] * 100, None, flaws)
    assert len(flaws.found) == MOST


def test_one_and_many_are_the_same() -> None:
    assert listed(None) == ()
    assert listed("a") == listed(["a"]) == ("a",)


@pytest.mark.parametrize(
    ("value", "types"),
    [({"type": "A"}, ("A",)), ({"type": ["A", 1]}, ("A",)), ({"type": 1}, ()), ({}, ()), ([], ())],
)
def test_types_are_those_that_are_texts(value: Any, types: tuple[str, ...]) -> None:
    assert types_of(value) == types


def test_a_sound_document_passes_once_and_each_flaw_fails(inquiry: Callable[[], Any]) -> None:
    good, bad = inquiry(), inquiry()
    check_structure({"name": "n", "a": 1}, THING, good)
    check_structure({"name": 1, "type": "X"}, THING, bad)
    assert [c.outcome for c in good.checks] == [Outcome.PASSED]
    assert [(c.id, c.outcome, c.where) for c in bad.checks] == [
        ("structure", Outcome.FAILED, where) for where in ("", "/name", "/type")
    ]
