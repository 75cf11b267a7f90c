"""How long: the hours that are left after earlier steps, and the day on which they are done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import TYPE_CHECKING

from credlens.plan.checking.days import days_of_work, plus, study_day
from credlens.plan.checking.timing import finished_before

if TYPE_CHECKING:
    from credlens.model.plan import Plan, Step
    from credlens.plan.offer import Offer
    from credlens.plan.problem import Problem

NEAR = 1e-6  # hours: what floating point may lose


def workload(plan: Plan, problem: Problem, offers: Sequence[Offer | None]) -> Iterator[str]:
    """What is wrong with the hours, and with the days they take."""
    for step, offer in zip(plan.steps, offers, strict=True):
        if not isfinite(step.hours) or step.hours < 0:
            yield f"{step.credential}: planned with {step.hours} h, which is no amount of work"
        elif offer is not None:
            yield from _hours(plan, step, offer)
            yield from _days(plan, step, offer, problem)
    worked = sum(s.hours for s in plan.steps)
    if not abs(worked - plan.hours) <= NEAR * max(1, len(plan.steps)):
        yield f"the hours are said to be {plan.hours:g}, the steps add up to {worked:g}"


def _left(plan: Plan, step: Step, offer: Offer) -> float:
    """Hours that remain of an offer after what is finished before."""
    done = finished_before(plan, step)
    return max(0.0, offer.hours - sum(s.hours for s in offer.savings if not done.isdisjoint(s.by)))


def _hours(plan: Plan, step: Step, offer: Offer) -> Iterator[str]:
    left = _left(plan, step, offer)
    if not abs(step.hours - left) <= NEAR:
        yield f"{step.credential}: planned with {step.hours:g} h, {left:g} h are left to do"


def _days(plan: Plan, step: Step, offer: Offer, problem: Problem) -> Iterator[str]:
    """The last day is the n-th day of study, and no earlier than the least number of calendar days allows."""
    limits = problem.limits
    left = _left(plan, step, offer)
    days = days_of_work(left, limits.hours_per_week)
    if days is None:
        yield f"{step.credential}: {left:g} h never get done at {limits.hours_per_week:g} h a week"
        return
    worked = study_day(step.start, days, limits.off)
    least = plus(step.start, max(1, offer.least_days) - 1)
    if worked is None or least is None:
        yield f"{step.credential}: its {left:g} h take longer than calendars go"
        return
    ends = max(worked, least)
    if step.finish < ends:
        yield f"{step.credential}: finishes on {step.finish}, {left:g} h from {step.start} do not fit before {ends}"
    elif step.finish > ends:
        yield f"{step.credential}: finishes on {step.finish}, its work is done on {ends}"
