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
@click.option("--yes", is_flag=True, help="Do not ask. Off a terminal nobody is asked: naming PERSON is enough.")
@click.option("--list", "only_list", is_flag=True, help="Only show what would be gone.")
@command_options
def erase(*, ports: Ports, as_json: bool, person: str, yes: bool, only_list: bool) -> int:
    """Everything of PERSON gone, also from the raw bytes of the files: `me`, the name in the profile, or the first or last part of it.

    Published catalogs and taxonomies stay. Export first what you want to keep; nothing comes back.
    """
    sure = yes or not sys.stdin.isatty()
    result = use_case(ports, person, sure=sure and not only_list)
    if not (result.done or only_list or as_json) and result.gone:
        show_erased(result)
        if click.confirm("Erase all of this for good?", default=False, err=True):
            result = use_case(ports, person, sure=True)
    give(result, as_json, show_erased)
    return EXIT_OK if result.done or only_list else EXIT_NEGATIVE
