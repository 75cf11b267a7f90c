"""``credlens demo``."""

from __future__ import annotations

import click

from credlens.app import demo as use_case
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give, tell
from credlens.cli.show.loop import show_demo


@click.command()
@click.option("--person", default="maria", show_default=True, help="Whose story; an unknown name lists them.")
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
@command_options
def demo(*, ports: Ports, as_json: bool, person: str, open_report: bool) -> int:
    """The whole loop on an invented person and invented ads: gap, options, plan, report.

    Nothing of it touches your own profile. The report is one HTML file that needs no network.
    """
    result = use_case.run(ports, person)
    give(result, as_json, show_demo)
    if open_report and result.report is not None and click.launch(result.report.as_uri()):
        click.echo(f"No browser could be opened. The report is here: {result.report}", err=True)
    return tell(result.loop.problems)
