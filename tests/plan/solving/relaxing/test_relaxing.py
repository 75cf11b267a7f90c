"""The relaxation's bound holds for every set, and what it rules out is in no better one."""

from __future__ import annotations

import pytest

from credlens.app.bench.plan_making import made_problem
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule, sequence
from credlens.plan.solve import improving
from credlens.plan.solving.columns import columns
from credlens.plan.solving.relaxing import Aim, relax
from tests.plan.solving.conftest import sets_of


def test_no_executable_set_is_above_the_bound_and_none_is_ruled_out_wrongly(problems: list[Problem]) -> None:
    looked_at = 0
    for each in problems:
        table = columns(each)
        found = {
            "worth": relax(table),
            "cents": relax(table, Aim(worth=0.0, cents=1.0)),
            "days": relax(table, Aim(worth=0.0, days=1.0)),
        }
        for chosen in sets_of(each):
            if not set(each.fixed) <= {each.offers[i].credential for i in chosen}:
                continue
            if isinstance(sequence(each, chosen), Schedule):
                looked_at += 1
                values = {
                    "worth": each.worth(chosen),
                    "cents": -table.least_cost(chosen),
                    "days": -table.least_days(chosen),
                }
                for aim, relaxed in found.items():
                    assert values[aim] <= relaxed.bound + 1e-6, (aim, chosen)
                    assert relaxed.can_reach(values[aim] - 1e-6)[list(chosen)].all(), (aim, chosen)
    assert looked_at > 150


def test_a_floor_makes_the_least_money_dearer() -> None:
    table = columns(made_problem(1000, 20, 1))
    free = relax(table, Aim(worth=0.0, cents=1.0))
    some = relax(table, Aim(worth=0.0, cents=1.0, floor=1_500_000_000))
    assert free.bound == pytest.approx(0, abs=1)
    assert some.bound < -1000


@pytest.mark.parametrize("seed", [1, 2])
def test_on_a_large_catalog_it_is_near_the_best_plan_and_leaves_few_offers(seed: int) -> None:
    problem = made_problem(10_000, 20, seed)
    table = columns(problem)
    relaxed = relax(table)
    *_, plan = improving(problem)
    place = {o.name: i for i, o in enumerate(problem.offers)}
    worth = problem.worth(tuple(place[s.credential, s.option] for s in plan.steps))
    assert plan.gap == 0
    assert worth <= relaxed.bound <= 1.08 * worth
    assert relaxed.can_reach(1.01 * worth).sum() < table.fits.sum() / 2
