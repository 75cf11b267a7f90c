"""What points leave out is said."""

from __future__ import annotations

import pytest

from credlens.evaluate.weights.left_out import left_out
from credlens.evaluate.weights.presets import preset
from credlens.model.weighting import DEFAULT, Weighting


@pytest.mark.parametrize(
    ("points", "notes"),
    [
        ({"recognition": 2, "durability": 1}, ["7 criteria of quality count 0, since points were given to 2 only."]),
        ({"cost": 2, "time": 1}, ["1 criterion of suitability counts 0, since points were given to 2 only."]),
        ({"cost": 2, "time": 1, "gap_coverage": 0}, []),
        (
            {"cost": 2, "recognition": 1},
            [
                "8 criteria of quality count 0, since points were given to 1 only.",
                "2 criteria of suitability count 0, since points were given to 1 only.",
            ],
        ),
    ],
)
def test_who_is_not_named_counts_nothing(points: dict[str, float], notes: list[str]) -> None:
    assert list(left_out(Weighting(points))) == notes


def test_an_order_and_the_defaults_leave_nobody_out() -> None:
    assert left_out(DEFAULT) == left_out(Weighting(above=(("cost", "time"),))) == ()
    assert left_out(preset("equal").weighting) == ()
    assert left_out(preset("survey").weighting)[0].startswith("4 criteria of quality")
