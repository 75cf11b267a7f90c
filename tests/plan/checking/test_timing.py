"""When a step may begin, what comes before it, when it runs out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.model.credential import CostPattern
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Need


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ({"deadline": date(2026, 4, 25)}, "d: finishes on 2026-04-26, after the deadline, 2026-04-25"),
        ({"start": date(2026, 1, 2)}, "a: starts on 2026-01-01, before the first day, 2026-01-02"),
    ],
)
def test_a_date_outside_the_limits(case: Any, limits: Any, says: Any) -> None:
    assert says in case.limits(**limits)


@pytest.mark.parametrize(
    ("credential", "changed", "says"),
    [
        (
            "c",
            {"starts": (date(2026, 3, 1), date(2026, 3, 3))},
            "c: starts on 2026-03-02, which is none of the days on which it begins",
        ),
        ("d", {"first_day": date(2026, 4, 21)}, "d: starts on 2026-04-20, and can be begun only on 2026-04-21"),
        ("b", {"last_day": date(2026, 2, 7)}, "b: finishes on 2026-02-08, and is offered only until 2026-02-07"),
        ("e", {"last_day": date(2026, 1, 1)}, None),  # it is not in the plan
        ("c", {"valid_months": 3}, "c: said to expire on 2026-05-21, it expires on 2026-06-21"),
        ("c", {"valid_months": None}, "c: said to expire on 2026-05-21, it expires never"),
        ("a", {"valid_months": 24}, "a: said to expire never, it expires on 2028-01-13"),
        ("c", {"needs": (Need(("d",), "d"),)}, "c: asks for d first"),
        ("b", {"needs": (Need(("a",), "a"), Need(("z",), "z"))}, "b: asks for z first"),
        ("a", {"needs": (Need(("a",), "itself"),)}, "a: asks for itself first"),
    ],
)
def test_what_an_offer_asks_of_the_dates(case: Any, credential: Any, changed: Any, says: Any) -> None:
    said = case.offer(credential, **changed)
    assert (says in said) if says else said == ()


@pytest.mark.parametrize(
    ("window", "says"),
    [
        (
            {"valid_from": date(2026, 3, 3)},
            "c: starts on 2026-03-02, its price for the tuition holds only from 2026-03-03",
        ),
        (
            {"valid_until": date(2026, 3, 1)},
            "c: starts on 2026-03-02, its price for the tuition holds only until 2026-03-01",
        ),
    ],
)
def test_a_price_holds_only_on_some_days(case: Any, window: Any, says: Any) -> None:
    charge = Charge(CostPattern.ONE_OFF, case.problem.offers[2].charges[0].amount, "USD", **window)
    assert case.offer("c", charges=(charge,)) == (says,)


def test_two_steps_at_a_time(case: Any) -> None:
    said = case.wrong(case.with_step(1, start=date(2026, 1, 13)))
    assert "b: starts on 2026-01-13, while a runs until 2026-01-13" in said


def test_what_is_asked_for_has_to_be_finished_before(case: Any) -> None:
    turned = (case.plan.steps[1], case.plan.steps[0], *case.plan.steps[2:])
    assert "a: starts on 2026-01-01, while b runs until 2026-02-08" in case.wrong(
        type(case.plan)(**{**vars(case.plan), "steps": turned})
    )
