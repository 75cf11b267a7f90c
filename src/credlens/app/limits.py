"""What a person can spend, checked."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from credlens.model.errors import UserError
from credlens.model.plan import Limits
from credlens.model.quantity import Money

USUAL_WEEKS = 52  # when nobody names a deadline
USUAL_HOURS = 10.0  # a week, for prices at a pace when nobody names one: about what working learners plan with
MOST_HOURS = 168.0  # a week has no more
MOST_CREDENTIALS = 12  # the search over orders is exact up to here
_FAR = timedelta(days=20 * 366)


def limits(
    today: date,
    *,
    budget: Decimal,
    hours_per_week: float,
    deadline: date | None = None,
    currency: str = "USD",
    max_credentials: int = 4,
) -> Limits:
    """Limits that make sense.

    Args:
        today: the day a plan starts.
        budget: 0 or more, in ``currency`` (ISO 4217).
        hours_per_week: of study.
        deadline: last day; a year from today when None.
        max_credentials: at most so many steps.

    Raises:
        UserError: one of them does not.
    """
    end = deadline or today + timedelta(weeks=USUAL_WEEKS)
    if not budget.is_finite() or budget < 0:
        raise UserError(
            f"A budget of {budget} cannot be spent.",
            where="--budget",
            what_to_do="Give 0 or more; 0 plans free courses only.",
        )
    if not 0 < hours_per_week <= MOST_HOURS:
        raise UserError(
            f"{hours_per_week:g} hours a week cannot be planned with.",
            where="--hours",
            what_to_do=f"Give more than 0 and at most {MOST_HOURS:g}.",
        )
    if end <= today:
        raise UserError(
            f"The deadline {end.isoformat()} is not after {today.isoformat()}.",
            where="--deadline",
            what_to_do="Give a later day.",
        )
    if end - today > _FAR:
        raise UserError(
            f"The deadline {end.isoformat()} is more than 20 years away.",
            where="--deadline",
            what_to_do="Give an earlier day.",
        )
    if len(currency) != 3 or not currency.isalpha() or not currency.isupper():
        raise UserError(
            f"{currency!r} is not a currency code.",
            where="--currency",
            what_to_do="Use three capitals, such as USD or EUR.",
        )
    if not 1 <= max_credentials <= MOST_CREDENTIALS:
        raise UserError(
            f"A plan of {max_credentials} credentials is not possible.",
            where="--max",
            what_to_do=f"Give 1 to {MOST_CREDENTIALS}.",
        )
    return Limits(Money(budget, currency), hours_per_week, today, end, max_credentials)


def pace(today: date, hours_per_week: float | None = None) -> Limits:
    """Limits to price with when the person named no budget: prices depend on the pace, not on the budget."""
    return limits(today, budget=Decimal(0), hours_per_week=USUAL_HOURS if hours_per_week is None else hours_per_week)
