"""Where offers can stand on the calendar, given what was finished before: start days, hours, last days.

Sets of finished steps are bit masks over the offers given: bit k stands for offer k.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from credlens.plan.offer import Offer
from credlens.plan.problem import Problem

ONE_DAY = timedelta(days=1)


class Placing:
    """The rules of work, start days, windows and needs for some offers of a problem, each answer remembered."""

    def __init__(self, problem: Problem, offers: Sequence[Offer]) -> None:
        self.problem = problem
        self.calendar = problem.calendar
        self.offers = offers
        bit = {o.credential: 1 << k for k, o in enumerate(offers)}
        self.needs = [[sum(bit.get(c, 0) for c in set(n.by)) for n in o.needs] for o in offers]
        self.savings = [[(sum(bit.get(c, 0) for c in set(s.by)), s.hours) for s in o.savings] for o in offers]
        self.helps = [sum(m for m in bit.values() if any(m & by for by, _ in s)) for s in self.savings]
        self.windows = [_window(o) for o in offers]
        self.spread = problem.limits.budget_per_month is not None  # waiting for another month can make a plan possible
        self._days: dict[tuple[int, int], int] = {}
        self._starts: dict[tuple[int, date], tuple[date, ...]] = {}
        self._finishes: dict[tuple[int, date, int], date | None] = {}

    def ready(self, k: int, done: int) -> bool:
        """Whether every need of an offer is met by what is finished."""
        return all(done & need for need in self.needs[k])

    def hours(self, k: int, done: int) -> float:
        """Hours that are really worked on an offer after what is finished."""
        return max(0.0, self.offers[k].hours - sum(hours for by, hours in self.savings[k] if done & by))

    def work_days(self, k: int, done: int) -> int:
        """Days of study for these hours."""
        key = (k, done & self.helps[k])
        if key not in self._days:
            self._days[key] = self.problem.work_days(self.hours(k, done))
        return self._days[key]

    def starts(self, k: int, day: date) -> tuple[date, ...]:
        """The days on which an offer may begin when ``day`` is the first free day of study, oldest first."""
        key = (k, day)
        if key not in self._starts:
            self._starts[key] = tuple(sorted(set(self._possible(k, day))))
        return self._starts[key]

    def _possible(self, k: int, day: date) -> list[date]:
        earliest, latest, _ = self.windows[k]
        if self.offers[k].starts:
            return [d for d in self.offers[k].starts if max(day, earliest) <= d <= latest]
        first = day if day >= earliest else self.calendar.next(earliest)
        days = [first] if first is not None else []
        if self.spread:
            days += [d for d in self.calendar.months if (d.year, d.month) > (day.year, day.month)]
        return [d for d in days if earliest <= d <= latest]

    def finish(self, k: int, start: date, work_days: int) -> date | None:
        """The last day of an offer begun on a day; None when that is after the deadline or the last day it is offered."""
        key = (k, start, work_days)
        if key not in self._finishes:
            last = self.calendar.finish(start, work_days, self.offers[k].least_days)
            self._finishes[key] = None if last is None or last > self.windows[k][2] else last
        return self._finishes[key]

    def free_after(self, finish: date) -> date | None:
        """The first day of study after a step's last day; None when there is none until the deadline."""
        return self.calendar.next(finish + ONE_DAY) if finish < date.max else None


def _window(offer: Offer) -> tuple[date, date, date]:
    """First and last day to begin it, and the last day to finish."""
    opens = [offer.first_day, *(c.valid_from for c in offer.charges)]
    closes = [c.valid_until for c in offer.charges]
    return (
        max((d for d in opens if d is not None), default=date.min),
        min((d for d in closes if d is not None), default=date.max),
        offer.last_day or date.max,
    )
