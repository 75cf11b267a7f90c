from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from credlens.plan.problem import build
from credlens.plan.selector import Cuts, Goal, cents, least_cost, score, select
from credlens.plan.sequencer import Schedule, sequence

ALL = (Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.DAYS, Goal.CANONICAL)


def problem(world: Any, *credentials: Any, gap: Any = "sql python r", cards: Any = (), **limits: Any) -> Any:
    scorecards = {c.credential: c for c in cards}
    return build(world.gap(gap), world.person(), world.catalog(*credentials), scorecards, world.limits(**limits))


def chosen(found: Any, goals: Any = ALL, **more: Any) -> Any:
    selection = select(found, goals, cuts=more.pop("cuts", Cuts()), **more)
    return None if selection is None else [found.offers[i].name for i in selection.offers]


def test_coverage_first_then_less_money_then_less_work(world: Any) -> None:
    found = problem(
        world,
        world.credential("dear", "sql core", 10, [world.cost("one_off", 20)]),
        world.credential("long", "sql core", 12, [world.cost("one_off", 10)]),
        world.credential("best", "sql core", 11, [world.cost("one_off", 10)]),
        max_credentials=1,
    )
    assert chosen(found) == [("best", "standard")]
    assert chosen(found, (Goal.DAYS, Goal.COST)) == [("dear", "standard")]


def test_of_equal_coverage_the_fewer_and_better_credentials(world: Any) -> None:
    found = problem(world, world.credential("a", "sql core"), world.credential("idle", ""))
    assert chosen(found) == [("a", "standard")]


def test_one_option_of_a_credential_and_the_cheaper_one(world: Any) -> None:
    costs = [world.cost("one_off", 30, option="once"), world.cost("per_month", 20, option="monthly")]
    assert chosen(problem(world, world.credential("a", "sql core", 10, costs))) == [("a", "monthly")]
    assert chosen(problem(world, world.credential("a", "sql core", 40, costs))) == [("a", "once")]


def test_nothing_left_is_none(world: Any) -> None:
    found = problem(world, world.credential("a", "sql core"))
    assert chosen(found, cuts=Cuts(refused=[frozenset({0})])) is None


def test_without_effort_the_search_says_that_it_did_not_end(world: Any) -> None:
    catalog, gap, cards = world.random(1, 30, 10)
    found = build(gap, world.person(), catalog, cards, world.limits())
    selection = select(found, ALL, cuts=Cuts(effort=0.0))
    assert selection is None or not selection.proven


def test_a_circle_is_cut_off_until_something_outside_supports_it(world: Any) -> None:
    found = problem(
        world,
        world.credential("a", "sql core", needs=[["b", "c"]]),
        world.credential("b", "python core", needs=[["a", "c"]]),
        world.credential("c", ""),
    )
    assert len(chosen(found)) == 2  # the model alone is fooled
    assert len(chosen(found, cuts=Cuts(circles=[(frozenset({0, 1}), frozenset({2}))]))) == 3


@pytest.mark.parametrize("seed", range(40))
def test_the_lower_bound_of_the_cost_never_exceeds_the_cost_on_the_calendar(world: Any, seed: Any) -> None:
    catalog, gap, cards = world.random(seed, 6, 4)
    found = build(gap, world.person(), catalog, cards, world.limits(10_000, 7, max_credentials=6))
    seen = 0
    for n in range(1, 5):
        for offers in combinations(range(len(found.offers)), n):
            order = sequence(found, offers)
            if isinstance(order, Schedule):
                seen += 1
                assert least_cost([found.offers[i] for i in offers]) <= cents(order.cost)
    assert seen or not found.offers or all(o.needs or o.last_day for o in found.offers)


@pytest.mark.parametrize("seed", range(20))
def test_claimed_coverage_is_the_integer_worth_and_the_bound_meets_it(world: Any, seed: Any) -> None:
    catalog, gap, cards = world.random(seed, 12, 6)
    found = build(gap, world.person(), catalog, cards, world.limits())
    selection = select(found, ALL, cuts=Cuts())
    assert selection is not None
    assert selection.proven
    assert selection.bound == selection.score[0] == -found.worth(selection.offers)
    assert selection.score == score(found, ALL, selection.offers)
