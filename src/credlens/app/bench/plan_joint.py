"""What the solver is measured beside: one joint model on a grid of weeks that chooses, orders and pays at once, given to CP-SAT.

Its rules differ a little from those of a plan. Kinder: steps may be interrupted and interleaved; renewals, awards and a budget by the month are left
out. Stricter: a month of a subscription is four weeks, and no hours are saved. What it finds is therefore not always a plan, and its bound is one
for its own rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from credlens.model.credential import CostPattern
from credlens.plan.money.charge import PERIOD_DAYS, Charge
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.solving.cp import cp_model
from credlens.plan.value import TOP, WORTH

WEEK = 7
TENTHS = 10  # hours are counted in tenths
PERIOD_WEEKS = {CostPattern.PER_MONTH: 4, CostPattern.PER_YEAR: 52, CostPattern.MEMBERSHIP: 52}
LARGEST = 400_000  # variables; beyond it the model alone would take more memory than the whole program may
CHORDS = (*range(0, 100, 4), *range(100, 300, 10), *range(300, TOP, 50))  # evidence at which the worth is exact


@dataclass(frozen=True)
class Joint:
    """What came out.

    Attributes:
        worth: integer worth of what it chose; None when it found nothing.
        bound: no choice that keeps its rules is worth more; None when it was not solved.
        status: CP-SAT's word; ``too large`` when it was not built.
    """

    worth: int | None
    bound: int | None
    status: str
    variables: int


def variables(problem: Problem) -> int:
    """About how many variables the model has."""
    return 2 * len(problem.offers) * _weeks(problem)


def joint(problem: Problem, seconds: float, cpu_seconds: Callable[[], float]) -> Joint:
    """Build and solve it within so many seconds, building included: of the processor, then the solver's deterministic ones, as for our plans."""
    size = variables(problem)
    if size > LARGEST:
        return Joint(None, None, "too large", size)
    begun = cpu_seconds()
    model = _Model(problem)
    left = seconds - (cpu_seconds() - begun)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = max(0.0, left)
    solver.parameters.max_time_in_seconds = max(0.0, 2 * left)  # of the clock, in case the other measure is far off
    status = solver.solve(model.model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Joint(None, None, solver.status_name(status).lower(), size)
    chosen = tuple(i for i, x in enumerate(model.taken) if solver.boolean_value(x))
    return Joint(problem.worth(chosen), ceil(solver.best_objective_bound), solver.status_name(status).lower(), size)


def _weeks(problem: Problem) -> int:
    limits = problem.limits
    return max(0, -(-((limits.deadline - limits.start).days + 1) // WEEK))


class _Model:
    """``on[i][w]``: offer i is worked on in week w, for ``hours[i][w]`` tenths of an hour."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.weeks = range(_weeks(problem))
        self.rooms = [self._room(w) for w in self.weeks]
        self.taken = [self.model.new_bool_var("") for _ in problem.offers]
        self.on = [[self.model.new_bool_var("") for _ in self.weeks] for _ in problem.offers]
        self.hours = [[self.model.new_int_var(0, room, "") for room in self.rooms] for _ in problem.offers]
        self._done: dict[int, list[cp_model.IntVar]] = {}
        self._choices()
        for i, offer in enumerate(problem.offers):
            self._work(i, offer)
        for w, room in enumerate(self.rooms):
            self.model.add(sum(hours[w] for hours in self.hours) <= room)
        self._needs()
        self._money()
        self._worth()

    def _room(self, week: int) -> int:
        first = self.problem.limits.start.toordinal() + WEEK * week
        days = sum(first <= d.toordinal() < first + WEEK for d in self.problem.calendar.days)
        return round(TENTHS * self.problem.limits.hours_per_week * days / WEEK)

    def _choices(self) -> None:
        options = self._options()
        for several in options.values():
            if len(several) > 1:
                self.model.add_at_most_one(several)
        for credential in self.problem.fixed:
            self.model.add(sum(options.get(credential, [])) == 1)
        self.model.add(sum(self.taken) <= self.problem.limits.max_credentials)

    def _options(self) -> dict[str, list[cp_model.IntVar]]:
        options: dict[str, list[cp_model.IntVar]] = {}
        for offer, taken in zip(self.problem.offers, self.taken, strict=True):
            options.setdefault(offer.credential, []).append(taken)
        return options

    def _work(self, i: int, offer: Offer) -> None:
        tenths = round(TENTHS * offer.hours)
        self.model.add(sum(self.hours[i]) == tenths * self.taken[i])
        self.model.add(sum(self.on[i]) >= self.taken[i])
        first, last = self._window(offer)
        for w in self.weeks:
            self.model.add(self.hours[i][w] <= self.rooms[w] * self.on[i][w])
            self.model.add_implication(self.on[i][w], self.taken[i])
            if not first <= w <= last:
                self.model.add(self.on[i][w] == 0)

    def _window(self, offer: Offer) -> tuple[int, int]:
        """First and last week in which it can be worked on."""
        start = self.problem.limits.start
        bounds = [offer.first_day, *(c.valid_from for c in offer.charges)]
        bounds += [min((d for d in offer.starts if d >= start), default=self.problem.limits.deadline)] * bool(
            offer.starts
        )
        first = max(((b - start).days // WEEK for b in bounds if b is not None), default=0)
        last = len(self.weeks) if offer.last_day is None else (offer.last_day - start).days // WEEK
        return first, last

    def _needs(self) -> None:
        """One array of variables for each list of providers, since many ask for the same."""
        place: dict[str, list[int]] = {}
        for i, offer in enumerate(self.problem.offers):
            place.setdefault(offer.credential, []).append(i)
        met: dict[tuple[str, ...], list[cp_model.IntVar]] = {}
        for i, offer in enumerate(self.problem.offers):
            for need in offer.needs:
                if need.by not in met:
                    met[need.by] = [self.model.new_bool_var("") for _ in self.weeks]
                    providers = [self._finished(k) for c in need.by for k in place.get(c, [])]
                    for w in self.weeks:
                        self.model.add(met[need.by][w] <= sum(p[w] for p in providers))
                for w in self.weeks:
                    before = [met[need.by][w - 1]] if w else []
                    self.model.add_bool_or([~self.on[i][w], *before])

    def _finished(self, i: int) -> list[cp_model.IntVar]:
        """By the end of each week; what was begun in a week cannot end in it for who comes next."""
        if i not in self._done:
            done = [self.model.new_bool_var("") for _ in self.weeks]
            tenths = round(TENTHS * self.problem.offers[i].hours)
            for w in self.weeks:
                self.model.add(sum(self.hours[i][: w + 1]) >= tenths * done[w])
                self.model.add_bool_or([~done[w], *self.on[i][: w + 1]])
            self._done[i] = done
        return self._done[i]

    def _money(self) -> None:
        parts: list[cp_model.LinearExprT] = []
        shared: dict[object, tuple[Charge, list[int]]] = {}
        for i, offer in enumerate(self.problem.offers):
            own = 0
            for n, charge in enumerate(offer.charges):
                if charge.key is not None or charge.pattern in PERIOD_DAYS:
                    shared.setdefault(charge.key or (i, n), (charge, []))[1].append(i)
                elif charge.pattern is not CostPattern.FREE:
                    own += int(100 * (charge.amount + charge.set_aside))
            parts.append(own * self.taken[i])
        for charge, users in shared.values():
            parts.append(int(100 * charge.amount) * self._periods(charge, sorted(set(users))))
        options = self._options()
        for bundle in self.problem.bundles:
            whole = self.model.new_bool_var("")
            for name in bundle.members:
                self.model.add(whole <= sum(options.get(name, [])))
            parts.append(-int(100 * bundle.saves) * whole)
        self.model.add(sum(parts) <= int(100 * self.problem.limits.budget.amount))

    def _periods(self, charge: Charge, users: list[int]) -> cp_model.LinearExprT:
        """How often it is paid: at most every so many weeks, and so that every week of use is covered."""
        if charge.pattern not in PERIOD_WEEKS:
            once = self.model.new_bool_var("")
            for i in users:
                self.model.add_implication(self.taken[i], once)
            return once
        paid = [self.model.new_bool_var("") for _ in self.weeks]
        length = PERIOD_WEEKS[charge.pattern]
        for w in self.weeks:
            covers = paid[max(0, w - length + 1) : w + 1]
            for i in users:
                self.model.add_bool_or([~self.on[i][w], *covers])
        return sum(paid)

    def _worth(self) -> None:
        terms: list[list[cp_model.LinearExprT]] = [[] for _ in self.problem.targets]
        for pulls, taken in zip(self.problem.pulls, self.taken, strict=True):
            for t, amount in pulls.items():
                terms[t].append(amount * taken)
        goal: list[cp_model.LinearExprT] = []
        for weight, pulled in zip(self.problem.weights, terms, strict=True):
            evidence = self.model.new_int_var(0, TOP, "")
            worth = self.model.new_int_var(0, WORTH[TOP], "")
            self.model.add(evidence <= sum(pulled))
            for k in CHORDS:
                self.model.add(worth <= WORTH[k] + (WORTH[k + 1] - WORTH[k]) * (evidence - k))
            goal.append(weight * worth)
        self.model.maximize(sum(goal))
