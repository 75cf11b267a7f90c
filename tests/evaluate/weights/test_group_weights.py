"""Whose priorities count, and which ones cannot be used."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.weights import default_weights, group_weights
from credlens.evaluate.weights.bent import Bent
from credlens.evaluate.weights.order import Order
from credlens.evaluate.weights.points import Points
from credlens.model.errors import UserError
from credlens.model.weighting import DEFAULT, Weighting


def test_the_defaults_of_each_group_add_up_to_one_as_written() -> None:
    for group, names in default_weights().items():
        assert sum(CRITERIA[name].default_weight for name in names) == pytest.approx(1)
        assert sum(names.values()) == pytest.approx(1)
        assert {CRITERIA[name].group for name in names} == {group}
    assert default_weights()["quality"]["recognition"] == pytest.approx(0.22)


def test_nothing_said_means_the_defaults() -> None:
    assert {g: w.shares for g, w in group_weights(DEFAULT).items()} == default_weights()


def test_what_is_said_of_one_group_leaves_the_other() -> None:
    pointed = group_weights(Weighting(points={"cost": 30, "time": 10}))
    assert pointed["suitability"].shares == {"cost": 0.75, "time": 0.25, "gap_coverage": 0.0}
    assert pointed["quality"].shares == default_weights()["quality"]
    both = group_weights(Weighting(points={"cost": 30}, above=(("recognition", "supervision"),)))
    assert isinstance(both["suitability"], Points)
    assert isinstance(both["quality"], Bent)
    all_of_them = group_weights(Weighting(alike=(("cost", "time", "gap_coverage"),)))
    assert isinstance(all_of_them["suitability"], Order)


@pytest.mark.parametrize(
    ("chosen", "complaint"),
    [
        ({"beauty": 1}, "no criterion called 'beauty'"),
        ({"cost": -1}, "not -1"),
        ({"cost": float("nan")}, "not nan"),
        ({"cost": float("inf")}, "not inf"),
        ({"cost": "much"}, "not 'much'"),
        ({"cost": True}, "not True"),
        ({"cost": 0, "time": 0}, "All suitability weights are zero"),
    ],
)
def test_points_that_cannot_be_used_are_refused_with_advice(chosen: dict[str, Any], complaint: str) -> None:
    with pytest.raises(UserError, match=complaint) as caught:
        group_weights(Weighting(points=chosen))
    assert caught.value.where
    assert caught.value.what_to_do


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (Weighting(above=(("cost", "beauty"),)), "no criterion called 'beauty'"),
        (Weighting(alike=(("cost", "beauty"),)), "no criterion called 'beauty'"),
        (Weighting(above=(("cost", "recognition"),)), "cost and recognition cannot be held against each other"),
        (Weighting(alike=(("time", "cost", "recognition"),)), "cost and recognition cannot be held against each other"),
        (Weighting(above=(("cost", "cost"),)), "cost cannot matter more than itself"),
        (Weighting(above=(("cost", "time"),), alike=(("cost", "time"),)), "cost and time are said to matter equally"),
        (Weighting(above=(("cost", "time"),), points={"cost": 1}), "both points and an order for suitability"),
        (
            Weighting(above=(("cost", "time"), ("time", "gap_coverage"), ("gap_coverage", "cost"))),
            r"contradicts itself: cost > time > gap_coverage > cost\.",
        ),
        (
            Weighting(above=(("cost", "time"), ("gap_coverage", "cost")), alike=(("time", "gap_coverage"),)),
            r"contradicts itself: cost > time = gap_coverage > cost\.",
        ),
    ],
)
def test_orders_that_cannot_be_used_are_refused_with_advice(said: Weighting, complaint: str) -> None:
    with pytest.raises(UserError, match=complaint) as caught:
        group_weights(said)
    assert caught.value.where
    assert caught.value.what_to_do


@given(st.dictionaries(st.sampled_from(CRITERIA.names()), st.floats(1e-6, 1e308), min_size=1))
def test_own_points_become_shares_in_any_unit(chosen: dict[str, float]) -> None:
    for group, weights in group_weights(Weighting(points=chosen)).items():
        assert sum(weights.shares.values()) == pytest.approx(1), group
        assert all(w >= 0 for w in weights.shares.values())
