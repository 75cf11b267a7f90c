"""``credlens wallet``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.verifying.asking import Asked
from credlens.app.wallet import badges as use_case
from credlens.cli.commands.verify import MOMENT, moment
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.wallet import show_added, show_badges, show_list, show_removed
from credlens.model.verification import Verdict

ONLINE = click.option(
    "--offline/--online", default=True, help="Whether what badges refer to may be fetched.  [default: offline]"
)
DOCUMENTS = click.option("--documents", type=PATH, metavar="MAP.json", help="Files to use instead of fetching.")


@click.group()
def wallet() -> None:
    """Your badges: kept as they came, with what they refer to and what came of verifying them."""


@wallet.command()
@click.argument("targets", nargs=-1, required=True, metavar="FILE|FOLDER|URL...")
@click.option("--recipient", metavar="EMAIL", help="Also check that they were issued to this person.")
@ONLINE
@DOCUMENTS
@click.option(
    "--at", type=MOMENT, metavar="DATE", help="Judge for this day (its end, in UTC) or moment instead of now."
)
@command_options
def add(
    *,
    ports: Ports,
    as_json: bool,
    targets: tuple[str, ...],
    recipient: str | None,
    offline: bool,
    documents: Path | None,
    at: datetime | None,
) -> int:
    """Verify badges and keep them. One that is not valid is not kept."""
    asked = Asked(recipient, online=not offline, at=moment(at), documents=documents)
    result = use_case.add(ports, targets, asked)
    give(result, as_json, show_added)
    return EXIT_NEGATIVE if result.refused else EXIT_OK


@wallet.command("list")
@command_options
def list_(*, ports: Ports, as_json: bool) -> int:
    """What is in the wallet, with what came of verifying it last."""
    give(use_case.show(ports), as_json, show_list)
    return EXIT_OK


@wallet.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@command_options
def show(*, ports: Ports, as_json: bool, ids: tuple[str, ...]) -> int:
    """One badge with every check."""
    give(use_case.show(ports, ids), as_json, show_badges)
    return EXIT_OK


@wallet.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@ONLINE
@DOCUMENTS
@command_options
def verify(*, ports: Ports, as_json: bool, ids: tuple[str, ...], offline: bool, documents: Path | None) -> int:
    """Verify badges again, all of them unless some are named. Whether they still hold shows only with --online."""
    result = use_case.verify_again(ports, ids, Asked(online=not offline, documents=documents))
    give(result, as_json, show_list)
    return EXIT_OK if all(b.verdict is Verdict.VERIFIED and not b.not_now for b in result.badges) else EXIT_NEGATIVE


@wallet.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@command_options
def remove(*, ports: Ports, as_json: bool, ids: tuple[str, ...]) -> int:
    """Take badges out, with everything kept of them."""
    give(use_case.remove(ports, ids), as_json, show_removed)
    return EXIT_OK
