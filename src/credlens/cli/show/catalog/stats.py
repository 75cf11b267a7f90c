"""How much the catalog knows, in the terminal: a bar for each field, with the numbers beside it."""

from __future__ import annotations

from rich.text import Text

from credlens.app.catalog.counting import PRICED, StatsResult
from credlens.app.catalog.telling.words import field_words
from credlens.cli.show.cards import NARROW
from credlens.cli.show.page import cell, console, heading, sentence, table

WIDTH = 30
PARTS = (
    ("█", "green"),
    ("▒", "yellow"),
    ("·", "dim"),
)  # read or stated, remembered, unknown: shapes first, colours beside


def show_stats(result: StatsResult) -> None:
    """What there is, how much of it is known, and how it came to be known."""
    page = console()
    heading(page, "What is known")
    total = result.credentials
    sentence(
        page,
        f"{total:,} credentials; of the {result.compared_fields} fields on which they are compared, {result.filled_mean:.1f} are known "
        f"on average, {result.filled_least} at least. {result.with_source:.0%} of what is known was read or is stated by a catalog, "
        f"{result.recalled_only:.0%} rests on memory alone.",
        style="bold",
    )
    page.print()
    wide = page.width >= NARROW
    heads = ("read or stated", "from memory", "unknown", "old") if wide else ("read", "memory", "unknown", "old")
    rows = table(("field", "left whole"), (f"of {total:,}", "left whole"), *((head, "right whole") for head in heads))
    for name, known in result.known_share.items():
        sourced = result.sourced[name]
        rows.add_row(
            cell(field_words(name), "bold" if name in PRICED else ""),
            bar((sourced, known - sourced, total - known), WIDTH if wide else WIDTH // 4),
            *(cell(f"{n:,}") for n in (sourced, known - sourced, total - known, result.old.get(name, 0))),
        )
    page.print(rows)
    legend = "█ read or stated by a catalog   ▒ from memory   · unknown. Old: the newest word is too old to be believed, or undated."
    sentence(page, legend, style="dim")
    page.print()
    _rest(result)


def _rest(result: StatsResult) -> None:
    page = console()
    if result.conflicts:
        sentence(page, f"Sources disagree on {result.conflicts:,} values: credlens catalog check lists them first.")
    if result.imported:
        rows = table(("imported from", "left"), ("records", "right"))
        for source, n in result.imported.items():
            rows.add_row(cell(source), cell(f"{n:,}"))
        page.print(rows)
    else:
        sentence(
            page, "No published catalog is imported: credlens catalog import --help lists what can be.", style="dim"
        )
    sentence(
        page,
        f"{result.skills:,} skills in {result.fields_of_work} fields of work ({result.with_official_id:,} with an ESCO or O*NET id), "
        f"{result.occupations} regulated occupations, {result.projects} projects.",
    )


def bar(counts: tuple[int, int, int], width: int) -> Text:
    """Three counts that add up as a bar; whatever is not none gets at least one character, as long as there are enough."""
    total = sum(counts)
    if not total:
        return Text()
    cells = [max(n * width // total, 1) if n else 0 for n in counts]
    # What rounding left over or took too much goes to, or comes from, the longest part.
    cells[cells.index(max(cells))] += width - sum(cells)
    text = Text()
    for (mark, style), n in zip(PARTS, cells, strict=True):
        text.append(mark * n, style)
    return text
