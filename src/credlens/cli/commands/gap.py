"""``credlens gap``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.gap import GapResult, find_gap
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give, tell
from credlens.cli.show.gap import show_gap, show_what_if
from credlens.cli.show.page import console, sentence


@click.command()
@click.option("--ads", type=PATH, multiple=True, help="A file or folder with job ads; give it more than once for more.")
@click.option("--resume", type=PATH, multiple=True, help="Your resume; replaces the stored one.")
@click.option("--occupation", help="What you want to work as; else the ads' most frequent title.")
@click.option(
    "--jurisdiction", help="Where you want to work, as an ISO 3166 code (US, US-NY, GB); decides about licences."
)
@click.option(
    "--with", "learn", multiple=True, metavar="SKILL", help="What if you learn this? Several with commas, or again."
)
@click.argument("more_ads", nargs=-1, type=PATH, metavar="[ADS]...")
@command_options
def gap(
    *,
    ports: Ports,
    as_json: bool,
    ads: tuple[Path, ...],
    more_ads: tuple[Path, ...],
    resume: tuple[Path, ...],
    occupation: str | None,
    jurisdiction: str | None,
    learn: tuple[str, ...],
) -> int:
    """What job ads ask for, what you can show, and what is missing.

    Ads may be text, Markdown, HTML, JSON, JSON Lines, CSV or Parquet. They are remembered as your target, so that options and plan go on from
    here; without --ads the ones given last are used. --with says how many ads more would be within reach.
    """
    result = find_gap(
        ports, ads=(*ads, *more_ads), resume=resume, occupation=occupation, jurisdiction=jurisdiction, learn=learn
    )
    give(result, as_json, _show)
    return tell(result.problems)


def _show(result: GapResult) -> None:
    page = console()
    for note in result.notes:
        sentence(page, note, style="dim")
    here = result.here
    if result.learnt is not None:
        show_what_if(page, result.learnt, here.knowledge.taxonomy)
    show_gap(page, here.gap, here.demand, here.knowledge.taxonomy)
