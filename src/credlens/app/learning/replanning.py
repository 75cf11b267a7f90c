"""What the log of applications says to the planner."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.app.learning.found import logged
from credlens.app.learning.next_step import FEWEST, find_next
from credlens.app.situation import Situation
from credlens.model.next_step import NextKind, PlanAdvice
from credlens.model.progress import Event, EventKind


def log_event(here: Situation, instead: str, told: Sequence[Event] = ()) -> Event | None:
    """What the log says, when that is different from what it said last; None when it is not, or when it is too short to say anything.

    Args:
        here: where the person stands.
        instead: what it said last is worth more than another credential; empty for nothing.
        told: what was just said to have happened to the plan.
    """
    if not logged(here.ports):
        return None
    found = find_next(here.ports, here=here, told=told)
    if found.search.settled < FEWEST:
        return None
    now = ""
    if found.plan is PlanAdvice.PAUSE:
        now = found.do.choice.title
    elif instead and found.plan is PlanAdvice.NO_PLAN and found.do.choice.kind is not NextKind.CREDENTIAL:
        now = instead
    if now == instead:
        return None
    return Event(EventKind.LOG, here.ports.today, option=now, count=found.search.settled)
