"""What is given to a pool, and what a pool says, in the terminal."""

from __future__ import annotations

from math import exp

from rich.console import Console

from credlens.app.learning.pooled import TERMS, Given, PoolResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table, whole
from credlens.model.naming import harmless
from credlens.model.pool import FLOOR, Pool


def show_given(given: Given) -> None:
    """The answer to ``log give``."""
    page = console()
    page.print()
    sentence(page, "Written:", style="bold")
    whole(page, given.file)
    rows = table(
        ("credential", "left"), ("chosen by", "left whole"), ("with it", "left whole"), ("without", "left whole")
    )
    for credential, t in given.tables:
        arms = (f"{a.interviews} of {a.n}" for a in (t.shown, t.hidden))
        rows.add_row(cell(harmless(credential)), cell("coin" if t.tossed else "you"), *map(cell, arms))
    page.print(rows)
    bullets(page, TERMS)


def show_pool(found: PoolResult) -> None:
    """The answer to ``pool``."""
    page = console()
    page.print()
    sentence(page, harmless(f"{found.title}: what many logs say together"), style="bold")
    _part(page, "Where a coin chose", found.tossed)
    _part(page, "Where people chose, so that something else may be the reason", found.chosen)


def _part(page: Console, name: str, found: Pool) -> None:
    heading(page, name)
    if found.people is None:
        sentence(page, f"Fewer than {FLOOR} people: nothing is shown.")
        return
    sentence(page, f"{count(found.people, 'person', 'people')}.")
    if found.shown is not None and found.hidden is not None:
        with_it, without = (f"{a.interviews:,} of {a.n:,}" for a in (found.shown, found.hidden))
        sentence(page, f"Interviews: {with_it} applications with it, {without} without.")
    else:
        sentence(page, f"Counts are not shown: one of them comes from fewer than {FLOOR} people.")
    if found.belief is None:
        sentence(
            page, f"Fewer than {FLOOR} people have interviews in one arm and silence in another: no estimate is shown."
        )
        return
    b = found.belief
    sentence(
        page,
        f"The odds of an interview are {exp(b.median):.2f} times with it (90 %: {exp(b.low):.2f} to {exp(b.high):.2f}); "
        f"more with it: {b.above_zero:.0%}.",
    )
