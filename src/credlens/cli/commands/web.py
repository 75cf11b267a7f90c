"""``credlens web``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from credlens.cli.common import DAY, PATH, as_day
from credlens.io.home import HOME_VARIABLE


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), help="The port to listen on; else 8737, or the next that is free."
)
@click.option("--open", "opened", is_flag=True, help="Open the browser.")
@click.option("--home", type=PATH, envvar=HOME_VARIABLE, help="Folder where your data lives.")
@click.option("--as-of", type=DAY, metavar="DATE", help="Reckon from this day (YYYY-MM-DD) instead of today.")
def web(*, port: int | None, opened: bool, home: Path | None, as_of: datetime | None) -> int:
    """All of it as pages in your browser, on this machine and for you alone.

    The address that is shown works once, in one browser. Nothing is sent anywhere. Stop it with Ctrl-C.
    """
    from credlens.web.server import serve

    serve(home, port=port, today=as_day(as_of), opened=opened, told=_told)
    return 0


def _told(address: str) -> None:
    click.echo(f"Open this in your browser: {address}")
    click.echo("It works once. Stop with Ctrl-C.", err=True)
