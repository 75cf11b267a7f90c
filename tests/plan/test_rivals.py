"""Of equivalent credentials no way to make a plan takes two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from credlens.model.offer import Relation, RelationKind
from credlens.plan.brute_force import plans
from credlens.plan.building.build import build
from credlens.plan.problem import Problem
from credlens.plan.solve import solve


@pytest.fixture(scope="module")
def equivalents(world: Any) -> Problem:
    same = Relation(RelationKind.EQUIVALENT, "b", (world.source,))
    a = replace(world.credential("a", "sql core"), relations=(same,))
    return build(
        world.gap("sql"), world.person(), world.catalog(a, world.credential("b", "sql core")), {}, world.limits()
    )


@pytest.mark.parametrize(("rivals", "most"), [((("a", "b"),), 1), ((), 2)])
def test_the_solver_takes_one_of_a_group(equivalents: Problem, rivals: Any, most: int) -> None:
    (plan,) = solve(replace(equivalents, rivals=rivals), alternatives=1)
    assert len(plan.steps) == most


@pytest.mark.parametrize(("rivals", "most"), [((("a", "b"),), 1), ((), 2)])
def test_so_does_brute_force(equivalents: Problem, rivals: Any, most: int) -> None:
    assert max(len(steps) for steps in plans(replace(equivalents, rivals=rivals))) == most


def test_no_equivalent_of_a_step_is_named_beside_it(world: Any, equivalents: Problem) -> None:
    weak = replace(equivalents, offers=tuple(replace(o, proofs=(("sql", 0.3),)) for o in equivalents.offers))
    one = replace(weak, limits=world.limits(max_credentials=1))  # which leaves SQL open
    (plan,) = solve(one, alternatives=1)
    assert (plan.uncovered, plan.supplements) == (("sql",), ())
    (plan,) = solve(replace(one, rivals=()), alternatives=1)
    assert [s.credential for s in plan.supplements] == ["b"]
