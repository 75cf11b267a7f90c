"""What a failure teaches forbids what fails, and nothing else."""

from __future__ import annotations

from typing import Any

from credlens.model.plan import Limits
from credlens.plan.offer import Need, Offer
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import NoOrder, Schedule, sequence
from credlens.plan.solving.selecting.cuts import Cuts
from tests.plan.solving.conftest import sets_of


def offer(name: str, *needs: str) -> Offer:
    return Offer(name, "a", 7, (), (("sql", 0.5),), tuple(Need(tuple(n.split("|")), n) for n in needs))


def test_a_circle_is_let_go_only_by_what_meets_the_need_that_blocks_it(world: Any) -> None:
    limits: Limits = world.limits()
    offers = (offer("a", "b"), offer("b", "x|c", "a"), offer("c"), offer("x"))
    problem = Problem(limits, (("sql", 1.0),), offers)
    order = sequence(problem, (0, 1, 2))  # c meets the first need of b; a and b still wait for each other
    assert isinstance(order, NoOrder)
    cuts = Cuts()
    cuts.learn(problem, (0, 1, 2), order)
    assert cuts.circles == [(frozenset({0, 1}), frozenset())]


def test_cuts_of_random_failures_forbid_no_executable_set(problems: list[Problem]) -> None:
    failures = 0
    for problem in problems:
        orders = {s: sequence(problem, s) for s in sets_of(problem)}
        cuts = Cuts()
        for chosen, order in orders.items():
            if isinstance(order, NoOrder):
                failures += 1
                cuts.learn(problem, chosen, order)
        for chosen in (frozenset(s) for s, order in orders.items() if isinstance(order, Schedule)):
            assert chosen not in cuts.exactly
            assert not any(together <= chosen for together in cuts.together)
            assert all(not circle <= chosen or support & chosen for circle, support in cuts.circles)
    assert failures > 100


def test_a_copy_learns_for_itself() -> None:
    first = Cuts(exactly=[frozenset({1})])
    second = first.copy()
    second.exactly.append(frozenset({2}))
    second.chords.add((0, 7))
    assert first.exactly == [frozenset({1})]
    assert first.chords == {(0, 7)}  # chords hold everywhere
