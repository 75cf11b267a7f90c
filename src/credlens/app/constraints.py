"""Use case: what a person can spend and where they want to work, said once and used wherever nothing else is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from credlens.app.limit_words import amount, day, language, spans, time_off
from credlens.app.limits import limits
from credlens.app.ports import Ports
from credlens.model.errors import UserError
from credlens.model.plan import Limits
from credlens.model.serial import plain

CURRENCY = "USD"  # when nobody names one


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a person said; None where they said nothing.

    Attributes:
        hours: of study a week.
        budget: in ``currency`` (ISO 4217).
        deadline: last day of study.
        place: ISO 3166-1 code of a country ("US") or ISO 3166-2 code of a part of one ("US-NY").
        budget_per_month: the most to pay in any calendar month.
        off: (first, last) days without study; ``languages``: ISO 639-1 codes of those to study in; empty when nothing was said.
        keep_until: the day until which credentials have to stay valid.
    """

    hours: float | None = None
    budget: Decimal | None = None
    currency: str | None = None
    deadline: date | None = None
    place: str | None = None
    budget_per_month: Decimal | None = None
    off: tuple[tuple[date, date], ...] = ()
    languages: tuple[str, ...] = ()
    keep_until: date | None = None

    def to_json(self) -> dict[str, Any]:
        """Every constraint by its name; null, or an empty list, where nothing was said."""
        return {name: plain(getattr(self, name)) for name in NAMES}


NAMES = ("hours", "budget", "budget_per_month", "currency", "deadline", "off", "languages", "keep_until", "place")


def constraints(ports: Ports) -> Constraints:
    """What was said and kept."""
    if not ports.has_state():
        return Constraints()
    kept = ports.store().preferences()
    return Constraints(**{name: _READ[name](kept[name]) for name in NAMES if name in kept})


def set_constraints(ports: Ports, settings: Mapping[str, str]) -> Constraints:
    """Remember constraints by name; an empty value forgets one. All of them are kept or, when one makes no sense, none.

    Args:
        ports: the doors.
        settings: name (one of :data:`NAMES`) -> value in words ("6", "300", "USD", "2027-03-01", "US-NY").

    Raises:
        UserError: there is no such constraint, or a value makes no sense.
    """
    kept: dict[str, str | None] = {}
    for name, value in settings.items():
        if name not in NAMES:
            raise UserError(
                f"There is no constraint {name!r}.", where=name, what_to_do=f"Use one of: {', '.join(NAMES)}."
            )
        kept[name] = _words(name, _READ[name](value.strip())) if value.strip() else None
    together = {**(ports.store().preferences() if ports.has_state() else {}), **kept}
    _check(ports, Constraints(**{n: _READ[n](v) for n in NAMES if (v := together.get(n)) is not None}))
    for name, text in kept.items():
        ports.store().prefer(name, text)
    return constraints(ports)


def limits_of(
    ports: Ports,
    *,
    budget: Decimal | None = None,
    hours_per_week: float | None = None,
    deadline: date | None = None,
    currency: str | None = None,
    max_credentials: int = 4,
    budget_per_month: Decimal | None = None,
    off: Sequence[tuple[date, date]] = (),
    languages: Sequence[str] = (),
    keep_until: date | None = None,
) -> Limits:
    """Limits out of what is said now and, where nothing is, of what was said before.

    Raises:
        UserError: budget or hours were never said, or one of them makes no sense.
    """
    kept = constraints(ports)
    money = kept.budget if budget is None else budget
    hours = kept.hours if hours_per_week is None else hours_per_week
    for option, name, value in (("--budget", "budget=300", money), ("--hours", "hours=6", hours)):
        if value is None:
            raise UserError(
                f"A plan needs {option}.",
                where=option,
                what_to_do=f"Give it, or say it once for all: credlens profile set {name}.",
            )
    assert money is not None and hours is not None  # noqa: PT018, S101 - just seen
    return limits(
        ports.today,
        budget=money,
        hours_per_week=hours,
        deadline=deadline or kept.deadline,
        currency=currency or kept.currency or CURRENCY,
        max_credentials=max_credentials,
        budget_per_month=kept.budget_per_month if budget_per_month is None else budget_per_month,
        off=off or kept.off,
        languages=languages or kept.languages,
        keep_until=keep_until or kept.keep_until,
    )


def said_limits(ports: Ports) -> Limits | None:
    """Limits out of what was said before; None when budget or hours never were."""
    kept = constraints(ports)
    return None if kept.budget is None or kept.hours is None else limits_of(ports)


def _check(ports: Ports, said: Constraints) -> None:
    """Whether the constraints make sense together; messages name them as they are set. What leaves room for no plan is not kept."""
    try:
        checked = limits(
            ports.today,
            budget=Decimal(0) if said.budget is None else said.budget,
            hours_per_week=1.0 if said.hours is None else said.hours,
            deadline=said.deadline,
            budget_per_month=said.budget_per_month,
            off=said.off,
            keep_until=said.keep_until,
        )
    except UserError as error:
        place = (error.where or "").removeprefix("--").replace("-", "_") or None
        raise UserError(error.message, where=place, what_to_do=error.what_to_do) from None
    if checked.hours_per_week <= 0:
        raise UserError("Nobody can plan with 0 hours a week.", where="hours", what_to_do="Give more than 0.")
    if checked.deadline <= ports.today:
        raise UserError(
            f"The deadline {checked.deadline} is not after {ports.today}.",
            where="deadline",
            what_to_do="Give a later day.",
        )


def _hours(value: str) -> float:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        raise UserError(f"{value!r} is not a number of hours.", where="hours", what_to_do="Write it like 6.")
    return float(number)


def _currency(value: str) -> str:
    import pycountry

    code = value.upper()
    if pycountry.currencies.get(alpha_3=code) is None:
        raise UserError(
            f"{value!r} is not a currency.", where="currency", what_to_do="Use a code of ISO 4217, such as USD or EUR."
        )
    return code


def _place(value: str) -> str:
    import pycountry

    code = value.upper()
    parts: Any = pycountry.subdivisions  # its get has no types
    if (parts.get(code=code) if "-" in code else pycountry.countries.get(alpha_2=code)) is None:
        raise UserError(
            f"{value!r} is not a place.",
            where="place",
            what_to_do="Use a code of ISO 3166: a country such as US, or a part of one such as US-NY.",
        )
    return code


def _each(value: str) -> list[str]:
    """The parts of a list in words, with commas between them."""
    return [part.strip() for part in value.split(",") if part.strip()]


def _words(name: str, value: Any) -> str:
    """A constraint as it is kept: what its reader reads again."""
    return ", ".join(spans(value) if name == "off" else value) if isinstance(value, tuple) else str(plain(value))


_READ: Mapping[str, Callable[[str], Any]] = {
    "hours": _hours,
    "budget": lambda v: amount(v, "budget"),
    "budget_per_month": lambda v: amount(v, "budget_per_month"),
    "currency": _currency,
    "deadline": lambda v: day(v, "deadline"),
    "off": lambda v: tuple(time_off(part, "off") for part in _each(v)),
    "languages": lambda v: tuple(dict.fromkeys(language(part, "languages") for part in _each(v))),
    "keep_until": lambda v: day(v, "keep_until"),
    "place": _place,
}
