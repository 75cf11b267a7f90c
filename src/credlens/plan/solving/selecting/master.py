"""Choose the best set of offers: the master problem, solved with CP-SAT.

Maximum coverage with diminishing returns under a budget, a calendar and a cap on the number of credentials. Evidence adds up as -ln(1 - p);
its worth is concave and bounded by lifted chords (see ``credlens.plan.solving.relaxing``), each of which is exact for sets whose evidence for the
target is k or k + 1 and above it elsewhere. Where a solution claims more than it is worth, the missing chord is added and the stage is solved
again (outer approximation, Duran and Grossmann 1986, Math. Programming 36, 307-339). So every bound is a true bound, and what ends a
stage is exact on the integer scale.

Money and days are lower bounds as in ``credlens.plan.solving.columns``; the sequencer finds the real ones. One worker, one seed and deterministic
limits make the answer the same on every run of one version of OR-Tools. Its presolve is off: it took most of the time, and found little
that the reduction by prices had not found before (decision 0018).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import ceil

import numpy as np

from credlens.plan.solving.columns import Columns, Shared
from credlens.plan.solving.cp import cp_model
from credlens.plan.solving.relaxing.chords import chord
from credlens.plan.solving.selecting.cuts import Cuts
from credlens.plan.solving.selecting.goals import Goal, Score, calendar_days, least_score, study_days
from credlens.plan.value import TOP, WORTH

REFINEMENTS = 25  # chords are added at most so many times in a stage
NO_BOUND = -(10**17)
FEW = 12  # offers: so few are chosen one after the other; with more the solver finds its own way
EACH_PART = 3  # savings of one offer whose every part is looked at; with more of them their days add up
AT_FIRST = (0, 30, 80, 150)  # chords of each target from the beginning


@dataclass
class Effort:
    """Deterministic seconds (about CPU seconds) that may still be spent."""

    left: float


@dataclass(frozen=True)
class Selection:
    """A set of offers.

    Attributes:
        score: its best value for each goal, whatever its order; empty when no set was found before the effort was spent.
        bound: the first goal's proven bound over all sets that are left, in the terms of the score.
        proven: whether every goal was pursued to the end.
    """

    offers: tuple[int, ...]
    score: Score
    bound: int
    proven: bool


@dataclass(frozen=True)
class Ask:
    """What is looked for.

    Attributes:
        goals: in order of importance.
        among: indices of the offers to choose from.
        floor: least integer worth.
        keep: credentials of an earlier plan, for ``Goal.KEPT``.
        apart: earlier plans (credentials) from which at least half has to differ.
        near: a relative distance to the best value of the first goal that is good enough.
    """

    goals: tuple[Goal, ...]
    among: tuple[int, ...]
    floor: int = 0
    keep: frozenset[str] = frozenset()
    apart: tuple[frozenset[str], ...] = ()
    near: float = 0.0


def select(table: Columns, ask: Ask, cuts: Cuts, effort: Effort, beat: Score | None = None) -> Selection | None:
    """The best set that no cut forbids, goal after goal; None when it is proven that there is none.

    Args:
        table: offers and limits in numbers.
        ask: what is looked for.
        cuts: forbidden sets; chords found on the way are added.
        effort: what may be spent; what is spent is taken off.
        beat: score of a plan at hand: the stages end as soon as nothing better is left.
    """
    master = _Master(table, ask, cuts, effort)
    found: tuple[int, ...] | None = None
    reached: list[int] = []
    bound = 0
    proven = True
    for stage, goal in enumerate(ask.goals):
        result = master.best(goal, hint=found, near=ask.near if stage == 0 else 0.0)
        if result is None:
            proven = False
            break
        found, value, least = result
        proven &= least >= value
        bound = least if stage == 0 else bound
        reached.append(value)
        if beat is not None and tuple(reached) > beat[: stage + 1]:
            break
        master.keep(goal, value)
    if found is None:
        return Selection((), (), NO_BOUND, proven=False) if master.unsure else None
    return Selection(found, least_score(table, ask.goals, found, ask.keep), bound, proven)


@dataclass
class _Target:
    """One target in the model: what is worth something for it."""

    worth: cp_model.IntVar
    pulls: list[int]
    takes: list[cp_model.IntVar] = field(default_factory=list)
    chords: set[int] = field(default_factory=set)


class _Master:
    """The CP-SAT model; constraints are only ever added."""

    def __init__(self, table: Columns, ask: Ask, cuts: Cuts, effort: Effort) -> None:
        self.table, self.ask, self.cuts, self.effort = table, ask, cuts, effort
        self.problem = table.problem
        self.floor = ask.floor
        self.unsure = False  # whether a solve ended without an answer
        self.model = cp_model.CpModel()
        self.x = {i: self.model.new_bool_var(f"take {i}") for i in ask.among if table.fits[i]}
        self.of: dict[str, list[cp_model.IntVar]] = {}
        for i, x in self.x.items():
            self.of.setdefault(self.problem.offers[i].credential, []).append(x)
        self._choices()
        self._order()
        self._forbid()
        self.awards = [self._all_of(a.members) for a in self.problem.awards]
        self._coverage()
        self._days()
        self._money()

    def _all_of(self, members: Sequence[str]) -> cp_model.IntVar | None:
        """True only when each of these credentials is taken; None when they cannot all be."""
        if any(m not in self.of for m in members):
            return None
        every = self.model.new_bool_var("together")
        for member in members:
            self.model.add_bool_or([*self.of[member], ~every])
        return every

    def _choices(self) -> None:
        for taken in self.of.values():
            if len(taken) > 1:
                self.model.add_at_most_one(taken)
        for group in self.problem.rivals:
            self.model.add_at_most_one([x for credential in group for x in self.of.get(credential, ())])
        for credential in self.problem.fixed:
            self.model.add_bool_or(self.of.get(credential, []))
        every = list(self.x.values())
        self.model.add(cp_model.LinearExpr.sum(every) <= self.problem.limits.max_credentials)
        for plan in self.ask.apart:
            same = [x for c in sorted(plan) for x in self.of.get(c, ())]
            self.model.add(2 * cp_model.LinearExpr.sum(same) <= cp_model.LinearExpr.sum(every))

    def _order(self) -> None:
        for i, x in self.x.items():
            for need in self.problem.offers[i].needs:
                support = [y for c in need.by if c != self.problem.offers[i].credential for y in self.of.get(c, ())]
                self.model.add_bool_or([*support, ~x])

    def _forbid(self) -> None:
        for exactly in self.cuts.exactly:
            if exactly <= self.x.keys():
                self.model.add_bool_or([~x if i in exactly else x for i, x in self.x.items()])
        for together in self.cuts.together:
            if together <= self.x.keys():
                self.model.add_bool_or([~self.x[i] for i in sorted(together)])
        for circle, support in self.cuts.circles:
            if circle <= self.x.keys():
                outside = [self.x[i] for i in sorted(support) if i in self.x]
                self.model.add_bool_or([*(~self.x[i] for i in sorted(circle)), *outside])

    def _coverage(self) -> None:
        pieces: list[list[tuple[int, cp_model.IntVar]]] = [[] for _ in self.problem.targets]
        for i, x in self.x.items():
            for t, amount in self.problem.pulls[i].items():
                pieces[t].append((amount, x))
        for award, pulls in zip(self.awards, self.problem.award_pulls, strict=True):
            if award is not None:
                for t, amount in pulls.items():
                    pieces[t].append((amount, award))
        self.targets: list[_Target] = []
        for t, found in enumerate(pieces):
            top = min(TOP, sum(a for a, _ in found))
            worth = self.model.new_int_var(0, WORTH[top], f"worth {t}")
            target = _Target(worth, [a for a, _ in found], [x for _, x in found])
            self.targets.append(target)
            for k in sorted({*AT_FIRST, *(k for u, k in self.cuts.chords if u == t)}):
                if k < max(top, 1):
                    self._chord(target, k)
        self.worth = cp_model.LinearExpr.weighted_sum([t.worth for t in self.targets], list(self.problem.weights))
        self.model.add(self.worth >= self.floor)
        # For few offers: choose them, then make every worth as large as its chords allow; from below that takes a million steps.
        self.model.add_decision_strategy(list(self.x.values()), cp_model.CHOOSE_FIRST, cp_model.SELECT_MIN_VALUE)
        worths = [target.worth for target in self.targets]
        self.model.add_decision_strategy(worths, cp_model.CHOOSE_FIRST, cp_model.SELECT_MAX_VALUE)

    def _chord(self, target: _Target, k: int) -> None:
        if k not in target.chords:
            target.chords.add(k)
            constant, factors = chord(k, target.pulls)
            self.model.add(target.worth <= constant + cp_model.LinearExpr.weighted_sum(target.takes, factors))

    def _days(self) -> None:
        """Days of study, less what finished credentials may save; and the first day on which the plan can end."""
        parts = [x * int(self.table.full_days[i]) for i, x in self.x.items() if not self.problem.offers[i].savings]
        parts += [self._days_with_savings(i) for i in self.x if self.problem.offers[i].savings]
        self.days = cp_model.LinearExpr.sum(parts)
        self.model.add(self.days <= self.problem.horizon)
        late = [i for i in self.x if self.table.earliest[i] > self.table.days[i]]
        self.end: cp_model.LinearExprT = self.days
        if late:
            end = self.model.new_int_var(0, self.problem.horizon, "end")
            self.model.add(end >= self.days)
            for i in late:
                self.model.add(end >= int(self.table.earliest[i]) * self.x[i])
            self.end = end

    def _days_with_savings(self, i: int) -> cp_model.IntVar:
        """Days of study of one offer: for every part of its savings as long as it takes when no other one comes about."""
        offer, x = self.problem.offers[i], self.x[i]
        helped: list[tuple[float, cp_model.IntVar]] = []
        for saving in offer.savings:
            helpers = [y for c in saving.by for y in self.of.get(c, ())]
            if helpers:
                saved = self.model.new_bool_var("saved")
                self.model.add_implication(saved, x)
                self.model.add_bool_or([*helpers, ~saved])
                helped.append((saving.hours, saved))
        days = self.model.new_int_var(0, int(self.table.full_days[i]), "days")
        each = helped if len(helped) <= EACH_PART else []
        self.model.add(days >= int(self.table.days[i]) * x)
        for size in range(len(each) + 1):
            for part in combinations(each, size):
                least = self.table.at_least(offer, offer.hours - sum(h for h, _ in part))
                others = [saved for pair in each if pair not in part for saved in pair[1:]]
                self.model.add(days >= least * (x - cp_model.LinearExpr.sum(others)))
        if not each and helped:
            saved_days = [(-self.problem.work_days(h), s) for h, s in helped]
            less = cp_model.LinearExpr.weighted_sum([s for _, s in saved_days], [d for d, _ in saved_days])
            self.model.add(days >= int(self.table.full_days[i]) * x + less)
        return days

    def _money(self) -> None:
        takes, factors = list(self.x.values()), [int(self.table.cents[i]) for i in self.x]
        for shared in self.table.shared:
            paid = self._periods(shared)
            if paid is not None:
                takes.append(paid)
                factors.append(shared.cents)
        for bundle, saves in zip(self.problem.bundles, self.table.discounts, strict=True):
            whole = self._all_of(bundle.members)
            if whole is not None:
                takes.append(whole)
                factors.append(-saves)
        self.cost = cp_model.LinearExpr.weighted_sum(takes, factors)
        self.model.add(self.cost <= self.table.budget)

    def _periods(self, shared: Shared) -> cp_model.IntVar | None:
        """Periods that have to be paid of a payment that these offers share; None when nobody uses it."""
        users = [(self.x[int(i)], int(d)) for i, d in zip(shared.users, shared.needs, strict=True) if int(i) in self.x]
        if not users:
            return None
        most = 1 if shared.period is None else max(1, -(-self.problem.horizon // shared.period))
        paid = self.model.new_int_var(0, most, "periods")
        for x, days in users:
            if times := shared.periods(days):
                self.model.add(paid >= times * x)
        if shared.period is not None:
            used = cp_model.LinearExpr.weighted_sum([x for x, _ in users], [d for _, d in users])
            self.model.add(shared.period * paid + shared.free_days >= used)
        return paid

    def best(self, goal: Goal, hint: tuple[int, ...] | None, near: float) -> tuple[tuple[int, ...], int, int] | None:
        """The best set for one goal: its offers, its value, and the proven bound; None when none was found."""
        self.model.minimize(self._objective(goal))
        found: tuple[tuple[int, ...], int] | None = None
        bound: int | None = None
        for _ in range(REFINEMENTS):
            solver = self._solve(hint, near)
            if solver is None:
                break
            least = self._in_terms_of_score(goal, ceil(solver.best_objective_bound - 0.5))
            bound = least if bound is None else max(bound, least)
            hint = tuple(i for i, x in self.x.items() if solver.boolean_value(x))
            value = least_score(self.table, (goal,), hint, self.ask.keep)[0]
            if self.problem.worth(hint) >= self.floor and (found is None or value < found[1]):
                found = (hint, value)
            if found is not None and found[1] - bound <= near * abs(found[1]):
                break
            if not self._refine(hint):
                break
        return None if found is None or bound is None else (*found, min(bound, found[1]))

    def _in_terms_of_score(self, goal: Goal, value: int) -> int:
        return calendar_days(self.table, value) if goal is Goal.DAYS else value

    def keep(self, goal: Goal, value: int) -> None:
        """Never fall behind this value again."""
        limit = study_days(self.table, value) if goal is Goal.DAYS else value
        self.model.add(self._objective(goal) <= limit)
        if goal is Goal.COVERAGE:
            self.floor = max(self.floor, -value)

    def _objective(self, goal: Goal) -> cp_model.LinearExprT:
        if goal is Goal.COVERAGE:
            return -self.worth
        if goal is Goal.COST:
            return self.cost
        if goal is Goal.DAYS:
            return self.end
        if goal is Goal.KEPT:
            kept = [x for c in sorted(self.ask.keep) for x in self.of.get(c, ())]
            return len(self.ask.keep) - cp_model.LinearExpr.sum(kept)
        each = self.table.lack.tolist() if goal is Goal.QUALITY else self.table.digests
        return cp_model.LinearExpr.weighted_sum(list(self.x.values()), [each[i] for i in self.x])

    def _solve(self, hint: Collection[int] | None, near: float) -> cp_model.CpSolver | None:
        if self.effort.left <= 0:  # the solver takes a limit of zero for none
            self.unsure = True
            return None
        self.model.clear_hints()  # type: ignore[no-untyped-call]  # the one method OR-Tools left untyped
        if hint is not None:
            taken = set(hint)
            for i, x in self.x.items():
                self.model.add_hint(x, i in taken)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2
        solver.parameters.cp_model_presolve = False
        solver.parameters.relative_gap_limit = near
        solver.parameters.max_deterministic_time = self.effort.left
        if len(self.x) <= FEW:
            solver.parameters.search_branching = cp_model.FIXED_SEARCH
        status = solver.solve(self.model)
        self.effort.left -= solver.response_proto.deterministic_time
        self.unsure |= status == cp_model.UNKNOWN  # its bound says nothing then
        return solver if status in {cp_model.OPTIMAL, cp_model.FEASIBLE} else None

    def _refine(self, offers: tuple[int, ...]) -> bool:
        """Make the worth exact where this set stands; False when it was exact already."""
        total = np.zeros(len(self.targets), dtype=np.int64)
        for i in offers:
            for t, amount in self.problem.pulls[i].items():
                total[t] += amount
        for k in self.problem.awarded({self.problem.offers[i].credential for i in offers}):
            for t, amount in self.problem.award_pulls[k].items():
                total[t] += amount
        new = False
        for t, (target, evidence) in enumerate(zip(self.targets, total.tolist(), strict=True)):
            k = min(evidence, TOP - 1)
            if evidence and k not in target.chords:
                self.cuts.chords.add((t, k))
                self._chord(target, k)
                new = True
        return new
