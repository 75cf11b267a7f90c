"""What plans are compared by, as whole numbers to be made small."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date
from enum import Enum

from credlens.plan.problem import NEVER
from credlens.plan.sequencing.sequencer import Schedule
from credlens.plan.solving.columns import Columns, cents


class Goal(Enum):
    """What one stage makes as good as it can be, without giving up what the stages before it reached."""

    COVERAGE = "coverage"  # the most integer worth
    KEPT = "kept"  # the fewest credentials of an earlier plan given up
    QUALITY = "quality"  # the least sum of (1 - quality): better ones, and fewer of them
    COST = "cost"  # the least money
    DAYS = "days"  # the earliest end
    CANONICAL = "canonical"  # no meaning: makes the answer unique


Score = tuple[int, ...]  # one value for each goal, in the goals' order


def least_score(table: Columns, goals: Sequence[Goal], offers: tuple[int, ...], keep: Collection[str] = ()) -> Score:
    """The best value of each goal that a set of offers can have, whatever its order; money in hundredths, the end in calendar days."""
    return tuple(_value(table, g, offers, keep) for g in goals)


def real_score(table: Columns, goals: Sequence[Goal], schedule: Schedule, keep: Collection[str] = ()) -> Score:
    """The value of each goal for steps on the calendar."""
    offers = tuple(sorted(v.offer for v in schedule.visits))
    start = table.problem.limits.start
    end = max((v.finish for v in schedule.visits), default=start)
    real = {Goal.COST: cents(schedule.cost), Goal.DAYS: (end - start).days + 1 if offers else 0}
    return tuple(real[g] if g in real else _value(table, g, offers, keep) for g in goals)


def calendar_days(table: Columns, days: int) -> int:
    """Calendar days from the start to the last of so many days of study."""
    if days <= 0:
        return 0
    study = table.problem.calendar.days
    return (study[days - 1] - table.problem.limits.start).days + 1 if days <= len(study) else NEVER


def study_days(table: Columns, length: int) -> int:
    """Days of study within so many calendar days from the start."""
    start = table.problem.limits.start
    return (
        bisect_right(table.problem.calendar.days, date.fromordinal(start.toordinal() + length - 1)) if length > 0 else 0
    )


def _value(table: Columns, goal: Goal, offers: tuple[int, ...], keep: Collection[str]) -> int:
    if goal is Goal.COVERAGE:
        return -table.problem.worth(offers)
    if goal is Goal.KEPT:
        return len(set(keep) - {table.problem.offers[i].credential for i in offers})
    if goal is Goal.QUALITY:
        return int(table.lack[list(offers)].sum())
    if goal is Goal.COST:
        return table.least_cost(offers)
    if goal is Goal.DAYS:
        return calendar_days(table, table.least_end(offers))
    return sum(table.digests[i] for i in offers)
