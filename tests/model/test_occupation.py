from __future__ import annotations

from itertools import product

import pytest

from credlens.model.occupation import DEGREE_ORDER, DegreeLevel, at_least

ALL = tuple(DegreeLevel)
STATED = tuple(level for level in ALL if level is not DegreeLevel.UNSTATED)


def test_every_stated_level_has_its_place_in_the_order_once() -> None:
    assert sorted(DEGREE_ORDER) == sorted(STATED)


@pytest.mark.parametrize("level", ALL)
def test_nothing_is_told_when_one_side_is_unstated(level: DegreeLevel) -> None:
    assert at_least(level, DegreeLevel.UNSTATED) is None
    assert at_least(DegreeLevel.UNSTATED, level) is None


@pytest.mark.parametrize("level", STATED)
def test_a_level_satisfies_itself_and_anything_satisfies_none(level: DegreeLevel) -> None:
    assert at_least(level, level) is True
    assert at_least(level, DegreeLevel.NONE) is True


def test_what_satisfies_more_satisfies_what_that_satisfies() -> None:
    broken = [
        (a, b, c) for a, b, c in product(STATED, repeat=3) if at_least(a, b) and at_least(b, c) and not at_least(a, c)
    ]
    assert broken == []


def test_two_levels_never_satisfy_each_other_both_ways() -> None:
    broken = [(a, b) for a, b in product(STATED, repeat=2) if a is not b and at_least(a, b) and at_least(b, a)]
    assert broken == []


@pytest.mark.parametrize(
    ("held", "wanted", "enough"),
    [
        (DegreeLevel.BACHELOR, DegreeLevel.ASSOCIATE, True),
        (DegreeLevel.ASSOCIATE, DegreeLevel.BACHELOR, False),
        (DegreeLevel.NONE, DegreeLevel.SECONDARY, False),
        (DegreeLevel.PROFESSIONAL, DegreeLevel.BACHELOR, True),
        (DegreeLevel.DOCTORATE, DegreeLevel.PROFESSIONAL, False),  # no doctorate makes a physician or an attorney
    ],
)
def test_levels_as_everyday_life_orders_them(held: DegreeLevel, wanted: DegreeLevel, enough: bool) -> None:
    assert at_least(held, wanted) is enough
