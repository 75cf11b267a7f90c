"""Time: the hours it takes this person, against the hours there are until the deadline."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite
from credlens.evaluate.criteria.base import SUITABILITY, Criterion, Finding
from credlens.model.plan import Limits


def value(case: Case) -> Finding:
    """1 for no hours, falling in a straight line to 0 where it fills all hours until the deadline."""
    hours = case.quote.hours if case.quote else None
    if hours is None:
        return Finding(0.0, 1.0, "the workload is not known")
    evidence = cite(f"workload for this person: {hours}", case.quote.sources if case.quote else ())
    if case.limits is None:
        return Finding(0.0, 1.0, f"{hours}, but no hours a week or deadline were given to hold it against", evidence)
    there_are = available_hours(case.limits, case)
    because = f"{hours} of the {there_are:.0f} h there are until {case.limits.deadline}"
    return Finding(_left(hours.max, there_are), _left(hours.min, there_are), because, evidence)


def available_hours(limits: Limits, case: Case) -> float:
    """Hours of study from the start (or today, when later) to the deadline, both days among them; not negative."""
    days = (limits.deadline - max(limits.start, case.today)).days + 1
    return max(0, days) / 7 * limits.hours_per_week


def _left(hours: float, there_are: float) -> float:
    if hours <= 0:
        return 1.0
    return max(0.0, 1 - hours / there_are) if there_are > 0 else 0.0


CRITERION = Criterion(
    id="time",
    group=SUITABILITY,
    default_weight=0.29,
    question="Does it fit into the hours there are until the deadline?",
    reference="The straight line is a judgement of this project. Default weight: length was named by 33 of 100 "
    "workers in SHRM's survey.",
    value=value,
    reads=("hours",),
    besides="what the person knows, their hours a week and deadline",
)
