"""``credlens journal``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.presenting.journal import journal as use_case
from credlens.cli.common import DAY, PATH, as_day, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.journal import show_journal


@click.command()
@click.option("--since", type=DAY, metavar="DATE", help="Only what was done on this day or later.")
@click.option("--out", type=PATH, metavar="FILE.md", help="Write the drafts here, as Markdown.")
@click.option("--all", "every", is_flag=True, help="Also exams that were not passed.")
@command_options
def journal(*, ports: Ports, as_json: bool, since: datetime | None, out: Path | None, every: bool) -> int:
    """Drafts of posts about your badges, finished steps, projects, reviews and plan: facts, and gaps for your own words.

    Nothing is published. Words that you noted for a brief (credlens brief ID --note learned='...') are put in.
    """
    give(use_case(ports, as_day(since), out, every=every), as_json, show_journal)
    return EXIT_OK
