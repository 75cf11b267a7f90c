from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credlens.model.plan import Project
from credlens.plan.building.build import build
from credlens.plan.growth import growth, project_day
from credlens.plan.solve import solve


@pytest.fixture
def made(world: Any) -> Any:
    both = [world.credential("a", "sql core", 7), world.credential("b", "python core, sql part", 7, needs=[["a"]])]
    problem = build(world.gap("sql python r"), world.person(), world.catalog(*both), {}, world.limits())
    (plan,) = solve(problem, alternatives=1)
    assert [s.credential for s in plan.steps] == ["a", "b"]
    return problem, plan, growth(problem, plan)


def project(*skills: str) -> Project:
    return Project("p", "", skills, (), "", "", 1, 2, "", "")


def test_evidence_grows_with_each_step_to_what_the_plan_says(made: Any) -> None:
    _, plan, grown = made
    assert grown[-1] == {c.skill: c.evidence for c in plan.by_skill}
    assert grown[0]["python"] == 0 < grown[1]["python"]
    assert 0 < grown[0]["sql"] < grown[1]["sql"]


def test_a_project_begins_on_the_day_of_study_after_the_step_that_teaches_it(made: Any) -> None:
    problem, plan, grown = made
    days: tuple[date, ...] = problem.calendar.days

    def after(day: date) -> date:
        return min((d for d in days if d > day), default=day)

    first, second = (s.finish for s in plan.steps)
    assert project_day(project("sql"), problem, plan, grown) == after(first)
    assert project_day(project("sql", "python"), problem, plan, grown) == after(second)
    assert project_day(project("r", "sql"), problem, plan, grown) == after(first)
    assert project_day(project("r"), problem, plan, grown) is None
