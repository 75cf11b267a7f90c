"""``credlens pool``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.learning.pooled import pooled
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.pool import show_pool


@click.command()
@click.argument("credential", metavar="ID")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@command_options
def pool(*, ports: Ports, as_json: bool, credential: str, files: tuple[Path, ...]) -> int:
    """What the logs of many people say of a credential together: files or folders of what each wrote with credlens log give.

    No number is shown that comes from fewer than ten people.
    """
    found = pooled(ports, credential, files)
    give(found, as_json, show_pool)
    return tell(found.problems) if found.problems else EXIT_OK
