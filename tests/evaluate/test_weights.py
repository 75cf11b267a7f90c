"""Whose priorities count, and which ones cannot be used."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.weights import default_weights, weights_by_group
from credlens.model.errors import UserError


def test_the_defaults_of_each_group_add_up_to_one_as_written() -> None:
    for group, names in default_weights().items():
        assert sum(CRITERIA[name].default_weight for name in names) == pytest.approx(1)
        assert sum(names.values()) == pytest.approx(1)
        assert {CRITERIA[name].group for name in names} == {group}
    assert default_weights()["quality"]["recognition"] == pytest.approx(0.22)


def test_no_wish_means_the_defaults() -> None:
    assert weights_by_group() == weights_by_group({}) == default_weights()


def test_naming_one_criterion_decides_its_group_and_leaves_the_other() -> None:
    groups = weights_by_group({"cost": 30, "time": 10})
    assert groups["suitability"] == {"cost": 0.75, "time": 0.25, "gap_coverage": 0.0}
    assert groups["quality"] == default_weights()["quality"]


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
def test_weights_that_cannot_be_used_are_refused_with_advice(chosen: dict[str, Any], complaint: str) -> None:
    with pytest.raises(UserError, match=complaint) as caught:
        weights_by_group(chosen)
    assert caught.value.where
    assert caught.value.what_to_do


@given(st.dictionaries(st.sampled_from(CRITERIA.names()), st.floats(1e-6, 1e308), min_size=1))
def test_own_weights_become_shares_in_any_unit(chosen: dict[str, float]) -> None:
    for group, names in weights_by_group(chosen).items():
        assert sum(names.values()) == pytest.approx(1), group
        assert all(w >= 0 for w in names.values())
