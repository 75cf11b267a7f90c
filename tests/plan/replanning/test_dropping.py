"""Why a step of the old plan is in the new one no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any as Case

import pytest

from credlens.model.quantity import Money
from credlens.plan.problem import Problem
from credlens.plan.replanning.dropping import why_dropped
from credlens.plan.solve import best


def why(problem: Problem, credential: str) -> str:
    return why_dropped(problem, best(problem), credential, lambda c: f"Course {c.upper()}")


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        # A takes 40 hours, USD 80 and an exam for USD 165; B 20 hours and USD 200; one of them may be taken, and A proves more
        ({}, "it would still fit, but the best plan with it covers 10.0 points less of what is missing"),
        ({"budget": Money(Decimal(100))}, "it does not fit any more with a budget of USD 100"),
        ({"deadline": date(2026, 1, 11)}, "it does not fit any more with 7 hours a week, and finished by 2026-01-11"),
    ],
)
def test_it_says_what_it_would_give_up_or_which_limits_forbid_it(
    case: Case, limits: dict[str, object], says: str
) -> None:
    few = replace(case.limits, max_credentials=1, **limits)
    problem = replace(case.problem, limits=few, targets=(("python", 0.5), ("sql", 0.5)))
    problem = replace(problem, offers=(replace(case.a, proofs=(("sql", 0.7),)), case.b))

    assert why(problem, "b").startswith(says)


def test_a_second_attempt_that_fits_is_not_said_not_to_fit(case: Case) -> None:
    again = replace(case.b, option="second attempt", hours=5.0)
    problem = replace(case.problem, offers=(case.a, again), limits=replace(case.limits, max_credentials=1))

    assert why(problem, "b").startswith("a second attempt would still fit, but the best plan with it covers")


def test_what_cannot_be_had_says_why(case: Case) -> None:
    problem = replace(case.problem, offers=(case.a,), excluded=(("b", "is no longer awarded"),))

    assert why(problem, "b") == "is no longer awarded"
