"""``credlens profile``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app import profile as use_case
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.show.profile import show_result


@click.group()
def profile() -> None:
    """What you can show: import documents, look at what was read, correct it."""


@profile.command("import")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@command_options
def import_(*, ports: Ports, as_json: bool, paths: tuple[Path, ...]) -> int:
    """Read your resume (text, Markdown, JSON Resume). Replaces the documents imported before; your corrections stay."""
    give(use_case.import_documents(ports, paths), as_json, show_result)
    return 0


@profile.command()
@command_options
def show(*, ports: Ports, as_json: bool) -> int:
    """What was read, each thing with the line it came from."""
    give(use_case.show(ports), as_json, show_result)
    return 0


@profile.command()
@click.argument("skill")
@command_options
def know(*, ports: Ports, as_json: bool, skill: str) -> int:
    """Say that you have a SKILL; your word wins and counts everywhere."""
    give(use_case.know(ports, skill), as_json, show_result)
    return 0


@profile.command()
@click.argument("skill")
@command_options
def forget(*, ports: Ports, as_json: bool, skill: str) -> int:
    """Say that you do not have a SKILL; your word wins and counts everywhere."""
    give(use_case.forget(ports, skill), as_json, show_result)
    return 0
