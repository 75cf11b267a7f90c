"""What is named beside a plan: help for skills it leaves open, and projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from credlens.plan.checking.days import days_of_work, plus, study_day

if TYPE_CHECKING:
    from credlens.model.plan import Plan, Supplement
    from credlens.plan.offer import Extra
    from credlens.plan.problem import Problem


def beside(plan: Plan, problem: Problem) -> Iterator[str]:
    """What is wrong with the supplements and the projects."""
    extras = {e.credential: e for e in problem.extras}
    for named in plan.supplements:
        extra = extras.get(named.credential)
        about = f"supplement {named.credential}"
        if any(s.credential == named.credential for s in plan.steps):
            yield f"{about}: is a step of the plan already"
        elif extra is None or not any(s == named.skill and p > 0 for s, p in extra.proofs):
            yield f"{about}: does not teach {named.skill}"
        else:
            yield from (f"{about}: {words}" for words in _supplement(named, extra, plan, problem))
    wanted = {s for s, _ in problem.targets}
    for project in plan.projects:
        if wanted.isdisjoint(project.skills):
            yield f"project {project.id}: shows no skill of the gap"
        if not 0 <= project.hours_min <= project.hours_max:
            yield f"project {project.id}: takes {project.hours_min:g} to {project.hours_max:g} h"


def _supplement(named: Supplement, extra: Extra, plan: Plan, problem: Problem) -> Iterator[str]:
    if named.skill not in plan.uncovered:
        yield f"is for {named.skill}, which the plan does not leave open"
    if named.free and not extra.free:
        yield "said to be free, but has a price"
    elif named.free != extra.free:
        yield "said to have a price, but is free"
    if named.cost != extra.cost:
        yield f"said to cost {named.cost}, its price is {extra.cost}"
    if named.hours != extra.hours:
        yield f"said to take {named.hours} h, it takes {extra.hours} h"
    done = {s.credential for s in plan.steps}
    yield from (f"asks for {n.says} first" for n in extra.needs if done.isdisjoint(n.by))
    if named.fits and not _fits(extra, plan, problem):
        yield "said to fit into the days that are left, and does not"


def _fits(extra: Extra, plan: Plan, problem: Problem) -> bool:
    """Whether its hours can be done after the plan, before the deadline and while it is offered."""
    limits = problem.limits
    days = None if extra.hours is None else days_of_work(extra.hours, limits.hours_per_week)
    after = max((s.finish for s in plan.steps), default=None)
    begin = limits.start if after is None else plus(after, 1)
    if days is None or begin is None:
        return False
    last = study_day(max(begin, limits.start), days, limits.off)
    return last is not None and last <= limits.deadline and (extra.last_day is None or last <= extra.last_day)
