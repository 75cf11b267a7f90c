"""``credlens next``."""

from __future__ import annotations

import click

from credlens.app.learning.next_step import find_next
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.next_step import show_next


@click.command("next")
@click.option("--weeks", type=float, help="Weeks ahead to look at.  [default: up to your deadline, or half a year]")
@click.option(
    "--hours", type=float, help="Hours a week besides what you send now.  [default: those you said for study]"
)
@click.option("--application-hours", type=float, help="Hours that one more application takes.  [default: 1]")
@command_options
def next_(
    *, ports: Ports, as_json: bool, weeks: float | None, hours: float | None, application_hours: float | None
) -> int:
    """What to do next with your free hours, by the interviews that each thing is expected to bring."""
    give(find_next(ports, weeks=weeks, hours=hours, application_hours=application_hours), as_json, show_next)
    return EXIT_OK
