"""``credlens export``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.keeping.exporting import export_everything
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.keeping import show_exported


@click.command()
@click.argument("out", type=PATH, metavar="FILE.zip")
@click.option(
    "--with-keys",
    is_flag=True,
    help="Also the private keys that you sign badges with. Whoever gets the file can sign in your name then.",
)
@command_options
def export(*, ports: Ports, as_json: bool, out: Path, with_keys: bool) -> int:
    """Everything that is kept of you in one zip file: originals, data, tables, documents.

    The file is not protected: keep it where you would keep your resume. `credlens import` takes it back.
    """
    give(export_everything(ports, out, with_keys=with_keys), as_json, show_exported)
    return EXIT_OK
