"""``credlens catalog``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from credlens.app.ports import Ports
from credlens.cli.common import DAY, PATH, as_day, command_options, give, tell
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.listing import ListingCommand
from credlens.model.errors import UserError

OWN = "yaml"  # hand-written records: a mistake in one is told by the exit code, too
#: Facet -> what its option says. A test holds these to what the catalog has.
FACET_OPTIONS = {
    "kind": "Only this kind: course, certificate, certification, licence, degree ...",
    "evidence_class": "Only what proves this at most: participation, completion, assessed certificate, certification, licence.",
    "provider_kind": "Only from such: university, platform, corporation, professional body, government, nonprofit, employer, other.",
    "level": "Only for these: beginner, intermediate, advanced, expert.",
    "language": "Only in this language: its name or code.",
    "assessment": "Only with this in its assessment: written exam, project, portfolio, quiz ...",
    "verifiable": "Whether others can check it online: yes or no.",
    "mode": "Only taken so: online, onsite, blended, work.",
    "field": "Only from this field of work, such as data-analytics.",
    "price": "Only paid so: free, free to audit, subscription, one off.",
}


@click.group()
def catalog() -> None:
    """Credentials and their facts, each with source and date."""


def _facets(function: Callable[..., Any]) -> Callable[..., Any]:
    for name, words in reversed(FACET_OPTIONS.items()):
        function = click.option(f"--{name.replace('_', '-')}", name, multiple=True, metavar="VALUE", help=words)(
            function
        )
    return function


@catalog.command()
@click.argument("words", nargs=-1)
@_facets
@click.option("--facet", "facets", multiple=True, metavar="NAME=VALUE", help="The same, by the name of a facet.")
@click.option("--skill", help="Only what teaches this skill.")
@click.option("--max-cost", type=click.FloatRange(min=0), metavar="USD", help="At most so dear, at your pace.")
@click.option("--max-hours", type=click.FloatRange(min=0), metavar="H", help="At most so many hours of work.")
@click.option(
    "--hours", type=float, metavar="PER_WEEK", help="Hours a week you can study; prices by the month depend on it."
)
@click.option("--count", type=int, default=20, show_default=True, metavar="N", help="Finds on a page.")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Which page.")
@command_options
def search(
    *,
    ports: Ports,
    as_json: bool,
    words: tuple[str, ...],
    facets: tuple[str, ...],
    skill: str | None,
    max_cost: float | None,
    max_hours: float | None,
    hours: float | None,
    count: int,
    page: int,
    **values: tuple[str, ...],
) -> int:
    """Find credentials by WORDS of their title, names, organisations, skills or description; all of them without any.

    A facet may be given several times: then one of its values is enough. "unknown" is a value, too.
    """
    from credlens.app.catalog.searching import search as use_case
    from credlens.cli.show.catalog.search import show_search, show_without_limits

    wanted = _wanted(facets, values)
    find = partial(use_case, ports, " ".join(words), hours_per_week=hours, count=count)
    result = find(wanted=wanted, skill=skill, most_cost=max_cost, most_hours=max_hours, first=(page - 1) * count)
    give(result, as_json, partial(show_search, today=ports.today))
    if result.found.total:
        return EXIT_OK
    if not as_json and (wanted or skill or max_cost is not None or max_hours is not None):
        show_without_limits(find(), asked=wanted)
    return EXIT_NEGATIVE


def _wanted(facets: Sequence[str], values: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Facet -> values, as the index writes them."""
    from credlens.app.catalog.offered import facet_value

    wanted = {name: [facet_value(name, v) for v in given] for name, given in values.items() if given}
    for text in facets:
        name, equals, value = text.partition("=")
        if not equals or not value:
            raise click.BadParameter(f"{text!r} is not NAME=VALUE.", param_hint="--facet")
        name = name.strip().replace("-", "_")
        wanted.setdefault(name, []).append(facet_value(name, value))
    return wanted


@catalog.command()
@click.argument("credential", metavar="ID")
@click.option("--sources", is_flag=True, help="Below each fact, who says so and when.")
@command_options
def show(*, ports: Ports, as_json: bool, credential: str, sources: bool) -> int:
    """Everything known of one credential, who says so, and what is unknown, old or disputed. ID may be its title."""
    from credlens.app.catalog.showing import show as use_case
    from credlens.cli.show.catalog.credential import show_credential

    give(use_case(ports, credential), as_json, partial(show_credential, with_sources=sources))
    return EXIT_OK


@catalog.command()
@command_options
def stats(*, ports: Ports, as_json: bool) -> int:
    """How much is known about how many things, and how it came to be known."""
    from credlens.app.catalog.counting import stats as use_case
    from credlens.cli.show.catalog.stats import show_stats

    give(use_case(ports), as_json, show_stats)
    return EXIT_OK


@catalog.command()
@click.argument("paths", nargs=-1, type=PATH)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="Credentials listed in words.",
)
@command_options
def check(*, ports: Ports, as_json: bool, paths: tuple[Path, ...], limit: int) -> int:
    """Check records in PATHS, or the whole catalog: mistakes with their place, then what to look up and where."""
    from credlens.app.catalog.checking import check as use_case
    from credlens.cli.show.catalog.check import show_check

    result = use_case(ports, paths)
    code = tell(result.problems)
    give(result, as_json, partial(show_check, limit=limit))
    return code


def _sources() -> Sequence[tuple[str, str]]:
    from credlens.app.catalog.offered import sources

    return sources()


def _exports() -> Sequence[tuple[str, str]]:
    from credlens.app.catalog.offered import exports

    return exports()


@catalog.command("import", cls=ListingCommand, heading="Sources", listing=_sources)
@click.argument("source")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option(
    "--taken",
    type=DAY,
    metavar="DATE",
    help="The day the catalog was taken (YYYY-MM-DD), for records that carry no date.",
)
@click.option(
    "--columns",
    type=PATH,
    metavar="FILE",
    help="What the columns of a table hold, as credlens catalog columns wrote it (TOML).",
)
@command_options
def import_(
    *, ports: Ports, as_json: bool, source: str, paths: tuple[Path, ...], taken: datetime | None, columns: Path | None
) -> int:
    """Take records of a published catalog, or your own: SOURCE is its shape, PATHS are files or folders as you have them.

    Importing the same again changes nothing; what changed takes the place of what the source said before. What cannot be used is listed.
    """
    from credlens.app.catalog.importing import import_records
    from credlens.app.catalog.mapping import read_mapping
    from credlens.app.catalog.offered import source_names
    from credlens.cli.show.catalog.taken import show_import, show_rejected

    if source not in source_names():
        raise UserError(
            f"There is no source {source!r}.", where="SOURCE", what_to_do=f"Use one of: {', '.join(source_names())}."
        )
    mapping = read_mapping(ports, columns) if columns else None
    result = import_records(ports, source, paths, as_of=as_day(taken), mapping=mapping)
    give(result, as_json, show_import)
    if source == OWN:
        return tell(result.problems)
    if not as_json:
        show_rejected(result)
    return EXIT_OK


@catalog.command()
@click.argument("file", type=PATH)
@click.option("--out", type=PATH, metavar="FILE", help="Write it down (TOML), to be corrected and given to the import.")
@command_options
def columns(*, ports: Ports, as_json: bool, file: Path, out: Path | None) -> int:
    """What each column of a table (CSV, TSV) of credentials may hold."""
    from credlens.app.catalog.columns import columns as use_case
    from credlens.cli.show.catalog.taken import show_columns

    give(use_case(ports, file, out=out), as_json, show_columns)
    return EXIT_OK


@catalog.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@command_options
def same(*, ports: Ports, as_json: bool, one: str, other: str) -> int:
    """Say that two credentials are one: they are put together, and stay so."""
    return _judge(ports, one, other, as_json=as_json, same=True)


@catalog.command()
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID|SOURCE:KEY")
@command_options
def apart(*, ports: Ports, as_json: bool, one: str, other: str) -> int:
    """Say that two credentials are two, or that a statement on the page of ID speaks of another one: they are never put together."""
    return _judge(ports, one, other, as_json=as_json, same=False)


@catalog.command()
@click.argument("credential", metavar="ID")
@click.argument("facts", nargs=-1, metavar="FACT=ANSWER...")
@click.option("--source", "address", metavar="URL", help="The page that says so; without it you say so yourself.")
@click.option("--seen", type=DAY, metavar="DATE", help="The day you saw it (YYYY-MM-DD); today without it.")
@click.option("--note", default="", help="What a reader should know.")
@command_options
def mend(
    *,
    ports: Ports,
    as_json: bool,
    credential: str,
    facts: tuple[str, ...],
    address: str | None,
    seen: datetime | None,
    note: str,
) -> int:
    r"""Say what a fact of a credential really is; what was said before stays beside it. credlens catalog remove ID takes it back.

    \b
    credlens catalog mend ms-pl-300 hours=40 price=one_off price_amount='165 USD' --source https://...

    The facts are those that credlens evaluate --questions lists.
    """
    from credlens.app.catalog.mending import mend as use_case
    from credlens.cli.show.catalog.taken import show_mended

    result = use_case(ports, credential, _answers(facts), address=address, seen=as_day(seen), note=note)
    give(result, as_json, show_mended)
    return EXIT_OK


def _answers(facts: Sequence[str]) -> dict[str, object]:
    """Question -> answer; several answers to one question are separated by commas."""
    answers: dict[str, object] = {}
    for text in facts:
        name, equals, value = text.partition("=")
        if not equals or not value.strip():
            raise click.BadParameter(f"{text!r} is not FACT=ANSWER.", param_hint="FACT")
        name = name.strip().replace("-", "_")
        answers[name] = f"{answers[name]}, {value.strip()}" if name in answers else value.strip()
    return answers


@catalog.command()
@click.argument("credential", metavar="ID")
@command_options
def remove(*, ports: Ports, as_json: bool, credential: str) -> int:
    """Forget a record of your own: one that you imported (yaml), or kept with credlens evaluate --keep."""
    from credlens.app.catalog.removing import remove as use_case
    from credlens.cli.show.catalog.taken import show_removed

    give(use_case(ports, credential), as_json, show_removed)
    return EXIT_OK


def _judge(ports: Ports, one: str, other: str, *, as_json: bool, same: bool) -> int:
    from credlens.app.catalog.judging import judge
    from credlens.cli.show.catalog.taken import show_judgement

    give(judge(ports, one, other, same=same), as_json, show_judgement)
    return EXIT_OK


@catalog.command(cls=ListingCommand, heading="Formats", listing=_exports)
@click.argument("form", metavar="FORMAT")
@click.argument("file", type=PATH)
@click.argument("ids", nargs=-1, metavar="[ID...]")
@command_options
def export(*, ports: Ports, as_json: bool, form: str, file: Path, ids: tuple[str, ...]) -> int:
    """Write credentials to a FILE in a published FORMAT: those with these IDs, or the whole catalog."""
    from credlens.app.catalog.exporting import export as use_case
    from credlens.cli.show.catalog.taken import show_export

    give(use_case(ports, form, file, ids), as_json, show_export)
    return EXIT_OK
