"""``credlens funnel`` and ``credlens helped``."""

from __future__ import annotations

import click

from credlens.app.learning.funnel import find_funnel
from credlens.app.learning.helped import helped as find_helped
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.helped import show_funnel, show_helped


@click.command()
@command_options
def funnel(*, ports: Ports, as_json: bool) -> int:
    """How far your applications come: answers, interviews, offers, and where it is stuck."""
    give(find_funnel(ports), as_json, show_funnel)
    return EXIT_OK


@click.command()
@click.argument("credential", metavar="ID")
@command_options
def helped(*, ports: Ports, as_json: bool, credential: str) -> int:
    """Did showing a credential help? What your own log says, and how little that is."""
    give(find_helped(ports, credential), as_json, show_helped)
    return EXIT_OK
