"""Options for one skill in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from credlens.app.catalog.pricing import PriceTrust
from credlens.app.catalog.telling.words import amount_words, value_words, who
from credlens.app.different import profile
from credlens.app.options import OptionsResult
from credlens.cli.show.cards import records
from credlens.cli.show.page import bullets, cell, console, count, heading, hours, price, sentence
from credlens.model.credential import Catalog, Credential, Depth
from credlens.model.demand import Demand
from credlens.model.loop import Option
from credlens.model.scorecard import Comparison

SHOWN = 5


def show_result(result: OptionsResult) -> None:
    """The answer to ``credlens options``."""
    page = console()
    label = result.skill.label
    heading(page, f"Options for {label}")
    if not result.options:
        sentence(
            page,
            f"The catalog knows no credential that teaches {label}. Import a published catalog (credlens catalog import --help), or write one "
            "down: credlens catalog import yaml FILE.",
        )
        return
    few = "" if len(result.options) >= result.wanted else f" You asked for {result.wanted}; the catalog has no more."
    number = count(len(result.options), "credential teaches", "credentials teach")
    varied = " The first three are truly different." if result.different else ""
    sentence(page, f"{number} {label}.{few}{varied}", style="bold")
    show_options(page, result.options, result.catalog, result.comparison, result.demand, result.trust)
    page.print()
    if result.different:
        sentence(page, "What sets the first three apart:", style="bold")
        bullets(page, [_profile(result, o) for o in result.options if o.credential in result.different])
    else:
        sentence(page, f"No three truly different ones: {result.why_not}", style="yellow")


def _profile(result: OptionsResult, option: Option) -> str:
    """What a choice turns on, in one line."""
    credential = result.catalog[option.credential]
    found = profile(credential, result.skill.id, option.quote)
    known = "another kind of provider" if credential.provider.known else "provider unknown"
    parts = [value_words(found.provider) if found.provider else known]
    parts += [found.cost or "price unknown"]
    parts += [f"{result.skill.label} is {_DEPTHS[found.depth]}"] if found.depth else []
    parts += [value_words(found.proves) if found.proves else "what it proves is unknown"]
    return f"{credential.title}: {', '.join(parts)}"


_DEPTHS = {Depth.CORE: "at its core", Depth.PART: "a part of it", Depth.TOUCHED: "only touched"}


def show_options(
    page: Console,
    options: Sequence[Option],
    catalog: Catalog,
    comparison: Comparison,
    demand: Demand,
    trust: Mapping[str, PriceTrust] | None = None,
) -> None:
    """A table of options; what does not fit into a cell stands below it."""
    doubts = trust or {}
    columns = [
        ("credential", "left"),
        ("provider", "left"),
        ("cost at your pace", "left"),
        ("hours left", "right whole"),
        ("quality, 0 to 1", "right whole"),
    ]
    rows = [_row(option, catalog, comparison, doubts.get(option.credential)) for option in options[:SHOWN]]
    if demand.n:
        columns.append(("in ads", "right whole"))
        rows = [[*row, cell(_named(o.credential, demand))] for row, o in zip(rows, options, strict=False)]
    records(page, columns, rows)
    for option in options[:SHOWN]:
        title = catalog[option.credential].title
        for flag in comparison.card(option.credential).firing():
            sentence(page, f"! {title}: {flag.because}", style="yellow", indent=2)
        doubt = doubts.get(option.credential)
        if doubt and doubt.disagree:
            sides = " / ".join(f"{amount_words(s.amount, s.currency)} ({who(s.source)})" for s in doubt.disagree)
            sentence(page, f"! {title}: sources disagree on the price: {sides}", style="yellow", indent=2)
    if len(options) > SHOWN:
        sentence(page, f"... and {len(options) - SHOWN} more: credlens options SKILL --json", style="dim", indent=2)


def _row(option: Option, catalog: Catalog, comparison: Comparison, trust: PriceTrust | None) -> list[Text]:
    credential, card = catalog[option.credential], comparison.card(option.credential)
    return [
        cell(f"{credential.title}{' !' if card.firing() else ''}"),
        cell(_provider(credential)),
        _price(option, trust),
        cell(hours(option.quote)),
        cell(f"{card.quality.median:.2f} ({card.quality.low:.2f}-{card.quality.high:.2f})"),
    ]


def _price(option: Option, trust: PriceTrust | None) -> Text:
    lines = [Text(price(option.quote))]
    if trust and trust.doubt and option.quote.high is not None:
        lines.append(Text(trust.doubt, style="yellow"))
    return Text("\n").join(lines)


def _provider(credential: Credential) -> str:
    provider = credential.provider.value
    kind = getattr(provider, "kind", None)
    return f"{provider} ({kind.value.replace('_', ' ')})" if kind is not None else "unknown"


def _named(credential_id: str, demand: Demand) -> str:
    return f"{demand.recognition(credential_id).share.k} of {demand.n}"
