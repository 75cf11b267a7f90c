"""The law of replanning: as long as all goes as planned, nothing changes, whenever one looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any as World

import pytest

from credlens.model.plan import Plan
from credlens.model.progress import Progress
from credlens.plan.building.build import build
from credlens.plan.checking import check_problem
from credlens.plan.problem import Problem
from credlens.plan.replanning.changes import kept_credentials
from credlens.plan.replanning.followed import Followed
from credlens.plan.replanning.now import limits_now, problem_now
from credlens.plan.replanning.passed import passed
from credlens.plan.solve import best


def after(problem: Problem, plan: Plan, days: int) -> tuple[Plan | None, Problem, Progress]:
    """The plan made anew so many days later, when nothing was told."""
    today = plan.steps[0].start + timedelta(days=days)
    progress = passed(Progress(), Followed(plan, {o.name: o for o in problem.offers}, problem.limits.off, today))
    limits = limits_now(problem.limits, progress, today, {s.credential for s in plan.steps})
    now = problem_now(replace(problem, limits=limits), progress, {}, ())
    keep = kept_credentials(plan.steps, progress)
    return best(now, floor=now.worth(()) + 1, keep=keep, slack=0.02), now, progress


@pytest.mark.parametrize("seed", range(3))
def test_while_all_goes_as_planned_the_rest_stays_as_it_was(world: World, seed: int) -> None:
    catalog, gap, cards = world.random(seed, 7, 4)
    problem = build(gap, world.person(), catalog, cards, world.limits(600))
    plan = best(problem)
    assert plan is not None
    whole = (plan.finish - plan.steps[0].start).days

    for days in sorted({0, whole // 3, 2 * whole // 3, whole}):
        new, now, progress = after(problem, plan, days)
        steps = [s for s in plan.steps if not progress.is_over(s.credential)]
        assert new is not None
        assert check_problem(new, now) == ()
        assert [(s.credential, s.finish) for s in new.steps] == [(s.credential, s.finish) for s in steps]
        assert progress.paid + progress.owed + new.cost.amount == plan.cost.amount
        assert new.coverage == pytest.approx(plan.coverage)


def test_with_everything_done_nothing_is_left_to_gain_from_it(world: World) -> None:
    catalog = world.catalog(world.credential("a", "sql core"))
    problem = build(world.gap("sql"), world.person(), catalog, {}, world.limits())
    plan = best(problem)
    assert plan is not None

    new, now, progress = after(problem, plan, 365)

    assert (new, [f.credential for f in progress.finished]) == (None, ["a"])
    assert now.worth(()) == problem.worth((0,))
