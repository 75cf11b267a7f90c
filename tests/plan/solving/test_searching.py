"""Large problems: every plan on the way can be executed, bounds only rise, and the last one is the best there is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from credlens.app.bench.plan_cell import in_another_order
from credlens.app.bench.plan_making import made_problem
from credlens.model.plan import PlanStatus
from credlens.plan.checking import check_problem
from credlens.plan.solve import best, improving
from credlens.plan.solving import searching


@pytest.mark.parametrize(("size", "skills", "seed"), [(1000, 60, 1), (10_000, 20, 2)])
def test_plans_get_better_or_their_gap_smaller_and_all_can_be_executed(size: int, skills: int, seed: int) -> None:
    problem = made_problem(size, skills, seed)
    plans = list(improving(problem))
    assert all(check_problem(p, problem) == () for p in plans)
    assert all(a.coverage <= b.coverage and a.gap >= b.gap for a, b in pairwise(plans))
    assert plans[-1].status is PlanStatus.OPTIMAL
    assert len(plans) > 2
    assert plans[0].coverage >= plans[-1].coverage * (1 - plans[0].gap) - 1e-9  # the first gap was true


def test_coarse_to_fine_finds_what_looking_at_all_offers_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = made_problem(1000, 20, 1)
    in_parts = best(problem)
    monkeypatch.setattr(searching, "WHOLE", 10**6)
    assert best(problem) == in_parts
    monkeypatch.setattr(searching, "FEW", 10**6)
    assert best(problem) == in_parts


@pytest.mark.parametrize(("size", "skills", "seed"), [(1000, 40, 2)])
def test_the_order_in_which_everything_comes_changes_nothing(size: int, skills: int, seed: int) -> None:
    problem = made_problem(size, skills, seed)
    turned = in_another_order(problem, 3)
    assert turned.offers != problem.offers
    assert list(improving(problem)) == list(improving(turned))


@pytest.mark.parametrize("effort", [0.0, 0.001, 0.02, 0.1])
def test_without_time_the_gap_stays_true(effort: float) -> None:
    problem = made_problem(1000, 60, 3)
    reached = best(problem, effort=effort)
    *_, proven = improving(problem)
    assert reached is not None
    assert check_problem(reached, problem) == ()
    assert reached.coverage >= proven.coverage * (1 - reached.gap) - 1e-6
    assert (reached.status is PlanStatus.OPTIMAL) == (reached.gap == 0)


def test_kept_credentials_stay_when_they_cost_little() -> None:
    problem = made_problem(1000, 60, 1)
    strongest = best(problem)
    assert strongest is not None
    dropped = strongest.steps[0].credential
    without = best(replace(problem, offers=tuple(o for o in problem.offers if o.credential != dropped)))
    assert without is not None
    old = frozenset(s.credential for s in without.steps)
    kept = best(problem, keep=old, slack=0.5)
    assert kept is not None
    assert {s.credential for s in kept.steps} >= old
    assert kept.gap > 0  # it is below the best, and says so
    assert best(problem, keep=old, slack=0.0) == strongest
