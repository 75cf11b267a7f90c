"""Use case: what to do next, by what each thing is expected to bring, and what that says of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from credlens.app.constraints import constraints
from credlens.app.learning.choices import Following, choices, following
from credlens.app.learning.found import logged
from credlens.app.learning.shelf_life import ShelfLife, shelf_life
from credlens.app.limits import USUAL_HOURS
from credlens.app.ports import Ports
from credlens.app.situation import Situation
from credlens.app.target import stored_situation
from credlens.model.application import Application
from credlens.model.belief import EffectPrior
from credlens.model.errors import UserError
from credlens.model.funnel import FunnelStage, Stuck
from credlens.model.next_step import Assumption, NextKind, PlanAdvice, Search, Worth
from credlens.model.progress import Event
from credlens.model.serial import plain
from credlens.outcomes.funnel import credentials_said, funnel, stuck
from credlens.outcomes.learning import learn
from credlens.outcomes.next_steps import (
    REFERRAL_HOURS,
    SUPPLY,
    USUAL_PACE,
    advice,
    busiest,
    carried_over,
    pace,
    worth,
)

USUAL_WEEKS = 26.0  # judgement: half a year is what most searches are planned for
FEWEST_WEEKS = 4.0  # a deadline that is nearer says nothing of what comes after it
APPLICATION_HOURS = 1.0  # judgement: with the reading of the ad and some words of one's own
MOST_WEEKS = 520.0
FEWEST = 20  # applications whose time is over before a log changes a plan; judgement: below, the answer is the prior's

_Z90 = 3.289707  # width of a normal's 90 % interval in standard deviations


@dataclass(frozen=True)
class NextResult:
    """What to do next.

    Attributes:
        search: as it goes now.
        found: every choice with what it is expected to bring, most first.
        plan: what this says of the plan that is followed.
        worthwhile: credentials of the plan that are worth their hours now; ``planned``: all that it still has.
        stuck: where the search is stuck.
        assumptions: numbers that this rests on.
        logged: applications in the log.
    """

    search: Search
    found: tuple[Worth, ...]
    plan: PlanAdvice
    worthwhile: tuple[str, ...]
    planned: tuple[str, ...]
    stuck: Stuck
    assumptions: tuple[Assumption, ...]
    logged: int

    @property
    def do(self) -> Worth:
        """What is expected to bring most."""
        return self.found[0]

    @property
    def instead(self) -> Worth:
        """What is expected to bring most beside credentials."""
        return next(w for w in self.found if w.choice.kind is not NextKind.CREDENTIAL)

    @property
    def because(self) -> tuple[str, ...]:
        """The advice and what it rests on, in sentences."""
        return _because(self)

    def to_json(self) -> dict[str, Any]:
        """All but ``shelf_life`` of the documented shape of ``credlens next --json``."""
        return {
            "next": {"kind": self.do.choice.kind.value, "id": self.do.choice.id, "title": self.do.choice.title},
            "plan": self.plan.value,
            "worthwhile": list(self.worthwhile),
            "because": list(self.because),
            "choices": [_worth(w) for w in self.found],
            "search": plain(self.search),
            "applications": self.logged,
            "stuck": plain(self.stuck),
            "assumptions": plain(self.assumptions),
        }


@dataclass(frozen=True)
class NextPage:
    """What to do next, and the shelf life of what the person has."""

    found: NextResult
    have: ShelfLife

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens next --json``."""
        return {**self.found.to_json(), "shelf_life": self.have.to_json()}


def find_next(
    ports: Ports,
    *,
    weeks: float | None = None,
    hours: float | None = None,
    application_hours: float | None = None,
) -> NextPage:
    """What to do next with the free hours of a week, and the shelf life of what the person has.

    Args:
        ports: the doors.
        weeks: ahead that are looked at; up to the deadline, or half a year, when None.
        hours: a week that are free besides the applications sent now; those said for study when None.
        application_hours: of work that one more application takes; an hour when None.

    Raises:
        UserError: a number makes no sense.
    """

    def found() -> NextPage:
        here = stored_situation(ports)
        return NextPage(
            reckon(here, weeks=weeks, hours=hours, application_hours=application_hours), shelf_life(ports, here)
        )

    state = (ports.today, ports.stamp(), weeks, hours, application_hours)
    return ports.remember("next", lambda: state, found)


def reckon(
    here: Situation,
    *,
    weeks: float | None = None,
    hours: float | None = None,
    application_hours: float | None = None,
    told: Sequence[Event] = (),
) -> NextResult:
    """What to do next with the free hours of a week; see :func:`find_next`.

    Args:
        here: where the person stands.
        weeks, hours, application_hours: as there.
        told: what was just said to have happened to the plan, and is not kept yet.

    Raises:
        UserError: a number makes no sense.
    """
    ports = here.ports
    applications = logged(ports)
    plan = following(ports, told)
    search, assumptions = _search(here, applications, plan, weeks, hours, application_hours)
    effect = _effect(ports, applications)
    found = worth(search, choices(here, plan, effect))
    planned = tuple(s.credential for s in plan.open) if plan else ()
    said, worthwhile = advice(found, planned)
    if search.settled < FEWEST and planned:
        said, worthwhile = PlanAdvice.CONTINUE, planned
    where = stuck(funnel(applications, ports.today))
    return NextResult(search, found, said, worthwhile, planned, where, assumptions, len(applications))


def _search(
    here: Situation,
    applications: Sequence[Application],
    plan: Following | None,
    weeks: float | None,
    hours: float | None,
    application_hours: float | None,
) -> tuple[Search, tuple[Assumption, ...]]:
    ports, said = here.ports, constraints(here.ports)
    whole = funnel(applications, ports.today)
    deadline = said.deadline or (plan.kept.limits.deadline if plan else None)
    ahead = None if deadline is None else (deadline - ports.today).days / 7
    weeks_from = "you" if weeks is not None else "your deadline"
    if weeks is None:
        weeks = max(FEWEST_WEEKS, ahead) if ahead is not None and ahead > 0 else USUAL_WEEKS
        weeks_from = weeks_from if weeks != USUAL_WEEKS else "a judgement: half a year (--weeks)"
    hours_from = "you"
    if hours is None:
        kept = said.hours if said.hours is not None else plan.kept.limits.hours_per_week if plan else None
        hours, hours_from = (kept, "what you said for study") if kept is not None else (USUAL_HOURS, "usual (--hours)")
    now = pace(applications, ports.today.toordinal())
    each = APPLICATION_HOURS if application_hours is None else application_hours
    _sensible(weeks, hours, each)
    within = here.gap.within_reach
    search = Search(
        weeks=weeks,
        hours=hours,
        pace=USUAL_PACE if now is None else now,
        busiest=busiest(applications),
        settled=whole.interview.n,
        interviews=whole.interview.k,
        reach=None if within is None else (within.now, within.n),
        application_hours=each,
    )
    return search, (
        Assumption("weeks ahead", f"{weeks:.0f}", weeks_from),
        Assumption("free hours a week", f"{hours:g}", hours_from),
        Assumption(
            "applications a week now",
            f"{search.pace:.1f}",
            "a judgement: the log of the last eight weeks is empty"
            if now is None
            else "your log, the last eight weeks",
        ),
        Assumption(
            "hours for one more application",
            f"{each:g}, give or take a half of it",
            "a judgement (--application-hours)" if application_hours is None else "you",
        ),
        Assumption(
            "suitable ads a week",
            f"{SUPPLY[0] * search.busiest:.0f}, from about half to twice as many",
            f"a judgement: {SUPPLY[0]:g} for each application of your busiest weeks, or of a usual week",
        ),
        Assumption(
            "hours of talks for one recommendation", f"{REFERRAL_HOURS[0]:g}, from about 3 to 14", "a judgement"
        ),
        Assumption("interviews of applications as now", *_rate(search)),
    )


def _rate(search: Search) -> tuple[str, str]:
    if not search.settled:
        return "about 5 of 100, from 1 to 21", "a judgement: no application's 45 days are over"
    return f"{search.interviews} of {search.settled}, with the prior of 5 of 100", "your log"


def _sensible(weeks: float, hours: float, application_hours: float) -> None:
    """Raises UserError when a number makes no sense."""
    for value, least, most, where in (
        (weeks, 1.0, MOST_WEEKS, "--weeks"),
        (hours, 0.0, 168.0, "--hours"),
        (application_hours, 0.05, 100.0, "--application-hours"),
    ):
        if not least <= value <= most:
            raise UserError(f"{value:g} makes no sense here.", where=where, what_to_do=f"From {least:g} to {most:g}.")


def _effect(ports: Ports, applications: Sequence[Application]) -> tuple[float, float]:
    """(mean, sd) of the effect of a credential that was not shown yet."""
    learned = {}
    tosses = ports.log().tosses() if applications else ()
    for credential in credentials_said(applications):
        said = {t.application: t.shown for t in tosses if t.credential == credential}
        found = learn(applications, credential, ports.today, said=said or None)
        if found.shown.n and found.hidden.n:
            belief = found.posterior
            learned[credential] = (belief.median, (belief.high - belief.low) / _Z90)
    return carried_over(learned, EffectPrior())


def _because(found: NextResult) -> tuple[str, ...]:
    search, do = found.search, found.do
    lines = []
    if found.logged:
        lines.append(
            f"Your log: {found.logged} applications, {search.settled} of them older than 45 days, {search.interviews} of these with an interview."
        )
    else:
        lines.append("Nothing is logged yet, so that all of this is what published figures and judgements say.")
    others = [w for w in found.found if w.choice.id != do.choice.id]
    beside = f"; {others[0].choice.title}: {_more(others[0])}" if others else ""
    lines.append(f"Over {search.weeks:.0f} weeks, interviews more than as now: {do.choice.title}: {_more(do)}{beside}.")
    if found.logged and search.settled < FEWEST:
        lines.append(f"{search.settled} settled applications do not change a plan; {FEWEST} may.")
    match found.plan:
        case PlanAdvice.CONTINUE:
            lines.append("Go on with the plan.")
        case PlanAdvice.FEWER | PlanAdvice.PAUSE:
            waiting = set(found.planned) - set(found.worthwhile)
            lines += [
                f"{w.choice.title} can wait: the chance that it brings more than anything else does is {w.beats:.0%}."
                for w in found.found
                if w.choice.id in waiting
            ]
            lines.append("Plan on from this: credlens replan. What runs is finished first.")
        case PlanAdvice.NO_PLAN if do.choice.kind is NextKind.CREDENTIAL:
            lines.append("Make a plan: credlens plan --budget AMOUNT --hours PER_WEEK")
        case _:
            pass
    if found.stuck.stage is FunnelStage.INTERVIEW:
        lines.append(
            f"The search is stuck after the talk: {found.stuck.because} None of these choices changes that; prepare with credlens brief."
        )
    return tuple(lines)


def _more(worth: Worth) -> str:
    return f"{worth.mean:+.1f} ({worth.low:.1f} to {worth.high:.1f})"


def _worth(worth: Worth) -> dict[str, Any]:
    choice = worth.choice
    return {
        "kind": choice.kind.value,
        "id": choice.id,
        "title": choice.title,
        "extra_interviews": {"mean": plain(worth.mean), "ci90": plain([worth.low, worth.high])},
        "p_best": plain(worth.best),
        "p_beats_other_kinds": plain(worth.beats) if choice.kind is NextKind.CREDENTIAL else None,
        "hours": plain(choice.hours),
        "done_in_weeks": plain(worth.done),
        "effect": {"log_odds": plain(choice.effect[0]), "sd": plain(choice.effect[1])},
        "ads_within_reach": plain(choice.reach),
        "cost": choice.cost or None,
        "because": choice.because,
    }
