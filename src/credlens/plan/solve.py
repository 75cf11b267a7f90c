"""From a problem to named plans, each the best of its kind: strongest, cheapest, fastest, and ones that differ.

The cheapest plan is found in two searches: what the money has to be at least, and then the strongest plan for that money; the fastest one
the same way with the end. So each search has one thing to prove.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from credlens.model.plan import Plan
from credlens.model.quantity import Money
from credlens.plan.problem import Problem
from credlens.plan.solving.trading import gives_up
from credlens.plan.solving.turning import as_plan
from credlens.plan.supplements import supplements

if TYPE_CHECKING:
    from credlens.plan.sequencing.sequencer import Schedule
    from credlens.plan.solving.columns import Columns
    from credlens.plan.solving.searching import Found
    from credlens.plan.solving.selecting.goals import Goal

__all__ = ["EFFORT", "ENOUGH", "best", "improving", "solve"]

ENOUGH = 0.6  # judgement: any other plan reaches at least this share of the best coverage
EFFORT = (
    20.0  # deterministic seconds (about CPU seconds) for one search; a person's own catalog needs a hundredth of it
)
OnPlan = Callable[[Plan], None]


def solve(
    problem: Problem,
    *,
    alternatives: int = 3,
    effort: float | None = None,
    on_plan: OnPlan | None = None,
    name_of: Callable[[str], str] = str,
) -> list[Plan]:
    """Up to so many plans, the strongest first; empty when nothing useful fits (then see ``credlens.plan.conflicts.conflict``).

    ``strongest``: the most coverage; then better and fewer credentials, less money, an earlier end. ``cheapest`` and ``fastest``: the least
    money, or the earliest end, that reaches 60 % of the strongest plan's coverage; then the most coverage. ``different``: the most
    coverage of those of which at least half is in none of the plans before. Two that come out the same are one plan with both names.
    ``status`` and ``gap`` speak of what the plan is named for: coverage, money or days, on the integer scale of ``credlens.plan.value``.

    Args:
        problem: from ``credlens.plan.building.build``, or a file.
        alternatives: how many plans that are not the same to look for.
        effort: deterministic seconds for each search; the usual when None.
        on_plan: told of each better plan on the way, and of each proof.
        name_of: the label of a skill, for what a plan gives up.
    """
    if not _possible(problem) or alternatives <= 0:
        return []
    problem = problem.in_order()
    searches = _Searches(problem, EFFORT if effort is None else effort, on_plan)
    strongest = searches.strongest(floor=0 if problem.fixed else 1)
    if strongest is None:
        return []
    plans = [_finished(problem, strongest)]
    least = ceil(ENOUGH * searches.worth_of(strongest))
    for kind in ("cheapest", "fastest"):
        if len(plans) < alternatives:
            found = searches.least(kind, least)
            plans = _merged(plans, None if found is None else _finished(problem, found))
    count = 1
    while len(plans) < alternatives:
        found = searches.different([frozenset(s.credential for s in p.steps) for p in plans], least, count)
        if found is None:
            break
        plans = [*plans, _finished(problem, found)]
        count += 1
    return [replace(p, gives_up=gives_up(p, plans[0], name_of)) for p in plans]


def improving(problem: Problem, *, effort: float | None = None) -> Iterator[Plan]:
    """The strongest plan, step by step: a first one at once, then better ones, or the same one with a better bound, until it is proven."""
    if _possible(problem):
        searches = _Searches(problem.in_order(), EFFORT if effort is None else effort, None)
        yield from searches.strengthening(floor=0 if problem.fixed else 1)


def best(
    problem: Problem,
    *,
    first: str = "coverage",
    floor: int = 0,
    keep: frozenset[str] = frozenset(),
    slack: float = 0.0,
    effort: float | None = None,
) -> Plan | None:
    """One plan; None when nothing keeps the limits.

    Args:
        problem: what to plan.
        first: what counts first: ``coverage``, ``cost`` or ``finish``.
        floor: least integer worth (``Problem.worth``) it has to reach.
        keep: credentials that should stay: among plans within ``slack`` of the best worth, the one with most of them is taken.
        slack: share of the best worth that may be given up for that.
        effort: deterministic seconds for each search; the usual when None.
    """
    if not _possible(problem):
        return None
    problem = problem.in_order()
    searches = _Searches(problem, EFFORT if effort is None else effort, None)
    least = max(floor, 0 if problem.fixed else 1)
    if first in {"cost", "finish"}:
        found = searches.least("cheapest" if first == "cost" else "fastest", least)
        return None if found is None else _finished(problem, found)
    found = searches.strongest(least)
    if found is not None and keep - {s.credential for s in found.steps}:
        enough = max(least, ceil((1 - slack) * searches.worth_of(found)))
        found = searches.keeping(keep, enough, found) or found
    return None if found is None else _finished(problem, found)


def _possible(problem: Problem) -> bool:
    limits = problem.limits
    return bool(problem.offers) and problem.horizon > 0 and limits.max_credentials > 0 and limits.hours_per_week > 0


def _finished(problem: Problem, plan: Plan) -> Plan:
    return replace(plan, supplements=supplements(problem, plan))


def _merged(plans: list[Plan], plan: Plan | None) -> list[Plan]:
    """With another plan; one that has the same steps only adds its name."""
    if plan is None:
        return plans
    same = next((k for k, p in enumerate(plans) if p.steps == plan.steps), None)
    if same is None:
        return [*plans, plan]
    plans[same] = replace(plans[same], name=f"{plans[same].name} and {plan.name}")
    return plans


class _Searches:
    """The searches of one problem, which learn from each other."""

    def __init__(self, problem: Problem, effort: float, on_plan: OnPlan | None) -> None:
        from credlens.plan.solving.columns import columns
        from credlens.plan.solving.selecting.cuts import Cuts

        self.problem, self.effort, self.on_plan = problem, effort, on_plan
        self.table = columns(problem)
        self.cuts = Cuts()
        self.strong: Schedule | None = None

    def worth_of(self, plan: Plan) -> int:
        """Integer worth of a plan."""
        names = {(s.credential, s.option) for s in plan.steps}
        return self.problem.worth(tuple(i for i, o in enumerate(self.problem.offers) if o.name in names))

    def strongest(self, floor: int) -> Plan | None:
        """The plan with the most coverage."""
        last = None
        for last in self.strengthening(floor):
            if self.on_plan is not None:
                self.on_plan(last)
        return last

    def strengthening(self, floor: int) -> Iterator[Plan]:
        """The same, with every plan on the way."""
        from credlens.plan.solving.selecting.goals import Goal

        goals = (Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.DAYS, Goal.CANONICAL)
        for found in self._search(self.table, goals, floor):
            self.strong = found.schedule
            yield as_plan(self.problem, "strongest", found.schedule, found.gap)

    def least(self, kind: str, floor: int) -> Plan | None:
        """The cheapest or the fastest plan with at least this worth, the strongest of those."""
        from credlens.plan.solving.selecting.goals import Goal

        goal = Goal.COST if kind == "cheapest" else Goal.DAYS
        first = self._last(self._search(self.table, (goal,), floor, start=self.strong, short=True))
        if first is None:
            return None
        limits = self.problem.limits
        until = limits.keep_until or limits.deadline
        if goal is Goal.COST:
            limits = replace(limits, budget=Money(first.schedule.cost, limits.budget.currency))
            then = (Goal.COVERAGE, Goal.QUALITY, Goal.DAYS, Goal.CANONICAL)
        else:
            limits = replace(limits, deadline=max(v.finish for v in first.schedule.visits), keep_until=until)
            then = (Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.CANONICAL)
        from credlens.plan.solving.columns import columns

        tighter = columns(self.problem.under(limits))
        second = self._last(self._search(tighter, then, floor, start=first.schedule, short=True)) or first
        return as_plan(self.problem, kind, second.schedule, first.gap)

    def different(self, others: list[frozenset[str]], floor: int, count: int) -> Plan | None:
        """The strongest plan at least half of which is in none of these."""
        from credlens.plan.solving.selecting.goals import Goal

        goals = (Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.DAYS, Goal.CANONICAL)
        found = self._last(self._search(self.table, goals, floor, apart=tuple(others)))
        name = "different" if count == 1 else f"different {count}"
        return None if found is None else as_plan(self.problem, name, found.schedule, found.gap)

    def keeping(self, keep: frozenset[str], floor: int, strongest: Plan) -> Plan | None:
        """Of the plans with at least this worth the one with most of these credentials, the strongest of those."""
        from credlens.plan.solving.selecting.goals import Goal

        goals = (Goal.KEPT, Goal.COVERAGE, Goal.QUALITY, Goal.COST, Goal.DAYS, Goal.CANONICAL)
        found = self._last(self._search(self.table, goals, floor, start=self.strong, keep=keep))
        if found is None:
            return None
        plan = as_plan(self.problem, "strongest", found.schedule, 0.0)
        most = self.worth_of(strongest) / (1 - strongest.gap) if strongest.gap < 1 else 0
        gap = max(0.0, 1 - self.worth_of(plan) / most) if most else strongest.gap
        return as_plan(self.problem, "strongest", found.schedule, gap)

    def _search(
        self,
        table: Columns,
        goals: tuple[Goal, ...],
        floor: int,
        *,
        start: Schedule | None = None,
        keep: frozenset[str] = frozenset(),
        apart: tuple[frozenset[str], ...] = (),
        short: bool = False,
    ) -> Iterator[Found]:
        from credlens.plan.solving.searching import PATIENCE, SHORT_PATIENCE, Search
        from credlens.plan.solving.selecting.master import Ask, Effort

        ask = Ask(goals, (), floor, keep, apart)
        patience = SHORT_PATIENCE if short else PATIENCE
        cuts = self.cuts if table is self.table else self.cuts.copy()
        return Search(table, ask, cuts, Effort(self.effort), start, patience=patience).run()

    def _last(self, found: Iterator[Found]) -> Found | None:
        return next(iter(deque(found, maxlen=1)), None)
