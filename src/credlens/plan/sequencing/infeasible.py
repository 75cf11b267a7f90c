"""Why a set of offers has no order, and which few of them fail already.

What is refused teaches the selector more when it is small: no set that contains it is tried again. That is only right when nothing that may
be added can help, so the test of a part grants it everything an addition could bring:

- A need that some credential outside the part could meet counts as met; a saving that one could bring counts as brought.
- Money is no object. Costs are no ground to refuse a larger set: an added step moves the others to other days, and months are short and
  long, so 30 days from 31 January touch three payments of a monthly price, and two from a day later. Bundles pay back, besides.

What is left are hours, days and dates, and there more steps never help. Take any plan of a larger set, drop the steps that are not in the
part, and let each of the others begin on the first day it may. None of them then begins or ends later than before: a last day never moves
forward when a first day does, a cohort that could be reached still can be, and hours are at most what they were, since what saved some
of them is in the part and earlier still, or granted. So the part would have an order, too.

For the same reason the earliest day on which a set can be finished is all that a search over sets has to remember.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from credlens.plan.offer import Offer
from credlens.plan.problem import Problem
from credlens.plan.sequencing.placing import Placing

MOST = 12  # judgement: steps up to which a part is looked for; 4,096 sets for each try


@dataclass(frozen=True, slots=True)
class Failure:
    """Why (``time`` or ``money``), which offers fail already, and whether only exactly this set is known to fail."""

    why: str
    core: tuple[int, ...]
    exact_set: bool


def stuck(problem: Problem, chosen: tuple[int, ...]) -> tuple[int, ...]:
    """Offers whose needs nothing that could come before them in the set can meet."""
    done: set[str] = set()
    left = sorted(chosen)
    while True:
        ready = [i for i in left if all(done & set(n.by) for n in problem.offers[i].needs)]
        if not ready:
            return tuple(left)
        done |= {problem.offers[i].credential for i in ready}
        left = [i for i in left if i not in ready]


def failure(problem: Problem, chosen: tuple[int, ...]) -> Failure:
    """For a set that has no order although nothing in it is stuck."""
    whole = tuple(sorted(chosen))
    if in_time(problem, [problem.offers[i] for i in whole]):
        return Failure("money", whole, exact_set=True)
    if len(whole) > MOST or _with_help(problem, whole):
        return Failure("time", whole, exact_set=True)
    core = whole
    for i in whole:
        fewer = tuple(j for j in core if j != i)
        if fewer and not _with_help(problem, fewer):
            core = fewer
    return Failure("time", core, exact_set=False)


def _with_help(problem: Problem, part: tuple[int, ...]) -> bool:
    """Whether some order ends in time when all that could be added helps, without taking a day itself."""
    inside = {problem.offers[i].credential for i in part}
    outside = {o.credential for o in problem.offers} - inside
    return in_time(problem, [_helped(problem.offers[i], outside) for i in part])


def _helped(offer: Offer, outside: Collection[str]) -> Offer:
    needs = tuple(n for n in offer.needs if not any(c in outside for c in n.by))
    brought = [s for s in offer.savings if any(c in outside for c in s.by)]
    savings = tuple(s for s in offer.savings if s not in brought)
    return replace(offer, needs=needs, savings=savings, hours=offer.hours - sum(s.hours for s in brought))


def in_time(problem: Problem, offers: Sequence[Offer]) -> bool:
    """Whether these offers have an order that keeps all dates, money not counted."""
    placing = Placing(problem, offers)
    first = problem.calendar.next(problem.limits.start)
    everything = (1 << len(offers)) - 1
    layer: dict[int, date | None] = {0: first}
    for _ in offers:
        following: dict[int, date | None] = {}
        for done, day in layer.items():
            if day is None:
                continue
            for k in range(len(offers)):
                finish = None if done >> k & 1 or not placing.ready(k, done) else _earliest(placing, k, done, day)
                if finish is None:
                    continue
                after = done | 1 << k
                free = finish if after == everything else placing.free_after(finish)
                known = following.get(after)
                if free is not None and (known is None or free < known):
                    following[after] = free
        layer = following
    return everything in layer


def _earliest(placing: Placing, k: int, done: int, day: date) -> date | None:
    starts = placing.starts(k, day)
    return placing.finish(k, starts[0], placing.work_days(k, done)) if starts else None
