"""The search for one plan: bound, choose, put in order, learn from what cannot be ordered, repeat (logic-based Benders cuts).

With many offers it goes from coarse to fine. A relaxation over all of them gives a bound and reduced values; the hundred most attractive
give a first plan at once; then it is proven that no plan is better by a hundredth, among the offers that could be part of one; then the
best one is found and proven, among those that could be part of a better one than is known. Every plan on the way can be executed, and
its distance to the bound is stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, floor, isfinite

import numpy as np

from credlens.plan.sequencing.sequencer import NoOrder, Schedule, sequence
from credlens.plan.solving.columns import Columns
from credlens.plan.solving.relaxing import Aim, Relaxed, relax
from credlens.plan.solving.selecting.cuts import Cuts
from credlens.plan.solving.selecting.goals import Goal, Score, calendar_days, real_score, study_days
from credlens.plan.solving.selecting.master import NO_BOUND, Ask, Effort, Selection, select

FEW = 10  # offers: with no more than these the best plan is looked for at once
WHOLE = 150  # offers: with no more than these there is nothing to be gained from a relaxation
CORE = 100  # most attractive offers for the first plan
HELPERS = 2  # for each prerequisite of theirs, so many of the most attractive ways to meet it
FIRST_EFFORT = 0.3  # share of the effort for the first plan, at most
NEAR = 0.005  # the first plan is the best of its few offers within this share
CLOSE = 0.01  # the distance that is proven before the best plan is looked for
TRIES = 8  # sets tried before a plan is put together step by step
ROUNDS = 500  # sets tried in the last part, at most
PATIENCE = 40  # judgement: for the strongest plan
SHORT_PATIENCE = 12  # judgement: for the least money or time, where many sets come near and few are better
MOST_TRIED = 200  # orders looked for in all while a plan is put together step by step
TRIED = 40  # offers tried for each step of a plan that is put together step by step


@dataclass(frozen=True)
class Found:
    """An ordered set.

    Attributes:
        score: its value for each goal.
        bound: no plan has a smaller value of the first goal.
        proven: whether it is the best in all goals.
    """

    schedule: Schedule
    score: Score
    bound: int
    proven: bool

    @property
    def gap(self) -> float:
        """Proven distance to the best value of the first goal, as a share of the better of the two."""
        far = self.score[0] - self.bound
        return min(1.0, far / max(abs(self.bound), abs(self.score[0]))) if far > 0 else 0.0


class Search:
    """One search; see the module's text.

    Args:
        table: offers and limits in numbers.
        ask: what is looked for; ``among`` and ``near`` are set here.
        cuts: what earlier searches of the same offers and limits learned; what holds for all is added.
        effort: what may be spent.
        start: an ordered set that is known to keep the limits and the floor.
        patience: with more than a few offers, so many sets in a row that make no better plan end the search with a gap.
    """

    def __init__(
        self,
        table: Columns,
        ask: Ask,
        cuts: Cuts,
        effort: Effort,
        start: Schedule | None = None,
        *,
        patience: int = PATIENCE,
    ) -> None:
        self.patience = patience
        self.table, self.ask, self.cuts, self.effort = table, ask, cuts, effort
        self.problem = table.problem
        self.first_goal = ask.goals[0]
        self.order_by = "finish" if _before(ask.goals, Goal.DAYS, Goal.COST) else "cost"
        self.best: tuple[Score, Schedule] | None = None
        if start is not None:
            self.best = (self._real(start), start)
        self.bound = NO_BOUND

    @property
    def _large(self) -> bool:
        return len(self.problem.offers) > WHOLE

    @cached_property
    def relaxed(self) -> Relaxed:
        """The relaxation for the first goal; for the most worth when that goal has none of its own."""
        if self.first_goal is Goal.COST:
            return relax(self.table, Aim(worth=0.0, cents=1.0, floor=self.ask.floor))
        if self.first_goal is Goal.DAYS:
            return relax(self.table, Aim(worth=0.0, days=1.0, floor=self.ask.floor))
        return relax(self.table)

    def run(self) -> Iterator[Found]:
        """Better and better plans, or the same with a better bound; the last one is the answer. Nothing when no plan was found."""
        if self._large:
            self._raise_bound(self._lower(self.relaxed.bound))
        if len(self.problem.offers) > FEW:
            self._first_plan()
            if self.best is not None:
                yield self._found(proven=False)
            if self.best is not None and self._large and self.first_goal is Goal.COVERAGE and self._prove_close():
                yield self._found(proven=False)
        proven = self._last_part()
        if self.best is not None:
            yield self._found(proven=proven)

    def _found(self, *, proven: bool) -> Found:
        assert self.best is not None  # noqa: S101 - the callers have looked
        score, schedule = self.best
        bound = score[0] if proven else min(self.bound, score[0])
        return Found(schedule, score, bound, proven)

    def _raise_bound(self, bound: int) -> None:
        self.bound = max(self.bound, bound)

    def _lower(self, bound: float) -> int:
        """A bound on what is made large, in the terms of the score, where smaller is better."""
        if self.first_goal is Goal.KEPT or not isfinite(bound):
            return NO_BOUND
        return calendar_days(self.table, ceil(-bound)) if self.first_goal is Goal.DAYS else -floor(bound)

    def _among(self, value: int | None) -> tuple[int, ...]:
        """Offers that can be part of a plan whose first goal has at most this value; all that fit when none is known or they are few."""
        possible = self.table.fits
        if self._large:
            if self.first_goal is Goal.KEPT:
                possible = possible & self.relaxed.can_reach(self.ask.floor)
            elif value is not None:
                reach = study_days(self.table, value) if self.first_goal is Goal.DAYS else value
                possible = possible & self.relaxed.can_reach(-reach)
        return tuple(np.flatnonzero(possible).tolist())

    def _real(self, schedule: Schedule) -> Score:
        return real_score(self.table, self.ask.goals, schedule, self.ask.keep)

    def _take(self, schedule: Schedule) -> None:
        score = self._real(schedule)
        if self.best is None or score < self.best[0]:
            self.best = (score, schedule)

    def _core(self) -> tuple[int, ...]:
        """The most attractive offers, what is asked for, and ways to their prerequisites; all when there are few."""
        if not self._large:
            return self._among(None)
        value = self.relaxed.reduced
        order = np.argsort(-value, kind="stable")[:CORE].tolist()
        named = {*self.problem.fixed, *self.ask.keep}
        core = {i for i in order if self.table.fits[i]}
        core |= {i for c in named for i in self.table.options.get(c, ())}
        todo = sorted(core)
        while todo:
            offer = self.problem.offers[todo.pop()]
            for need in offer.needs:
                ways = [i for c in need.by for i in self.table.options.get(c, ()) if self.table.fits[i]]
                for i in sorted(ways, key=lambda i: (-value[i], i))[:HELPERS]:
                    if i not in core:
                        core.add(i)
                        todo.append(i)
        return tuple(sorted(core))

    def _first_plan(self) -> None:
        """A good plan out of few offers; put together step by step when none of the sets tried has an order."""
        effort = Effort(self.effort.left * FIRST_EFFORT)
        spent = effort.left
        near = NEAR if self._large else 0.0
        ask = replace(self.ask, goals=(self.first_goal,), among=self._core(), near=near, floor=self._least_worth())
        mine, sound = self.cuts.copy(), True
        for _ in range(TRIES):
            selection = select(self.table, ask, mine, effort)
            if selection is None:
                self.effort.left -= spent - effort.left
                return
            if not selection.offers:
                break
            if sound and not self._large:
                self._raise_bound(selection.bound)
            order = self._ordered(selection, mine)
            if isinstance(order, Schedule):
                break
            sound &= order.exact
        self.effort.left -= spent - effort.left
        if self.best is None:
            self._step_by_step()

    def _ordered(self, selection: Selection, mine: Cuts) -> Schedule | NoOrder:
        """A good order of the set, taken when the plan is better; a failure is learned from."""
        order = sequence(self.problem, selection.offers, first=self.order_by, quick=True)
        if isinstance(order, NoOrder):
            order = sequence(self.problem, selection.offers, first=self.order_by)
        if isinstance(order, NoOrder):
            self._learn(selection.offers, order, mine)
        else:
            self._take(order)
        return order

    def _prove_close(self) -> bool:
        """Look for plans that are better by a hundredth until there is none; True when that is proven."""
        mine, sound = self.cuts.copy(), True
        for _ in range(TRIES):
            assert self.best is not None  # noqa: S101 - the caller has looked
            wanted = floor(-self.best[0][0] * (1 + CLOSE)) + 1
            if -self.bound < wanted:
                return True
            ask = replace(self.ask, goals=(self.first_goal,), among=self._among(-wanted), near=NEAR)
            selection = select(self.table, replace(ask, floor=max(wanted, self.ask.floor)), mine, self.effort)
            if selection is None:
                self._raise_bound(-(wanted - 1) if sound else NO_BOUND)
                return sound
            if not selection.offers:
                return False
            order = self._ordered(selection, mine)
            sound &= order.exact or isinstance(order, Schedule)
        return False

    def _last_part(self) -> bool:
        """The best plan in all goals; True when it is proven to be that."""
        mine = self.cuts.copy()
        sound = True  # whether every order was searched to the end, so that what is refused was looked at or has none
        before, since = None, 0
        for _ in range(ROUNDS):
            known = self.best[0] if self.best else None
            before, since = known, since + 1 if known == before else 0
            if since > self.patience and len(self.problem.offers) > FEW:
                break
            selection = self._next(mine, known)
            if selection is None:
                return sound and self.best is not None
            if sound:
                self._raise_bound(selection.bound)
            if not selection.offers:
                break
            if known is not None and selection.score >= known and selection.proven:
                return sound
            order = sequence(self.problem, selection.offers, first=self.order_by)
            sound &= order.exact
            if isinstance(order, NoOrder):
                self._learn(selection.offers, order, mine)
                continue
            self._take(order)
            if self._real(order) == selection.score and selection.proven:
                return sound
            if self.effort.left <= 0:
                break
            mine.exactly.append(frozenset(selection.offers))
        if self.best is None:
            self._step_by_step()
        return False

    def _next(self, mine: Cuts, known: Score | None) -> Selection | None:
        """The best set that is left. Where the best worth is known to be reached, only the other goals are pursued."""
        among = self._among(known[0] if known else None)
        ask = replace(self.ask, among=among, floor=self._least_worth())
        if known is None or self.first_goal is not Goal.COVERAGE or self.bound < known[0]:
            return select(self.table, ask, mine, self.effort, known)
        rest = select(self.table, replace(ask, goals=self.ask.goals[1:]), mine, self.effort, known[1:])
        if rest is None or not rest.offers:
            return rest
        return replace(rest, score=(known[0], *rest.score), bound=known[0])

    def _least_worth(self) -> int:
        """Only plans with at least this worth are of interest now."""
        if self.best is None or self.first_goal is not Goal.COVERAGE:
            return self.ask.floor
        return max(self.ask.floor, -self.best[0][0])

    def _learn(self, offers: tuple[int, ...], order: NoOrder, mine: Cuts) -> None:
        """Keep what a failure says; for every later search, too, when it says that for certain."""
        mine.learn(self.problem, offers, order)
        if order.exact:
            self.cuts.learn(self.problem, offers, order)

    def _step_by_step(self) -> None:
        """A plan put together one offer at a time, each time the one that adds most: for when too many sets had no order."""
        among = self._core()
        asked = {i for i in among if self.problem.offers[i].credential in self.problem.fixed}
        chosen: tuple[int, ...] = ()
        schedule: Schedule | None = None
        tried = 0
        while len(chosen) < self.problem.limits.max_credentials and tried < MOST_TRIED:
            taken = {self.problem.offers[i].credential for i in chosen}
            now = self.problem.worth(chosen)
            open_ = [i for i in among if self.problem.offers[i].credential not in taken]
            open_ = [i for i in open_ if not self.problem.clash({*taken, self.problem.offers[i].credential})]
            gains = {i: self.problem.worth((*chosen, i)) - now for i in open_}
            useful = sorted((i not in asked, -gains[i], i) for i in open_ if gains[i] or i in asked)
            for *_, i in useful[:TRIED]:
                order = sequence(self.problem, tuple(sorted((*chosen, i))), first=self.order_by, quick=True)
                tried += 1
                if isinstance(order, Schedule):
                    chosen, schedule = (*chosen, i), order
                    break
            else:
                break
        names = {self.problem.offers[i].credential for i in chosen}
        alike = any(2 * len(names & plan) > len(names) for plan in self.ask.apart)
        if (
            schedule is None
            or self.problem.worth(chosen) < self.ask.floor
            or not names.issuperset(self.problem.fixed)
            or alike
        ):
            return
        self._take(schedule)


def _before(goals: tuple[Goal, ...], one: Goal, other: Goal) -> bool:
    return one in goals and (other not in goals or goals.index(one) < goals.index(other))
