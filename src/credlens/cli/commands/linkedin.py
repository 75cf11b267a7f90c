"""``credlens linkedin``."""

from __future__ import annotations

import click

from credlens.app.ports import Ports
from credlens.app.presenting.linkedin import linkedin as use_case
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.linkedin import show_links
from credlens.model.errors import UserError


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--open", "open_form", is_flag=True, help="Open the form in the browser, for one credential.")
@command_options
def linkedin(*, ports: Ports, as_json: bool, ids: tuple[str, ...], open_form: bool) -> int:
    """A link that opens LinkedIn's form for a credential with its fields filled in, for all that you hold unless some are named.

    ID: the beginning of a badge's id, an id in the catalog, or a card of profile show. Nothing is sent before you follow the link.
    """
    result = use_case(ports, ids)
    if open_form and len(result.entries) != 1:
        raise UserError(
            "The form is about one credential.", where="--open", what_to_do="Name one: credlens linkedin ID --open"
        )
    give(result, as_json, show_links)
    if open_form and click.launch(result.entries[0].url):
        click.echo("No browser could be opened. Follow the link above.", err=True)
    return EXIT_OK
