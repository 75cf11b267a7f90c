from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.credential import Assessment, AssessmentType
from credlens.model.offer import OutcomeFigure


def exam(world: Any, made: Any, option: str = "standard", condition: str = "", **facts: Any) -> Any:
    fee = world.cost("per_attempt", 100, what="exam", option=option, condition=condition)
    credential = replace(
        world.credential("c", "sql core", 10, [fee, world.cost("one_off", 50, option=option)]), **facts
    )
    (offer,) = made(credential).offers
    assert offer.charges[1].pass_rate is None  # what is paid once has no second attempt
    return offer.charges[0]


def test_the_lowest_pass_rate_and_the_fewest_attempts_count(world: Any, made: Any) -> None:
    parts = tuple(
        Assessment(AssessmentType.WRITTEN_EXAM, (world.source,), attempts=a, pass_rate=p)
        for a, p in [(3, 0.8), (2, None), (0, 0.9)]
    )
    figures = (OutcomeFigure("pass_rate", 0.6, (world.source,)), OutcomeFigure("completion_rate", 0.1, (world.source,)))
    charge = exam(world, made, assessment=parts, outcomes=figures)
    assert (charge.pass_rate, charge.attempts, charge.set_aside) == (0.6, 2, Decimal(40))


def test_without_a_known_pass_rate_nothing_is_set_aside(world: Any, made: Any) -> None:
    assert exam(world, made).set_aside == 0


@pytest.mark.parametrize(
    ("option", "condition", "pays"),
    [
        ("two-attempts", "", True),
        ("standard", "per subject; two retakes included", True),
        ("standard", "with one free retake", True),
        ("standard", "plus tax; no free retake", False),
        ("standard", "a retake costs 100", False),
    ],
)
def test_a_price_that_holds_more_attempts_is_taken_as_it_is(
    world: Any, made: Any, option: str, condition: str, pays: bool
) -> None:
    figures = (OutcomeFigure("pass_rate", 0.5, (world.source,)),)
    assert (exam(world, made, option, condition, outcomes=figures).set_aside == 0) is pays
