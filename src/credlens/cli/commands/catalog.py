"""``credlens catalog``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app import catalog as use_case
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show import catalog as shown


@click.group()
def catalog() -> None:
    """Credentials and their facts, each with source and date."""


@catalog.command()
@click.argument("query", nargs=-1, required=True)
@command_options
def search(*, ports: Ports, as_json: bool, query: tuple[str, ...]) -> int:
    """Find credentials by words of their title, provider or skills."""
    result = use_case.search(ports, " ".join(query))
    give(result, as_json, shown.show_search)
    return EXIT_OK if result.found else EXIT_NEGATIVE


@catalog.command()
@click.argument("credential", metavar="ID")
@command_options
def show(*, ports: Ports, as_json: bool, credential: str) -> int:
    """Everything known of one credential, and what is not."""
    give(use_case.show(ports, credential), as_json, shown.show_credential)
    return 0


@catalog.command()
@command_options
def stats(*, ports: Ports, as_json: bool) -> int:
    """How much is known about how many things."""
    give(use_case.stats(ports), as_json, shown.show_stats)
    return 0


@catalog.command()
@click.argument("paths", nargs=-1, type=PATH)
@command_options
def check(*, ports: Ports, as_json: bool, paths: tuple[Path, ...]) -> int:
    """Check records in PATHS, or the whole catalog, and name every mistake with its place."""
    result = use_case.check(ports, paths)
    give(result, as_json, shown.show_check)
    return tell(result.problems)


@catalog.command("import")
@click.argument("source")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@command_options
def import_(*, ports: Ports, as_json: bool, source: str, paths: tuple[Path, ...]) -> int:
    """Take records of a SOURCE (yaml) into your own catalog. Importing twice changes nothing; bad records are listed."""
    result = use_case.import_records(ports, source, paths)
    give(result, as_json, shown.show_import)
    return tell(result.problems)
