"""Failures as words on stderr, as JSON on stdout when asked, and as the documented exit codes."""

from __future__ import annotations

import json

import click

from credlens.model.errors import CredlensError, InputError, NetworkNotAllowedError, OutsideError, UserError

EXIT_OK = 0
EXIT_NEGATIVE = 1
EXIT_USAGE = 2
EXIT_INPUT = 3
EXIT_NETWORK = 4
EXIT_BUG = 70
MOST_SHOWN = 20  # problems listed in words; with --json all of them


def exit_code(failure: BaseException) -> int:
    """The documented exit code of a failure. A store or disk that cannot be read is unreadable input too."""
    if isinstance(failure, click.exceptions.Exit):
        return failure.exit_code
    if isinstance(failure, UserError | click.ClickException):
        return EXIT_USAGE
    if isinstance(failure, InputError | OutsideError):
        return EXIT_INPUT
    if isinstance(failure, NetworkNotAllowedError):
        return EXIT_NETWORK
    return EXIT_BUG


def report(failure: BaseException, *, as_json: bool) -> None:
    """Say what happened, where, and what to do."""
    declared = _declared(failure)
    if declared is None:
        return
    if as_json:
        from credlens.app import shapes

        click.echo(json.dumps(shapes.error(declared), ensure_ascii=False, indent=2))
    if isinstance(declared, InputError) and len(declared.problems) > 1:
        _report_all(declared)
        return
    place = f"{declared.where}: " if declared.where else ""
    click.echo(f"Error: {place}{declared.message}", err=True)
    if declared.what_to_do:
        click.echo(f"  {declared.what_to_do}", err=True)


def _report_all(failure: InputError) -> None:
    """Every problem once, below what they have in common; a message made of the first problem says nothing more."""
    first = failure.problems[0].message
    more = len(failure.problems) - MOST_SHOWN
    common = f"{len(failure.problems)} problems:" if failure.message.startswith(first) else failure.message
    click.echo(f"Error: {common}", err=True)
    for problem in failure.problems[:MOST_SHOWN]:
        click.echo(f"  {problem}", err=True)
    if more > 0:
        click.echo(f"  ... and {more} more (all of them with --json)", err=True)


def _declared(failure: BaseException) -> CredlensError | None:
    if isinstance(failure, click.exceptions.Exit):
        return None
    if isinstance(failure, CredlensError):
        return failure
    if isinstance(failure, click.ClickException):
        context = getattr(failure, "ctx", None)
        hint = f"Try: {context.command_path} --help" if context is not None else "Try: credlens --help"
        return UserError(failure.format_message(), what_to_do=hint)
    bug = CredlensError(
        f"This is a defect of credlens: {type(failure).__name__}: {failure}",
        what_to_do="Please report it with the lines above.",
    )
    bug.kind = "internal"
    return bug
