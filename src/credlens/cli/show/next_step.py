"""What to do next, in the terminal."""

from __future__ import annotations

from rich.text import Text

from credlens.app.learning.next_step import NextPage
from credlens.cli.show.page import bullets, cell, console, heading, sentence, table
from credlens.cli.show.shelf_life import show_shelf_life
from credlens.model.naming import harmless
from credlens.model.next_step import Worth

_WIDTH = 25


def show_next(whole: NextPage) -> None:
    """The answer to ``next``."""
    page, found = console(), whole.found
    page.print()
    sentence(page, harmless(f"Next: {found.do.choice.title}."), style="bold")
    for line in found.because:
        sentence(page, harmless(line))
    heading(page, f"Interviews more than as now, over {found.search.weeks:.0f} weeks")
    rows = table(("", "left"), ("more", "right whole"), ("90 %", "left whole"), ("", "left whole"), ("best", "right whole"), ("done", "left whole"))  # fmt: skip
    top = max(1.0, *(w.high for w in found.found))
    for worth in found.found:
        rows.add_row(
            cell(harmless(worth.choice.title)),
            cell(f"{worth.mean:+.1f}"),
            cell(f"{worth.low:.1f} to {worth.high:.1f}"),
            _bar(worth, top),
            cell(f"{worth.best:.0%}"),
            cell(_done(worth)),
        )
    page.print(rows)
    heading(page, "What this rests on")
    bullets(page, [f"{a.name}: {a.value} ({a.source})" for a in found.assumptions])
    for worth in found.found:
        beside = f", {worth.choice.cost}" if worth.choice.cost else ""
        hours = f" {worth.choice.hours:.0f} h{beside}." if worth.choice.hours else ""
        bullets(page, [harmless(f"{worth.choice.title}:{hours} {worth.choice.because}")])
    show_shelf_life(page, whole.have)


def _bar(worth: Worth, top: float) -> Text:
    """The interval on a line from 0 to the highest end of all."""

    def place(x: float) -> int:
        return round(min(1.0, max(0.0, x / top)) * (_WIDTH - 1))

    left, dot, right = place(worth.low), place(worth.mean), place(worth.high)
    marks = ["─" if left <= i <= right else "·" for i in range(_WIDTH)]
    marks[dot] = "●"
    return Text("".join(marks))


def _done(worth: Worth) -> str:
    if worth.done is None:
        return "later"
    return f"in {worth.done:.0f} weeks" if worth.done >= 1 else "at once"
