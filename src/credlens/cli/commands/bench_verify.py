"""``credlens bench verify``."""

from __future__ import annotations

import os
import time

import click

from credlens.app.bench import BENCHES
from credlens.app.bench.verify import MANY, MUTATIONS, REPEAT
from credlens.app.ports import Ports
from credlens.cli.common import command_options, give
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.bench_verify import show_verify


@click.command()
@click.option(
    "--repeat", type=click.IntRange(1), default=REPEAT, show_default=True, help="Verifications of each badge."
)
@click.option(
    "--mutations", type=click.IntRange(0), default=MUTATIONS, show_default=True, help="Tampered badges; 0 for none."
)
@click.option(
    "--many", type=click.IntRange(0), default=MANY, show_default=True, help="Badges in child processes; 0 for none."
)
@command_options
def verify(*, ports: Ports, as_json: bool, repeat: int, mutations: int, many: int) -> int:
    """How fast badges are verified, and whether tampered ones pass.

    All badges are of a made-up world, in every format and signed in every way. Your own data is not touched.
    """
    from credlens.io.apart import several_apart

    cores = os.cpu_count() or 1
    asked = {"repeat": repeat, "mutations": mutations, "many": many}
    result = BENCHES["verify"](ports, **asked, cores=cores, apart=several_apart, clock=time.monotonic)
    give(result, as_json, show_verify)
    tampered = result.mutations or {}
    return EXIT_NEGATIVE if tampered.get("false_verified") or tampered.get("crashes") else EXIT_OK
