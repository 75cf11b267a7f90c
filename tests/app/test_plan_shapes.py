"""A plan's schedule as JSON: one example person from end to end."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from credlens.app import plan_shapes
from credlens.app.demo import DemoResult

DemoOf = Callable[[str], DemoResult]


@pytest.fixture(scope="module")
def plans(demo_of: DemoOf) -> list[dict[str, Any]]:
    run = demo_of("maria").loop
    return [json.loads(json.dumps(plan_shapes.plan(p, run))) for p in run.plans]


def test_every_plan_has_a_schedule_that_adds_up(plans: list[dict[str, Any]]) -> None:
    assert plans
    for plan in plans:
        schedule = plan["schedule"]
        assert sum(m["total"] for m in schedule["months"]) == pytest.approx(plan["cost"])
        assert sum(w["hours"] for w in schedule["weeks"]) == pytest.approx(plan["hours"], abs=0.01 * 60)
        for month in schedule["months"]:
            assert month["total"] == pytest.approx(month["paid"] + month["set_aside"] + month["renewals"])
            assert all(p["day"].startswith(month["month"]) for p in month["payments"])


def test_weeks_begin_on_mondays_and_name_steps_of_the_plan(plans: list[dict[str, Any]]) -> None:
    for plan in plans:
        steps = {s["credential"] for s in plan["steps"]}
        weeks = plan["schedule"]["weeks"]
        assert [w["number"] for w in weeks] == list(range(1, len(weeks) + 1))
        assert {date.fromisoformat(w["monday"]).isoweekday() for w in weeks} == {1}
        assert {s["credential"] for w in weeks for s in w["steps"]} == steps


def test_every_subscription_ends_after_its_last_use(plans: list[dict[str, Any]]) -> None:
    runs = [r for p in plans for r in p["schedule"]["subscriptions"]]
    assert runs, "the example has a subscription"
    for run in runs:
        assert run["subscribe"] <= run["last_use"] <= run["cancel_by"]
        assert run["remind"] <= run["cancel_by"]
        assert run["cost"] == pytest.approx(run["times"] * run["amount"])


def test_a_plan_that_pays_by_the_month_says_what_other_paces_cost(plans: list[dict[str, Any]]) -> None:
    for plan in plans:
        monthly = any(r["every_months"] == 1 for r in plan["schedule"]["subscriptions"])
        assert bool(plan["at_other_paces"]) == monthly
        for pace in plan["at_other_paces"]:
            assert pace["cost"] == pytest.approx(plan["cost"] + pace["more"])
            assert f"At {pace['hours_per_week']:g} h a week" in pace["says"]


def test_payments_say_what_kind_they_are(plans: list[dict[str, Any]]) -> None:
    kinds = {p["kind"] for plan in plans for s in plan["steps"] for p in s["cost"]}
    assert kinds <= {"paid", "set_aside", "renewal", "discount"}
    assert "paid" in kinds
