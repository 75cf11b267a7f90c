"""What is said now of one group leaves what was said before of the other."""

from __future__ import annotations

from credlens.evaluate.weights.parts import replaced
from credlens.model.weighting import DEFAULT, Weighting

BEFORE = Weighting({"recognition": 1.0}, (("cost", "time"),), (), "preset x")


def test_the_group_that_is_spoken_of_is_replaced_and_the_other_stays() -> None:
    said = replaced(BEFORE, Weighting(alike=(("cost", "time"),), origin="your answers"))
    assert said == Weighting({"recognition": 1.0}, (), (("cost", "time"),), "your answers; preset x")
    said = replaced(BEFORE, Weighting(above=(("recognition", "durability"),), origin="your answers"))
    assert (said.points, said.above) == ({}, (("cost", "time"), ("recognition", "durability")))


def test_both_or_none() -> None:
    both = Weighting({"cost": 1.0, "durability": 2.0}, origin="your points")
    assert replaced(BEFORE, both) == both
    assert replaced(BEFORE, DEFAULT) == BEFORE
    assert replaced(DEFAULT, DEFAULT) == DEFAULT
