"""Credentials that are not in the catalog: what was read of them, to be looked through."""

from __future__ import annotations

import re

from rich.console import Console
from rich.text import Text

from credlens.app.catalog.showing import ShowResult
from credlens.app.catalog.telling.sections import Row, sections, unknown_fields
from credlens.app.catalog.telling.words import METHODS
from credlens.app.evaluate import EvaluateResult
from credlens.app.uncatalogued import Origin, Own
from credlens.cli.show.page import bullets, cell, console, heading, sentence, table
from credlens.model.fact import Method, Source
from credlens.model.naming import harmless

QUOTED = 160  # characters of a quote that are shown; all of it is in the JSON
_PLACE = re.compile(r" \(line \d+.*\)$")  # of a quote in a page: nobody sees line numbers in a browser
_FROM = {
    Origin.PAGE: "Read in the page {where}",
    Origin.BADGE: "Read in the badge {where}",
    Origin.INTERVIEW: "What you said",
}


def show_own(result: EvaluateResult) -> None:
    """Each of them: the facts with where they come from, what could not be read, what it may be, and how to keep it."""
    page = console()
    for own in result.own:
        _one(page, own, result)
    if any(not o.kept for o in result.own):
        page.print()
        sentence(page, "To keep what is not in the catalog, for searches and plans, say the same again with --keep.")


def _one(page: Console, own: Own, result: EvaluateResult) -> None:
    if len(own.credential.title) < page.width:
        heading(page, own.credential.title)
    else:  # a heading is one line, and a title that was cut is another title
        page.print()
        sentence(page, own.credential.title, style="bold")
    sentence(
        page,
        _FROM[own.origin].format(where=own.where) + f", judged as {own.credential.id}. Look it through.",
        style="dim",
    )
    shown = ShowResult(own.credential, own.taxonomy, result.told.made, (), {}, (), {})
    if own.origin is Origin.BADGE:
        advice = f"It was read and not verified: what it says may be anybody's words. To check it: credlens verify {own.where}"
        sentence(page, harmless(advice), style="yellow")
    rows = table(("field", "left"), ("value", "left"), ("where it comes from", "left"))
    for section in sections(shown):
        for row in section.rows:
            rows.add_row(
                cell(row.label, "dim"),
                Text("\n").join(Text(w, style=s) for w, s in row.lines),
                _sources(row, own.where),
            )
    page.print(rows)
    unknown = [name for _, names in unknown_fields(shown) for name in names]
    if unknown:
        page.print()
        sentence(page, f"Still unknown: {', '.join(unknown)}.", style="dim")
    bullets(page, map(str, own.problems), style="yellow")
    _known_as(page, own)
    if own.kept:
        sentence(page, f"Kept: credlens catalog show {own.credential.id}")
        if own.replaces:
            sentence(page, f"It replaced your record of {own.replaces}.")


def _sources(row: Row, where: str) -> Text:
    return cell("\n".join(dict.fromkeys(_source(s, where) for s in row.sources)), "dim")


def _source(source: Source, where: str) -> str:
    """The quote or the place in the file where there is one, else how it is known."""
    if source.method is Method.STATED:
        return source.note or METHODS[source.method]
    note = _PLACE.sub("", source.note).removeprefix(f"{where}: ")
    note = note if len(note) <= QUOTED else f"{note[:QUOTED].rsplit(' ', 1)[0]} ..."
    return note or METHODS[source.method]


def _known_as(page: Console, own: Own) -> None:
    known = own.known_as
    if own.same_as:
        words = f"It is surely the same as {own.same_as}, which you named: it is shown beside it and not ranked."
    elif known is None:
        return
    elif known.sure:
        words = (
            f"The catalog has it: {known.title} ({known.id}; {known.because}). What you gave was judged. To see both side by side, name "
            f"{known.id} as well."
        )
    else:
        words = (
            f"The catalog may have it already: {known.title} ({known.id}, {known.probability:.0%} sure; {known.because}). What you gave was "
            f"judged. To see both side by side, name {known.id} as well."
        )
    sentence(page, words, style="yellow")
