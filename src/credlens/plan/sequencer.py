"""Put chosen credentials in order, day by day, and pay for them on the calendar.

One credential at a time, at the person's full weekly hours, without a break: then the day on which a set of credentials is finished
does not depend on their order, and a label search over subsets (Held and Karp 1962, J. SIAM 10, 196-210) finds the best one. Only
prices, prerequisites and last days depend on the order. A label is a set of finished steps and, for each shared subscription that is
wanted later and has paid days left, since when it runs and how much of it is paid; nothing else can change the future.

A subscription that has lapsed before its next use is begun anew, one that has not is kept: no other way is cheaper, because a run that
begins later, or is extended where it ends, covers at least as many days for as many payments, short months included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.plan import Payment
from credlens.plan.billing import Work, bill, payments
from credlens.plan.charge import PERIOD_DAYS, Charge, Key
from credlens.plan.problem import Problem

NEVER = 10**9  # a day that does not come
MAX_LABELS = 20_000  # kept for each number of finished steps, cheapest first; reached only beyond about ten steps


@dataclass(frozen=True, slots=True)
class Visit:
    """One offer on the calendar."""

    offer: int
    start: date
    finish: date
    payments: tuple[Payment, ...]


@dataclass(frozen=True)
class Schedule:
    """An order that keeps every limit. ``exact`` is False when labels were dropped, so that a better one may exist."""

    visits: tuple[Visit, ...]
    cost: Decimal
    exact: bool = True


@dataclass(frozen=True)
class NoOrder:
    """No order keeps the limits; ``stuck`` are offers whose prerequisites nothing in the set can meet, ``exact`` as above."""

    stuck: tuple[int, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """A subscription: first day of the run, periods paid in it, and the day on which the next one would be due."""

    since: int
    paid: int
    due: int


State = tuple[tuple[int, _Run], ...]  # subscription number and its run, by number
Rank = tuple[Decimal, int, tuple[int, ...]]  # cost, uncovered worth x days, order


def sequence(problem: Problem, chosen: tuple[int, ...]) -> Schedule | NoOrder:
    """The cheapest order of the offers at these indices; at the same cost the one that covers earliest, then by credential id."""
    stuck = _stuck(problem, chosen)
    if stuck:
        return NoOrder(stuck, exact=True)
    return _Search(problem, chosen).run()


def _stuck(problem: Problem, chosen: tuple[int, ...]) -> tuple[int, ...]:
    done: set[str] = set()
    left = list(chosen)
    while True:
        ready = [i for i in left if all(done & set(n.by) for n in problem.offers[i].needs)]
        if not ready:
            return tuple(left)
        done |= {problem.offers[i].credential for i in ready}
        left = [i for i in left if i not in ready]


class _Search:
    """One label search; days are counted from the start, which is day 0."""

    def __init__(self, problem: Problem, chosen: tuple[int, ...]) -> None:
        self.problem = problem
        self.chosen = tuple(sorted(chosen, key=lambda i: problem.offers[i].name))
        self.offers = [problem.offers[i] for i in self.chosen]
        self.days = [problem.work_days(o.hours) for o in self.offers]
        self.start = problem.limits.start
        place = {o.credential: k for k, o in enumerate(self.offers)}
        self.needs = [[[place[c] for c in n.by if c in place] for n in o.needs] for o in self.offers]
        self.shared: list[Charge] = []
        self.uses: list[list[int]] = []  # for each step, the numbers of the subscriptions it uses
        self._number_subscriptions()
        self.all_worth = problem.worth(self.chosen)
        self.runs: dict[tuple[int, int, int], _Run] = {}
        self.standing: dict[int, tuple[int, int]] = {}
        self.private: dict[tuple[int, int], Decimal] = {}

    def _number_subscriptions(self) -> None:
        users: dict[Key, int] = {}
        for offer in self.offers:
            for charge in offer.charges:
                if charge.key is not None:
                    users[charge.key] = users.get(charge.key, 0) + 1
        number: dict[Key, int] = {}
        for offer in self.offers:
            used: list[int] = []
            for charge in offer.charges:
                if charge.key is not None and users[charge.key] > 1:
                    if charge.key not in number:
                        number[charge.key] = len(self.shared)
                        self.shared.append(charge)
                    used.append(number[charge.key])
            self.uses.append(sorted(set(used)))

    def run(self) -> Schedule | NoOrder:
        """Extend labels step by step, keeping the best for each state."""
        layer: dict[tuple[int, State], Rank] = {(0, ()): (Decimal(0), 0, ())}
        exact = True
        for _ in self.offers:
            following: dict[tuple[int, State], Rank] = {}
            for (done, state), rank in layer.items():
                for key, extended in self._extensions(done, state, rank):
                    if key not in following or extended < following[key]:
                        following[key] = extended
            if len(following) > MAX_LABELS:
                following = dict(sorted(following.items(), key=lambda kv: kv[1])[:MAX_LABELS])
                exact = False
            layer = following
        if not layer:
            return NoOrder((), exact)
        return self._schedule(min(layer.values())[2], exact=exact)

    def _extensions(self, done: int, state: State, rank: Rank) -> Iterator[tuple[tuple[int, State], Rank]]:
        cost, delay, order = rank
        first, missing = self._standing(done, order)
        for k, offer in enumerate(self.offers):
            last = first + self.days[k] - 1
            if done >> k & 1 or last >= self.problem.horizon or not self._ready(k, done, last):
                continue
            extra, after = self._pay(k, first, last, done | 1 << k, dict(state))
            if cost + extra <= self.problem.limits.budget.amount:
                yield (done | 1 << k, after), (cost + extra, delay + missing * self.days[k], (*order, k))

    def _standing(self, done: int, order: tuple[int, ...]) -> tuple[int, int]:
        """Day on which the next step begins, and integer worth still missing, after these steps in any order."""
        if done not in self.standing:
            worth = self.problem.worth(tuple(self.chosen[k] for k in order))
            self.standing[done] = (sum(self.days[k] for k in order), self.all_worth - worth)
        return self.standing[done]

    def _ready(self, k: int, done: int, last: int) -> bool:
        last_day = self.offers[k].last_day
        if last_day is not None and self.start + timedelta(days=last) > last_day:
            return False
        return all(any(done >> m & 1 for m in need) for need in self.needs[k])

    def _pay(self, k: int, first: int, last: int, done: int, runs: dict[int, _Run]) -> tuple[Decimal, State]:
        """What step ``k`` adds to the cost, and the subscriptions afterwards."""
        cost = self._private(k, first, last)
        for g in self.uses[k]:
            before = runs.get(g) or _Run(first, 0, first)
            runs[g] = self._extended(g, before.since, last)
            cost += self.shared[g].amount * (runs[g].paid - before.paid)
        wanted = {g for m in range(len(self.offers)) if not done >> m & 1 for g in self.uses[m]}
        return cost, tuple((g, r) for g, r in sorted(runs.items(), key=_number) if g in wanted and r.due > last)

    def _extended(self, g: int, since: int, last: int) -> _Run:
        """A run from one day until another at least, paid as far as that takes."""
        if (g, since, last) not in self.runs:
            start = self.start + timedelta(days=since)
            paid = len(payments(self.shared[g], start, self.start + timedelta(days=last)))
            self.runs[g, since, last] = _Run(since, paid, self._due(g, start, paid))
        return self.runs[g, since, last]

    def _due(self, g: int, start: date, paid: int) -> int:
        """The day on which payment number ``paid + 1`` would fall due; beyond every deadline for what is paid once."""
        period = PERIOD_DAYS.get(self.shared[g].pattern)
        if period is None or start > date.max - timedelta(days=period * (paid + 1)):
            return NEVER
        dues = payments(self.shared[g], start, start + timedelta(days=period * (paid + 1)))
        return (dues[paid].day - self.start).days

    def _private(self, k: int, first: int, last: int) -> Decimal:
        """What step ``k`` costs beside the subscriptions it shares."""
        if (k, first) not in self.private:
            shared = {self.shared[g].key for g in self.uses[k]}
            own = tuple(c for c in self.offers[k].charges if c.key is None or c.key not in shared)
            work = Work(own, self.start + timedelta(days=first), self.start + timedelta(days=last))
            self.private[k, first] = _total(bill([work]))
        return self.private[k, first]

    def _schedule(self, order: tuple[int, ...], *, exact: bool) -> Schedule:
        works: list[Work] = []
        day = self.start
        for k in order:
            finish = day + timedelta(days=self.days[k] - 1)
            works.append(Work(self.offers[k].charges, day, finish))
            day = finish + timedelta(days=1)
        bills = bill(works)
        visits = tuple(
            Visit(self.chosen[k], w.start, w.finish, p) for k, w, p in zip(order, works, bills, strict=True)
        )
        return Schedule(visits, _total(bills), exact)


def _number(entry: tuple[int, _Run]) -> int:
    return entry[0]


def _total(payments: tuple[tuple[Payment, ...], ...]) -> Decimal:
    return sum((p.amount.amount for step in payments for p in step), Decimal(0))
