"""From steps on the calendar to a plan as everybody else reads it."""

from __future__ import annotations

from datetime import timedelta

from credlens.model.credential import Depth
from credlens.model.plan import Coverage, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.problem import Problem
from credlens.plan.sequencing.sequencer import Schedule
from credlens.plan.value import DEPTH_FACTOR

COVERED = 0.5  # evidence below this leaves a skill open
NAMED = DEPTH_FACTOR[Depth.TOUCHED]  # a step names the skills it proves further than by touching them


def as_plan(problem: Problem, name: str, schedule: Schedule, gap: float) -> Plan:
    """A plan out of a schedule; ``gap`` is the proven distance to the best there is in what it is named for."""
    offers = tuple(problem.offers[v.offer] for v in schedule.visits)
    coverage, by_skill = problem.coverage(offers)
    order = [s for s, _ in by_skill]
    steps = tuple(
        Step(
            credential=o.credential,
            option=o.option,
            start=v.start,
            finish=v.finish,
            hours=v.hours,
            payments=v.payments,
            skills=tuple(s for s in order if o.proves(s) > NAMED),
            expires=v.expires,
        )
        for o, v in zip(offers, schedule.visits, strict=True)
    )
    return Plan(
        name=name,
        steps=steps,
        cost=Money(schedule.cost, problem.limits.budget.currency),
        hours=sum(s.hours for s in steps),
        finish=max((s.finish for s in steps), default=problem.limits.start - timedelta(days=1)),
        coverage=coverage,
        by_skill=tuple(Coverage(s, e) for s, e in by_skill),
        uncovered=tuple(s for s, e in by_skill if e < COVERED),
        status=PlanStatus.WITHIN_GAP if gap else PlanStatus.OPTIMAL,
        gap=gap,
    )
