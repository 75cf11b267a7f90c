"""One credential in the terminal: a page that a person can read, with every source when asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from credlens.app.catalog.offered import COMPARED, filled
from credlens.app.catalog.showing import ShowResult
from credlens.app.catalog.telling.sections import (
    CAUTION,
    Row,
    disagreements,
    newest_word,
    overruled,
    said_of,
    sections,
    unknown_fields,
)
from credlens.app.catalog.telling.words import field_words, source_line
from credlens.cli.show.page import bullets, console, heading, sentence
from credlens.model.fact import Method

LABEL = 20  # characters of the column that says what a value is
SOON = 400  # characters of a description on the page; all of it is in the JSON
MOST_STATEMENTS = 12


def show_credential(result: ShowResult, *, with_sources: bool = False) -> None:
    """What it is, who says so, what nobody knows, what is old, what is disputed, and where it came from."""
    page, credential = console(), result.credential
    if len(credential.title) < page.width:
        heading(page, credential.title)
    else:  # a heading is one line, and a title that was cut is another title
        page.print()
        sentence(page, credential.title, style="bold")
    sentence(page, credential.id, style="dim")
    about = credential.description.get("")
    if about:
        page.print()
        sentence(page, about if len(about) <= SOON else about[:SOON].rsplit(" ", 1)[0] + " ...")
    for section in sections(result):
        page.print()
        sentence(page, section.title, style="bold")
        _rows(page, section.rows, with_sources=with_sources)
    _unknown(page, result)
    _old(page, result)
    _disputed(page, result)
    _origin(page, result)
    if not with_sources:
        page.print()
        sentence(page, f"Who says what: credlens catalog show {credential.id} --sources", style="dim")


def _rows(page: Console, rows: tuple[Row, ...], *, with_sources: bool) -> None:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=min(LABEL, page.width // 4), style="dim")
    grid.add_column(overflow="fold")
    for row in rows:
        lines = [Text(words, style=style) for words, style in row.lines]
        if with_sources:
            lines += [Text(f"  {source_line(s)}", style="dim") for s in row.sources]
        grid.add_row(Text(row.label), Text("\n").join(lines))
    page.print(Padding(grid, (0, 0, 0, 2)))


def _part(page: Console, title: str, lines: list[str], style: str = "") -> None:
    if lines:
        page.print()
        sentence(page, title, style=f"bold {style}".strip())
        bullets(page, lines)


def _unknown(page: Console, result: ShowResult) -> None:
    known = len(filled(result.credential))
    lines = [f"{why}: {', '.join(names)}." for why, names in unknown_fields(result)]
    _part(page, f"What is unknown ({known} of the {len(COMPARED)} compared fields are known)", lines, CAUTION)


def _old(page: Console, result: ShowResult) -> None:
    by_day: dict[str, list[str]] = {}
    for name in result.old:
        newest = newest_word(result.credential, name)
        day = "undated" if newest is None else f"newest word of {newest:%Y-%m}"
        by_day.setdefault(day, []).append(field_words(name))
    lines = [f"{day}: {', '.join(names)}" for day, names in sorted(by_day.items())]
    _part(page, f"What is old (on {result.today})", lines, CAUTION)


def _disputed(page: Console, result: ShowResult) -> None:
    _part(page, "Where sources disagree", [f"{n}: {told}" for n, told in disagreements(result.credential)], CAUTION)
    _part(page, "Given up for another word", [f"{n}: {told}" for n, told in overruled(result.credential)])


def _origin(page: Console, result: ShowResult) -> None:
    """Imported statements with their files, and by what everything is known."""
    lines = []
    for statement in result.statements[:MOST_STATEMENTS]:
        until = f", until {statement.until}" if statement.until else ""
        lines.append(f"{statement.source}:{statement.key}, {statement.file}, imported on {statement.seen}{until}")
    if len(result.statements) > MOST_STATEMENTS:
        lines.append(f"{len(result.statements) - MOST_STATEMENTS} more statements (with --json)")
    credential = result.credential
    every = dict.fromkeys(s for f in fields(credential) for s in said_of(credential, f.name))
    methods = Counter(s.method for s in every)
    if not result.statements:
        lines.append("a record of your own" if result.mine else "a hand-written record")
    if methods:
        lines.append("sources: " + ", ".join(f"{_METHOD[m]} {n}" for m, n in sorted(methods.items())))
    _part(page, "Where it comes from", lines)
    lines = []
    for doubt in result.doubts:
        other = doubt.other if doubt.one == credential.id else doubt.one
        lines.append(f"{other} ({doubt.probability:.0%}; {doubt.because})")
    _part(page, "It may be the same as", lines)
    if lines:
        sentence(
            page, "Say which: credlens catalog same ID ID, or credlens catalog apart ID ID.", style="dim", indent=2
        )


_METHOD = {
    Method.READ: "somebody read",
    Method.RECALLED: "from memory",
    Method.STATED: "you said",
    Method.IMPORTED: "from catalogs",
    Method.PARSED: "read by the program",
    Method.COMPUTED: "computed",
}
