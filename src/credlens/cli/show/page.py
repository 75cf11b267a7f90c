"""Building blocks of the terminal pages: console, sentences, headings, small charts."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from enum import Enum
from typing import IO, Any, cast

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from credlens.model.fact import Fact, Unknown
from credlens.model.quantity import Share
from credlens.model.quote import Quote
from credlens.model.skill import Taxonomy

WIDEST = 118  # text wider than this is hard to read, however wide the window
READABLE = 78
PIPED = 80  # columns off a terminal when COLUMNS does not say
FEW = 6  # credentials side by side of which everything is shown; of more, the details of the first so many


class _Trimmed:
    """A stream without blanks at the ends of lines, with which tables fill up their last column."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(re.sub(r" +(?=\n)", "", text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def console() -> Console:
    """The terminal. Off a terminal the text is plain, as wide as ``COLUMNS`` says, else 80; ``NO_COLOR`` is honoured by rich."""
    if not sys.stdout.isatty():
        said = os.environ.get("COLUMNS", "")
        width = int(said) if said.isdecimal() and int(said) > 0 else PIPED
        return Console(highlight=False, width=width, no_color=True, file=cast("IO[str]", _Trimmed(sys.stdout)))
    page = Console(highlight=False, soft_wrap=False)
    return Console(highlight=False, width=min(page.width, WIDEST))


def heading(page: Console, words: str) -> None:
    """A heading with a rule; without one where they do not fit on one line, since a heading that was cut says something else."""
    page.print()
    if len(words) + 4 > page.width:
        sentence(page, words, style="bold")
        return
    page.rule(Text(words, style="bold"), align="left", style="dim")


def sentence(page: Console, words: str, *, style: str = "", indent: int = 0) -> None:
    """Plain words, never read as markup, wrapped where they stay readable."""
    width = min(page.width, READABLE + indent)
    page.print(Padding(Text(words, style=style), (0, 0, 0, indent)), width=width)


def whole(page: Console, place: object, *, style: str = "") -> None:
    """A path or an address on a line of its own, however long, so that it can be copied."""
    page.print(Text(str(place), style=style), soft_wrap=True)


def bullets(page: Console, lines: Iterable[str], *, style: str = "") -> None:
    """A list."""
    for line in lines:
        grid = Table.grid(padding=(0, 1))
        grid.add_column()
        grid.add_column(overflow="fold")  # an address or path that was cut could not be followed
        grid.add_row(Text("-"), Text(line, style=style))
        page.print(Padding(grid, (0, 0, 0, 2)), width=min(page.width, READABLE + 4))


def table(*columns: tuple[str, str]) -> Table:
    """A table with (heading, layout) columns; every cell has to be a :class:`Text`, so that data is never markup.

    Layout is "left" or "right", with "whole" beside it for columns that must not be broken into lines.
    """
    out = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name, justify in columns:
        out.add_column(name, justify="right" if "right" in justify else "left", no_wrap="whole" in justify)
    return out


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 credential", "2 credentials"."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def numbers(found: Iterable[int]) -> str:
    """Numbers in order, neighbours drawn together: "1-3, 5"."""
    runs: list[list[int]] = []
    for number in sorted(set(found)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{r[0]}-{r[-1]}" if len(r) > 2 else ", ".join(map(str, r)) for r in runs)


def cell(words: object, style: str = "") -> Text:
    """A table cell."""
    return Text(str(words), style=style)


def interval(share: Share, width: int = 24) -> Text:
    """A share as a dot on its interval, on a line from 0 to 100 %."""
    return dot_on(share.ci95[0], share.value, share.ci95[1], width)


def dot_on(low: float, value: float, high: float, width: int = 24) -> Text:
    """An estimate in [0, 1] as a dot on its interval."""
    left, right, dot = (round(x * (width - 1)) for x in (low, high, value))
    marks = [("─" if left <= i <= right else "·") for i in range(width)]
    marks[dot] = "●"
    text = Text("".join(marks), style="dim")
    text.stylize("bold not dim", dot, dot + 1)
    return text


def span(low: float, high: float, width: int = 20) -> Text:
    """An interval in [0, 1] as a bar on a line."""
    left, right = round(low * (width - 1)), round(high * (width - 1))
    return Text("".join("━" if left <= i <= right else "·" for i in range(width)))


def known(fact: Fact[Any]) -> str:
    """A fact's value in words, or why it is not known."""
    value = fact.value
    if isinstance(value, Unknown):
        return f"unknown ({value})"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).replace("_", " ") if isinstance(value, Enum) else str(value)


def hours(quote: Quote) -> str:
    """The workload left, in whole hours."""
    left = quote.hours
    if left is None:
        return "unknown"
    low, high = round(left.min), round(left.max)
    return f"{low} h" if low == high else f"{low}-{high} h"


def price(quote: Quote) -> str:
    """What it costs, as an interval when it is one; or why that is not known."""
    if quote.low is None or quote.high is None:
        return f"unknown: {quote.unknown}"
    if quote.low == quote.high:
        return str(quote.high) if quote.high.amount else "free"
    return f"{quote.low}-{quote.high.amount:,.0f}"


def labels(skills: Iterable[str], taxonomy: Taxonomy) -> str:
    """Skills by their labels, as a list in words."""
    return ", ".join(taxonomy[s].label for s in skills)
