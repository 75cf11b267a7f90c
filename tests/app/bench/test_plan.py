"""The clock is a door, so that what the bench says of it can be checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from credlens.app.bench import PIECES
from credlens.app.bench.plan import Cell, PlanBench, plan, spread
from credlens.app.bench.plan_agreement import agreement, held_against, unsupported
from credlens.app.bench.plan_cases import random_problem
from credlens.app.bench.plan_cell import in_another_order, ours, peer
from credlens.app.bench.plan_greedy import best_gain
from credlens.app.bench.plan_joint import joint
from credlens.app.bench.plan_making import made_problem
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.model.errors import UserError
from credlens.plan.brute_force import NAMES, brute_force
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule, sequence
from credlens.plan.solve import solve

TINY = {"credentials": 400, "skills": 20, "seed": 1, "effort": 2.0}


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """Doors of a clock that goes on by a quarter of a second each time it is asked."""
    ticks = count()
    home = open_home(tmp_path_factory.mktemp("bench") / "home")
    return replace(home, cpu_seconds=lambda: next(ticks) / 4, peak_memory=lambda: 7_000_000)


def a_planned_seed() -> int:
    return next(s for s in range(99) if (best := brute_force(random_problem(s))) and len(best["strongest"].steps) > 1)


def test_a_plan_that_is_worse_or_missing_is_found_out() -> None:
    seed = a_planned_seed()
    problem = random_problem(seed)
    plans, best = solve(problem), brute_force(problem)
    assert best is not None
    names = {n for p in plans for n in p.name.split(" and ")}
    assert names >= set(NAMES)
    assert set(held_against(problem, [], best).different) == set(best)
    assert set(held_against(problem, plans, None).different) == names
    late = [replace(p, finish=p.finish + timedelta(days=1)) for p in plans]
    outcome = held_against(problem, late, best, seed)
    assert set(outcome.different) == set(NAMES)
    assert outcome.refused, "the checker sees it, too"


def test_a_support_that_comes_too_late_is_counted() -> None:
    problem, order = _with_a_need()
    found = solve(problem, alternatives=1)[0]
    assert [s.credential for s in found.steps] == order
    assert unsupported(problem, found) == 0
    assert unsupported(problem, replace(found, steps=found.steps[1:])) == 1
    first, *rest = found.steps
    assert unsupported(problem, replace(found, steps=(replace(first, finish=rest[-1].finish), *rest))) == 1


def _with_a_need() -> tuple[Problem, list[str]]:
    """A problem whose strongest plan is one credential and then another that asks for it."""
    for seed in range(200):
        problem = random_problem(seed)
        best = brute_force(problem)
        steps = best["strongest"].steps if best else ()
        if len(steps) == 2 and steps[1].offer.needs and not problem.fixed:
            return problem, [s.offer.credential for s in steps]
    raise AssertionError("no such problem")


def test_agreement_counts(ports: Ports) -> None:
    found = agreement(ports, range(6), lambda _: []).to_json()
    assert found["n"] == 6
    assert found["different"] == found["with_a_plan"] == 6 - found["rightly_none"] > 0
    assert set(found["equal"].values()) == {0}
    assert found["solver_seconds"] == found["brute_force_seconds"] == 1.5
    assert len(found["seeds"]["different"]) == found["different"]


def test_ours(ports: Ports) -> None:
    found = ours(ports, **TINY)
    assert found["offers"] == len(made_problem(400, 20, 1).offers)
    assert found["first_s"] is not None
    assert found["first_s"] > 0
    assert found["worth"] >= found["first_worth"] > 0
    assert found["peak_memory_mb"] == 7.0
    assert found["refused"] == []
    assert found["circular"] == 0
    assert ours(ports, **TINY, shuffled=True)["digest"] == found["digest"]
    assert ours(ports, **{**TINY, "seed": 2})["digest"] != found["digest"]
    json.dumps(found)


def test_another_order_is_the_same_problem() -> None:
    problem = made_problem(3_000, 9, 1)
    other = in_another_order(problem, 1)
    assert other != problem
    assert sorted(o.name for o in other.offers) == [o.name for o in problem.offers]
    assert (sorted(other.targets), set(other.bundles)) == (list(problem.targets), set(problem.bundles))


def test_best_gain_can_be_put_in_order_and_stops_at_the_limits() -> None:
    problem = made_problem(400, 20, 1)
    chosen, worth = best_gain(problem)
    order = sequence(problem, tuple(sorted(chosen)))
    assert isinstance(order, Schedule)
    assert worth == problem.worth(chosen) > 0
    gains = [problem.worth(chosen[: k + 1]) - problem.worth(chosen[:k]) for k in range(len(chosen))]
    assert gains[0] == max(problem.worth((i,)) for i in range(len(problem.offers)) if not problem.offers[i].needs)
    none = replace(problem, limits=replace(problem.limits, hours_per_week=0.0))
    assert best_gain(none) == ((), 0)


def test_the_joint_model_is_a_bound_where_it_is_kinder() -> None:
    """Two of its rules are not kinder, months of four weeks and hours without savings: a problem without them is taken."""
    problem = made_problem(400, 20, 2)
    free = tuple(replace(o, charges=(), savings=()) for o in problem.offers)
    problem = replace(problem, offers=free, bundles=())
    best = solve(problem, alternatives=1)[0]
    place = {o.name: i for i, o in enumerate(problem.offers)}
    ours_worth = problem.worth(tuple(place[s.credential, s.option] for s in best.steps))
    found = joint(problem, 5.0, count().__next__)
    assert found.bound is not None
    assert found.bound >= ours_worth
    assert found.status in {"optimal", "feasible"}


def test_the_joint_model_keeps_the_budget_and_is_not_built_when_too_large() -> None:
    problem = made_problem(400, 20, 2)
    poor = replace(problem, limits=replace(problem.limits, budget=replace(problem.limits.budget, amount=Decimal(0))))
    found = joint(poor, 5.0, count().__next__)
    free = {i for i, o in enumerate(poor.offers) if all(not c.amount for c in o.charges)}
    assert found.worth is not None
    assert found.worth <= poor.worth(tuple(free))
    large = joint(made_problem(100_000, 20, 1), 5.0, count().__next__)
    assert (large.status, large.worth, large.bound) == ("too large", None, None)


@pytest.mark.parametrize("name", ["best_gain", "joint"])
def test_peers(ports: Ports, name: str) -> None:
    found = peer(ports, name=name, **TINY)
    assert found["worth"] > 0
    assert found["cpu_s"] > 0
    assert (found["bound"] is None) == (name == "best_gain")


RUN = {
    "offers": 3, "first_s": 0.1, "near_s": 0.2, "proven_s": None, "cpu_s": 2.0, "load_s": 1.0, "gap": 0.02, "worth": 100, "first_worth": 90,
    "steps": 2, "refused": [], "circular": 0, "digest": "a", "peak_memory_mb": 50.0,
}  # fmt: skip
PEER = {"worth": 95, "bound": 110, "status": "feasible", "cpu_s": 3.0, "peak_memory_mb": 60.0}


def made_up(name: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Figures of measurements that never were: the second seed gets no proof, and another answer in another order."""
    if name == "plan_peer":
        return PEER | {"bound": None} if asked["name"] == "best_gain" else dict(PEER)
    second = asked["seed"] == 2
    return RUN | {
        "proven_s": None if second else 1.0,
        "near_s": 0.7 if second else 0.2,
        "digest": "b" if second and asked.get("shuffled") else "a",
    }


def test_figures(ports: Ports) -> None:
    found = plan(ports, sizes=[1_000], skills=[20], seeds=2, cases=2, apart=made_up).to_json()
    assert found["cases"]["n"] == 2
    (cell,) = found["cells"]
    assert cell["near_s"] == {"n": 2, "median": 0.45, "min": 0.2, "max": 0.7}
    assert cell["proven_s"] == {"n": 1, "median": 1.0, "min": 1.0, "max": 1.0}
    assert (cell["accepted"], cell["same_on_repeat"], cell["same_when_shuffled"]) == (2, True, 1)
    assert cell["first_of_last"]["median"] == 0.9
    assert cell["peers"]["best_gain"]["worth_of_ours"] == {"n": 2, "median": 0.95, "min": 0.95, "max": 0.95}
    assert cell["peers"]["best_gain"]["bound_of_ours"]["n"] == 0
    assert cell["peers"]["joint"]["bound_of_ours"]["max"] == 1.1
    limits = {limit["figure"]: (limit["asked"], limit["measured"], limit["kept"]) for limit in found["limits"]}
    assert limits == {
        "near_s": (0.5, 0.7, False), "proven_s": (30.0, None, False), "peak_memory_mb": (500.0, 50.0, True),
    }  # fmt: skip


def test_it_runs_in_this_process_when_no_other_is_given(ports: Ports) -> None:
    found = plan(ports, sizes=[100], skills=[3], seeds=1, cases=0, effort=1.0)
    assert isinstance(found, PlanBench)
    assert found.cases is None
    (cell,) = found.cells
    assert isinstance(cell, Cell)
    assert cell.to_json()["same_on_repeat"]
    assert set(cell.peers) == {"best_gain", "joint"}
    assert {"plan", "plan_peer"} <= set(PIECES.names())


@pytest.mark.parametrize("asked", [{"seeds": 0}, {"cases": -1}, {"sizes": [0]}, {"effort": 0.0}])
def test_nothing_to_measure(ports: Ports, asked: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="At least one"):
        plan(ports, **asked)


def test_spread_of_nothing() -> None:
    assert spread([None]) == {"n": 0, "median": None, "min": None, "max": None}
