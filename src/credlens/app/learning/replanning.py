"""What the log of applications says to the planner."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.app.learning.found import logged
from credlens.app.learning.next_step import FEWEST, reckon
from credlens.app.situation import Situation
from credlens.model.next_step import PlanAdvice
from credlens.model.progress import Event, EventKind
from credlens.outcomes.next_steps import LEAVE_BELOW

TAKE_UP = (
    1 - LEAVE_BELOW
)  # probability that a credential brings more than anything else, above which a plan that waits goes on


def log_events(
    here: Situation, instead: str, worthwhile: Sequence[str], told: Sequence[Event] = ()
) -> tuple[Event, ...]:
    """What the log says, when that is different from what it said last; empty when it is not, or when it is too short to say anything.

    Args:
        here: where the person stands.
        instead: what it said last is worth more than another credential; empty for nothing.
        worthwhile: credentials that it said then are worth their hours all the same.
        told: what was just said to have happened to the plan.

    Returns:
        One event that says what is worth more, then one for each credential that is worth its hours all the same.
    """
    if not logged(here.ports):
        return ()
    found = reckon(here, told=told)
    if found.search.settled < FEWEST:
        return ()
    now = ""
    keep: tuple[str, ...] = ()
    if found.plan in (PlanAdvice.PAUSE, PlanAdvice.FEWER):
        now, keep = found.instead.choice.title, found.worthwhile
    elif instead and found.plan is PlanAdvice.NO_PLAN and not any(w.beats > TAKE_UP for w in found.found):
        now = instead
    elif instead and found.plan is PlanAdvice.CONTINUE and set(found.worthwhile) <= set(worthwhile):
        now, keep = instead, tuple(worthwhile)  # what is left of the plan is what was worth it then
    if (now, sorted(keep)) == (instead, sorted(worthwhile)):
        return ()
    n = found.search.settled
    first = Event(EventKind.LOG, here.ports.today, option=now, count=n)
    return (first, *(Event(EventKind.LOG, here.ports.today, credential=c, option=now, count=n) for c in keep))
