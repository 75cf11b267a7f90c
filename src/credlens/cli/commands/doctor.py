"""``credlens doctor``."""

from __future__ import annotations

import click

from credlens.app.doctor import examine
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.doctor import show_doctor


@click.command()
@command_options
def doctor(*, ports: Ports, as_json: bool) -> int:
    """Look at Python, the libraries, the starter data and your data, and say what is not well."""
    result = examine(ports)
    give(result, as_json, show_doctor)
    return EXIT_OK if result.healthy else EXIT_NEGATIVE
