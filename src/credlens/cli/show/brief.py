"""The interview brief in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from credlens.app.presenting.brief import BriefResult
from credlens.cli.show.page import bullets, console, count, heading, sentence, whole
from credlens.model.naming import harmless

if TYPE_CHECKING:
    from credlens.present.briefs.section import Row
    from credlens.present.notes import Value
    from credlens.present.views.brief import QuestionView


def show_brief(result: BriefResult) -> None:
    """The answer to ``brief``."""
    page, found = console(), result.page
    page.print()
    sentence(page, harmless(found.title), style="bold")
    sentence(page, harmless(found.answer))
    if found.verdict:
        sentence(page, harmless(f"Its badge: {found.verdict}."))
    for warning in found.warnings:
        sentence(page, harmless(warning), style="yellow")
    if result.file:
        page.print()
        sentence(page, "Written to")
        whole(page, result.file)
        return
    for section in found.sections:
        heading(page, section.title)
        _rows(page, section.rows)
    heading(page, "Questions to expect")
    for question in found.questions:
        _question(page, question)
    if found.open:
        sentence(page, "Only you can answer these", style="bold", indent=2)
        bullets(page, (f"{q.asks} ({q.id})" for q in found.open))
        page.print()
        sentence(page, "Your own words go in with:", indent=2)
        whole(page, f"  {found.open[0].how}")
    heading(page, "Sources")
    sentence(
        page,
        f"{count(len(found.sources), 'source')}; each with its address and date: credlens brief {found.id} --format html",
        style="dim",
    )


def _rows(page: Console, rows: Sequence[Row]) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", max_width=24)
    grid.add_column(overflow="fold")
    for row in rows:
        name = Text(harmless(row.name))
        for value in row.values:
            grid.add_row(name, _value(value))
            name = Text("")
    page.print(Padding(grid, (0, 0, 0, 2)), width=min(page.width, 100))


def _value(value: Value) -> Text:
    text = Text(harmless(value.text), style="yellow" if value.unknown else "")
    more = "; ".join(p for p in (value.hint, value.seen) if p)
    if more:
        text.append(harmless(f" ({more})"), style="dim")
    if any(r.recalled for r in value.refs):
        text.append(" [recalled]", style="dim")
    return text


def _question(page: Console, question: QuestionView) -> None:
    sentence(page, harmless(question.asks), style="bold", indent=2)
    own = f"Your words: {question.own.text}" if question.own else f"Your own words: --note {question.id}='...'"
    lines = [_value(v).plain for v in question.facts]
    bullets(page, map(harmless, [*lines, own]))
