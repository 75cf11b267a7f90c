"""A plan at once: never worse than what was found before, always within the limits, and as sure as it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from credlens.app import demo
from credlens.app.constraints import limits_of
from credlens.app.plan import make_plan
from credlens.app.plan_quick import MOST_KNOWN, quick_plan
from credlens.app.ports import Ports
from credlens.app.remembering import Remembering
from credlens.io.home import open_home
from credlens.model.errors import UserError
from credlens.model.plan import Limits, PlanStatus
from tests.web.site import TODAY


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    made = open_home(tmp_path_factory.mktemp("quick"), today=TODAY, remember=Remembering())
    demo.move_in(made, "maria")
    return made


def limits(ports: Ports, budget: int, hours: float, weeks: int, most: int = 3) -> Limits:
    return limits_of(
        ports,
        budget=Decimal(budget),
        hours_per_week=hours,
        deadline=TODAY + timedelta(weeks=weeks),
        max_credentials=most,
    )


def test_a_plan_keeps_its_limits(ports: Ports) -> None:
    asked = limits(ports, 300, 10, 26)
    plan = quick_plan(ports, asked).plan
    assert plan is not None
    assert plan.cost.amount <= 300
    assert plan.finish <= asked.deadline
    assert len(plan.steps) <= 3
    assert 0 <= plan.gap <= 1


def test_a_sure_plan_is_as_good_as_one_that_is_kept(ports: Ports) -> None:
    asked = limits(ports, 200, 8, 20, 2)
    sure = quick_plan(ports, asked, sure=True).plan
    kept = make_plan(ports, asked, kept=False).loop.plans[0]
    assert sure is not None
    assert sure.status is PlanStatus.OPTIMAL
    assert sure.coverage == pytest.approx(kept.coverage, rel=0.02)  # scored for the usual pace, and not for eight hours


def test_wider_limits_never_cover_less(ports: Ports) -> None:
    narrow = limits(ports, 150, 10, 22, 2)
    before = quick_plan(ports, narrow, sure=True).plan
    for wide in (
        limits(ports, 160, 10, 22, 2),
        limits(ports, 150, 11, 22, 2),
        limits(ports, 150, 10, 23, 2),
        limits(ports, 150, 10, 22, 3),
    ):
        after = quick_plan(ports, wide).plan
        assert before is not None
        assert after is not None
        assert after.coverage >= before.coverage - 1e-9


def test_a_plan_for_wider_limits_is_not_taken_for_narrower_ones(ports: Ports) -> None:
    quick_plan(ports, limits(ports, 1000, 20, 40, 4), sure=True)
    poor = quick_plan(ports, limits(ports, 0, 10, 26, 4)).plan
    assert poor is None or poor.cost.amount == 0


def test_nothing_fits_where_there_is_no_time(ports: Ports) -> None:
    asked = replace(limits(ports, 0, 1, 26), deadline=TODAY + timedelta(days=2))
    found = quick_plan(ports, asked)
    assert found.plan is None or not found.plan.steps
    assert not found.blocked


def test_only_so_many_are_remembered(ports: Ports) -> None:
    for budget in range(MOST_KNOWN + 3):
        quick_plan(ports, limits(ports, budget, 2, 3, 1))
    assert isinstance(ports.remember, Remembering)
    assert len(ports.remember._kept["quick plans"][1]) <= MOST_KNOWN


def test_a_goal_that_the_law_keeps_closed_is_said_so(tmp_path: Path) -> None:
    nurse = open_home(tmp_path, today=TODAY)
    demo.move_in(nurse, "nurse")
    found = quick_plan(nurse, limits(nurse, 300, 10, 26))
    assert (found.blocked, found.plan) == (True, None)


def test_without_a_goal_there_is_nothing_to_plan_for(tmp_path: Path) -> None:
    empty = open_home(tmp_path, today=TODAY)
    with pytest.raises(UserError):
        quick_plan(empty, limits(empty, 300, 10, 26))
