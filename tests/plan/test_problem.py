from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from credlens.plan.offer import Award, Offer
from credlens.plan.problem import NEVER, Problem
from credlens.plan.value import FULL


def problem(world: Any, **limits: Any) -> Problem:
    offers = tuple(
        Offer(c, "x", 10.0, (), ((s, p),)) for c, s, p in [("a", "sql", 0.5), ("b", "sql", 0.5), ("c", "r", 0.8)]
    )
    award = Award("big", ("a", "c"), (("r", 0.5), ("other", 0.9)))
    return Problem(world.limits(**limits), (("r", 1.0), ("sql", 3.0)), offers, awards=(award,))


def test_evidence_adds_up_over_steps_and_over_what_they_award(world: Any) -> None:
    found = problem(world)
    a, b, c = found.offers
    assert found.coverage((a, b)) == (pytest.approx(0.75 * 0.75), (("sql", 0.75), ("r", 0.0)))
    both, by_skill = found.coverage((a, c))
    assert (both, dict(by_skill)["r"]) == (pytest.approx(0.75 * 0.5 + 0.25 * 0.9), pytest.approx(0.9))
    assert found.awarded({"a", "c"}) == (0,)
    assert found.awarded({"a"}) == ()


@pytest.mark.parametrize("chosen", [(), (0,), (0, 1), (0, 2), (0, 1, 2)])
def test_integer_worth_follows_exact_coverage(world: Any, chosen: tuple[int, ...]) -> None:
    found = problem(world)
    exact, _ = found.coverage(tuple(found.offers[i] for i in chosen))
    assert found.worth(chosen) / (FULL * sum(found.weights)) == pytest.approx(exact, abs=0.02)


def test_days_follow_the_limits_that_are_put_in(world: Any) -> None:
    found = problem(world)  # seven hours a week
    assert (found.days, found.horizon) == ((10, 10, 10), 181)
    slower = replace(found, limits=world.limits(hours=3.5, off=((date(2026, 1, 1), date(2026, 1, 31)),)))
    assert (slower.days, slower.horizon) == ((20, 20, 20), 150)
    assert replace(found, limits=world.limits(hours=0)).days == (NEVER,) * 3


def test_of_equivalents_a_plan_has_one(world: Any) -> None:
    found = replace(problem(world), rivals=(("a", "c", "z"),))
    assert [found.clash(s) for s in ({"a", "b"}, {"a", "c"}, set(), {"b"}, {"b", "c", "z"})] == [
        False,
        True,
        False,
        False,
        True,
    ]
