"""``credlens taxonomy``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app import taxonomy as use_case
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.show.taxonomy import show_import, show_list


@click.group()
def taxonomy() -> None:
    """The skills the program knows."""


@taxonomy.command("list")
@command_options
def list_(*, ports: Ports, as_json: bool) -> int:
    """The taxonomies in use, each with its version and attribution."""
    give(use_case.show(ports), as_json, show_list)
    return 0


@taxonomy.command("import")
@click.argument("kind", metavar="KIND")
@click.argument("path", type=PATH)
@click.option("--version", "release", metavar="VERSION", help="Version of the release, when it does not say it itself.")
@click.option(
    "--crosswalk", type=PATH, metavar="FILE", help="A crosswalk between ESCO's and O*NET's occupations (CSV)."
)
@command_options
def import_(*, ports: Ports, as_json: bool, kind: str, path: Path, release: str | None, crosswalk: Path | None) -> int:
    """Take a published taxonomy into use: KIND is esco, onet or rsd, PATH its folder, zip or file as you downloaded it.

    Importing it again replaces it. A row with a mistake is left out and listed; a damaged release changes nothing.
    """
    result = use_case.import_taxonomy(ports, kind, path, version=release, crosswalk=crosswalk)
    give(result, as_json, show_import)
    return tell(result.problems)
