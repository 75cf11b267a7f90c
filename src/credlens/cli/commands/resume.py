"""``credlens resume``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.app.presenting.deciding import decide_all
from credlens.app.presenting.resume import FORMATS, STYLES, USUAL
from credlens.app.presenting.resume import resume as use_case
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_OK
from credlens.cli.show.resume import show_resume


@click.command()
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="Make a document of it.")
@click.option("--style", type=click.Choice(STYLES), default=USUAL, show_default=True, help="How PDF and DOCX look.")
@click.option(
    "--out", type=PATH, metavar="FILE", help="Where to write it.  [default: resume.pdf, resume.docx; else printed]"
)
@click.option("--for-any", is_flag=True, help="For any job: not ordered by what your target's ads ask for.")
@click.option("--show", multiple=True, metavar="CARD", help="Put this entry on, whatever speaks against it.")
@click.option("--leave-off", multiple=True, metavar="CARD", help="Leave this entry off.")
@click.option("--automatic", multiple=True, metavar="CARD", help="Forget what you said about this entry.")
@command_options
def resume(
    *,
    ports: Ports,
    as_json: bool,
    format_: str | None,
    style: str,
    out: Path | None,
    for_any: bool,
    show: tuple[str, ...],
    leave_off: tuple[str, ...],
    automatic: tuple[str, ...],
) -> int:
    """Your resume, out of your documents, badges and projects.

    Without a format: what is on it, and what is left off and why. Nothing is made up; decisions about entries are remembered.
    """
    said: list[tuple[str, bool | None]] = [(card, True) for card in show]
    said += [(card, False) for card in leave_off]
    said += [(card, None) for card in automatic]
    decide_all(ports, said)
    result = use_case(ports, format=format_, out=out, style=style, tailored=not for_any)
    give(result, as_json, show_resume)
    return EXIT_OK
