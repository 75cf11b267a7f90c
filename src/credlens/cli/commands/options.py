"""``credlens options``."""

from __future__ import annotations

import click

from credlens.app.options import find_options
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.options import show_result


@click.command()
@click.argument("skill")
@click.option(
    "--min", "minimum", type=click.IntRange(1), default=3, show_default=True, help="How many you want to choose from."
)
@click.option(
    "--hours", type=float, help="Hours a week you can study; prices by the month depend on it (10 when left out)."
)
@command_options
def options(*, ports: Ports, as_json: bool, skill: str, minimum: int, hours: float | None) -> int:
    """Credentials that would close one SKILL, side by side, priced at your pace."""
    result = find_options(ports, skill, minimum=minimum, hours_per_week=hours)
    give(result, as_json, show_result)
    return EXIT_OK if result.options else EXIT_NEGATIVE
