"""Which plan comes next: the best one of what the followed plan was named for, with as little change as the gain justifies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import ceil

from credlens.model.plan import Plan
from credlens.plan.explaining.again import worth
from credlens.plan.problem import Problem

SLACK = 0.02  # judgement: up to a fiftieth of the best worth is given up to keep the steps that were begun or looked forward to


def next_plan(problem: Problem, name: str, keep: frozenset[str]) -> Plan | None:
    """The plan of today; None when nothing keeps the limits and adds to what is finished.

    The strongest plan: the old steps alone when all of them fit and reach the best worth but for :data:`SLACK`; else, of the plans that
    reach it, the one that keeps most. The cheapest and the fastest one: all old steps, unless others cost or take less by more than that.
    A plan with a name of its own keeps its steps as long as they fit.

    Args:
        problem: what is left to plan.
        name: of the followed plan, such as ``strongest and cheapest``.
        keep: credentials of the followed plan that are still open.
    """
    from credlens.plan.solve import ENOUGH, best

    names = name.split(" and ")
    least = problem.worth(()) + 1  # more than what is finished proves already
    if "strongest" in names:
        return _strongest(problem, keep, least)
    own = best(replace(problem, fixed=tuple(sorted({*problem.fixed, *keep}))), floor=least) if keep else None
    first = {"cheapest": "cost", "fastest": "finish"}.get(names[0])
    if first is None:
        return own or _strongest(problem, keep, least)
    top = best(problem, floor=least)
    if top is None:
        return None
    found = best(problem, first=first, floor=max(least, ceil(ENOUGH * worth(problem, top))))
    return own if own is not None and _about_as_good(own, found, first, problem.limits.start) else found


def alone(problem: Problem, keep: frozenset[str], floor: int = 0) -> Plan | None:
    """The best plan out of the old steps and nothing else; None when there is none."""
    from credlens.plan.solve import best

    old = replace(problem, offers=tuple(o for o in problem.offers if o.credential in keep))
    return best(old, floor=floor) if keep else None


def _strongest(problem: Problem, keep: frozenset[str], least: int) -> Plan | None:
    from credlens.plan.solve import best

    top = best(problem, floor=least)
    if top is None or not keep:
        return top
    enough = max(least, ceil((1 - SLACK) * worth(problem, top)))
    # What keeps everything is asked for by itself: it is a small question, and its answer does not hang on how long a search goes on.
    own = alone(problem, keep, enough)
    if own is not None and keep <= _steps(own):
        return own
    if keep <= _steps(top):
        return top
    every = best(replace(problem, fixed=tuple(sorted({*problem.fixed, *keep}))), floor=enough)
    return every if every is not None else best(problem, floor=enough, keep=keep, slack=SLACK) or top


def _steps(plan: Plan) -> frozenset[str]:
    return frozenset(s.credential for s in plan.steps)


def _about_as_good(own: Plan, found: Plan | None, first: str, today: date) -> bool:
    """Whether the old steps cost, or take, at most a little more than the best ones."""
    if found is None:
        return True
    if first == "cost":
        return float(own.cost.amount) <= (1 + SLACK) * float(found.cost.amount)
    return (own.finish - today).days <= (1 + SLACK) * (found.finish - today).days
