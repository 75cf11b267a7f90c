"""One measurement of planning on a made problem; each is run in a process of its own, so that its memory is its own."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import numpy as np

from credlens.app.bench.plan_agreement import unsupported
from credlens.app.bench.plan_greedy import best_gain
from credlens.app.bench.plan_making import made_problem
from credlens.app.ports import Ports
from credlens.model.plan import Plan, PlanStatus
from credlens.model.serial import plain
from credlens.plan.checking import check_problem
from credlens.plan.problem import Problem

TINY = (400, 20, 1)  # credentials, skills and seed of a problem of some ten offers
NEAR = 0.01  # a gap of at most this is near enough for a first answer


def ours(
    ports: Ports, *, credentials: int, skills: int, seed: int, effort: float, shuffled: bool = False
) -> dict[str, Any]:
    """Solve the problem and say when what was reached.

    Args:
        ports: for its clock and its measure of memory.
        credentials, skills, seed: see :func:`~credlens.app.bench.plan_making.made_problem`.
        effort: deterministic seconds of the solver, about those of the processor, that are enough.
        shuffled: put everything in the problem in another order before it is solved.

    Returns:
        ``first_s``, ``near_s`` and ``proven_s`` (seconds of processor time; null when it was not reached), ``gap`` at the end, and what is said of
        the last plan. Making the problem is not counted; ``load_s`` is what loading the libraries takes, once in a process.
    """
    problem = made_problem(credentials, skills, seed)
    if shuffled:
        problem = in_another_order(problem, seed)
    load = _loaded(ports)
    from credlens.plan.solve import improving

    reached: dict[str, float | None] = {"first_s": None, "near_s": None, "proven_s": None}
    plan: Plan | None = None
    first_worth = None
    refused: list[str] = []
    begun = checking = ports.cpu_seconds()
    checking -= begun
    for plan in improving(problem, effort=effort):
        spent = ports.cpu_seconds() - begun - checking
        for name, yes in (
            ("first_s", True),
            ("near_s", plan.gap <= NEAR),
            ("proven_s", plan.status is PlanStatus.OPTIMAL),
        ):
            if yes and reached[name] is None:
                reached[name] = round(spent, 3)
        first_worth = first_worth or worth(problem, plan)
        refused += check_problem(plan, problem)
        checking = ports.cpu_seconds() - begun - spent
    spent = ports.cpu_seconds() - begun - checking
    peak = ports.peak_memory()
    return {
        **reached,
        "load_s": round(load, 3),
        "offers": len(problem.offers),
        "cpu_s": round(spent, 3),
        "gap": None if plan is None else round(plan.gap, 6),
        "worth": None if plan is None else worth(problem, plan),
        "first_worth": first_worth,
        "steps": 0 if plan is None else len(plan.steps),
        "refused": refused[:3],
        "circular": 0 if plan is None else unsupported(problem, plan),
        "digest": None if plan is None else sha256(json.dumps(plain(plan)).encode()).hexdigest(),
        "peak_memory_mb": None if peak is None else round(peak / 1e6, 1),
    }


def _loaded(ports: Ports) -> float:
    """Seconds it takes to load everything that planning needs, by planning something tiny."""
    tiny = made_problem(*TINY)
    begun = ports.cpu_seconds()
    from credlens.plan.solve import improving  # OR-Tools takes a second to load

    for _ in improving(tiny, effort=1.0):
        pass
    return ports.cpu_seconds() - begun


def worth(problem: Problem, plan: Plan) -> int:
    """Integer worth of a plan's steps."""
    place = {o.name: i for i, o in enumerate(problem.offers)}
    return problem.worth(tuple(sorted(place[s.credential, s.option] for s in plan.steps)))


def in_another_order(problem: Problem, seed: int) -> Problem:
    """The same problem, written down in another order."""
    rng = np.random.default_rng(seed)

    def shuffled(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(values[i] for i in rng.permutation(len(values)))

    return replace(
        problem,
        targets=shuffled(problem.targets),
        offers=shuffled(problem.offers),
        bundles=shuffled(problem.bundles),
        awards=shuffled(problem.awards),
        paid=shuffled(problem.paid),
    )


def peer(ports: Ports, *, name: str, credentials: int, skills: int, seed: int, effort: float) -> dict[str, Any]:
    """Another way to plan, on the same problem: ``best_gain`` or ``joint``.

    Returns:
        ``worth`` and ``bound`` (null when there is none), ``status``, ``cpu_s`` and ``peak_memory_mb``.
    """
    problem = made_problem(credentials, skills, seed)
    if name == "best_gain":
        begun = ports.cpu_seconds()
        chosen, value = best_gain(problem)
        found: dict[str, Any] = {"worth": value if chosen else None, "bound": None, "status": "feasible"}
    else:
        from credlens.app.bench.plan_joint import joint  # OR-Tools takes a second to load

        begun = ports.cpu_seconds()
        made = joint(problem, effort, ports.cpu_seconds)
        found = {"worth": made.worth, "bound": made.bound, "status": made.status, "variables": made.variables}
    peak = ports.peak_memory()
    spent = round(ports.cpu_seconds() - begun, 3)
    return {**found, "cpu_s": spent, "peak_memory_mb": None if peak is None else round(peak / 1e6, 1)}
