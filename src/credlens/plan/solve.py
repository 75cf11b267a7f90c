"""From a problem to named plans: choose, put in order, learn from what cannot be ordered, repeat (logic-based Benders cuts)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from credlens.model.credential import Depth
from credlens.model.plan import Coverage, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.problem import Problem
from credlens.plan.reasons import why_nothing
from credlens.plan.sequencer import NoOrder, Schedule, sequence
from credlens.plan.supplements import supplements
from credlens.plan.value import DEPTH_FACTOR

if TYPE_CHECKING:
    from credlens.plan.selector import Cuts, Goal, Score

__all__ = ["COVERED", "ENOUGH", "solve", "why_nothing"]

ENOUGH = 0.6  # the cheapest and the fastest plan reach at least this share of the best coverage
COVERED = 0.5  # evidence below this leaves a skill open
NAMED = DEPTH_FACTOR[Depth.TOUCHED]  # a step names the skills it proves further than by touching them
ROUNDS = 30  # sets tried for one plan before the best one found so far is taken


@dataclass(frozen=True)
class _Found:
    """The best ordered set for some goals; ``bound`` is the proven bound of the first goal's value."""

    schedule: Schedule
    score: Score
    bound: int

    @property
    def gap(self) -> float:
        """Proven distance to the best value of the first goal, as a share of the better of the two."""
        far = self.score[0] - self.bound
        return min(1.0, far / max(abs(self.bound), abs(self.score[0]))) if far > 0 else 0.0


def solve(problem: Problem, *, alternatives: int = 3) -> list[Plan]:
    """Up to three plans; empty when nothing useful fits (then see :func:`why_nothing`).

    ``strongest``: the most coverage; then better and fewer credentials, less money, less work. ``cheapest`` and ``fastest``: the least
    money, or the earliest finish, that reaches 60 % of the strongest plan's coverage; then the most coverage. Two that come out the
    same are one plan with both names. ``status`` and ``gap`` speak of what the plan is named for: coverage, money or days, on the
    integer scale of ``credlens.plan.value``.

    Args:
        problem: from ``credlens.plan.problem.build``.
        alternatives: how many of the three to look for, in that order.
    """
    from credlens.plan.selector import Cuts, Goal  # OR-Tools takes a second to load

    if not problem.offers or problem.horizon <= 0 or problem.limits.max_credentials <= 0 or alternatives <= 0:
        return []
    tail = (Goal.QUALITY, Goal.COST, Goal.DAYS, Goal.CANONICAL)
    cuts = Cuts()
    strongest = _search(problem, (Goal.COVERAGE, *tail), cuts, floor=0 if problem.fixed else 1)
    if strongest is None:
        return []
    floor = ceil(ENOUGH * -strongest.score[0])
    found = {"strongest": strongest}
    for name, goal in (("cheapest", Goal.COST), ("fastest", Goal.DAYS))[: alternatives - 1]:
        goals = (goal, Goal.COVERAGE, *(g for g in tail if g is not goal))
        other = _search(problem, goals, cuts, floor, start=strongest.schedule)
        if other is not None:
            found[name] = other
    return _merged([_plan(problem, name, f) for name, f in found.items()])


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
        floor: least integer worth (``Problem.worth``) it has to reach; with ``cost`` or ``finish`` first.
        keep: credentials that should stay: among plans within ``slack`` of the best worth, the one with most of them is taken.
        slack: share of the best worth that may be given up for that.
        effort: deterministic seconds to spend; the usual when None.
    """
    found = solve(problem, alternatives=1)
    return found[0] if found else None


def _search(
    problem: Problem, goals: Sequence[Goal], cuts: Cuts, floor: int, start: Schedule | None = None
) -> _Found | None:
    """The best set that can be ordered, goal after goal; ``start`` is one that is known to reach the floor."""
    from credlens.plan.selector import LOWEST, Goal, score, select

    mine = cuts.copy()
    best: tuple[Score, Schedule] | None = None
    if start is not None:
        best = (_true_score(problem, goals, start), start)
    bound = LOWEST if goals[0] is Goal.COVERAGE else 0
    sound = True  # a bound stays true while only sets without any order are refused
    for _ in range(ROUNDS):
        selection = select(problem, goals, cuts=mine, floor=floor, beat=best[0] if best else None)
        if selection is None:
            return _Found(best[1], best[0], best[0][0] if sound else bound) if best else None
        bound = max(bound, selection.bound) if sound else bound
        if not selection.offers or (best is not None and selection.score >= best[0]):
            break
        order = sequence(problem, selection.offers)
        if isinstance(order, NoOrder):
            _forbid(problem, cuts, mine, selection.offers, order)
            sound &= order.exact
            continue
        real = _true_score(problem, goals, order)
        if best is None or real < best[0]:
            best = (real, order)
        if real == score(problem, goals, selection.offers):
            break
        mine.refused.append(frozenset(selection.offers))
    best = best or _greedy(problem, goals, floor)
    return _Found(best[1], best[0], min(bound, best[0][0])) if best else None


def _true_score(problem: Problem, goals: Sequence[Goal], schedule: Schedule) -> Score:
    from credlens.plan.selector import cents, score

    return score(problem, goals, tuple(sorted(v.offer for v in schedule.visits)), cents(schedule.cost))


def _forbid(problem: Problem, cuts: Cuts, mine: Cuts, offers: tuple[int, ...], order: NoOrder) -> None:
    """Cuts off a set that has no order; what holds for every goal is kept for the plans to come."""
    if not order.stuck:
        for kept in (cuts, mine) if order.exact else (mine,):
            kept.refused.append(frozenset(offers))
        return
    circle = frozenset(order.stuck)
    inside = {problem.offers[i].credential for i in circle}
    from_outside = {c for i in circle for n in problem.offers[i].needs for c in n.by} - inside
    support = frozenset(i for i, o in enumerate(problem.offers) if o.credential in from_outside)
    for kept in (cuts, mine):
        kept.circles.append((circle, support))


def _greedy(problem: Problem, goals: Sequence[Goal], floor: int) -> tuple[Score, Schedule] | None:
    """A plan put together step by step, each time the offer that adds most: for when too many sets had no order."""
    chosen: tuple[int, ...] = ()
    schedule: Schedule | None = None
    asked = [o.credential in problem.fixed for o in problem.offers]
    while len(chosen) < problem.limits.max_credentials:
        taken = {problem.offers[i].credential for i in chosen}
        now = problem.worth(chosen)
        gains = {
            i: problem.worth((*chosen, i)) - now for i, o in enumerate(problem.offers) if o.credential not in taken
        }
        useful = sorted(
            (not asked[i], -gain, problem.offers[i].name, i) for i, gain in gains.items() if gain or asked[i]
        )
        for *_, i in useful:
            order = sequence(problem, tuple(sorted((*chosen, i))))
            if isinstance(order, Schedule):
                chosen, schedule = (*chosen, i), order
                break
        else:
            break
    names = {problem.offers[i].credential for i in chosen}
    if schedule is None or problem.worth(chosen) < floor or not names.issuperset(problem.fixed):
        return None
    return _true_score(problem, goals, schedule), schedule


def _plan(problem: Problem, name: str, found: _Found) -> Plan:
    offers = tuple(problem.offers[v.offer] for v in found.schedule.visits)
    coverage, by_skill = problem.coverage(offers)
    order = [s for s, _ in by_skill]
    steps = tuple(
        Step(
            o.credential,
            o.option,
            v.start,
            v.finish,
            o.hours,
            v.payments,
            tuple(s for s in order if o.proves(s) > NAMED),
        )
        for o, v in zip(offers, found.schedule.visits, strict=True)
    )
    uncovered = tuple(s for s, e in by_skill if e < COVERED)
    return Plan(
        name=name,
        steps=steps,
        cost=Money(found.schedule.cost, problem.limits.budget.currency),
        hours=sum(s.hours for s in steps),
        finish=max((s.finish for s in steps), default=problem.limits.start - timedelta(days=1)),
        coverage=coverage,
        by_skill=tuple(Coverage(s, e) for s, e in by_skill),
        uncovered=uncovered,
        status=PlanStatus.WITHIN_GAP if found.gap else PlanStatus.OPTIMAL,
        gap=found.gap,
        supplements=supplements(problem, offers, uncovered),
    )


def _merged(plans: list[Plan]) -> list[Plan]:
    """Plans with the same steps become one with all their names."""
    merged: list[Plan] = []
    for plan in plans:
        same = next((k for k, p in enumerate(merged) if p.steps == plan.steps), None)
        if same is None:
            merged.append(plan)
        else:
            merged[same] = replace(merged[same], name=f"{merged[same].name} and {plan.name}")
    return merged
