"""Plans, problems as files, and planning again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from credlens.app import constraints as _constraints
from credlens.app import events as _events
from credlens.app import loop as _loop
from credlens.app import plan as _plan
from credlens.app import plan_problem as _plan_problem
from credlens.app import replan as _replan
from credlens.io.home import open_home
from credlens.model.progress import Event


def make_plan(
    budget: Decimal | int | str | None = None,
    hours_per_week: float | None = None,
    *,
    deadline: date | None = None,
    currency: str | None = None,
    max_credentials: int = 4,
    budget_per_month: Decimal | int | str | None = None,
    off: Sequence[tuple[date, date]] = (),
    languages: Sequence[str] = (),
    keep_until: date | None = None,
    alternatives: int = 3,
    effort: float | None = None,
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    save_problem: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _plan.PlanResult:
    """Plans for the stored profile and target; see :func:`credlens.app.plan.make_plan`.

    What is left out is taken from :func:`set_constraints`.
    """
    ports = open_home(home, today=today)
    spend = _constraints.limits_of(
        ports,
        budget=None if budget is None else Decimal(budget),
        hours_per_week=hours_per_week,
        deadline=deadline,
        currency=currency,
        max_credentials=max_credentials,
        budget_per_month=None if budget_per_month is None else Decimal(budget_per_month),
        off=off,
        languages=languages,
        keep_until=keep_until,
    )
    wishes = _loop.Wishes(
        alternatives, exclude=tuple(exclude), fixed=tuple(include), effort=effort, save_problem=save_problem
    )
    return _plan.make_plan(ports, spend, wishes)


def plan_problem(
    path: Path, *, alternatives: int = 3, effort: float | None = None, home: Path | None = None
) -> _plan_problem.ProblemPlans:
    """Plans for a problem in a file; see :func:`credlens.app.plan_problem.plan_problem`."""
    return _plan_problem.plan_problem(open_home(home), path, alternatives, effort)


def check_plan(problem: Path, plan: Path, *, home: Path | None = None) -> _plan_problem.CheckedPlans:
    """Whether plans keep the rules of a problem; see :func:`credlens.app.plan_problem.check_plan`."""
    return _plan_problem.check_plan(open_home(home), problem, plan)


def problem_schema(*, home: Path | None = None) -> _plan_problem.ProblemSchema:
    """What a problem file may hold; see :func:`credlens.app.plan_problem.problem_schema`."""
    return _plan_problem.problem_schema(open_home(home))


def replan(
    events: Sequence[Event] = (),
    *,
    budget: Decimal | int | str | None = None,
    hours_per_week: float | None = None,
    deadline: date | None = None,
    ads: Sequence[Path] = (),
    follow: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _replan.ReplanResult:
    """The last plan, planned again from today after events; see :func:`credlens.app.replan.replan`."""
    limits = _replan.NewLimits(None if budget is None else Decimal(budget), hours_per_week, deadline)
    return _replan.replan(open_home(home, today=today), events, limits, ads=ads, follow=follow)


def plan_events(*, home: Path | None = None) -> _events.EventsResult:
    """What was told so far of the plan that is followed; see :func:`credlens.app.events.events`."""
    return _events.events(open_home(home))


def undo_event(*, home: Path | None = None) -> _events.EventsResult:
    """Take back the last command; see :func:`credlens.app.events.undo`."""
    return _events.undo(open_home(home))
