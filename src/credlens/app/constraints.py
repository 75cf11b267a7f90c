"""Use case: what a person can spend and where they want to work, said once and used wherever nothing else is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

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
    """

    hours: float | None = None
    budget: Decimal | None = None
    currency: str | None = None
    deadline: date | None = None
    place: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Every constraint by its name; null where nothing was said."""
        return {name: plain(getattr(self, name)) for name in NAMES}


NAMES = ("hours", "budget", "currency", "deadline", "place")


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
        kept[name] = str(plain(_READ[name](value.strip()))) if value.strip() else None
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
    )


def said_limits(ports: Ports) -> Limits | None:
    """Limits out of what was said before; None when budget or hours never were."""
    kept = constraints(ports)
    return None if kept.budget is None or kept.hours is None else limits_of(ports)


def _check(ports: Ports, said: Constraints) -> None:
    """Whether the constraints make sense together; messages name them as they are set."""
    try:
        limits(
            ports.today,
            budget=Decimal(0) if said.budget is None else said.budget,
            hours_per_week=1.0 if said.hours is None else said.hours,
            deadline=said.deadline,
        )
    except UserError as error:
        place = (error.where or "").removeprefix("--") or None
        raise UserError(error.message, where=place, what_to_do=error.what_to_do) from None


def _hours(value: str) -> float:
    return float(
        _number(value, UserError(f"{value!r} is not a number of hours.", where="hours", what_to_do="Write it like 6."))
    )


def _budget(value: str) -> Decimal:
    wrong = UserError(f"{value!r} is not an amount.", where="budget", what_to_do="Write digits: 400 or 399.50.")
    return _number(value.replace(",", ""), wrong)


def _number(value: str, wrong: UserError) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise wrong from None
    if not number.is_finite():
        raise wrong
    return number


def _currency(value: str) -> str:
    import pycountry

    code = value.upper()
    if pycountry.currencies.get(alpha_3=code) is None:
        raise UserError(
            f"{value!r} is not a currency.", where="currency", what_to_do="Use a code of ISO 4217, such as USD or EUR."
        )
    return code


def _deadline(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UserError(f"{value!r} is not a day.", where="deadline", what_to_do="Write it like 2027-03-01.") from None


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


_READ: Mapping[str, Callable[[str], Any]] = {
    "hours": _hours,
    "budget": _budget,
    "currency": _currency,
    "deadline": _deadline,
    "place": _place,
}
