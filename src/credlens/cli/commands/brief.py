"""``credlens brief``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.presenting.brief import FORMATS
from credlens.app.presenting.brief import brief as use_case
from credlens.app.presenting.noting import note_all
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.brief import show_brief
from credlens.model.errors import UserError


@click.command()
@click.argument("id", metavar="ID")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="Write a document of this kind.")
@click.option("--out", type=PATH, metavar="FILE", help="Where to write it.  [default: brief-ID.FORMAT]")
@click.option(
    "--note", "notes", multiple=True, metavar="QUESTION=TEXT", help="Your own words, kept for the next time too."
)
@click.option("--forget-note", "forgotten", multiple=True, metavar="QUESTION", help="Take your words back.")
@click.option("--qr", is_flag=True, help="Draw the address at which it can be checked as a QR code (HTML and PDF).")
@command_options
def brief(
    *,
    ports: Ports,
    as_json: bool,
    id: str,  # noqa: A002 - what the person calls it
    format_: str | None,
    out: Path | None,
    notes: tuple[str, ...],
    forgotten: tuple[str, ...],
    qr: bool,
) -> int:
    """One page to explain a credential in an interview.

    ID is an id of the catalog, the beginning of a badge's id in the wallet, or the id of a review card. Without --format or --out it is shown
    here. Questions that you can answer in your own words: built, used, learned, hardest, why, closed, identity, tests, effort, level, vendor,
    known, current, pace, expired, status.
    """
    said = {**dict.fromkeys(forgotten), **dict(map(_note, notes))}
    if out:
        ports.files.place(out, "--out")  # before anything is remembered
    if said:
        note_all(ports, id, said)
    give(use_case(ports, id, format=format_, out=out, qr=qr), as_json, show_brief)
    return EXIT_OK


def _note(given: str) -> tuple[str, str]:
    """``QUESTION=TEXT`` in two.

    Raises:
        UserError: there is no "=" in it.
    """
    question, sign, text = given.partition("=")
    if not sign:
        raise UserError(
            f"{given!r} is no note.", where="--note", what_to_do="Write it as --note built='A dashboard ...'"
        )
    return question.strip(), text
