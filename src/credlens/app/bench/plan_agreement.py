"""Plans of random small problems, held against every plan there is, the independent checker, and a look at what supports what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.bench.plan_cases import random_problem
from credlens.app.ports import Ports
from credlens.model.plan import Plan, PlanStatus
from credlens.plan.brute_force import NAMES, Best, brute_force
from credlens.plan.checking import check_problem
from credlens.plan.problem import Problem

Solve = Callable[[Problem], list[Plan]]
SHOWN = 10  # seeds that are named of each kind of mistake


@dataclass(frozen=True)
class Outcome:
    """One problem.

    Attributes:
        plans: how many plans brute force found the best of; 0 when there is none.
        different: names whose plan is not as good as the best one, or better than any plan can be, or is missing or too many.
        refused: what the checker says of the plans.
        circular: steps begun before anything that meets one of their prerequisites was finished.
        proven: whether every plan is said to be optimal.
    """

    seed: int
    plans: int
    different: tuple[str, ...]
    refused: tuple[str, ...]
    circular: int
    proven: bool


@dataclass(frozen=True)
class Agreement:
    """All of them, and the processor time each side took."""

    outcomes: tuple[Outcome, ...]
    solver_seconds: float
    brute_force_seconds: float

    def to_json(self) -> dict[str, Any]:
        """Counts, and the seeds of the first mistakes."""
        planned = [o for o in self.outcomes if o.plans]
        return {
            "n": len(self.outcomes),
            "with_a_plan": len(planned),
            "equal": {name: sum(name not in o.different for o in planned) for name in NAMES},
            "rightly_none": sum(not o.plans and not o.different for o in self.outcomes),
            "all_proven": sum(o.proven for o in planned),
            "different": sum(bool(o.different) for o in self.outcomes),
            "refused_by_the_checker": sum(bool(o.refused) for o in self.outcomes),
            "circular_supports": sum(o.circular for o in self.outcomes),
            "seeds": {
                "different": [o.seed for o in self.outcomes if o.different][:SHOWN],
                "refused": [o.seed for o in self.outcomes if o.refused][:SHOWN],
                "circular": [o.seed for o in self.outcomes if o.circular][:SHOWN],
            },
            "solver_seconds": round(self.solver_seconds, 1),
            "brute_force_seconds": round(self.brute_force_seconds, 1),
        }


def agreement(ports: Ports, seeds: Sequence[int], solve: Solve) -> Agreement:
    """Solve the random problem of each seed and hold the plans against all there are."""
    outcomes: list[Outcome] = []
    solving = trying = 0.0
    for seed in seeds:
        problem = random_problem(seed)
        at = [ports.cpu_seconds()]
        plans = solve(problem)
        at.append(ports.cpu_seconds())
        best = brute_force(problem)
        at.append(ports.cpu_seconds())
        solving, trying = solving + at[1] - at[0], trying + at[2] - at[1]
        outcomes.append(held_against(problem, plans, best, seed))
        ports.progress("random cases", len(outcomes), len(seeds))
    return Agreement(tuple(outcomes), solving, trying)


def held_against(problem: Problem, plans: list[Plan], best: Mapping[str, Best] | None, seed: int = 0) -> Outcome:
    """What is wrong with the plans of a problem, given the best there are; other names than brute force's are only checked."""
    named = {name: plan for plan in plans for name in plan.name.split(" and ")}
    if best is None:
        different = tuple(named)
    else:
        different = tuple(n for n in NAMES if n not in named or reached(problem, named[n]) != _figures(best[n]))
    return Outcome(
        seed,
        0 if best is None else len(best),
        different,
        tuple(violation for plan in plans for violation in check_problem(plan, problem)),
        sum(unsupported(problem, plan) for plan in plans),
        all(p.status is PlanStatus.OPTIMAL for n, p in named.items() if n in NAMES),
    )


def _figures(best: Best) -> tuple[Any, ...]:
    return best.worth, best.lack, best.cost, best.finish


def reached(problem: Problem, plan: Plan) -> tuple[Any, ...]:
    """(worth, lack of quality, cost, finish) of a plan, the first two from its steps alone."""
    place = {o.name: i for i, o in enumerate(problem.offers)}
    chosen = tuple(sorted(place[s.credential, s.option] for s in plan.steps))
    lack = sum(1000 - round(1000 * problem.offers[i].quality) for i in chosen)
    return problem.worth(chosen), lack, plan.cost.amount, plan.finish


def unsupported(problem: Problem, plan: Plan) -> int:
    """Steps that ask for something that no step finished before them meets."""
    needs = {o.name: o.needs for o in problem.offers}
    many = 0
    for step in plan.steps:
        done = {s.credential for s in plan.steps if s.finish < step.start}
        many += not all(done.intersection(n.by) for n in needs[step.credential, step.option])
    return many
