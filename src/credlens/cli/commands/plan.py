"""``credlens plan``: the command with its options, and ``check`` and ``schema`` below it."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import click

from credlens.app.plan import PlanResult, make_plan
from credlens.app.plan_calendar import check_place, save_calendar
from credlens.app.plan_problem import CheckedPlans, ProblemPlans, check_plan, plan_problem, problem_schema
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.plan_options import Said, alone, spending_options
from credlens.cli.show.page import bullets, console, heading, sentence, whole
from credlens.cli.show.plan import BY_FILE, show_plans
from credlens.cli.show.plan_why import show_why
from credlens.model.errors import UserError


@click.group(invoke_without_command=True)
@spending_options
@click.option(
    "--alternatives",
    type=click.IntRange(1, 10),
    default=3,
    show_default=True,
    help="How many different plans to look for.",
)
@click.option("--effort", type=float, metavar="SECONDS", help="How long to search; else as long as is usual.")
@click.option("--ics", type=PATH, metavar="FILE", help="Write the first plan here as a calendar (iCalendar).")
@click.option("--why", is_flag=True, help="Also say why this plan, what its rivals cost, and what more would buy.")
@click.option("--problem", type=PATH, metavar="FILE", help="Plan for this problem, without catalog or profile.")
@command_options
@click.pass_context
def plan(
    context: click.Context,
    *,
    ports: Ports,
    as_json: bool,
    said: Said,
    alternatives: int,
    effort: float | None,
    ics: Path | None,
    why: bool,
    problem: Path | None,
) -> int:
    """The best set and order of credentials under budget, hours a week and deadline.

    Plans for the target given with credlens gap --ads. What is left out is taken from credlens profile set. Every plan is accepted by an independent checker before it is shown.
    """
    if context.invoked_subcommand is not None:
        alone(context)
        return EXIT_OK
    if effort is not None and not (math.isfinite(effort) and effort > 0):
        raise UserError(f"{effort:g} seconds are no time to search.", where="--effort", what_to_do="Give more than 0.")
    check_place(ports, ics)
    if problem is not None:
        if why:
            raise UserError(
                "Reasons are given for plans out of the catalog only.",
                where="--why",
                what_to_do="Leave it out; when nothing fits, the page says why in any case.",
            )
        alone(context)
        solved = plan_problem(ports, problem, alternatives, effort)
        give(solved, as_json, _show_problem)
        _say_saved(save_calendar(ports, solved, ics), as_json)
        return EXIT_OK if solved.plans else EXIT_NEGATIVE
    wishes = replace(said.wishes(ports, alternatives, effort), explain=why or as_json)
    result = make_plan(ports, said.limits(ports), wishes)
    give(result, as_json, _show)
    _say_saved(save_calendar(ports, result.loop, ics), as_json)
    return tell(result.loop.problems) if result.loop.plans else EXIT_NEGATIVE


@plan.command()
@click.option("--problem", type=PATH, metavar="FILE", required=True, help="The problem, as plan schema describes it.")
@click.option("--plan", "path", type=PATH, metavar="FILE", required=True, help="What credlens plan --json printed.")
@command_options
def check(*, ports: Ports, as_json: bool, problem: Path, path: Path) -> int:
    """Is a plan allowed? An independent checker holds it to every rule of a problem, whoever made it.

    The file is what credlens plan --json prints, or one plan of it. Exit code 1 when a plan breaks a rule.
    """
    result = check_plan(ports, problem, path)
    give(result, as_json, _show_check)
    return EXIT_OK if result.accepted else EXIT_NEGATIVE


@plan.command()
@command_options
def schema(*, ports: Ports, as_json: bool) -> int:  # noqa: ARG001 - it is JSON either way
    """What the file of a problem may hold, as JSON Schema for editors and other programs."""
    click.echo(json.dumps(problem_schema(ports).to_json(), ensure_ascii=False, indent=2))
    return EXIT_OK


def _say_saved(path: Path | None, as_json: bool) -> None:
    if path is not None and not as_json:
        page = console()
        sentence(page, "The first plan as a calendar, to be opened with yours:")
        whole(page, path)


def _show(result: PlanResult) -> None:
    page = console()
    show_plans(page, result.loop)
    show_why(page, result.loop)


def _show_problem(result: ProblemPlans) -> None:
    show_plans(console(), result, BY_FILE)


def _show_check(result: CheckedPlans) -> None:
    page = console()
    for name, violations in result.plans:
        heading(page, name.capitalize())
        if violations:
            sentence(page, "Rejected, and here is why:", style="bold")
            bullets(page, violations)
        else:
            sentence(page, "Accepted: every rule is kept.")
