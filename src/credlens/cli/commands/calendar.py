"""``credlens calendar``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.presenting.calendar import calendar as use_case
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.calendar import show_calendar


@click.command()
@click.option("--out", type=PATH, metavar="FILE.ics", help="Write it here, to be opened with your calendar.")
@command_options
def calendar(*, ports: Ports, as_json: bool, out: Path | None) -> int:
    """What you hold that expires, with reminders and what renewal takes, and the milestones of your plan.

    Opened with your calendar again later, the file moves the events that are there already. What it no longer has stays in your calendar.
    """
    give(use_case(ports, out), as_json, show_calendar)
    return EXIT_OK
