"""``credlens share``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.presenting.sharing import KINDS
from credlens.app.presenting.sharing import share as use_case
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.share import show_shared


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option("--out", type=PATH, metavar="FILE|DIR", help="Write it there instead of printing it.")
@click.option("--into", type=PATH, metavar="README.md", help="github: replace the section of this page, or add it.")
@command_options
def share(*, ports: Ports, as_json: bool, kind: str, out: Path | None, into: Path | None) -> int:
    """Small documents of what you can show, by the same rules as your resume.

    github: a section for the README of your profile, projects and certifications. signature: for your e-mails, as HTML and as plain text.
    elm: what you hold in the European Learning Model, unsigned. backpack: every badge as it came, in a zip file or a folder, for other wallets.
    """
    give(use_case(ports, kind, out, into), as_json, show_shared)
    return EXIT_OK
