"""As little change as the gain justifies: against every plan there is, on problems small enough to list them all."""

from __future__ import annotations

import random
from collections.abc import Iterator
from math import ceil
from typing import Any as World

import pytest

from credlens.plan.brute_force import plans
from credlens.plan.building.build import build
from credlens.plan.explaining.again import worth as worth_of
from credlens.plan.problem import Problem
from credlens.plan.replanning import choosing
from credlens.plan.replanning.choosing import SLACK
from credlens.plan.solve import best


def all_of(problem: Problem) -> Iterator[tuple[int, frozenset[str]]]:
    """Worth and credentials of every plan that keeps the limits."""
    places = {o.name: i for i, o in enumerate(problem.offers)}
    for steps in plans(problem):
        offers = tuple(sorted(places[t.offer.name] for t in steps))
        yield problem.worth(offers), frozenset(t.offer.credential for t in steps)


def small(world: World, seed: int) -> tuple[Problem, list[tuple[int, frozenset[str]]], frozenset[str]]:
    """A problem, every plan of it, and the credentials of one of them, which was followed."""
    catalog, gap, cards = world.random(seed, 6, 4)
    problem = build(gap, world.person(), catalog, cards, world.limits(300, max_credentials=3))
    every = sorted(set(all_of(problem)), key=lambda p: (p[0], sorted(p[1])))
    return problem, every, random.Random(seed).choice([steps for worth, steps in every if worth])


@pytest.mark.parametrize("slack", [0.02, 0.25])
@pytest.mark.parametrize("seed", range(6))
def test_of_the_plans_within_the_slack_the_one_that_keeps_most_is_taken_and_of_those_the_strongest(
    world: World, seed: int, slack: float
) -> None:
    problem, every, keep = small(world, seed)
    top = max(worth for worth, _ in every)
    enough = [(len(steps & keep), worth) for worth, steps in every if worth >= ceil((1 - slack) * top)]

    found = best(problem, keep=keep, slack=slack)

    assert found is not None
    assert (len({s.credential for s in found.steps} & keep), worth_of(problem, found)) == max(enough)


@pytest.mark.parametrize("slack", [SLACK, 0.25])
@pytest.mark.parametrize("seed", range(6))
def test_old_steps_that_all_fit_and_are_worth_nearly_as_much_stay_alone(
    world: World, seed: int, slack: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "SLACK", slack)
    problem, every, keep = small(world, seed)
    enough = ceil((1 - slack) * max(worth for worth, _ in every))
    able = [(len(steps & keep), worth) for worth, steps in every if worth >= enough]
    alone = [worth for worth, steps in every if worth >= enough and steps == keep]

    found = choosing.next_plan(problem, "strongest", keep)

    assert found is not None
    steps = {s.credential for s in found.steps}
    assert (len(steps & keep), worth_of(problem, found)) == ((len(keep), max(alone)) if alone else max(able))
    assert steps == keep or not alone


def test_among_the_cases_are_some_in_which_old_steps_stay_and_some_in_which_they_go(world: World) -> None:
    def stays(seed: int) -> bool:
        problem, _, keep = small(world, seed)
        found = choosing.next_plan(problem, "strongest", keep)
        return found is not None and keep <= {s.credential for s in found.steps}

    assert {stays(seed) for seed in range(6)} == {True, False}
