"""``credlens verify``."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.verifying.asking import Asked
from credlens.app.verifying.pages import write_pages
from credlens.app.verifying.verify import verify as use_case
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.failure import EXIT_INPUT, EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.verify import show_result
from credlens.model.verification import Mode

MOMENT = click.DateTime(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%z"])


@click.command()
@click.argument("target", metavar="FILE|URL|FOLDER")
@click.option("--recipient", metavar="EMAIL", help="Also check that it was issued to this person.")
@click.option(
    "--mode",
    type=click.Choice([m.value for m in Mode]),
    default=Mode.STRICT.value,
    show_default=True,
    help="Our own rules, or those of 1EdTech's public validator.",
)
@click.option(
    "--offline/--online", default=True, help="Whether what a badge refers to may be fetched.  [default: offline]"
)
@click.option(
    "--at", type=MOMENT, metavar="DATE", help="Judge for this day (its end, in UTC) or moment instead of now."
)
@click.option(
    "--documents",
    type=PATH,
    metavar="MAP.json",
    help='Files to use instead of fetching: {"https://example.org/issuer": "issuer.json"}.',
)
@click.option(
    "--scorecard", is_flag=True, help="Also judge what can be earned according to it, as evaluate --badge does."
)
@click.option("--all", "every", is_flag=True, help="Every check, also those that passed.")
@click.option("--html", type=PATH, metavar="FILE", help="Also write a page that an employer can be given.")
@click.option("--pdf", type=PATH, metavar="FILE", help="The same as a PDF document.")
@command_options
def verify(
    *,
    ports: Ports,
    as_json: bool,
    target: str,
    recipient: str | None,
    mode: str,
    offline: bool,
    at: datetime | None,
    documents: Path | None,
    scorecard: bool,
    every: bool,
    html: Path | None,
    pdf: Path | None,
) -> int:
    """Check a badge on this machine: who issued it, whether it was changed, whether it still holds.

    Open Badges 0.5 to 3.0, CLR, and W3C credentials; as JSON, JWT, or inside a PNG, SVG or PDF. Nothing is fetched without --online.
    """
    for path, option in ((html, "--html"), (pdf, "--pdf")):
        if path:
            ports.files.place(path, option)
    asked = Asked(recipient, Mode(mode), not offline, moment(at), documents, scorecard)
    result = use_case(ports, target, asked)
    give(result, as_json, partial(show_result, every=every))
    for path in write_pages(ports, result, html=html, pdf=pdf) if html or pdf else ():
        click.echo(f"Written: {path}", err=True)
    if result.folder is None and result.problems:  # told already: it cannot be judged
        return EXIT_INPUT
    unread = EXIT_OK if as_json else tell(result.problems)
    return unread or (EXIT_OK if result.all_verified else EXIT_NEGATIVE)


def moment(value: datetime | None) -> datetime | None:
    """What was given with ``--at``, with a zone: a day means its end, so that what begins on that day counts."""
    if value is None:
        return None
    if value.time() == time(0) and value.tzinfo is None:
        value = value.replace(hour=23, minute=59, second=59)
    return value if value.tzinfo else value.replace(tzinfo=UTC)
