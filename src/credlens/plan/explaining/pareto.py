"""The front of money, coverage and finish day: plans that no other plan beats in all of them.

Epsilon constraints (Haimes, Lasdon and Wismer 1971, IEEE Trans. SMC 1, 296-297): the most coverage under ever smaller budgets and ever
earlier deadlines. Quality counts, too, when two plans are compared, since a named plan may cost more for the sake of better credentials.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from credlens.model.plan import Plan
from credlens.model.plan_reasons import FrontPoint
from credlens.model.quantity import Money
from credlens.plan.conflicts.possible import floor
from credlens.plan.explaining.again import EFFORT, Solver, changed, lack, worth
from credlens.plan.problem import Problem

SOLVES = 8  # judgement: a chart needs about so many points
CENTS = 100
BY_MONEY = 0.6  # judgement: share of the questions about smaller budgets; the rest is about earlier days

Values = tuple[Decimal, int, date, int]  # cost, minus worth, finish, lack of quality: less is better in each


def front(
    problem: Problem, named: Sequence[Plan], solver: Solver, *, solves: int | None = SOLVES, effort: float = EFFORT
) -> tuple[FrontPoint, ...]:
    """Plans none of which is at least as good as another in cost, coverage, finish and quality and better in one; cheapest first.

    Args:
        problem: what the plans were made for.
        named: plans that are known already, the strongest first; each that nothing beats is a point with its names.
        solver: plans again.
        solves: so many questions at most, spread over the budgets and deadlines; None asks until the front is complete: for every
            plan there is then a point that is at least as good in cost, coverage and finish.
        effort: deterministic seconds for each.
    """
    walk = _Walk(problem, solver, effort)
    if not named:
        return ()
    found = walk.every() if solves is None else walk.some(named[0], solves)
    points = [(_values(problem, p), FrontPoint(p, tuple(p.name.split(" and ")))) for p in named]
    known = {values for values, _ in points}
    for plan in found:
        values = _values(problem, plan)
        if values not in known:
            known.add(values)
            points.append((values, FrontPoint(replace(plan, name=""))))
    kept = [(v, p) for v, p in points if not any(_beats(other, v) for other, _ in points)]
    return tuple(p for _, p in sorted(kept, key=lambda k: (k[0], k[1].names, [s.credential for s in k[1].plan.steps])))


def _values(problem: Problem, plan: Plan) -> Values:
    return (plan.cost.amount, -worth(problem, plan), plan.finish, lack(problem, plan))


def _beats(one: Values, other: Values) -> bool:
    less = one[0] <= other[0] and one[1] <= other[1] and one[2] <= other[2] and one[3] <= other[3]
    return less and one != other


@dataclass(frozen=True)
class _Walk:
    """Questions about one problem."""

    problem: Problem
    solver: Solver
    effort: float

    def ask(self, budget: Decimal | None = None, deadline: date | None = None) -> Plan | None:
        """The most coverage for less money, earlier, or both."""
        limits = self.problem.limits
        less = changed(
            self.problem,
            budget=limits.budget if budget is None else Money(budget, limits.budget.currency),
            deadline=deadline or limits.deadline,
        )
        return self.solver(less, floor=floor(less), effort=self.effort)

    def every(self) -> list[Plan]:
        """Budget after budget, and all of them again for each earlier deadline."""
        found: list[Plan] = []
        deadline = self.problem.limits.deadline
        while (best := self.ask(deadline=deadline)) is not None:
            here = [best, *self._along(_cents(best), best, self._by_money(deadline), _cents, None)]
            found += here
            deadline = date.fromordinal(max(p.finish for p in here).toordinal() - 1)
        return found

    def some(self, strongest: Plan, solves: int) -> list[Plan]:
        """First smaller budgets, then earlier days, then both at once."""
        limits = self.problem.limits
        by_money = round(BY_MONEY * solves)
        found = self._along(_cents(strongest), strongest, self._by_money(limits.deadline), _cents, by_money)
        start = limits.start.toordinal()
        earlier = max(0, solves - by_money - 1)
        found += self._along(
            _day(strongest) - start,
            strongest,
            lambda days: self.ask(deadline=date.fromordinal(start + days)),
            lambda p: _day(p) - start,
            earlier,
        )
        if solves > by_money + earlier:
            middle = date.fromordinal((start + _day(strongest)) // 2)
            both = self.ask(strongest.cost.amount / 2, middle)
            found += [both] if both is not None else []
        return found

    def _by_money(self, deadline: date) -> Callable[[int], Plan | None]:
        return lambda cents: self.ask(Decimal(cents) / CENTS, deadline)

    def _along(
        self,
        top: int,
        best: Plan,
        ask: Callable[[int], Plan | None],
        measure: Callable[[Plan], int],
        solves: int | None,
    ) -> list[Plan]:
        """The most coverage under values below ``top``.

        Args:
            top: the measure of a plan that is known, ``best``.
            ask: the plan with the most coverage that measures at most so much.
            measure: of a plan, a whole number, not negative.
            solves: the middle of the widest open interval is asked about, so many times; None goes down from the top until all is known.
        """
        open_ = [(0, top - 1, worth(self.problem, best))]  # from, to (both included), and the most worth there can be
        found: list[Plan] = []
        asked = 0
        while (open_ := _widest_first(open_)) and (solves is None or asked < solves):
            low, high, most = open_.pop(0)
            at = high if solves is None else (low + high) // 2
            plan = ask(at)
            asked += 1
            reached = 0 if plan is None else worth(self.problem, plan)
            if reached < most:
                open_.append((at + 1, high, most))
            if plan is not None:
                found.append(plan)
                open_.append((low, min(at, measure(plan)) - 1, reached))
        return found


def _widest_first(intervals: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    return sorted((i for i in intervals if i[0] <= i[1]), key=lambda i: (i[0] - i[1], i[0]))


def _cents(plan: Plan) -> int:
    return int(plan.cost.amount * CENTS)


def _day(plan: Plan) -> int:
    return plan.finish.toordinal()
