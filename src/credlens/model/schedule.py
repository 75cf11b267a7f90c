"""The schedule of a plan that a person can live by: weeks, months, subscriptions, exams, expiry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from credlens.model.plan import Payment
from credlens.model.quantity import Money


@dataclass(frozen=True, slots=True)
class WeekPart:
    """Hours for one step in one week."""

    credential: str
    hours: float


@dataclass(frozen=True, slots=True)
class Week:
    """One calendar week.

    Attributes:
        number: 1 for the calendar week of the first possible day, which may be a short one.
        monday: its first day (ISO 8601), also when the plan begins later in it.
        parts: what is studied, in the order of the steps; empty in a week off and in a week of waiting.
        off: days without study in it that the person asked for, 0 to 7.
    """

    number: int
    monday: date
    parts: tuple[WeekPart, ...]
    off: int

    @property
    def hours(self) -> float:
        """Hours of study in all."""
        return sum(p.hours for p in self.parts)


@dataclass(frozen=True, slots=True)
class Due:
    """One payment, and the step it is for."""

    credential: str
    payment: Payment


@dataclass(frozen=True, slots=True)
class Month:
    """What is paid in one calendar month; four sums that are never added up unseen.

    Attributes:
        first: its first day.
        paid: what surely leaves the account, after discounts.
        set_aside: for second attempts that may not be needed; ``renewals``: to keep credentials valid.
        total: the three together.
    """

    first: date
    items: tuple[Due, ...]
    paid: Money
    set_aside: Money
    renewals: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Subscription:
    """One unbroken run of something that is paid again and again until it is cancelled.

    Attributes:
        name: what shares it, as the catalog calls it; the credential's id when it serves one step alone.
        title: what a person knows it by: the credential while it serves one alone, else its name and what it is for.
        what: what is paid for; ``months``: between two payments, 1 or 12.
        credentials: steps it is used for.
        subscribe: day of the first payment; None when it ran before the plan.
        last_use: last day of work that needs it.
        cancel_by: last day before the next payment would be due.
        remind: two days before that.
        payments: how many; ``each``: one of them; ``cost``: all of them.
    """

    name: str
    title: str
    what: str
    months: int
    credentials: tuple[str, ...]
    subscribe: date | None
    last_use: date
    cancel_by: date
    remind: date
    payments: int
    each: Money
    cost: Money


@dataclass(frozen=True, slots=True)
class Exam:
    """A step that ends with an exam.

    Attributes:
        day: the step's last day.
        second: not before this day may it be taken again; None when the catalog does not say.
        set_aside: for a second attempt; zero when nobody knows how many pass.
    """

    credential: str
    day: date
    second: date | None
    set_aside: Money


@dataclass(frozen=True, slots=True)
class Expiry:
    """A credential that does not hold for good.

    Attributes:
        day: last day it holds when nothing is renewed.
        renewals: payments of the plan that keep it valid; empty when none is planned, or it costs nothing.
    """

    credential: str
    day: date
    renewals: tuple[Payment, ...]


@dataclass(frozen=True, slots=True)
class OtherPace:
    """The same steps in the same order with other hours a week.

    Attributes:
        finish: last day of the last step.
        cost: of the whole plan; ``more``: above the plan's own cost, negative when it is less.
        months: (subscription, how many more payments of it, negative when fewer), those that change only.
        in_time: whether it ends by the deadline; ``affordable``: whether it stays within the budget in all.
        says: all of it in words.
    """

    hours_per_week: float
    finish: date
    cost: Money
    more: Money
    months: tuple[tuple[str, int], ...]
    in_time: bool
    affordable: bool
    says: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """Everything of one plan that has a day.

    Attributes:
        weeks: from the first possible day to the plan's last day, none left out.
        months: the plan's months, none left out, then only those with a payment.
        other_paces: at half and at double the hours a week, for plans with a monthly subscription.
    """

    weeks: tuple[Week, ...]
    months: tuple[Month, ...]
    subscriptions: tuple[Subscription, ...]
    exams: tuple[Exam, ...]
    expiries: tuple[Expiry, ...]
    other_paces: tuple[OtherPace, ...] = ()
