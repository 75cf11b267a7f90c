"""``credlens erase``."""

from __future__ import annotations

import sys

import click

from credlens.app.keeping.erasing import erase as use_case
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.keeping import show_erased


@click.command()
@click.argument("person", metavar="PERSON")
@click.option("--yes", "sure", is_flag=True, help="Do it. Without this you see what would be gone, and are asked.")
@command_options
def erase(*, ports: Ports, as_json: bool, person: str, sure: bool) -> int:
    """Everything of PERSON gone, also from the raw bytes of the files: `me`, or the name in the profile.

    Published catalogs and taxonomies stay. Export first what you want to keep; nothing comes back.
    """
    result = use_case(ports, person, sure=sure)
    if not result.done and result.gone and not as_json and sys.stdin.isatty():
        show_erased(result)
        if click.confirm("Erase all of this for good?", default=False, err=True):
            result = use_case(ports, person, sure=True)
    give(result, as_json, show_erased)
    return EXIT_OK if result.done else EXIT_NEGATIVE
