"""``credlens profile``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app import constraints as limits
from credlens.app import profile as use_case
from credlens.app import review as cards
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.show.profile import show_imported, show_result, show_review
from credlens.model.errors import UserError
from credlens.model.skill import SkillLevel

LEVELS = [level.value for level in SkillLevel if level is not SkillLevel.UNKNOWN]


@click.group()
def profile() -> None:
    """What you can show: import documents, look at what was read, correct it; and what you can spend."""


@profile.command("import")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@command_options
def import_(*, ports: Ports, as_json: bool, paths: tuple[Path, ...]) -> int:
    """Read your resume: PDF, DOCX, text, Markdown, JSON Resume, Europass XML, or the zip of your LinkedIn data.

    Replaces the documents imported before; your corrections stay.
    """
    give(use_case.import_documents(ports, paths), as_json, show_imported)
    return 0


@profile.command()
@command_options
def show(*, ports: Ports, as_json: bool) -> int:
    """What you can show, each thing with the line it came from."""
    give(use_case.show(ports), as_json, show_result)
    return 0


@profile.command()
@click.option("--all", "every", is_flag=True, help="Also what you have looked at already.")
@command_options
def review(*, ports: Ports, as_json: bool, every: bool) -> int:
    """What was read and you have not looked at yet, the least sure first."""
    give(cards.review(ports, every=every), as_json, show_review)
    return 0


@profile.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@command_options
def keep(*, ports: Ports, as_json: bool, ids: tuple[str, ...]) -> int:
    """Say that cards were read right."""
    give(cards.keep(ports, ids), as_json, show_review)
    return 0


@profile.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@command_options
def drop(*, ports: Ports, as_json: bool, ids: tuple[str, ...]) -> int:
    """Say that cards were read wrongly: they are left out, also when they are read again."""
    give(cards.drop(ports, ids), as_json, show_review)
    return 0


@profile.command()
@click.argument("card", metavar="ID")
@click.argument("value")
@command_options
def correct(*, ports: Ports, as_json: bool, card: str, value: str) -> int:
    """Say what a card should say; your VALUE stays when the same thing is read again.

    By kind: "SQL: advanced" (a skill, a level or both), "Some Certificate, 2024-05-01, 2027-05-01", "bachelor in Economics", "Clerk, Some
    Shop, 2021-03, present", "es C1", or a name.
    """
    give(cards.correct(ports, card, value), as_json, show_review)
    return 0


@profile.command()
@click.argument("skill")
@click.option("--level", type=click.Choice(LEVELS), help="How far.")
@command_options
def know(*, ports: Ports, as_json: bool, skill: str, level: str | None) -> int:
    """Say that you have a SKILL; your word wins and counts everywhere."""
    give(use_case.know(ports, skill, SkillLevel(level) if level else SkillLevel.UNKNOWN), as_json, show_result)
    return 0


@profile.command()
@click.argument("skill")
@command_options
def forget(*, ports: Ports, as_json: bool, skill: str) -> int:
    """Say that you do not have a SKILL; your word wins and counts everywhere."""
    give(use_case.forget(ports, skill), as_json, show_result)
    return 0


@profile.command("set")
@click.argument("settings", nargs=-1, required=True, metavar="NAME=VALUE...")
@command_options
def set_(*, ports: Ports, as_json: bool, settings: tuple[str, ...]) -> int:
    """Say what you can spend and where you want to work, once for gap and plan; NAME= forgets it.

    Names: hours (a week), budget, budget_per_month, currency (USD), deadline (2027-03-01), place (US-NY); off, the days without study
    (2026-12-20..2027-01-03, 2027-02-14); languages to study in (en, es); keep_until, the day until which credentials have to stay valid.
    """
    pairs = [setting.partition("=") for setting in settings]
    for name, equals, _ in pairs:
        if not equals:
            raise UserError(
                f"{name!r} is no setting.",
                where="NAME=VALUE",
                what_to_do="Write a name and a value: hours=6 budget=300.",
            )
    limits.set_constraints(ports, {name.strip(): value for name, _, value in pairs})
    give(use_case.show(ports), as_json, show_result)
    return 0
