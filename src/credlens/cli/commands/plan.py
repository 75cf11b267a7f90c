"""``credlens plan``."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation

import click

from credlens.app.constraints import limits_of
from credlens.app.loop import Wishes
from credlens.app.plan import PlanResult, make_plan
from credlens.app.ports import Ports
from credlens.cli.common import DAY, as_day, command_options, give, tell
from credlens.cli.failure import EXIT_NEGATIVE
from credlens.cli.show.loop import show_plans
from credlens.cli.show.page import console
from credlens.model.errors import UserError


@click.command()
@click.option("--budget", help="What you can spend in all; 0 plans free courses only.")
@click.option("--hours", type=float, help="Hours a week you can study.")
@click.option("--deadline", type=DAY, metavar="DATE", help="Last day (YYYY-MM-DD); else a year from today.")
@click.option("--currency", help="Currency of the budget (ISO 4217); else USD.")
@click.option("--max", "most", type=int, default=4, show_default=True, help="At most so many credentials.")
@click.option(
    "--alternatives",
    type=click.IntRange(1, 10),
    default=3,
    show_default=True,
    help="How many different plans to look for.",
)
@click.option("--exclude", multiple=True, metavar="ID", help="A credential that no plan may use.")
@click.option("--include", multiple=True, metavar="ID", help="A credential that every plan must contain.")
@command_options
def plan(
    *,
    ports: Ports,
    as_json: bool,
    budget: str | None,
    hours: float | None,
    deadline: datetime | None,
    currency: str | None,
    most: int,
    alternatives: int,
    exclude: tuple[str, ...],
    include: tuple[str, ...],
) -> int:
    """The best set and order of credentials under budget, hours a week and deadline.

    Plans for the target given with credlens gap --ads. What is left out is taken from credlens profile set. Every plan is accepted by an independent checker before it is shown.
    """
    try:
        amount = None if budget is None else Decimal(budget.replace(",", ""))
    except InvalidOperation:
        raise UserError(
            f"{budget!r} is not an amount.", where="--budget", what_to_do="Write digits: 400 or 399.50."
        ) from None
    spend = limits_of(
        ports,
        budget=amount,
        hours_per_week=hours,
        deadline=as_day(deadline),
        currency=currency,
        max_credentials=most,
    )
    result = make_plan(ports, spend, Wishes(alternatives=alternatives, exclude=exclude, fixed=include))
    give(result, as_json, _show)
    return tell(result.loop.problems) if result.loop.plans else EXIT_NEGATIVE


def _show(result: PlanResult) -> None:
    show_plans(console(), result.loop)
