"""``credlens import``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.keeping.importing import import_everything
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.keeping import show_imported


@click.command("import")
@click.argument("path", type=PATH, metavar="FILE.zip")
@click.option("--replace", is_flag=True, help="Have what is in the file instead of what is kept here now.")
@command_options
def import_(*, ports: Ports, as_json: bool, path: Path, replace: bool) -> int:
    """Take back everything that `credlens export` put into a file.

    All of it or nothing. Badges are verified again: a report in the file counts only as far as it follows from what else is in it.
    """
    result = import_everything(ports, path, replace=replace)
    give(result, as_json, show_imported)
    return EXIT_NEGATIVE if result.lowered else EXIT_OK
