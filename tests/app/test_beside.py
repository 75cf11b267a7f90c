"""What stands beside the plans of the example persons, from end to end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from credlens.app import plan_shapes
from credlens.app.demo import DemoResult
from credlens.model.loop import Loop

DemoOf = Callable[[str], DemoResult]


@pytest.fixture(scope="module")
def run(demo_of: DemoOf) -> Loop:
    return demo_of("maria").loop


@pytest.fixture(scope="module")
def plans(run: Loop) -> list[dict[str, Any]]:
    return [plan_shapes.plan(p, run) for p in run.plans]


def test_a_project_begins_after_a_step_and_each_skill_that_maria_is_taught_has_one(
    run: Loop, plans: list[dict[str, Any]]
) -> None:
    missing = {i.skill for i in run.gap.core}
    for plan, shape in zip(run.plans, plans, strict=True):
        taught = {s for step in plan.steps for s in step.skills} & missing
        assert taught <= {s for p in plan.projects for s in p.skills}
        first = min(s.finish for s in plan.steps)
        assert all(date.fromisoformat(p["from"]) > first for p in shape["projects"] if p["from"])
        assert any(p["from"] for p in shape["projects"])


def test_the_projects_of_maria_are_of_her_field_first(run: Loop) -> None:
    chosen = run.plans[0].projects
    assert "marketing" in chosen[0].persons_from
    assert sum("marketing" in p.persons_from for p in chosen) >= len(chosen) / 2


def test_ads_within_reach_grow_with_the_steps(run: Loop, plans: list[dict[str, Any]]) -> None:
    reach = run.gap.within_reach
    assert reach is not None
    for plan, shape in zip(run.plans, plans, strict=True):
        apply = shape["apply"]
        assert (apply["n"], apply["now"]) == (reach.n, reach.now)
        assert [s["credential"] for s in apply["within_reach"]] == [s.credential for s in plan.steps]
        counts = [apply["now"], *(s["ads"] for s in apply["within_reach"])]
        assert counts == sorted(counts)
        assert counts[-1] <= apply["n"]


def test_remarks_and_credit_are_those_of_the_steps(plans: list[dict[str, Any]]) -> None:
    for plan in plans:
        steps = {s["credential"] for s in plan["steps"]}
        assert {r["credential"] for r in plan["remarks"]} <= steps
        for part in (*plan["credit"]["sums"], *plan["credit"]["towards"]):
            assert {c["id"] for c in part["credentials"]} <= steps
    assert any(p["remarks"] for p in plans)
    assert any(p["credit"]["sums"] for p in plans)


def test_supplements_are_named_once_and_the_free_ones_first(plans: list[dict[str, Any]]) -> None:
    for plan in plans:
        named = [s["credential"] for s in plan["supplements"]]
        free = [s["free"] for s in plan["supplements"]]
        assert len(named) == len(set(named))
        assert free == sorted(free, reverse=True)
        assert not set(named) & {s["credential"] for s in plan["steps"]}
