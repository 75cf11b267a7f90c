"""How far applications come, stage by stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credlens.model.quantity import Share


class FunnelStage(StrEnum):
    """What an application has to get past."""

    SCREEN = "screen"  # from application to interview: what a resume and what stands on it can change
    INTERVIEW = "interview"  # from interview to offer: what can be said and shown in a talk


@dataclass(frozen=True, slots=True)
class Funnel:
    """Applications of one kind, and what came of them.

    Attributes:
        by: what they were grouped by: ``all``, ``target``, ``resume``, a credential's id.
        name: the group in words: a target, a version, ``shown``, ``not shown``, ``not said``.
        sent: all of them; ``pending``: of these, those whose time is not over; ``withdrawn``: those the person withdrew before anything came.
        answered, interview: of those whose time is over, how many were answered, and brought an interview, in time.
        offer: of those whose time for an offer is over, how many brought one.
        offer_of_interviews: the same, of those that brought an interview.
        early: pending ones that brought an interview already; they count when their time is over.
    """

    by: str
    name: str
    sent: int
    pending: int
    withdrawn: int
    answered: Share
    interview: Share
    offer: Share
    offer_of_interviews: Share
    early: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """Where a search is stuck.

    Attributes:
        stage: which stage; None when no stage is known to be one that lets fewer through than is usual.
        because: in a sentence, with the numbers.
    """

    stage: FunnelStage | None
    because: str
