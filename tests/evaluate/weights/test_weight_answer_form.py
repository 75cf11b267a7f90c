"""Answers and rankings as a person writes them down."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.evaluate.weights.answer_form import answers, rankings
from credlens.model.errors import InputError
from credlens.model.interview import Answer, Says
from credlens.yamltree import parse


def said(one: str, other: str, says: str = "more") -> dict[str, str]:
    return {"one": one, "other": other, "says": says}


def test_names_may_be_written_as_words() -> None:
    assert answers([said("Gap coverage", "cost", "less")], "a") == (Answer("gap_coverage", "cost", Says.LESS),)
    assert answers([], "a") == ()


@pytest.mark.parametrize(
    ("found", "where", "complaint"),
    [
        ({"one": "cost"}, "a", "Answers are a list"),
        ("cost", "a", "Answers are a list"),
        (None, "a", "Answers are a list"),
        (["cost > time"], "a: [0]", "This is no answer"),
        ([said("cost", "tyme")], "a: [0]", "Did you mean time?"),
        ([said("cost", "tyme", "unknown")], "a: [0]", "Did you mean time?"),
        ([said("cost", "recognition", "unknown")], "a: [0]", "cannot be held against each other"),
        ([said("cost", "cost", "equal")], "a: [0]", "compared with itself"),
        ([{"one": "cost", "says": "more"}], "a: [0].other", "missing here"),
        ([{"one": 3, "other": "cost", "says": "more"}], "a: [0].one", "missing here"),
        ([said("cost", "time", "very")], "a: [0].says", "one of: more, less, equal, unknown"),
        ([{**said("cost", "time"), "sure": True}], "a: [0].sure", "none of: one, other, says"),
        (parse(b"- {one: cost, one: time, other: time, says: more}"), "a: [0].one", "more than once"),
        ([said("cost", "time"), said("time", "gap_coverage"), said("gap_coverage", "cost")], "a", "cost > time > gap"),
    ],
)
def test_answers_that_make_no_sense_have_their_place(found: Any, where: str, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        answers(found, "a")
    (problem,) = caught.value.problems
    assert problem.where == where
    assert complaint in str(problem)


@pytest.mark.parametrize(
    ("found", "where", "complaint"),
    [
        ([], "r", "words by group"),
        ({}, "r", "words by group"),
        ({"quality": ["recognition"]}, "r: quality", "A ranking is words."),
        ({"quality": "recognition, cost"}, "r: quality", "no criterion called 'cost' here"),
        ({"beauty": "recognition"}, "r: beauty", "no group 'beauty'"),
        (parse(b"quality: recognition\nquality: durability\n"), "r: quality", "more than once"),
    ],
)
def test_rankings_that_make_no_sense_have_their_place(found: Any, where: str, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        rankings(found, "r")
    (problem,) = caught.value.problems
    assert problem.where == where
    assert complaint in str(problem)


def test_every_problem_is_named_not_only_the_first() -> None:
    with pytest.raises(InputError) as caught:
        answers([said("cost", "tyme"), 3, said("cost", "time"), {"one": "cost"}], "a")
    assert [p.where for p in caught.value.problems] == ["a: [0]", "a: [1]", "a: [3].other", "a: [3].says"]
    with pytest.raises(InputError) as caught:
        rankings({"quality": "recogniton", "suitability": "0"}, "r")
    assert [p.where for p in caught.value.problems] == ["r: quality", "r: suitability"]
