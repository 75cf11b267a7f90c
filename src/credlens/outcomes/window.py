"""Which applications count: those whose time to bring an interview is over.

An application that is younger than the window is pending, whatever came of it so far: interviews come sooner than silence does, so that
counting those that are settled early would count too many successes. None of the pending ones is a failure.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from credlens.model.application import Application, Step, StepKind

WINDOW = 45  # days in which an interview has to come to count
OTHER_WINDOWS = (30, 60)  # that the answer is found for as well
OFFER_WINDOW = 90  # days in which an offer has to come; judgement: two months after the latest interview that counts

ANSWERS = (StepKind.REPLY, StepKind.INTERVIEW, StepKind.OFFER, StepKind.REJECTION)
INTERVIEWED = (StepKind.INTERVIEW, StepKind.OFFER)  # nobody offers work without having talked


def over(application: Application, today: date, days: int = WINDOW) -> bool:
    """Whether as many days have passed since it was sent."""
    return (today - application.applied).days >= days


def counts(application: Application, today: date, days: int = WINDOW) -> bool:
    """Whether its outcome counts: its time is over, and the person did not withdraw before anything came of it."""
    if not over(application, today, days):
        return False
    gone = application.first(StepKind.WITHDRAWN)
    return gone is None or came(application, INTERVIEWED, days)


def came(application: Application, kinds: Iterable[StepKind], days: int = WINDOW) -> bool:
    """Whether a step of one of these kinds came within so many days; one without a day is taken to have come in time."""
    wanted = set(kinds)
    return any(s.kind in wanted and in_time(s, application.applied, days) for s in application.steps)


def in_time(step: Step, applied: date, days: int = WINDOW) -> bool:
    """Whether it came within so many days of the application; nobody's word on the day counts as in time."""
    return step.day is None or step.day <= applied + timedelta(days=days)


def interviewed(application: Application, days: int = WINDOW) -> bool:
    """Whether it brought an interview in time."""
    return came(application, INTERVIEWED, days)
