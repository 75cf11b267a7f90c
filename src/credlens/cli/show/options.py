"""Options for one skill in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from credlens.app.options import OptionsResult
from credlens.cli.show.page import cell, console, count, heading, hours, price, sentence, table
from credlens.model.credential import Catalog, Credential
from credlens.model.demand import Demand
from credlens.model.loop import Option
from credlens.model.scorecard import Comparison

SHOWN = 5


def show_result(result: OptionsResult) -> None:
    """The answer to ``credlens options``."""
    page = console()
    heading(page, f"Options for {result.skill.label}")
    if not result.options:
        sentence(
            page,
            f"The catalog knows no credential that teaches {result.skill.label}. Add one: credlens catalog import yaml FILE.",
        )
        return
    few = "" if len(result.options) >= result.wanted else f" You asked for {result.wanted}; the catalog has no more."
    number = count(len(result.options), "credential teaches", "credentials teach")
    sentence(page, f"{number} {result.skill.label}.{few}", style="bold")
    show_options(page, result.options, result.catalog, result.comparison, result.demand)


def show_options(
    page: Console, options: Sequence[Option], catalog: Catalog, comparison: Comparison, demand: Demand
) -> None:
    """A table of options; what does not fit into a cell stands below it."""
    rows = table(
        ("credential", "left"),
        ("provider", "left"),
        ("cost at your pace", "left"),
        ("hours left", "right whole"),
        ("quality, 0 to 1", "right whole"),
        ("in ads", "right whole"),
    )
    for option in options[:SHOWN]:
        credential, card = catalog[option.credential], comparison.card(option.credential)
        flags = " !" if card.firing() else ""
        rows.add_row(
            cell(f"{credential.title}{flags}"),
            cell(_provider(credential)),
            cell(price(option.quote)),
            cell(hours(option.quote)),
            cell(f"{card.quality.median:.2f} ({card.quality.low:.2f}-{card.quality.high:.2f})"),
            cell(_named(option.credential, demand)),
        )
    page.print(rows)
    for option in options[:SHOWN]:
        for flag in comparison.card(option.credential).firing():
            sentence(page, f"! {catalog[option.credential].title}: {flag.because}", style="yellow", indent=2)
    if len(options) > SHOWN:
        sentence(page, f"... and {len(options) - SHOWN} more: credlens options SKILL --json", style="dim", indent=2)


def _provider(credential: Credential) -> str:
    provider = credential.provider.value
    kind = getattr(provider, "kind", None)
    return f"{provider} ({kind.value.replace('_', ' ')})" if kind is not None else "unknown"


def _named(credential_id: str, demand: Demand) -> str:
    return f"{demand.recognition(credential_id).share.k} of {demand.n}" if demand.n else "no ads given"
