"""Use case: plan again from today, after something happened, with as little change as the gain justifies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.beside import beside
from credlens.app.events import checked
from credlens.app.knowledge import Knowledge
from credlens.app.learning.replanning import log_events
from credlens.app.limits import limits as checked_limits
from credlens.app.loop import Wishes, judge, why_blocked
from credlens.app.person import stored
from credlens.app.plan_kept import KeptPlan, event_of, event_text, last_kept, to_text
from credlens.app.ports import Ports
from credlens.app.situation import Situation, situation
from credlens.app.target import target_of
from credlens.app.weights import chosen
from credlens.model.errors import UserError
from credlens.model.gap import GateState
from credlens.model.loop import Loop
from credlens.model.plan import Limits, Plan
from credlens.model.progress import Event, EventKind, Progress
from credlens.model.scorecard import Comparison
from credlens.model.serial import plain
from credlens.plan.problem import Problem
from credlens.plan.replanning.changes import Change, Replanned, because, changes, due, kept_credentials, same
from credlens.plan.replanning.choosing import alone, next_plan
from credlens.plan.replanning.dropping import why_dropped
from credlens.plan.replanning.events import happened
from credlens.plan.replanning.followed import Followed
from credlens.plan.replanning.now import limits_now, priced, problem_now, too_much_this_month
from credlens.plan.replanning.passed import passed


@dataclass(frozen=True)
class NewLimits:
    """Limits to change from today; None leaves one as it was. The budget is in all, with what was paid before."""

    budget: Decimal | None = None
    hours_per_week: float | None = None
    deadline: date | None = None

    @property
    def any(self) -> bool:
        """Whether one of them is given."""
        return not (self.budget is None and self.hours_per_week is None and self.deadline is None)


@dataclass(frozen=True)
class ReplanResult:
    """The plan of today, and what is different from the one before.

    Attributes:
        loop: with the new plan, or none and why.
        found: old and new, with all that happened.
        followed: name of the plan that was followed, and the day it was made.
        kept: whether the new plan is kept; it is not when there is nothing new in it.
        over: whether the old plan is finished.
    """

    loop: Loop
    found: Replanned
    followed: str
    made: date
    kept: bool

    @property
    def over(self) -> bool:
        """Whether every step of the plan is behind the person."""
        return not self.found.open

    @property
    def changes(self) -> tuple[Change, ...]:
        """What became of each step."""
        return changes(self.found)

    @property
    def because(self) -> tuple[str, ...]:
        """What changes and why; with the reasons when there is no plan."""
        nothing = ("Every step of the plan is finished.",) if self.over else self.loop.why_no_plan
        return (*because(self.found), *(() if self.loop.plans else nothing))

    @property
    def unchanged(self) -> bool:
        """Whether every open step stays where it was."""
        return same(self.found)

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens replan --json``."""
        progress = self.found.progress
        from_today, for_begun, for_renewals = due(self.found)
        return {
            **shapes.plans(self.loop),
            "because": list(self.because),
            "changes": [plain(c) for c in self.changes],
            "unchanged": self.unchanged,
            "paid_so_far": plain(progress.paid),
            "due_from_today": plain(from_today),
            "due_for_begun": plain(for_begun),
            "due_for_renewals": plain(for_renewals),
            "finished": [{"credential": f.credential, "day": plain(f.day), "told": f.told} for f in progress.finished],
            "events": [plain(e) for e in self.found.events],
            "followed": self.followed,
            "made": plain(self.made),
            "kept": self.kept,
            "target": self.loop.gap.target,
            "problems": shapes.problems(self.loop.problems),
        }


def replan(
    ports: Ports,
    events: Sequence[Event] = (),
    limits: NewLimits | None = None,
    *,
    ads: Sequence[Path] = (),
    follow: str | None = None,
) -> ReplanResult:
    """The plan that was kept last, planned again from today.

    What was told is kept, and so is the new plan when anything was told or changed: the next time starts from there.

    Args:
        ports: the doors.
        events: what happened since, in order.
        limits: limits to change from today.
        ads: files and folders with ads that replace the target's.
        follow: name of the plan that is followed ("cheapest"), when it is not the first one of those shown.

    Raises:
        UserError: there is no plan yet, or an event makes no sense.
    """
    knowledge = Knowledge.of(ports)
    kept = _last(ports)
    old = _followed(kept, follow)
    checked(events, knowledge.catalog, ports.today, tuple(s.credential for s in old.steps))
    target, read = target_of(ports, knowledge, ads)
    if ads:
        events = (*events, Event(EventKind.NEW_ADS, ports.today, count=len(read.postings)))
    here = situation(ports, knowledge, stored(ports, knowledge), read, target)
    given = limits or NewLimits()
    before = ports.store().events()
    pending = [event_of(e.content) for e in before if e.after >= kept.position]
    events = (*events, *log_events(here, *_log_said(kept.progress, pending), events))
    found, comparison, spend, why = _planned_again(here, kept, old, (*pending, *events), given)
    changed = bool(pending or events or given.any or old is not kept.plans[0])
    result = ReplanResult(_loop(here, comparison, found, why, read.problems), found, old.name, kept.made, kept=changed)
    if changed:
        told_with = len(before)  # more than any command before had
        shown = result.to_json() if found.new is not None else None
        new = None if shown is None else to_text(shown, spend, kept.wishes, found.progress, kept.position, told_with)
        ports.store().save_replanned(ports.today, [event_text(e, told_with) for e in events], new, kept.position)
    return result


def _log_said(progress: Progress, told: Sequence[Event]) -> tuple[str, tuple[str, ...]]:
    """What the log said last: what is worth more than another credential, and which credentials are worth their hours all the same."""
    instead, worthwhile = progress.instead, progress.worthwhile
    for event in told:
        if event.kind is EventKind.LOG:
            instead, worthwhile = event.option, (*worthwhile, event.credential) if event.credential else ()
    return instead, worthwhile


def _last(ports: Ports) -> KeptPlan:
    kept = last_kept(ports)
    if kept is None:
        raise UserError("There is no plan yet.", what_to_do="Make one: credlens plan --budget 300 --hours 6.")
    if ports.today < kept.made:
        raise UserError(
            f"The plan was made on {kept.made}, after {ports.today}.", where="--as-of", what_to_do="Give a later day."
        )
    return kept


def _followed(kept: KeptPlan, name: str | None) -> Plan:
    if name is None:
        return kept.plans[0]
    found = next((p for p in kept.plans if name in p.name.split(" and ")), None)
    if found is None:
        names = ", ".join(p.name for p in kept.plans)
        raise UserError(f"There is no plan {name!r}.", where="--plan", what_to_do=f"Use one of: {names}.")
    return found


def _planned_again(
    here: Situation, kept: KeptPlan, old: Plan, events: tuple[Event, ...], given: NewLimits
) -> tuple[Replanned, Comparison, Limits, tuple[str, ...]]:
    """Old and new, the comparison behind it, the limits in all, and why there is no plan when there is none."""
    today, catalog = here.ports.today, here.knowledge.catalog
    spend = _changed(kept.limits, given, today)
    wishes = replace(kept.wishes, weighting=chosen(here.ports, None))
    wishes = replace(
        wishes,
        considering=tuple(c for c in wishes.considering if c in catalog),
        exclude=tuple(c for c in wishes.exclude if c in catalog),
        fixed=tuple(c for c in wishes.fixed if c in catalog),
    )
    comparison = judge(here, replace(spend, start=today), wishes)
    built, _ = priced(_built(here, comparison, replace(spend, start=today), wishes), kept.progress.prices)
    followed = Followed(old, {o.name: o for o in built.offers}, (*kept.limits.off, *kept.progress.off), today)
    pauses = [e for e in events if e.kind is EventKind.PAUSE]
    progress = passed(happened(kept.progress, pauses, followed), followed)
    progress = happened(progress, [e for e in events if e.kind is not EventKind.PAUSE], followed)
    built, wrong = priced(built, progress.prices)
    if wrong:
        raise UserError(wrong[0], where="--price", what_to_do="Write ID=AMOUNT@OPTION, or ID=AMOUNT@exam.")
    within = {s.credential for s in old.steps} | {f.credential for f in kept.progress.finished}
    built = replace(built, limits=limits_now(spend, progress, today, within))
    keep = kept_credentials(old.steps, progress)
    new, problem, why = _solved(here, built, progress, old, keep)
    titles = {c: catalog[c].title for c in catalog.credentials}
    now = {s.credential for s in new.steps} if new else set()
    gone = [] if new is None and here.gap.blocked else sorted(keep - now)
    return (
        Replanned(
            old,
            new,
            kept.progress,
            progress,
            problem,
            events,
            new if now == keep else alone(problem, keep),
            titles,
            given.any,
            {c: why_dropped(problem, new, c, titles.__getitem__) for c in gone},
            frozenset(titles) - _waits(here).keys(),
        ),
        comparison,
        spend,
        why,
    )


def _solved(
    here: Situation, built: Problem, progress: Progress, old: Plan, keep: frozenset[str]
) -> tuple[Plan | None, Problem, tuple[str, ...]]:
    """The new plan, the problem it solves, and why there is none when there is none."""
    from credlens.plan.checking import check_problem
    from credlens.plan.conflicts.conflict import why_nothing

    gap = here.gap
    waits, opening = _waits(here), {i.skill for i in gap.items if i.opens}
    problem = problem_now(built, progress, waits, opening)
    if gap.blocked:
        closed = [g for g in gap.gates if g.blocks and g.state is GateState.CLOSED]
        return None, problem, tuple(why_blocked(gap, g.requirement or g.kind, g.opens_with) for g in closed)
    new = next_plan(problem, old.name, keep)
    if new is not None and too_much_this_month(new, progress, problem.limits):
        # judgement: what was paid this month cannot be told to the solver, so that nothing more is begun before the next one
        first = (problem.limits.start.replace(day=1) + timedelta(days=32)).replace(day=1)
        problem = problem_now(replace(built, limits=replace(built.limits, start=first)), progress, waits, opening)
        new = next_plan(problem, old.name, keep)
    if new is None or not new.steps:
        bare = replace(problem, awards=tuple(a for a in problem.awards if a.members))  # what is finished fits anyway
        return None, problem, tuple(why_nothing(bare)) if keep else ()
    new = _as_before(new, problem, old)
    wrong = check_problem(new, problem)
    if wrong:  # a defect of the planner: never shown as a plan
        raise RuntimeError(f"the checker rejects the new plan: {'; '.join(wrong)}")
    return replace(beside(new, problem, here), name=old.name), problem, ()


def _as_before(new: Plan, problem: Problem, old: Plan) -> Plan:
    """With the cost options of the old plan wherever they come to the same days and payments."""
    from credlens.plan.checking import check_problem

    options = {s.credential: s.option for s in old.steps}
    for k, step in enumerate(new.steps):
        other = replace(step, option=options.get(step.credential, step.option))
        if other != step:
            swapped = replace(new, steps=(*new.steps[:k], other, *new.steps[k + 1 :]))
            new = swapped if not check_problem(swapped, problem) else new
    return new


def _built(here: Situation, comparison: Comparison, limits: Limits, wishes: Wishes) -> Problem:
    from credlens.plan.building.build import build

    cards = {c.credential: c for c in comparison.cards}
    catalog = here.knowledge.catalog
    return build(
        here.gap,
        here.person,
        catalog,
        cards,
        limits,
        exclude=wishes.exclude,
        fixed=wishes.fixed,
        open_to=wishes.open_to,
    )


def _waits(here: Situation) -> dict[str, float]:
    """Days to wait before another attempt, where somebody says."""
    found = {}
    for credential in here.knowledge.catalog.credentials.values():
        days = [a.retake_days for a in credential.assessment if a.retake_days is not None]
        if days:
            found[credential.id] = max(days)
    return found


def _changed(limits: Limits, given: NewLimits, today: date) -> Limits:
    """The limits in all, with what was changed.

    Raises:
        UserError: a limit makes no sense.
    """
    if not given.any:
        return limits
    checked_limits(
        today,
        budget=limits.budget.amount if given.budget is None else given.budget,
        hours_per_week=limits.hours_per_week if given.hours_per_week is None else given.hours_per_week,
        deadline=given.deadline or limits.deadline,
    )
    budget = limits.budget if given.budget is None else replace(limits.budget, amount=given.budget)
    hours = limits.hours_per_week if given.hours_per_week is None else given.hours_per_week
    return replace(limits, budget=budget, hours_per_week=hours, deadline=given.deadline or limits.deadline)


def _loop(here: Situation, comparison: Comparison, found: Replanned, why: tuple[str, ...], problems: Any) -> Loop:
    from credlens.plan.conflicts.currency import elsewhere
    from credlens.plan.schedule.weeks import timetable

    knowledge, new = here.knowledge, found.new
    return Loop(
        made=here.ports.today,
        person=here.person,
        demand=here.demand,
        gap=here.gap,
        limits=found.problem.limits,
        taxonomy=knowledge.taxonomy,
        catalog=knowledge.catalog,
        options={},
        comparison=comparison,
        plans=() if new is None else (new,),
        why_no_plan=why,
        left_out=found.problem.excluded,
        priced_elsewhere=elsewhere(found.problem.excluded),
        problems=(*problems, *knowledge.problems),
        timetables={} if new is None else {new.name: timetable(new, found.problem, knowledge.catalog)},
    )
