"""Weights as a person writes them down."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.weights import group_weights
from credlens.evaluate.weights.file_form import weighting
from credlens.evaluate.weights.presets import preset
from credlens.model.errors import InputError
from credlens.model.weighting import Weighting
from credlens.yamltree import parse


def test_numbers_by_criterion_are_points() -> None:
    assert weighting({"recognition": 40, "cost": Decimal("1.5")}, "w") == Weighting(
        {"recognition": 40.0, "cost": 1.5}, origin="your points"
    )
    assert weighting({"points": {"Gap coverage": 2}}, "w").points == {"gap_coverage": 2.0}


def test_lines_of_an_order_add_up() -> None:
    said = weighting({"order": ["recognition > assessment_rigour = supervision", "cost > time"]}, "w")
    assert said.above == (("recognition", "assessment_rigour"), ("cost", "time"))
    assert said.alike == (("assessment_rigour", "supervision"),)
    assert said.origin == "your order"
    assert weighting({"order": "cost = time"}, "w").alike == (("cost", "time"),)


def test_points_for_one_group_and_an_order_for_the_other() -> None:
    said = weighting({"points": {"cost": 1}, "order": ["recognition > durability"]}, "w")
    assert (said.points, said.above) == ({"cost": 1.0}, (("recognition", "durability"),))
    assert said.origin == "your points and your order"


@pytest.mark.parametrize("name", ["experts", "survey", "hiring"])
def test_a_preset_is_taken_as_it_is(name: str) -> None:
    assert weighting({"preset": name}, "w") == preset(name).weighting


@pytest.mark.parametrize(
    ("found", "where", "complaint"),
    [
        (None, "w", "numbers by criterion, an order, or a preset"),
        ([], "w", "numbers by criterion, an order, or a preset"),
        ({}, "w", "numbers by criterion, an order, or a preset"),
        ({"recogniton": 1}, "w: recogniton", "no criterion called 'recogniton'. Did you mean recognition?"),
        ({"cost": "much"}, "w: cost", "not 'much'"),
        ({"cost": True}, "w: cost", "not True"),
        ({"cost": -1}, "w: cost", "not -1"),
        ({"cost": float("nan")}, "w: cost", "not nan"),
        ({"cost": None}, "w: cost", "not None"),
        ({"cost": 0}, "w", "All suitability weights are zero"),
        ({"cost": 1, "Cost": 2}, "w: Cost", "cost is there twice"),
        ({"points": 3}, "w: points", "Points are numbers by criterion"),
        ({"points": {"tyme": 3}}, "w: points.tyme", "Did you mean time?"),
        ({"points": {"cost": 3}, "time": 2}, "w: time", "`time` is none of"),
        ({"order": {"cost": 1}}, "w: order", "a list of lines"),
        ({"order": []}, "w: order", "a list of lines"),
        ({"order": ["cost > time", "cost > beauty"]}, "w: order[1]", "no criterion called 'beauty'"),
        ({"order": ["cost > time", "time > cost"]}, "w: order", "cost > time > cost"),
        ({"order": ["cost > recognition"]}, "w: order", "cannot be held against each other"),
        ({"preset": "survay"}, "w: preset", "Did you mean survey?"),
        ({"preset": ["survey"]}, "w: preset", "no preset called"),
        ({"preset": "survey", "points": {"cost": 1}}, "w: preset", "stands alone"),
        (parse(b"cost: 1\ncost: 2\n"), "w: cost", "`cost` is given more than once"),
        (parse(b"points: {cost: 1, cost: 2}\n"), "w: points.cost", "`cost` is given more than once"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(found: Any, where: str, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        weighting(found, "w")
    assert caught.value.problems[0].where == where
    assert complaint in str(caught.value.problems[0])


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("cost: 1\ncost: 2\ncost: 3\n", ["w: cost"]),
        ("points: {cost: 1, cost: 2}\npoints: {time: 1}\n", ["w: points", "w: points.cost"]),
    ],
)
def test_a_key_that_is_given_again_is_one_problem(text: str, where: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        weighting(parse(text.encode()), "w")
    assert [p.where for p in caught.value.problems] == where


@pytest.mark.parametrize(("text", "points"), [("5e-1", 0.5), ("1E2", 100.0), ("2.5e+1", 25.0)])
def test_a_number_may_have_an_exponent(text: str, points: float) -> None:
    assert weighting(parse(f"cost: {text}\n".encode()), "w").points == {"cost": points}


@pytest.mark.parametrize("value", ["1e999", "-1e3", "e3", "40", 10**400, Decimal("1e400"), Decimal("NaN")])
def test_what_no_float_can_hold_is_no_weight(value: object) -> None:
    with pytest.raises(InputError, match="A weight is a number of 0 or more") as caught:
        weighting({"cost": value}, "w")
    assert len(caught.value.message) < 120


def test_every_problem_is_named_not_only_the_first() -> None:
    with pytest.raises(InputError) as caught:
        weighting({"points": {"beauty": 1, "cost": -1}, "order": ["a", "recognition < cost"]}, "w.yaml")
    assert {p.where for p in caught.value.problems} == {
        "w.yaml: points.beauty",
        "w.yaml: points.cost",
        "w.yaml: order[0]",
        "w.yaml: order[1]",
    }


KEYS = st.sampled_from(["preset", "points", "order", "cost", "recognition", "", "x"])
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text("cost >=,<", max_size=12)
    | st.sampled_from(["survey", "cost > time"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(ANYTHING)
def test_whatever_a_file_holds_it_is_a_weighting_or_problems_with_places(found: Any) -> None:
    try:
        group_weights(weighting(found, "w"))
    except InputError as error:
        problems = error.problems
    else:
        problems = ()
    assert all(p.where.startswith("w") and p.message for p in problems)
