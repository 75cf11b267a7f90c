"""What may help with the skills a plan leaves open."""

from __future__ import annotations

from bisect import bisect_right

from credlens.model.plan import Plan, Supplement
from credlens.plan.offer import Extra
from credlens.plan.problem import NEVER, Problem

FREE, PAID = 2, 1  # named for one skill at most


def supplements(problem: Problem, plan: Plan) -> tuple[Supplement, ...]:
    """For each skill that a plan leaves open up to two free things and one that costs, free ones first.

    Those that still fit into the days between the plan's end and the deadline come first, then what proves more, then the shorter.
    Each is judged by itself: two that fit need not fit together.
    """
    taken = {s.credential for s in plan.steps}
    used = bisect_right(problem.calendar.days, plan.finish)
    extras = [e for e in problem.extras if e.credential not in taken and all(taken & set(n.by) for n in e.needs)]
    extras = [e for e in extras if not problem.clash({*taken, e.credential})]  # an equivalent of a step teaches no more
    found: list[Supplement] = []
    for skill in plan.uncovered:
        ranked = sorted((e for e in extras if _proves(e, skill)), key=lambda e: _order(problem, used, skill, e))
        named = [e for e in ranked if e.free][:FREE] + [e for e in ranked if not e.free][:PAID]
        found += [Supplement(skill, e.credential, e.free, e.cost, e.hours, _fits(problem, used, e)) for e in named]
    return tuple(found)


def _proves(extra: Extra, skill: str) -> float:
    return dict(extra.proofs).get(skill, 0.0)


def _fits(problem: Problem, used: int, extra: Extra) -> bool:
    """Whether it can be done after the plan and before the deadline; what takes unknown hours does not fit for sure."""
    days = problem.calendar.days
    last = used + problem.work_days(extra.hours) if extra.hours is not None else NEVER
    return last <= len(days) and (extra.last_day is None or days[last - 1] <= extra.last_day)


def _order(problem: Problem, used: int, skill: str, extra: Extra) -> tuple[bool, float, float, str]:
    hours = float("inf") if extra.hours is None else extra.hours
    return (not _fits(problem, used, extra), -_proves(extra, skill), hours, extra.credential)
