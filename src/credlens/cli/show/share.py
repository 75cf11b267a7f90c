"""Shared documents in the terminal."""

from __future__ import annotations

import click

from credlens.app.presenting.sharing import Shared
from credlens.cli.show.page import bullets, console, count, sentence, whole
from credlens.model.naming import harmless


def show_shared(shared: Shared) -> None:
    """The answer to ``share``: the document itself when it was not written anywhere, so that it can be piped on."""
    if not shared.written:
        click.echo(harmless(next(iter(shared.documents.values()))), nl=False)
        return
    page = console()
    page.print()
    if shared.badges:
        sentence(page, f"{count(shared.badges, 'badge')}, untouched, and a list of what came of verifying them.")
    for path in shared.written:
        sentence(page, "Written:")
        whole(page, path)
    if shared.left_off:
        page.print()
        sentence(page, "Left off, as on your resume:")
        bullets(page, [harmless(f"{entry.name}: {entry.because}") for entry in shared.left_off])
