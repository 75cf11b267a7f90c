"""``credlens read``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from credlens.app.ports import NamedBytes, Ports
from credlens.app.read import read_text
from credlens.cli.common import command_options, give
from credlens.cli.show.reading import show_result


@click.command()
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--tier", type=int, default=0, show_default=True, help="0: the gazetteer.")
@command_options
def read(*, ports: Ports, as_json: bool, file: str, tier: int) -> int:
    """Skills and requirements in FILE, or in what comes on standard input when FILE is -."""
    piped = file == "-"
    document = NamedBytes("standard input", sys.stdin.buffer.read()) if piped else ports.files.read(Path(file))
    give(read_text(ports, document, tier=tier), as_json, show_result)
    return 0
