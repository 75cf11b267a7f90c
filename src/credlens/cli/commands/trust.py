"""``credlens trust``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.verifying import trust as use_case
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.trust import show_added, show_list, show_removed


@click.group()
def trust() -> None:
    """Lists of issuers that you trust: verifying a badge then says whether its issuer is on one."""


@trust.command()
@click.argument("file", type=PATH)
@click.option(
    "--key", metavar="did:key:...", help="The key that the list has to be signed with, from whoever publishes it."
)
@click.option("--name", help="What to call it.  [default: the file's name]")
@command_options
def add(*, ports: Ports, as_json: bool, file: Path, key: str | None, name: str | None) -> int:
    """Keep a list: YAML or JSON with `issuers:`, a registry of the Digital Credentials Consortium, or a signed one."""
    give(use_case.add(ports, file, key=key, name=name), as_json, show_added)
    return EXIT_OK


@trust.command("list")
@command_options
def list_(*, ports: Ports, as_json: bool) -> int:
    """Your lists, each read and verified again."""
    result = use_case.show(ports)
    give(result, as_json, show_list)
    return EXIT_NEGATIVE if any(r.problem for r in result.registries) else EXIT_OK


@trust.command()
@click.argument("name")
@command_options
def remove(*, ports: Ports, as_json: bool, name: str) -> int:
    """Take a list out."""
    give(use_case.remove(ports, name), as_json, show_removed)
    return EXIT_OK
