"""``credlens market``."""

from __future__ import annotations

from pathlib import Path

import click

from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.failure import EXIT_OK

REGION = click.option(
    "--region", metavar="CODE", help="Only there: a country or its part (US, US-NY), as ISO 3166 writes it."
)


@click.group()
def market() -> None:
    """What many job ads ask for: build it once, then ask for demand, trends and recognition."""


@market.command()
@click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
@click.option("--engine", default="local", show_default=True, help="What reads and counts.")
@click.option(
    "--tier",
    type=click.IntRange(0, 2),
    default=0,
    show_default=True,
    help="How ads are read: 0 by names, 1 also by other words, 2 with an encoder.",
)
@click.option("--out", type=PATH, metavar="DIR", help="Also copy the tables (Parquet) there.")
@click.option("--again", is_flag=True, help="Begin anew instead of going on with a build that was stopped.")
@command_options
def build(
    *, ports: Ports, as_json: bool, paths: tuple[Path, ...], engine: str, tier: int, out: Path | None, again: bool
) -> int:
    """Count files and folders of job ads: by occupation, region and month.

    Ads may be text, Markdown, HTML, JSON, JSON Lines, CSV or Parquet; a CSV table of months, terms and counts is taken for trends. Stopped at
    any moment, the same command goes on where it was. What cannot be read is listed, the rest is counted.
    """
    from credlens.app.market.build import build as use_case
    from credlens.cli.show.market import show_build

    give(use_case(ports, paths, engine=engine, tier=tier, out=out, again=again), as_json, show_build)
    return EXIT_OK


@market.command()
@command_options
def show(*, ports: Ports, as_json: bool) -> int:
    """What the market was built from, and its occupations."""
    from credlens.app.market.show import show as use_case
    from credlens.cli.show.market import show_market

    give(use_case(ports), as_json, show_market)
    return EXIT_OK


@market.command()
@click.argument("occupation", required=False)
@REGION
@click.option("--months", type=click.IntRange(1, 600), metavar="N", help="Only the newest N months of dated ads.")
@command_options
def demand(*, ports: Ports, as_json: bool, occupation: str | None, region: str | None, months: int | None) -> int:
    """What ads for an OCCUPATION ask for: skills, degrees, licences, credentials; all ads without one."""
    from credlens.app.market.demand import demand as use_case
    from credlens.cli.show.demand import show_demand

    give(use_case(ports, occupation, region=region, months=months), as_json, show_demand)
    return EXIT_OK


@market.command()
@click.argument("skill")
@click.option("--occupation", help="Only in ads for it.")
@click.option(
    "--quarters",
    type=click.IntRange(8, 400),
    default=20,
    show_default=True,
    metavar="N",
    help="The newest N quarters; a line fits few longer stretches.",
)
@command_options
def trend(*, ports: Ports, as_json: bool, skill: str, occupation: str | None, quarters: int | None) -> int:
    """Whether a SKILL is asked for more or less than it was, and how fast."""
    from credlens.app.market.trend import trend as use_case
    from credlens.cli.show.trend import show_trend

    give(use_case(ports, skill, occupation=occupation, last=quarters), as_json, show_trend)
    return EXIT_OK


@market.command()
@click.argument("credential")
@click.option("--occupation", help="Only in ads for it.")
@REGION
@command_options
def recognition(*, ports: Ports, as_json: bool, credential: str, occupation: str | None, region: str | None) -> int:
    """How often ads name a CREDENTIAL, by occupation, required or preferred."""
    from credlens.app.market.recognition import recognition as use_case
    from credlens.cli.show.recognition import show_recognition

    give(use_case(ports, credential, occupation=occupation, region=region), as_json, show_recognition)
    return EXIT_OK
