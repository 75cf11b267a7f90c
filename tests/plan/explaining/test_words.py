"""The reasons as sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.plan_reasons import Change, Rival, Shared, StepReason
from credlens.model.quantity import Money
from credlens.plan.explaining import words

NAMES = words.Names(str.title, str.upper)
USD = Money(Decimal(30))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            StepReason("a", 0.125, alone=("sql",), strengthens=("r",), frees=USD, frees_hours=9, frees_days=9),
            (
                "A: Only this step proves SQL. It proves R further than the others do. "
                "Without it the plan would cover 12.5 points less of what is missing, cost USD 30 less and end 9 days earlier."
            ),
        ),
        (
            StepReason("a", 0.1, opens=("b",), frees=None),
            (
                "A: B cannot be begun without it. "
                "Without these the plan would cover 10.0 points less of what is missing and not fit the limits any more."
            ),
        ),
        (
            StepReason("a", 0.0, fixed=True, awards=("s",), frees=Money(Decimal(-5)), frees_days=0),
            "A: You asked for it. It completes S. Without it the plan would cover 0.0 points less of what is missing and cost USD 5 more.",
        ),
        (
            StepReason("a", 0.1, frees=Money(Decimal(0)), frees_days=-1),
            "A: Without it the plan would cover 10.0 points less of what is missing and end 1 day later.",
        ),
        (
            StepReason("a", 0.1, frees=Money(Decimal(0)), frees_days=0),
            "A: Without it the plan would cover 10.0 points less of what is missing and cost as much.",
        ),
    ],
)
def test_a_step(reason: Any, said: str) -> None:
    assert words.step(reason, NAMES) == said


def test_what_is_shared() -> None:
    shares = (
        Shared("subscription", "Plus", ("b", "c")),
        Shared("bundle", "pair", ("b",), USD),
        Shared("hours", "", ("c",), hours=4.0),
    )
    said = words.step(StepReason("a", 0.1, shares=shares, frees=USD, frees_days=0), NAMES)
    assert (
        "It shares the subscription Plus with B and C. Together with B it costs USD 30 less. It saves 4 h of C." in said
    )


def test_a_rival() -> None:
    rival = Rival("x", "sql", "a", 0.8, 0.5, ("x", "b"), 0.05, USD, -3)
    assert words.rival(rival, NAMES) == (
        "X proves SQL further than A. The best plan with it, beside B, covers 5.0 points less of what is missing, costs USD 30 more "
        "and ends 3 days earlier."
    )
    same = replace(rival, proof=0.5, steps=("x",), loses=0.0, costs_more=Money(Decimal(0)), days_more=1, unsure=True)
    assert words.rival(same, NAMES) == (
        "X proves SQL as far as A. The best plan with it covers as much and ends 1 day later. "
        "The difference in coverage is smaller than what is not proven, so it may be chance."
    )
    asked = Rival("x", None, None, 0, 0, because="is closed")
    assert words.rival(asked, NAMES) == "X, which you asked about: It cannot be planned: is closed."
    dear = replace(asked, because="", against=("a budget of USD 5", "0 hours a week"))
    assert words.rival(dear, NAMES).endswith("No plan can contain it and keep to a budget of USD 5 and 0 hours a week.")
    assert words.rival(replace(dear, against=()), NAMES).endswith("No plan can contain it.")
    assert "less far than A." in words.rival(replace(rival, proof=0.2), NAMES)


def test_a_limit() -> None:
    change = Change("budget", "USD 100", "USD 150", "USD 50 more", True, 0.02, Money(Decimal(-40)), -2, ("a", "b"))
    assert words.change(change, NAMES) == (
        "With USD 50 more (USD 150) the best plan covers 2.0 points more of what is missing, costs USD 40 more and ends 2 days later. "
        "It is: A and B."
    )
    earlier = replace(change, binds=False, gains=0.0, saves=Money(Decimal(0)), days_earlier=5)
    assert words.change(earlier, NAMES).endswith(
        "It is: A and B. This limit does not bind: it buys no coverage and saves no money."
    )
    assert "ends 5 days earlier. It has the same steps. This" in words.change(replace(earlier, same=True), NAMES)
    nothing = replace(earlier, days_earlier=0)
    assert (
        words.change(nothing, NAMES)
        == "With USD 50 more (USD 150) the best plan is the same: this limit does not bind."
    )


def test_many_skills_are_counted() -> None:
    assert NAMES.labels(list("abcdef")) == "A, B, C, D and 2 more"
