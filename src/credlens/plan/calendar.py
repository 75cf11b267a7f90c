"""The days on which a person studies."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from credlens.model.plan import Limits


@dataclass(frozen=True)
class Calendar:
    """Days from the start to the deadline, less those without study."""

    limits: Limits

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day of study, oldest first."""
        length = (self.limits.deadline - self.limits.start).days + 1
        every = (self.limits.start + timedelta(days=k) for k in range(max(0, length)))
        return tuple(d for d in every if not any(first <= d <= last for first, last in self.limits.off))

    @cached_property
    def months(self) -> tuple[date, ...]:
        """The first day of study of each calendar month that has one."""
        first: dict[tuple[int, int], date] = {}
        for day in self.days:
            first.setdefault((day.year, day.month), day)
        return tuple(first.values())

    def next(self, day: date) -> date | None:
        """The first day of study that is not before ``day``; None when there is none until the deadline."""
        place = bisect_left(self.days, day)
        return self.days[place] if place < len(self.days) else None

    def finish(self, start: date, work_days: int, least_days: int = 1) -> date | None:
        """Last day of ``work_days`` days of study from ``start``, at least ``least_days`` calendar days; None after the deadline."""
        place = bisect_left(self.days, start) + work_days - 1
        if place >= len(self.days):
            return None
        if least_days > 1:
            if (self.limits.deadline - start).days < least_days - 1:
                return None
            return max(self.days[place], start + timedelta(days=least_days - 1))
        return self.days[place]
