"""``credlens read``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from credlens.app.knowledge import TIER
from credlens.app.ports import NamedBytes, Ports
from credlens.app.read import read_lines, read_text
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_INPUT, EXIT_OK
from credlens.cli.show.explain import show_explained
from credlens.cli.show.reading import show_result
from credlens.model.errors import UserError


@click.command()
@click.argument("file", type=click.Path(allow_dash=True))
@click.option(
    "--tier",
    type=int,
    default=TIER,
    show_default=True,
    help="0: by names; 1: also by static vectors; 2: by an encoder.",
)
@click.option("--jsonl", is_flag=True, help='FILE has one {"id", "text"} a line; one result a line goes out.')
@click.option("--explain", is_flag=True, help="The text itself, with what was found marked in it.")
@command_options
def read(*, ports: Ports, as_json: bool, file: str, tier: int, jsonl: bool, explain: bool) -> int:
    """Skills and requirements in FILE, or in what comes on standard input when FILE is -.

    With --jsonl a line that cannot be used gives a result with an error in its place, and the exit code 3 at the end.
    """
    if explain and (as_json or jsonl):
        raise UserError("--explain is for reading in the terminal.", where="--explain", what_to_do="Leave --json away.")
    if jsonl:
        return _lines(ports, file, tier)
    piped = file == "-"
    document = NamedBytes("standard input", sys.stdin.buffer.read()) if piped else ports.files.read(Path(file))
    show = show_explained if explain else show_result
    give(read_text(ports, document, tier=tier), as_json, show)
    return EXIT_OK


def _lines(ports: Ports, file: str, tier: int) -> int:
    lines = wrong = 0
    for result in read_lines(ports, Path(file), tier=tier):
        lines += 1
        wrong += result.problem is not None
        click.echo(json.dumps(result.to_json(), ensure_ascii=False))
    if wrong:
        click.echo(f"{wrong} of {lines} lines could not be read; their results say why.", err=True)
    return EXIT_INPUT if wrong else EXIT_OK
