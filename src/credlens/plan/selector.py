"""Choose the best set of offers: the master problem, solved with CP-SAT.

Maximum coverage with diminishing returns under a budget, a calendar and a cap on the number of credentials. Evidence adds up as
-ln(1 - p), its worth is concave, so it is bounded by chords of the worth table: each chord is exact at two neighbouring integers and
above the table elsewhere. The model starts with a few of them per target, and wherever a solution claims more than it is worth, the
missing chord is added and the stage is solved again (outer approximation, Duran and Grossmann 1986, Math. Programming 36, 307-339).
So every bound is a true bound, and what ends a stage is exact on the integer scale.

Scale: weights are integers of about 10 000 in all, worth is 1 000 000 at certainty, money is whole hundredths of the currency rounded
down. Subscriptions are counted with months of 31 and years of 366 days and as if never interrupted, so that a set is never priced
above what it costs on the calendar; the sequencer finds the real price. One worker, one seed and deterministic limits make the answer
the same on every run of one version of OR-Tools.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from enum import Enum
from hashlib import blake2b
from math import ceil, exp

from ortools.sat.python import cp_model

from credlens.plan.charge import PERIOD_DAYS, Charge, Key
from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.value import FULL, NAT, SHARE, TOP, WORTH

EFFORT = 4.0  # deterministic seconds (about CPU seconds) for one plan; sixty offers need a tenth of it
REFINEMENTS = 25  # chords are added at most so many times in a stage
FIRST_CHORDS = 7  # distance of the first two chords; grows with the flattening of the worth
LOWEST = -FULL * SHARE * 2  # below every score: the weights add up to SHARE and a little for rounding


class Goal(Enum):
    """What one stage makes as good as it can be, without giving up what the stages before it reached."""

    COVERAGE = "coverage"  # the most integer worth
    QUALITY = "quality"  # the least sum of (1 - quality): better ones, and fewer of them
    COST = "cost"  # the least money, as bounded from below
    DAYS = "days"  # the least work
    CANONICAL = "canonical"  # no meaning: makes the answer unique


Score = tuple[int, ...]  # one value for each goal, in the goals' order, all to be minimised


@dataclass
class Cuts:
    """What was learned on the way, kept from solve to solve.

    Attributes:
        refused: sets that have no order, or whose plan is known already.
        circles: (set, offers outside that could support it): the whole set only with at least one of these.
        chords: (target, integer evidence) at which the worth is exact.
        effort: deterministic seconds that are left.
    """

    refused: list[frozenset[int]] = field(default_factory=list)
    circles: list[tuple[frozenset[int], frozenset[int]]] = field(default_factory=list)
    chords: set[tuple[int, int]] = field(default_factory=set)
    effort: float = EFFORT

    def copy(self) -> Cuts:
        """The same cuts, to which others can be added, with fresh effort; chords hold everywhere and stay shared."""
        return Cuts(list(self.refused), list(self.circles), self.chords)


@dataclass(frozen=True)
class Selection:
    """A set of offers.

    Attributes:
        score: its value for each goal, money as bounded from below.
        bound: the first goal's proven bound over all sets that are left.
        proven: whether every stage was solved to the end; without it and without offers, the limits ended the search too early.
    """

    offers: tuple[int, ...]
    score: Score
    bound: int
    proven: bool


def score(problem: Problem, goals: Sequence[Goal], offers: tuple[int, ...], cost: int | None = None) -> Score:
    """The value of a set for each goal; ``cost`` in hundredths replaces the lower bound when the real one is known."""
    chosen = [problem.offers[i] for i in offers]
    values = {
        Goal.COVERAGE: -problem.worth(offers),
        Goal.QUALITY: sum(_lack(o) for o in chosen),
        Goal.COST: least_cost(problem, offers) if cost is None else cost,
        Goal.DAYS: sum(problem.days[i] for i in offers),
        Goal.CANONICAL: sum(_digest(o) for o in chosen),
    }
    return tuple(values[g] for g in goals)


def least_cost(problem: Problem, offers: Sequence[int]) -> int:
    """Hundredths of the currency that a set costs at least, whatever its order."""
    fixed = 0
    shared: dict[Key | int, tuple[Charge, list[int]]] = {}
    for i in offers:
        for j, charge in enumerate(_distinct(problem.offers[i].charges)):
            key = charge.key or (-1 - i * 1000 - j)
            days = shared.setdefault(key, (charge, []))[1]
            if charge.pattern not in PERIOD_DAYS and (charge.key is None or not days):
                fixed += cents(charge.amount + charge.set_aside)
            days.append(problem.days[i])
    for charge, used in shared.values():
        period = PERIOD_DAYS.get(charge.pattern)
        if period is not None:
            fixed += cents(charge.amount) * -(-sum(used) // period)
    return fixed


def cents(amount: Decimal) -> int:
    """Whole hundredths, rounded down."""
    return int((amount * 100).to_integral_value(ROUND_FLOOR))


def select(
    problem: Problem, goals: Sequence[Goal], *, cuts: Cuts, floor: int = 1, beat: Score | None = None
) -> Selection | None:
    """The best set that no cut forbids, goal after goal; None when there is none.

    Args:
        problem: offers, targets and limits.
        goals: in order of importance.
        cuts: forbidden sets; chords found on the way are added to it.
        floor: least integer worth.
        beat: score of a plan at hand: the stages end as soon as nothing better is left.
    """
    master = _Master(problem, cuts, floor)
    found: tuple[int, ...] | None = None
    reached: list[int] = []
    bound = LOWEST
    proven = True
    for stage, goal in enumerate(goals):
        result = master.best(goal, hint=found)
        if result is None:
            proven &= found is None and not master.unsure
            break
        found, value, least, ended = result
        proven &= ended
        bound = least if stage == 0 else bound
        reached.append(value)
        if beat is not None and tuple(reached) > beat[: stage + 1]:
            break
        master.keep(goal, value)
    if found is None:
        return None if proven else Selection((), (), LOWEST, proven=False)
    return Selection(found, score(problem, goals, found), bound, proven)


def _lack(offer: Offer) -> int:
    return 1000 - round(1000 * offer.quality)


def _digest(offer: Offer) -> int:
    """A number that stands for the offer's name, whatever its place: two sets with the same sum are not to be expected."""
    return int.from_bytes(blake2b("/".join(offer.name).encode(), digest_size=4).digest(), "big") + 1


def _first_chords(top: int) -> list[int]:
    at = [0]
    while at[-1] < top:
        at.append(at[-1] + max(1, int(FIRST_CHORDS * exp(at[-1] / (2 * NAT)))))
    return [k for k in at if k < top]


class _Master:
    """The CP-SAT model; constraints are only ever added."""

    def __init__(self, problem: Problem, cuts: Cuts, floor: int) -> None:
        self.problem = problem
        self.cuts = cuts
        self.floor = floor
        self.unsure = False  # whether a solve ended without an answer
        self.model = cp_model.CpModel()
        self.x = [self.model.new_bool_var(f"take {i}") for i in range(len(problem.offers))]
        self.proof: list[tuple[cp_model.IntVar, cp_model.IntVar]] = []  # for each target: evidence, worth
        self._choices()
        self._prerequisites()
        self._forbid()
        self._coverage()
        self.cost = self._money()
        self.days = cp_model.LinearExpr.weighted_sum(self.x, problem.days)
        self.model.add(self.days <= max(0, problem.horizon))
        self.model.add(self.worth >= floor)

    def _choices(self) -> None:
        options: dict[str, list[cp_model.IntVar]] = {}
        for offer, x in zip(self.problem.offers, self.x, strict=True):
            options.setdefault(offer.credential, []).append(x)
        for taken in options.values():
            if len(taken) > 1:
                self.model.add_at_most_one(taken)
        for credential in self.problem.fixed:
            self.model.add(sum(options.get(credential, [])) == 1)
        self.model.add(sum(self.x) <= self.problem.limits.max_credentials)
        self.options = options

    def _prerequisites(self) -> None:
        for offer, x in zip(self.problem.offers, self.x, strict=True):
            for need in offer.needs:
                support = [y for c in need.by for y in self.options.get(c, [])]
                self.model.add_bool_or([*support, ~x])

    def _forbid(self) -> None:
        for refused in self.cuts.refused:
            self.model.add_bool_or([~x if i in refused else x for i, x in enumerate(self.x)])
        for circle, support in self.cuts.circles:
            self.model.add_bool_or([*(~self.x[i] for i in sorted(circle)), *(self.x[i] for i in sorted(support))])

    def _coverage(self) -> None:
        terms: list[list[tuple[int, cp_model.IntVar]]] = [[] for _ in self.problem.targets]
        for pulls, x in zip(self.problem.pulls, self.x, strict=True):
            for t, amount in pulls.items():
                terms[t].append((amount, x))
        for t, pulled in enumerate(terms):
            top = min(TOP, sum(a for a, _ in pulled))
            evidence = self.model.new_int_var(0, top, f"evidence {t}")
            worth = self.model.new_int_var(0, WORTH[top], f"worth {t}")
            self.model.add(evidence <= sum(a * x for a, x in pulled))
            self.proof.append((evidence, worth))
            known = {k for u, k in self.cuts.chords if u == t and k < top}
            for k in sorted({*_first_chords(top), *known}):
                self._chord(t, k)
        self.worth = cp_model.LinearExpr.weighted_sum([w for _, w in self.proof], self.problem.weights)

    def _chord(self, t: int, k: int) -> None:
        evidence, worth = self.proof[t]
        self.model.add(worth <= WORTH[k] + (WORTH[k + 1] - WORTH[k]) * (evidence - k))

    def _money(self) -> cp_model.LinearExprT:
        """Lower bound of the cost in hundredths, held to the budget."""
        parts: list[cp_model.LinearExprT] = []
        shared: dict[Key, tuple[Charge, list[int]]] = {}
        for i, offer in enumerate(self.problem.offers):
            parts.append(_own_cost(offer, self.problem.days[i]) * self.x[i])
            for charge in _distinct(offer.charges):
                if charge.key is not None:
                    shared.setdefault(charge.key, (charge, []))[1].append(i)
        for charge, users in shared.values():
            parts.append(cents(charge.amount) * self._periods(charge, users))
        cost = sum(parts)
        self.model.add(cost <= cents(self.problem.limits.budget.amount))
        return cost

    def _periods(self, charge: Charge, users: list[int]) -> cp_model.IntVar:
        """Periods paid of a subscription that these offers share."""
        period = PERIOD_DAYS.get(charge.pattern)
        most = 1 if period is None else max(1, -(-max(0, self.problem.horizon) // period))
        paid = self.model.new_int_var(0, most, f"periods {charge.subscription}")
        for i in users:
            days = self.problem.days[i]
            self.model.add(paid >= (1 if period is None else -(-days // period)) * self.x[i])
        if period is not None:
            self.model.add(period * paid >= sum(self.problem.days[i] * self.x[i] for i in users))
        return paid

    def best(self, goal: Goal, hint: tuple[int, ...] | None) -> tuple[tuple[int, ...], int, int, bool] | None:
        """The best set for one goal: its offers, its value, the proven bound, and whether the two are known to meet."""
        objective = self._objective(goal)
        best: tuple[tuple[int, ...], int] | None = None
        bound = LOWEST
        for _ in range(REFINEMENTS):
            solver = self._solve(objective, hint)
            if solver is None:
                break
            bound = max(bound, ceil(solver.best_objective_bound - 0.5))
            hint = tuple(i for i, x in enumerate(self.x) if solver.boolean_value(x))
            value = score(self.problem, (goal,), hint)[0]
            honest = self.problem.worth(hint) >= self.floor
            if honest and (best is None or value < best[1]):
                best = (hint, value)
            if best is not None and best[1] <= bound:
                return (*best, bound, True)
            if not self._refine(hint):
                break
        return None if best is None else (*best, bound, False)

    def keep(self, goal: Goal, value: int) -> None:
        """Never fall behind this value again."""
        self.model.add(self._objective(goal) <= value)
        if goal is Goal.COVERAGE:
            self.floor = max(self.floor, -value)

    def _objective(self, goal: Goal) -> cp_model.LinearExprT:
        offers = self.problem.offers
        if goal is Goal.COVERAGE:
            return -self.worth
        if goal is Goal.COST:
            return self.cost
        if goal is Goal.DAYS:
            return self.days
        each = [_lack(o) if goal is Goal.QUALITY else _digest(o) for o in offers]
        return cp_model.LinearExpr.weighted_sum(self.x, each)

    def _solve(self, objective: cp_model.LinearExprT, hint: tuple[int, ...] | None) -> cp_model.CpSolver | None:
        self.model.minimize(objective)
        self.model.clear_hints()  # type: ignore[no-untyped-call]  # the one method OR-Tools left untyped
        for i, x in enumerate(self.x):
            if hint is not None:
                self.model.add_hint(x, i in hint)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = max(0.0, self.cuts.effort)
        status = solver.solve(self.model)
        self.cuts.effort -= solver.response_proto.deterministic_time
        self.unsure |= status == cp_model.UNKNOWN
        return solver if status in {cp_model.OPTIMAL, cp_model.FEASIBLE} else None

    def _refine(self, offers: tuple[int, ...]) -> bool:
        """Make the worth exact where this set stands; False when it was exact already."""
        total = [0] * len(self.proof)
        for i in offers:
            for t, amount in self.problem.pulls[i].items():
                total[t] += amount
        new = sorted({(t, min(e, TOP - 1)) for t, e in enumerate(total) if e} - self.cuts.chords)
        for t, k in new:
            self.cuts.chords.add((t, k))
            self._chord(t, k)
        return bool(new)


def _distinct(charges: Sequence[Charge]) -> list[Charge]:
    """The charges of one step, a subscription that is named twice only once."""
    return list({c.key or j: c for j, c in enumerate(charges)}.values())


def _own_cost(offer: Offer, days: int) -> int:
    """Hundredths that it costs at least beside what it may share."""
    own = [c for c in offer.charges if c.key is None]
    return sum(cents(c.amount + c.set_aside) * -(-days // PERIOD_DAYS.get(c.pattern, max(1, days))) for c in own)
