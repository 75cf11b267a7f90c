"""A problem in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from credlens.model.demand import SkillDemand
from credlens.model.offer import Relation, RelationKind
from credlens.plan.building.build import build
from credlens.plan.problem import Problem


@pytest.fixture(scope="session")
def made(world: Any) -> Callable[..., Problem]:
    """Builds the problem of a catalog of these credentials, for a gap in SQL and Python unless another is given."""

    def make(
        *credentials: Any, person: Any = None, cards: Any = (), limits: Any = None, gap: Any = "sql python", **more: Any
    ) -> Problem:
        scorecards = {c.credential: c for c in cards}
        wanted = world.gap(gap) if isinstance(gap, str | dict) else gap
        someone, catalog = person or world.person(), world.catalog(*credentials)
        return build(wanted, someone, catalog, scorecards, limits or world.limits(), **more)

    return make


@pytest.fixture(scope="session")
def related(world: Any) -> Callable[..., Any]:
    """A credential with relations: ``related(credential, has_part="a b")``."""

    def relate(credential: Any, **relations: str) -> Any:
        found = tuple(
            Relation(RelationKind(kind), name, (world.source,))
            for kind, names in relations.items()
            for name in names.split()
        )
        return replace(credential, relations=found)

    return relate


@pytest.fixture(scope="session")
def asked(world: Any) -> Callable[..., Any]:
    """A gap of one skill that 100 ads name; the named levels say how many of them ask for each."""

    def ask(skill: str, **levels: int) -> Any:
        from credlens.model.quantity import Share
        from credlens.model.skill import SkillLevel

        given = tuple((level, levels[level.value]) for level in SkillLevel if level.value in levels)
        demand = SkillDemand(skill, Share(100, 100), Share(0, 0), 1, levels=given)
        return world.gap(skill, **{skill: replace(world.item(skill), demand=demand)})

    return ask
