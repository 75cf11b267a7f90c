"""What a person can spend, checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from credlens.model.errors import UserError
from credlens.model.plan import Limits
from credlens.model.quantity import Money
from credlens.plan.files.sizes import HORIZON_DAYS, KEPT_DAYS, MOST_CREDENTIALS, MOST_OFF

USUAL_WEEKS = 52  # when nobody names a deadline
USUAL_HOURS = 10.0  # a week, for prices at a pace when nobody names one: about what working learners plan with
MOST_HOURS = 168.0  # a week has no more
_FAR = timedelta(days=HORIZON_DAYS)
_KEPT = timedelta(days=KEPT_DAYS)


def limits(
    today: date,
    *,
    budget: Decimal,
    hours_per_week: float,
    deadline: date | None = None,
    currency: str = "USD",
    max_credentials: int = 4,
    budget_per_month: Decimal | None = None,
    off: Sequence[tuple[date, date]] = (),
    languages: Sequence[str] = (),
    keep_until: date | None = None,
) -> Limits:
    """Limits that make sense, each by itself: no hours, or a deadline that is over, leave room for no plan, and the planner says so.

    Args:
        today: the day a plan starts.
        budget: 0 or more, in ``currency`` (ISO 4217); ``budget_per_month``: the same for any calendar month, None for no such limit.
        hours_per_week: of study.
        deadline: last day; a year from today when None.
        max_credentials: at most so many steps.
        off: (first, last) days without study.
        languages: ISO 639-1 codes of those the person can study in; empty for any.
        keep_until: day until which credentials have to stay valid; the deadline when None.

    Raises:
        UserError: one of them does not.
    """
    end = deadline or today + timedelta(weeks=USUAL_WEEKS)
    for where, amount in (("--budget", budget), ("--budget-per-month", budget_per_month)):
        if amount is not None and (not amount.is_finite() or amount < 0):
            raise UserError(
                f"A budget of {amount} cannot be spent.",
                where=where,
                what_to_do="Give 0 or more; 0 plans free courses only.",
            )
    if not 0 <= hours_per_week <= MOST_HOURS:
        raise UserError(
            f"{hours_per_week:g} hours a week cannot be planned with.",
            where="--hours",
            what_to_do=f"Give at least 0 and at most {MOST_HOURS:g}.",
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
    if keep_until is not None and keep_until - today > _KEPT:
        raise UserError(
            f"The day {keep_until} is more than 80 years away.", where="--keep-until", what_to_do="Give an earlier day."
        )
    if len(off) > MOST_OFF:
        raise UserError(
            f"{len(off)} times without study are too many.", where="--off", what_to_do=f"Give {MOST_OFF} at most."
        )
    return Limits(
        Money(budget, currency),
        hours_per_week,
        today,
        end,
        max_credentials,
        None if budget_per_month is None else Money(budget_per_month, currency),
        tuple(sorted(set(off))),
        tuple(dict.fromkeys(languages)),
        keep_until,
    )


def pace(today: date, hours_per_week: float | None = None) -> Limits:
    """Limits to price with when the person named no budget: prices depend on the pace, not on the budget.

    Raises:
        UserError: the pace is none.
    """
    if hours_per_week is not None and hours_per_week <= 0:
        raise UserError(
            f"Nothing can be priced at {hours_per_week:g} hours a week.",
            where="--hours",
            what_to_do=f"Give more than 0 and at most {MOST_HOURS:g}.",
        )
    return limits(today, budget=Decimal(0), hours_per_week=USUAL_HOURS if hours_per_week is None else hours_per_week)
