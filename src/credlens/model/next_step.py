"""What to do next in a search for work, and what it may bring."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NextKind(StrEnum):
    """What the hours of a week can go into."""

    APPLY_MORE = "apply_more"
    CREDENTIAL = "credential"
    PROJECT = "project"
    NETWORKING = "networking"
    DEGREE = "degree"


class PlanAdvice(StrEnum):
    """What the log says of a plan that is followed."""

    CONTINUE = "continue"
    FEWER = "fewer"  # some of its credentials are worth less than something else
    PAUSE = "pause"  # all of them are
    NO_PLAN = "no_plan"


@dataclass(frozen=True, slots=True)
class Search:
    """A search for work as it goes now.

    Attributes:
        weeks: ahead that are looked at.
        hours: a week that are free for something besides the applications that are sent now.
        pace: applications a week now; ``busiest``: in the four weeks in which most were sent, or what is usual.
        settled, interviews: applications whose time is over, and how many of them brought an interview.
        reach: (ads within reach, ads judged) of the target; None when no ads are known.
        application_hours: of work that one more application takes, most likely.
    """

    weeks: float
    hours: float
    pace: float
    busiest: float
    settled: int
    interviews: int
    reach: tuple[int, int] | None
    application_hours: float


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to do next.

    Attributes:
        id: short name; of a credential its catalog id.
        title: in words.
        hours: of work until it is done; 0 where it is never done.
        effect: (mean, sd) of what it adds to the log odds of an interview once it is done.
        reach: ads within reach once it is done; None when not known, or when it changes none.
        weeks: that have to pass before it is done, however many hours there are; 0 for none.
        cost: of it in words; empty when not known.
        because: what stands behind its effect.
    """

    kind: NextKind
    id: str
    title: str
    hours: float
    effect: tuple[float, float]
    reach: int | None = None
    weeks: float = 0.0
    cost: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a choice is expected to bring: interviews more than going on as now.

    Attributes:
        mean, low, high: of these interviews over the weeks ahead; the ends of a 90 % interval.
        best: probability that no other choice brings more; ``beats``: of a credential, that nothing else than credentials
            brings as much.
        done: weeks from now until it is done; None when that is beyond the weeks ahead.
    """

    choice: Choice
    mean: float
    low: float
    high: float
    best: float
    beats: float
    done: float | None


@dataclass(frozen=True, slots=True)
class Assumption:
    """A number that the worth of choices rests on, in words, with where it is from."""

    name: str
    value: str
    source: str
