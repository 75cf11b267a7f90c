"""Why the obvious rival is out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from credlens.model.plan import PlanStatus
from credlens.model.quantity import Money
from credlens.plan.explaining.rivals import why_rivals


def test_the_rival_that_proves_more_costs_more(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.5, r 0.2", 30), offer("dear", "sql 0.8", 90, 40), offer("b", "python 0.5", 20))
    plan = exact(given)
    assert [s.credential for s in plan.steps] == ["a", "b"]
    (rival,) = why_rivals(given, plan, exact)
    assert (rival.credential, rival.skill, rival.step) == ("dear", "sql", "a")
    assert (rival.proof, rival.step_proof) == (0.8, 0.5)
    assert rival.steps == ("dear",)
    assert rival.loses == pytest.approx((0.5 + 0.2 + 0.5 - 0.8) / 3)
    assert (rival.costs_more, rival.days_more, rival.because) == (Money(Decimal(40)), 20, "")
    assert not rival.unsure


def test_a_rival_that_cannot_be_had_says_why(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(
        offer("a", "sql 0.5"), offer("dear", "sql 0.8", 900), excluded=(("closed", "is not open to the public"),)
    )
    dear, closed, alien = (
        {r.credential: r for r in why_rivals(given, exact(given), exact, considering=["closed", "alien"])}[n]
        for n in ("dear", "closed", "alien")
    )
    assert (dear.against, dear.because) == (("a budget of USD 100",), "")
    assert (dear.steps, dear.loses, dear.costs_more) == ((), None, None)
    assert closed.because == "is not open to the public"
    assert alien.because == "it teaches none of the skills the plan is for"


def test_what_the_person_asked_about_comes_first_and_once(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.8"), offer("b", "sql 0.7"), offer("c", "sql 0.6"), max_credentials=1)
    found = why_rivals(given, exact(given), exact, considering=["b", "a"])
    assert [(r.credential, r.skill) for r in found] == [("b", None), ("c", "sql")]
    assert [r.credential for r in why_rivals(given, exact(given), exact, considering=["b"], most=1)] == ["b"]


def test_a_difference_within_the_gap_is_unsure(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("a", "sql 0.80"), offer("b", "sql 0.79"), max_credentials=1)
    plan = replace(exact(given), status=PlanStatus.WITHIN_GAP, gap=0.05)
    (rival,) = why_rivals(given, plan, exact)
    assert rival.unsure


def test_a_step_that_proves_nothing_has_no_rival(exact: Any, offer: Any, problem: Any) -> None:
    given = problem(offer("door", ""), offer("room", "sql 0.8", needs=["door"]), offer("other", "r 0.1", 900))
    assert why_rivals(given, exact(given), exact) == ()
