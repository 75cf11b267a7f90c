"""What a plan may spend and should contain: the options of ``credlens plan``, and the limits and wishes that they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from credlens.app.constraints import limits_of
from credlens.app.limit_words import amount, language, time_off
from credlens.app.loop import Wishes
from credlens.app.ports import Ports
from credlens.cli.common import DAY, PATH, as_day
from credlens.cli.weights_option import said_weights, weights_options
from credlens.model.errors import UserError
from credlens.model.plan import Limits

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--budget", help="What you can spend in all; 0 plans free courses only."),
    click.option("--budget-per-month", metavar="AMOUNT", help="What you can spend in any calendar month."),
    click.option("--hours", type=float, help="Hours a week you can study."),
    click.option("--deadline", type=DAY, metavar="DATE", help="Last day (YYYY-MM-DD); else a year from today."),
    click.option("--currency", help="Currency of the budget (ISO 4217); else USD."),
    click.option("--off", multiple=True, metavar="FROM..TO", help="Days without study, or a single day (YYYY-MM-DD)."),
    click.option("--language", multiple=True, metavar="CODE", help="A language you can study in (en); else any."),
    click.option(
        "--keep-until", type=DAY, metavar="DATE", help="Credentials stay valid until this day; else the deadline."
    ),
    click.option("--max", "most", type=int, default=4, show_default=True, help="At most so many credentials."),
    click.option("--exclude", multiple=True, metavar="ID", help="A credential that no plan may use."),
    click.option("--include", multiple=True, metavar="ID", help="A credential that every plan must contain."),
    click.option("--save-problem", type=PATH, metavar="FILE", help="Write down the problem that was solved, as JSON."),
)
#: Options that a problem in a file does not go together with: what they say stands in the file.
NOT_WITH_A_FILE = (
    "budget", "budget_per_month", "hours", "deadline", "currency", "off", "language", "keep_until", "most", "exclude", "include",
    "save_problem", "weights", "preset",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What the options said, in their own words."""

    budget: str | None
    budget_per_month: str | None
    hours: float | None
    deadline: datetime | None
    currency: str | None
    off: tuple[str, ...]
    language: tuple[str, ...]
    keep_until: datetime | None
    most: int
    exclude: tuple[str, ...]
    include: tuple[str, ...]
    save_problem: Path | None
    weights: Path | None
    preset: str | None

    def limits(self, ports: Ports) -> Limits:
        """The limits, out of the options and what was said before.

        Raises:
            UserError: one of them makes no sense, or budget or hours were never said.
        """
        month = self.budget_per_month
        return limits_of(
            ports,
            budget=None if self.budget is None else amount(self.budget, "--budget"),
            hours_per_week=self.hours,
            deadline=as_day(self.deadline),
            currency=self.currency,
            max_credentials=self.most,
            budget_per_month=None if month is None else amount(month, "--budget-per-month"),
            off=tuple(time_off(text, "--off") for text in self.off),
            languages=tuple(language(text, "--language") for text in self.language),
            keep_until=as_day(self.keep_until),
        )

    def wishes(self, ports: Ports, alternatives: int, effort: float | None) -> Wishes:
        """What is wanted of the plans.

        Raises:
            UserError: the weights are given twice, or there is no such preset.
            InputError: the file of weights cannot be read.
        """
        return Wishes(
            alternatives=alternatives,
            exclude=self.exclude,
            fixed=self.include,
            weighting=said_weights(ports, self.weights, self.preset),
            effort=effort,
            save_problem=self.save_problem,
        )


def spending_options(function: F) -> F:
    """Add the options; the function receives one :class:`Said` in their place, as ``said``."""

    def wrapped(**given: Any) -> Any:
        own = {name: given.pop(name) for name in NOT_WITH_A_FILE}
        return function(said=Said(**own), **given)

    wrapped.__name__, wrapped.__doc__ = function.__name__, function.__doc__
    if hasattr(function, "__click_params__"):
        wrapped.__click_params__ = function.__click_params__  # type: ignore[attr-defined]  # options written below this one
    wrapped = weights_options(wrapped)
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[return-value]  # Click's decorators keep the callable's kind, which mypy cannot see


def alone(context: click.Context) -> None:
    """See that nothing was said that the file of ``--problem`` says, or that a command below ``plan`` does not look at.

    Raises:
        UserError: something was.
    """
    below = context.invoked_subcommand
    other = f"plan {below}" if below else "--problem"
    for parameter in context.command.params:
        name = parameter.name or ""
        given = context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
        if given and (
            below or name in NOT_WITH_A_FILE or name == "why"
        ):  # reasons need a catalog's names and a person's words
            raise UserError(
                f"{parameter.opts[0]} does not go together with {other}.",
                where=parameter.opts[0],
                what_to_do=f"Write it behind {below}."
                if below
                else "Leave it out; limits and wishes stand in the file.",
            )
