"""Put chosen credentials in order, day by day, and pay for them on the calendar.

One credential at a time, at the person's full weekly hours. A label search over subsets (Held and Karp 1962, J. SIAM 10, 196-210) finds the
best order and start days. A label is a set of finished steps, the next free day of study, what has to be remembered of shared
subscriptions (``credlens.plan.sequencing.ledgers``) and, where a calendar month has a budget of its own, what is spent in the months that are not
closed. Nothing else can change the future, so of two labels that agree in all this only the better one is kept.

Bundles pay back when their last member is begun: a label may be dearer than the budget by as much as is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from credlens.model.plan import Payment, PaymentKind
from credlens.plan.money.billing import Terms, Work, bill, expires
from credlens.plan.problem import Problem
from credlens.plan.sequencing.bounds import Bounds
from credlens.plan.sequencing.infeasible import failure, stuck
from credlens.plan.sequencing.ledgers import Histories, Ledger, Runs, Shared, State
from credlens.plan.sequencing.placing import Placing

MAX_LABELS = (
    20_000  # judgement: kept for each number of finished steps, cheapest first; reached only beyond about ten steps
)
MONTHLY_LABELS = (
    1_000  # judgement: the same where a month has a budget of its own; each may begin its next step in any later month
)
QUICK_LABELS = 60  # judgement: enough for a first order, which says what need not be looked at
FEW = 6  # judgement: so many steps are put in order at once without a quick look first
FIRST = ("cost", "finish")


@dataclass(frozen=True, slots=True)
class Visit:
    """One offer on the calendar.

    Attributes:
        offer: its index in the problem.
        hours: what is really worked, after what the steps before it save.
        expires: last day it holds without a renewal; None when it does not expire, or nobody looked it up.
    """

    offer: int
    start: date
    finish: date
    payments: tuple[Payment, ...]
    hours: float = 0.0
    expires: date | None = None


@dataclass(frozen=True)
class Schedule:
    """An order that keeps every limit. ``exact`` is False when labels were dropped, so that a better one may exist."""

    visits: tuple[Visit, ...]
    cost: Decimal
    exact: bool = True


@dataclass(frozen=True)
class NoOrder:
    """No order keeps the limits.

    Attributes:
        stuck: offers whose prerequisites nothing in the set can meet.
        exact: False when labels were dropped, so that an order may exist all the same.
        why: ``order`` when something is stuck, ``time`` when there is no order even if money were no object, ``money`` when there
            is one then; empty when it is not exact.
        core: offers that fail together already; all of them when nothing smaller is known to.
        exact_set: True when a larger set may well be executable; False when no set with all of ``core`` is.
    """

    stuck: tuple[int, ...]
    exact: bool
    why: str = ""
    core: tuple[int, ...] = ()
    exact_set: bool = True


Months = tuple[tuple[tuple[int, int], Decimal], ...]  # spent by (year, month), where that is not certain to be all yet
Key = tuple[
    int, date, State, Months
]  # finished steps; next free day of study, or the last day of all when every step is finished
Rank = tuple[Decimal, int, tuple[int, ...], tuple[date, ...]]  # cost, uncovered worth x days, order, start days

Value = tuple[Decimal, date] | tuple[date, Decimal]  # cost and last day, what counts first before the other


def sequence(
    problem: Problem, chosen: tuple[int, ...], *, first: str = "cost", quick: bool = False
) -> Schedule | NoOrder:
    """The best order of the offers at these indices.

    Args:
        problem: whose limits it has to keep.
        chosen: one offer for each credential.
        first: ``cost`` for the cheapest order, then the earliest finish; ``finish`` for the other way round. Then what covers
            earliest, then credential ids.
        quick: whether a good order will do: only few labels are followed, and the schedule says when it may not be the best; a
            failure does not say why.
    """
    if first not in FIRST:
        raise ValueError(f"an order is the best by {' or '.join(FIRST)}, not by {first}")
    found = stuck(problem, chosen)
    if found:
        return NoOrder(found, exact=True, why="order", core=tuple(sorted(chosen)))
    search = _Search(problem, chosen, first)
    schedule = search.quick() if quick else search.best()
    if schedule is not None:
        return schedule
    if quick or not search.exact:
        return NoOrder((), exact=search.exact, core=tuple(sorted(chosen)))
    why = failure(problem, chosen)
    return NoOrder((), exact=True, why=why.why, core=why.core, exact_set=why.exact_set)


class _Search:
    """One label search."""

    def __init__(self, problem: Problem, chosen: tuple[int, ...], first: str) -> None:
        self.problem = problem
        self.finish_first = first == "finish"
        self.chosen = tuple(sorted(chosen, key=lambda i: problem.offers[i].name))
        self.offers = [problem.offers[i] for i in self.chosen]
        self.all = (1 << len(self.chosen)) - 1
        self.placing = Placing(problem, self.offers)
        self.terms = Terms.under(problem.limits, problem.bundles, problem.paid)
        self.shared = Shared(self.offers, self.terms)
        monthly = problem.limits.budget_per_month
        self.monthly = None if monthly is None else monthly.amount
        self.ledger: Ledger = Runs(self.shared) if monthly is None else Histories(self.shared)
        self.bundles = self._bundles()
        self.bounds = Bounds(self.placing, self.shared, self.terms)
        self.exact = True
        self.most_labels = MAX_LABELS if monthly is None else min(MAX_LABELS, MONTHLY_LABELS)
        self.known: Value | None = None  # of an order that is known: nothing worse is followed
        self._still_missing: dict[int, int] = {}
        self._own_price: dict[tuple[int, date, date], tuple[Decimal, tuple[Payment, ...]]] = {}

    def _bundles(self) -> list[tuple[int, Decimal]]:
        """Those that the chosen offers complete: members as a mask, and what is paid back."""
        bit = {o.credential: 1 << k for k, o in enumerate(self.offers)}
        whole = [b for b in self.problem.bundles if all(m in bit for m in b.members)]
        return [(sum(bit[m] for m in set(b.members)), b.saves) for b in whole]

    def best(self) -> Schedule | None:
        """The best order; where there are many, after a quick look for one that is good."""
        if len(self.chosen) > (FEW if self.monthly is None else 1):
            most, good = self.most_labels, self.quick()
            if good is None and self.exact:
                return None
            self.most_labels, self.exact = most, True
            if good is not None:
                self.known = self._value(good.cost, good.visits[-1].finish)
        return self.run()

    def quick(self) -> Schedule | None:
        """A good order, by following the few labels that promise most; when none arrives, those that end earliest or cost least."""
        self.most_labels = min(self.most_labels, QUICK_LABELS)
        found = self.run()
        if found is None and not self.exact:
            self.finish_first = not self.finish_first
            found = self.run()
            self.finish_first = not self.finish_first
        return found

    def _value(self, cost: Decimal, finish: date) -> Value:
        return (finish, cost) if self.finish_first else (cost, finish)

    def run(self) -> Schedule | None:
        """Extend labels step by step, keeping the best for each key."""
        day = self.placing.calendar.next(self.problem.limits.start)
        if not self.chosen:
            return Schedule((), Decimal(0))
        if day is None:
            return None
        layer: dict[Key, Rank] = {(0, day, self.ledger.first(), ()): (Decimal(0), 0, (), ())}
        for _ in self.chosen:
            following: dict[Key, Rank] = {}
            for key, rank in layer.items():
                for to, extended in self._extensions(key, rank):
                    if to not in following or extended < following[to]:
                        following[to] = extended
            layer = self._fewer(following)
        if not layer:
            return None
        _, (_, _, order, starts) = min(layer.items(), key=self._final)
        return self._schedule(order, starts)

    def _fewer(self, labels: dict[Key, Rank]) -> dict[Key, Rank]:
        if len(labels) <= self.most_labels:
            return labels
        self.exact = False
        return dict(sorted(labels.items(), key=self._promise)[: self.most_labels])

    def _final(self, label: tuple[Key, Rank]) -> tuple[Value, Rank]:
        """What decides between orders of all steps."""
        (_, finish, _, _), rank = label
        return self._value(rank[0], finish), rank

    def _promise(self, label: tuple[Key, Rank]) -> tuple[Value, Rank]:
        """What decides which labels are dropped when there are too many: the best that may come of them."""
        (done, free, _, _), rank = label
        return self._value(rank[0] + self.bounds.cost(done), self._earliest(done, free) or date.max), rank

    def _earliest(self, done: int, free: date) -> date | None:
        return free if done == self.all else self.bounds.finish(done, free)

    def _hopeless(self, least: Decimal, after: int, free: date) -> bool:
        """Whether what comes of a label that costs so much at least breaks the budget, or is worse than what is known."""
        if least > self.problem.limits.budget.amount:
            return True
        if (
            self.monthly is None
        ):  # orders seldom differ in their end then, and looking for it would cost more than it saves
            return self.known is not None and not self.finish_first and (least, date.min) > self.known
        finish = self._earliest(after, free)
        return finish is None or (self.known is not None and self._value(least, finish) > self.known)

    def _extensions(self, key: Key, rank: Rank) -> Iterator[tuple[Key, Rank]]:
        done, day, state, months = key
        cost, delay, order, starts = rank
        missing = self._missing(done)
        for k in range(len(self.offers)):
            if done >> k & 1 or not self.placing.ready(k, done):
                continue
            work_days, after = self.placing.work_days(k, done), done | 1 << k
            back, to_come = self._discounts(k, after)
            later = self.bounds.cost(after) - to_come
            for start in self.placing.starts(k, day):
                finish = self.placing.finish(k, start, work_days)
                free = None if finish is None else finish if after == self.all else self.placing.free_after(finish)
                if finish is None or free is None:
                    break  # whoever begins later ends later, too
                own, paid = self._own(k, start, finish)
                extra, left, settled = self.ledger.use(k, (start, finish), state, after, free)
                total = cost + own + extra - back
                if self._hopeless(total + later, after, free):
                    continue
                spent = self._spent(months, (*paid, *settled), (start, back), (after, free, left), to_come)
                if spent is None:
                    continue
                late = missing * ((finish - day).days + 1) + self._missing(after) * ((free - finish).days - 1)
                yield (after, free, left, spent), (total, delay + late, (*order, k), (*starts, start))

    def _discounts(self, k: int, after: int) -> tuple[Decimal, Decimal]:
        """What step ``k`` gets back when ``after`` are begun, and what may still come."""
        back = sum((s for mask, s in self.bundles if mask >> k & 1 and mask & ~after == 0), Decimal(0))
        return back, sum((s for mask, s in self.bundles if mask & ~after), Decimal(0))

    def _missing(self, done: int) -> int:
        """Integer worth still missing when these steps are finished."""
        if done not in self._still_missing:
            worth = self.problem.worth(tuple(i for k, i in enumerate(self.chosen) if done >> k & 1))
            self._still_missing[done] = self.problem.worth(self.chosen) - worth
        return self._still_missing[done]

    def _own(self, k: int, start: date, finish: date) -> tuple[Decimal, tuple[Payment, ...]]:
        """What step ``k`` costs beside the subscriptions it shares; of the payments, those that a month's budget has to hold."""
        key = (k, start, finish)
        if key not in self._own_price:
            offer = self.offers[k]
            own = tuple(c for c in offer.charges if c.key not in self.shared.keys)
            work = Work(own, start, finish, "", offer.valid_months, offer.renewal)
            (paid,) = bill([work], self.terms)
            counted = tuple(p for p in paid if p.kind is not PaymentKind.RENEWAL) if self.monthly is not None else ()
            self._own_price[key] = _sum(paid), counted
        return self._own_price[key]

    def _spent(
        self,
        months: Months,
        paid: tuple[Payment, ...],
        back: tuple[date, Decimal],
        after: tuple[int, date, State],
        to_come: Decimal,
    ) -> Months | None:
        """What is spent in the months that are not closed yet; None when one of them is over its budget."""
        if self.monthly is None:
            return ()
        spent = dict(months)
        for day, amount in (*((p.day, p.amount.amount) for p in paid), (back[0], -back[1])):
            month = (day.year, day.month)
            spent[month] = spent.get(month, Decimal(0)) + amount
        done, free, state = after
        now = (free.year, free.month)
        if done == self.all:
            return () if all(a <= self.monthly for a in spent.values()) else None
        if any(a - (to_come if m >= now else 0) > self.monthly for m, a in spent.items()):
            return None
        unsettled = self.ledger.unsettled(state, done)
        open_from = min(now, (unsettled.year, unsettled.month))
        return tuple(sorted((m, a) for m, a in spent.items() if a and m >= open_from))

    def _schedule(self, order: tuple[int, ...], starts: tuple[date, ...]) -> Schedule:
        works: list[Work] = []
        hours: list[float] = []
        done = 0
        for k, start in zip(order, starts, strict=True):
            finish = self.placing.finish(k, start, self.placing.work_days(k, done))
            works.append(Work.of(self.offers[k], start, finish or start))  # it has one, or it would not be in a label
            hours.append(self.placing.hours(k, done))
            done |= 1 << k
        bills = bill(works, self.terms)
        visits = tuple(
            Visit(self.chosen[k], w.start, w.finish, p, h, expires(w.valid_months, w.finish))
            for k, w, h, p in zip(order, works, hours, bills, strict=True)
        )
        return Schedule(visits, sum((_sum(p) for p in bills), Decimal(0)), self.exact)


def _sum(paid: tuple[Payment, ...]) -> Decimal:
    return sum((p.amount.amount for p in paid), Decimal(0))
