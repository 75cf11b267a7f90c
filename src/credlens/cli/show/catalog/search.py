"""What a search of the catalog found, and how to narrow it."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from rich.console import Console
from rich.text import Text

from credlens.app.catalog.offered import FACETS
from credlens.app.catalog.pricing import price_trust
from credlens.app.catalog.searching import SearchResult
from credlens.app.catalog.telling.words import kind_words, price_words
from credlens.cli.show.cards import records
from credlens.cli.show.page import cell, console, heading, price, sentence, table
from credlens.model.credential import Credential
from credlens.model.fact import Unknown
from credlens.model.quote import Quote

TOP = 5  # values of a facet that are named; the others are counted


def show_search(result: SearchResult, *, today: date) -> None:
    """One sentence, the finds of the page, and what narrows them."""
    page = console()
    heading(page, f"Catalog: {result.query.words}" if result.query.words else "Catalog")
    if not result.found.total:
        sentence(page, "No credential fits.", style="bold")
        _meant(page, result)
        return
    sentence(page, _answer(result), style="bold")
    _meant(page, result)
    if result.credentials:
        page.print()
        _finds(page, result, today)
        _more(page, result)
    _narrow(page, result.found.facets, result.found.total, without=result.query.wanted)


def _meant(page: Console, result: SearchResult) -> None:
    if result.did_you_mean:
        sentence(page, f"Did you mean {result.did_you_mean}?")


def show_without_limits(result: SearchResult, asked: Collection[str]) -> None:
    """After a search that found nothing: what there is without the limits, by facet; all values of the facets that were asked for."""
    page = console()
    if not result.found.total:
        sentence(page, "Nor does any without these limits. Try fewer words.")
        return
    sentence(page, f"Without these limits there are {result.found.total:,}:")
    _narrow(page, result.found.facets, result.found.total + 1, all_of=asked)


def _answer(result: SearchResult) -> str:
    total = result.found.total
    number = f"{total:,} {'credential' if total == 1 else 'credentials'}"
    if not result.credentials:
        return f"{number}; this page is behind the last one."
    if result.found.loosened:
        return f"Nothing has all these words; {number} {'has' if total == 1 else 'have'} some of them, best first."
    if len(result.credentials) < total:
        first = result.query.first + 1
        return f"{number}, best first; here {first:,} to {result.query.first + len(result.credentials):,}."
    return f"{number}, best first."


def _finds(page: Console, result: SearchResult, today: date) -> None:
    columns = (
        ("credential, id", "left"),
        ("who, kind", "left"),
        (f"cost at {result.hours_per_week:g} h a week", "left"),
        ("hours", "right whole"),
    )
    records(page, columns, [_row(c, result.quotes[c.id], today) for c in result.credentials])


def _row(credential: Credential, quote: Quote, today: date) -> list[Text]:
    hours = credential.hours
    return [
        Text("\n").join([Text(credential.title, style="bold"), Text(credential.id, style="dim")]),
        Text("\n").join([Text(_who(credential)), Text(_kind(credential), style="dim")]),
        price_cell(quote, credential, today),
        cell(hours.value if hours.known else "disputed" if hours.candidates() else "unknown"),
    ]


def price_cell(quote: Quote, credential: Credential, today: date) -> Text:
    """A price with what makes it doubtful below it: its age, or that sources disagree."""
    trust = price_trust(credential, quote.option, today)
    lines = [Text(price(quote) if quote.high is not None else _parts(quote, credential))]
    if trust.doubt:
        lines.append(Text(trust.doubt, style="yellow"))
    if trust.disagree:
        lines.append(Text("sources disagree", style="yellow"))
    return Text("\n").join(lines)


def _parts(quote: Quote, credential: Credential) -> str:
    """What is known of a price whose sum is not."""
    items = credential.cost_options().get(quote.option, ())
    told = [price_words(replace(i, condition="")) for i in items if i.amount.candidates()]
    return f"{' + '.join(told)}; the sum is unknown" if told else "unknown"


def _who(credential: Credential) -> str:
    for role in (credential.provider, credential.issuer, credential.platform):
        if role.candidates():
            told = " / ".join(o.name for o in role.candidates())
            return f"disputed: {told}" if isinstance(role.value, Unknown) else told
    return "unknown"


def _kind(credential: Credential) -> str:
    return " / ".join(map(kind_words, credential.kind.candidates())) or "kind unknown"


def _more(page: Console, result: SearchResult) -> None:
    last = result.query.first + len(result.credentials)
    page.print()
    if last < result.found.total:
        number = result.query.first // result.query.count + 2
        sentence(page, f"More of them: add --page {number}. One of them: credlens catalog show ID.", style="dim")
    else:
        sentence(page, "One of them: credlens catalog show ID.", style="dim")


def _narrow(
    page: Console,
    facets: Mapping[str, Mapping[str, int]],
    total: int,
    *,
    without: Collection[str] = (),
    all_of: Collection[str] = (),
) -> None:
    """Facets whose values split the finds, each with the option to say."""
    rows = table(("narrow it with", "left whole"), ("how many", "left"))
    lines = []
    for name in FACETS:
        counts = facets.get(name, {})
        parts = [(v, n) for v, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n < total]
        if name not in without and any(v != "unknown" for v, _ in parts):
            lines.append((name, parts))
    lines.sort(key=lambda line: line[0] not in all_of)
    for name, parts in lines:
        most = len(parts) if name in all_of else TOP
        told = [f"{shlex.quote(value)} {n:,}" for value, n in parts[:most]]
        told += [f"{len(parts) - most} more"] if len(parts) > most else []
        rows.add_row(cell(f"--{name.replace('_', '-')}"), cell(" · ".join(told)))
    if lines:
        page.print()
        page.print(rows)
        name, parts = lines[0]
        value = next(v for v, _ in parts if v != "unknown")
        sentence(page, f"For example: --{name.replace('_', '-')} {shlex.quote(value)}.", style="dim")
