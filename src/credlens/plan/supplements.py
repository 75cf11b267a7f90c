"""What may help with the skills a plan leaves open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from credlens.model.plan import Plan, Supplement
from credlens.plan.offer import Extra
from credlens.plan.problem import NEVER, Problem

FREE, PAID = 2, 1  # judgement: named for one skill at most; more would be a catalog again


def supplements(problem: Problem, plan: Plan) -> tuple[Supplement, ...]:
    """For each skill that a plan leaves open up to two free things and one that costs, free ones first.

    Each is named once, with all the open skills it helps with, the most wanted first. What adds most comes first: sum over its open skills of
    weight x what is missing there x how far it proves it, so that a skill covered in part counts less, and so does one that something named
    before helps with; then the shorter. Those that fit are a chain: they are done one after the other in the days between the plan's end
    and the deadline, and paid from what the plan leaves of the budget, all of them together. The others of their kind stand behind them.
    """
    done = {s.credential for s in plan.steps}
    done |= {problem.awards[k].credential for k in problem.awarded(done)}
    extras = [
        e
        for e in problem.extras
        if e.credential not in done
        and all(done & set(n.by) for n in e.needs)
        and not problem.clash({*done, e.credential})  # an equivalent of a step teaches no more
    ]
    naming = _Naming(problem, plan, done, {c.skill: 1 - c.evidence for c in plan.by_skill})
    for free, most in ((True, FREE), (False, PAID)):
        pool = [e for e in extras if e.free is free]
        naming.name(pool, most, fitting=True)
        naming.name(pool, most, fitting=False)
    return tuple(naming.named)


@dataclass
class _Naming:
    """What is named so far, and what that leaves: days, money, and of each skill."""

    problem: Problem
    plan: Plan
    taken: set[str]
    missing: dict[str, float]
    named: list[Supplement] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.weight: Mapping[str, float] = dict(self.problem.targets)
        self.used = bisect_right(self.problem.calendar.days, self.plan.finish)
        self.money: Decimal = self.problem.limits.budget.amount - self.plan.cost.amount

    def name(self, pool: list[Extra], most: int, *, fitting: bool) -> None:
        """Names the best of the pool, one after the other, as long as a skill has fewer than ``most`` of them."""
        while found := [e for e in pool if self._fits(e) is fitting and self._wanted(e, most)]:
            best = min(found, key=lambda e: (-self._gain(e), _hours(e), e.credential))
            if fitting:
                self.used += self.problem.work_days(_hours(best))
                self.money -= best.cost.amount if best.cost else Decimal(0)
            skills = tuple(sorted(self._open(best), key=lambda s: (-self.weight[s], s)))
            proofs = dict(best.proofs)
            self.missing |= {s: self.missing[s] * (1 - proofs[s]) for s in skills}
            self.taken.add(best.credential)
            self.named.append(Supplement(skills[0], best.credential, best.free, best.cost, best.hours, fitting, skills))

    def _open(self, extra: Extra) -> list[str]:
        return [s for s, p in extra.proofs if p > 0 and s in self.plan.uncovered]

    def _wanted(self, extra: Extra, most: int) -> bool:
        """Whether it is not named yet, by itself or as an equivalent, and a skill it helps with has too few of its kind."""
        if extra.credential in self.taken or self.problem.clash({*self.taken, extra.credential}):
            return False
        return any(sum(s in n.skills for n in self.named if n.free is extra.free) < most for s in self._open(extra))

    def _gain(self, extra: Extra) -> float:
        proofs = dict(extra.proofs)
        return sum(self.weight[s] * self.missing[s] * proofs[s] for s in self._open(extra))

    def _fits(self, extra: Extra) -> bool:
        """Whether it can be done and paid after all that is named to fit; what takes unknown hours or money does not fit for sure."""
        days = self.problem.calendar.days
        last = self.used + self.problem.work_days(extra.hours) if extra.hours is not None else NEVER
        if last > len(days) or (extra.last_day is not None and days[last - 1] > extra.last_day):
            return False
        return extra.free or (extra.cost is not None and self._affords(extra))

    def _affords(self, extra: Extra) -> bool:
        cost, budget = extra.cost, self.problem.limits.budget
        return cost is not None and cost.currency == budget.currency and cost.amount <= self.money


def _hours(extra: Extra) -> float:
    return float("inf") if extra.hours is None else extra.hours
