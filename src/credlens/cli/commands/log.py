"""``credlens log``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from credlens.app.learning import coin as coins
from credlens.app.learning import following, pooled
from credlens.app.learning.applying import Said, log_application
from credlens.app.ports import Ports
from credlens.cli.commands import log_import
from credlens.cli.common import DAY, PATH, as_day, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.log import show_log, show_logged, show_trial
from credlens.cli.show.pool import show_given
from credlens.model.application import StepKind
from credlens.model.errors import UserError

ON = click.option("--on", "day", type=DAY, metavar="DATE", help="The day it happened.  [default: today]")
NOTE = click.option("--note", default="", metavar="TEXT", help="Your own words about it.")
SHOWN = click.option("--shown", multiple=True, metavar="ID", help="A credential that it showed; name all of them.")
NOTHING = click.option("--nothing-shown", is_flag=True, help="It showed no credential.")
HIDDEN = click.option("--not-shown", "hidden", multiple=True, metavar="ID", help="A credential that it left off.")
RESUME = click.option("--resume", metavar="VERSION", help="Your name for the version of the resume.")
REFERRAL = click.option("--referral/--no-referral", default=None, help="Whether somebody inside recommended you.")


@click.group()
def log() -> None:
    """What you applied for and what came of it, in seconds: the ground that "did it help?" stands on.

    An application is called by the first letters of its id, or by the employer.
    """


@log.command()
@click.option("--ad", type=PATH, metavar="FILE", help="The ad: kept, and read for what it asks; - for standard input.")
@click.option("--employer", metavar="NAME", help="Whom you applied to.  [default: as the ad says]")
@click.option("--title", metavar="TEXT", help="What as.  [default: as the ad says]")
@click.option("--on", "day", type=DAY, metavar="DATE", help="The day you sent it.  [default: today]")
@SHOWN
@NOTHING
@HIDDEN
@click.option("--coin", metavar="ID", help="Let the coin say whether it shows this credential (see credlens log coin).")
@RESUME
@REFERRAL
@click.option("--again", is_flag=True, help="You applied there a second time.")
@command_options
def application(
    *,
    ports: Ports,
    as_json: bool,
    ad: Path | None,
    employer: str | None,
    title: str | None,
    day: datetime | None,
    shown: tuple[str, ...],
    nothing_shown: bool,
    hidden: tuple[str, ...],
    coin: str | None,
    resume: str | None,
    referral: bool | None,
    again: bool,
) -> int:
    """Log an application. Say what it showed, or no question about a credential can count it."""
    said = Said(
        ad=ad,
        employer=employer,
        title=title,
        applied=as_day(day),
        shown=_shown(shown, nothing=nothing_shown),
        hidden=hidden,
        coin=coin,
        resume=resume or "",
        referral=referral,
    )
    give(log_application(ports, said, again=again), as_json, show_logged)
    return EXIT_OK


def _step(kind: StepKind, words: str) -> Callable[..., Any]:
    """A command that logs one kind of step."""

    @log.command(kind.value, help=words)
    @click.argument("about", metavar="APPLICATION")
    @ON
    @NOTE
    @command_options
    def step(*, ports: Ports, as_json: bool, about: str, day: datetime | None, note: str) -> int:
        give(following.log_step(ports, about, kind, day=as_day(day), note=note), as_json, show_log)
        return EXIT_OK

    return step


STEPS = [
    _step(StepKind.REPLY, "Log an answer that is neither of the others: a test, a question."),
    _step(StepKind.INTERVIEW, "Log an interview."),
    _step(StepKind.OFFER, "Log an offer."),
    _step(StepKind.REJECTION, "Log a rejection."),
    _step(StepKind.WITHDRAWN, "Log that you withdrew."),
]


@log.command()
@click.argument("name")
@ON
@NOTE
@command_options
def skill(*, ports: Ports, as_json: bool, name: str, day: datetime | None, note: str) -> int:
    """Log that you used a skill at work."""
    give(following.use_skill(ports, name, day=as_day(day), note=note), as_json, show_log)
    return EXIT_OK


@log.command("list")
@command_options
def list_(*, ports: Ports, as_json: bool) -> int:
    """Everything in the log."""
    give(following.show(ports), as_json, show_log)
    return EXIT_OK


@log.command()
@click.argument("about", metavar="APPLICATION")
@click.option("--applied", type=DAY, metavar="DATE", help="The day you sent it.")
@click.option("--employer", metavar="NAME")
@click.option("--title", metavar="TEXT")
@SHOWN
@NOTHING
@HIDDEN
@RESUME
@REFERRAL
@command_options
def change(
    *,
    ports: Ports,
    as_json: bool,
    about: str,
    applied: datetime | None,
    employer: str | None,
    title: str | None,
    shown: tuple[str, ...],
    nothing_shown: bool,
    hidden: tuple[str, ...],
    resume: str | None,
    referral: bool | None,
) -> int:
    """Correct what is logged of an application."""
    mended = following.Mended(
        applied=as_day(applied),
        employer=employer,
        title=title,
        shown=_shown(shown, nothing=nothing_shown),
        hidden=hidden,
        resume=resume,
        referral=referral,
    )
    give(following.change(ports, about, mended), as_json, show_log)
    return EXIT_OK


log.add_command(log_import.import_)
log.add_command(log_import.review)
log.add_command(log_import.settle)


@log.command()
@click.argument("about", metavar="APPLICATION")
@command_options
def remove(*, ports: Ports, as_json: bool, about: str) -> int:
    """Forget an application with its ad and what came of it."""
    give(following.remove(ports, about), as_json, show_log)
    return EXIT_OK


@log.command()
@click.argument("credential", metavar="ID")
@click.option("--end", "over", is_flag=True, help="Toss no more; what was tossed still counts.")
@click.option("--seed", metavar="TEXT", help="Repeat the tosses of a seed.  [default: by chance]")
@command_options
def coin(*, ports: Ports, as_json: bool, credential: str, over: bool, seed: str | None) -> int:
    """Let a coin decide which applications show a credential: the one way in which your own log can say what made the difference."""
    if over and seed:
        raise UserError("--seed begins and --end ends: one of them.", where="--seed")
    found = coins.end(ports, credential) if over else coins.begin(ports, credential, seed=seed)
    give(found, as_json, show_trial)
    return EXIT_OK


@log.command("give")
@click.option("--out", required=True, type=PATH, metavar="FILE", help="Where to write it.")
@click.option("--agree", is_flag=True, help="You read what is given and agree.")
@command_options
def give_(*, ports: Ports, as_json: bool, out: Path, agree: bool) -> int:
    """Write your counts, and nothing else, for a pool of many people (see credlens pool)."""
    give(pooled.give(ports, out, agreed=agree), as_json, show_given)
    return EXIT_OK


def _shown(shown: tuple[str, ...], *, nothing: bool) -> tuple[str, ...] | None:
    if shown and nothing:
        raise UserError("It showed something, or nothing: one of them.", where="--nothing-shown")
    return shown if shown or nothing else None
