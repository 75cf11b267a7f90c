"""The master problem against every set there is, counted by the same lower bounds."""

from __future__ import annotations

from typing import Any

import pytest

from credlens.plan.problem import Problem
from credlens.plan.solving.columns import Columns, columns
from credlens.plan.solving.selecting.cuts import Cuts
from credlens.plan.solving.selecting.goals import Goal, least_score
from credlens.plan.solving.selecting.master import NO_BOUND, Ask, Effort, select
from tests.plan.solving.conftest import sets_of

STRONG = (Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.DAYS, Goal.CANONICAL)
CHEAP = (Goal.COST, Goal.COVERAGE, Goal.QUALITY, Goal.CANONICAL)
FAST = (Goal.DAYS, Goal.COVERAGE, Goal.QUALITY, Goal.CANONICAL)
KEPT = (Goal.KEPT, Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.CANONICAL)


def allowed(table: Columns, chosen: tuple[int, ...]) -> bool:
    problem = table.problem
    names = {problem.offers[i].credential for i in chosen}
    return bool(
        table.fits[list(chosen)].all()
        and table.least_cost(chosen) <= table.budget
        and table.least_days(chosen) <= problem.horizon
        and names.issuperset(problem.fixed)
        and not problem.clash(names)
        and all(set(n.by) & (names - {problem.offers[i].credential}) for i in chosen for n in problem.offers[i].needs)
    )


def everything(table: Columns, goals: tuple[Goal, ...], **more: Any) -> Ask:
    return Ask(goals, tuple(range(len(table.days))), **more)


@pytest.mark.parametrize("goals", [STRONG, CHEAP, FAST, KEPT])
def test_it_finds_the_best_set_of_all(goals: tuple[Goal, ...], problems: list[Problem]) -> None:
    found = 0
    for problem in problems:
        table = columns(problem)
        keep = frozenset(o.credential for o in problem.offers[::2]) if goals is KEPT else frozenset()
        ways = [s for s in sets_of(problem) if allowed(table, s) and problem.worth(s) > 0]
        selection = select(table, everything(table, goals, floor=1, keep=keep), Cuts(), Effort(10))
        if not ways:
            assert selection is None
            continue
        found += 1
        assert selection is not None
        assert selection.proven
        assert selection.score == min(least_score(table, goals, s, keep) for s in ways)
        assert selection.bound == selection.score[0]
    assert found > 20


def test_what_is_cut_off_is_not_chosen_again(problems: list[Problem]) -> None:
    for problem in problems[:15]:
        table, cuts = columns(problem), Cuts()
        scores = []
        for _ in range(4):
            selection = select(table, everything(table, STRONG, floor=1), cuts, Effort(10))
            if selection is None:
                break
            assert frozenset(selection.offers) not in cuts.exactly
            scores.append(selection.score)
            cuts.exactly.append(frozenset(selection.offers))
        assert scores == sorted(scores)


def test_at_least_half_differs_from_each_plan_before(problems: list[Problem]) -> None:
    different = 0
    for problem in problems:
        table = columns(problem)
        first = select(table, everything(table, STRONG, floor=1), Cuts(), Effort(10))
        if first is None:
            continue
        before = frozenset(problem.offers[i].credential for i in first.offers)
        other = select(table, everything(table, STRONG, floor=1, apart=(before,)), Cuts(), Effort(10))
        if other is not None:
            different += 1
            names = {problem.offers[i].credential for i in other.offers}
            assert 2 * len(names & before) <= len(names)
            assert other.score[0] >= first.score[0]
    assert different > 5


def test_without_effort_nothing_is_said(problems: list[Problem]) -> None:
    table = columns(problems[0])
    selection = select(table, everything(table, STRONG), Cuts(), Effort(0))
    assert selection is not None
    assert (selection.offers, selection.bound, selection.proven) == ((), NO_BOUND, False)
