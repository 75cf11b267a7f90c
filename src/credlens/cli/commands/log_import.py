"""``credlens log import``, ``review`` and ``settle``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from credlens.app.learning import reviewing
from credlens.app.learning.taking_in import take_in
from credlens.app.ports import Ports
from credlens.cli.common import DAY, PATH, as_day, command_options, give, tell
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.taken_in import show_review, show_taken_in
from credlens.model.application import StepKind
from credlens.model.errors import UserError


@click.command("import")
@click.argument("file", type=PATH)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=HEADER",
    help="Which column of a table holds what, where its headers are others (employer=Firma).",
)
@command_options
def import_(*, ports: Ports, as_json: bool, file: Path, columns: tuple[str, ...]) -> int:
    """Take in a tracker's table (CSV), a mailbox (mbox) or a mail (eml). What is doubtful waits for your look; nothing is dropped.

    Of mails only sender, day and subject are read. Taking in the same file again changes nothing.
    """
    found = take_in(ports, file, columns=dict(map(_pair, columns)) or None)
    give(found, as_json, show_taken_in)
    return tell(found.problems)


@click.command()
@command_options
def review(*, ports: Ports, as_json: bool) -> int:
    """What was read or said and waits for your look."""
    give(reviewing.review(ports), as_json, show_review)
    return EXIT_OK


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID...|all]")
@click.option("--reject", multiple=True, metavar="ID|all", help="Forget one, or all that are not named.")
@click.option("--applied", type=DAY, metavar="DATE", help="The day you applied.")
@click.option("--employer", metavar="NAME", help="Whom you applied to.")
@click.option("--title", metavar="TEXT", help="What as.")
@click.option("--about", metavar="APPLICATION", help="The logged application that it belongs to.")
@click.option("--kind", type=click.Choice([k.value for k in StepKind]), help="What came of it.")
@command_options
def settle(
    *,
    ports: Ports,
    as_json: bool,
    ids: tuple[str, ...],
    reject: tuple[str, ...],
    applied: datetime | None,
    employer: str | None,
    title: str | None,
    about: str | None,
    kind: str | None,
) -> int:
    """Log what waits, with what was missing; or forget it."""
    if not ids and not reject:
        raise UserError("Which one?", where="ID", what_to_do="Name ids of credlens log review, or all.")
    found = reviewing.settle(
        ports,
        ids,
        reject,
        applied=as_day(applied),
        employer=employer,
        title=title,
        about=about,
        kind=StepKind(kind) if kind else None,
    )
    give(found, as_json, show_review)
    return EXIT_OK


def _pair(words: str) -> tuple[str, str]:
    field, equals, header = words.partition("=")
    if not equals or not field.strip() or not header.strip():
        raise UserError(
            f"{words!r} names no column.", where="--column", what_to_do="Write FIELD=HEADER, such as employer=Firma."
        )
    return field.strip(), header.strip()
