"""``credlens taxonomy``."""

from __future__ import annotations

import click

from credlens.app import taxonomy as use_case
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.show.catalog import show_taxonomy


@click.group()
def taxonomy() -> None:
    """The skills the program knows."""


@taxonomy.command("list")
@command_options
def list_(*, ports: Ports, as_json: bool) -> int:
    """The taxonomy in use, with its version and attribution."""
    give(use_case.show(ports), as_json, show_taxonomy)
    return 0
