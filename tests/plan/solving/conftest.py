"""Random problems out of the bench's generator, as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from credlens.app.bench.plan_cases import random_problem
from credlens.plan.problem import Problem


def sets_of(problem: Problem) -> Iterator[tuple[int, ...]]:
    """Every set of offers with one option of a credential and no more steps than allowed."""
    most = min(problem.limits.max_credentials, len(problem.offers))
    for n in range(1, most + 1):
        for chosen in combinations(range(len(problem.offers)), n):
            names = [problem.offers[i].credential for i in chosen]
            if len(set(names)) == n:
                yield chosen


@pytest.fixture(scope="session")
def problems() -> list[Problem]:
    """Forty problems that have a day, an hour and an offer."""
    found = (random_problem(seed) for seed in range(100))
    return [p for p in found if p.horizon > 0 and p.limits.hours_per_week > 0 and p.offers][:40]
