"""The trend of a skill in the terminal: one sentence, a line of quarters, the figures."""

from __future__ import annotations

from collections import defaultdict

from rich.text import Text

from credlens.app.market.trend import TrendResult
from credlens.cli.show.page import cell, console, heading, sentence, table
from credlens.model.market import QuarterCount, Trend, quarter_name

_BLOCKS = "▁▂▃▄▅▆▇█"
MOST_QUARTERS = 12  # rows of the table; the lines show all


def show_trend(result: TrendResult) -> None:
    """Everything about one trend."""
    page = console()
    trend = result.trend
    heading(page, f"{result.label}: {result.occupation.label}")
    sentence(page, trend.words, style="bold")
    if trend.slope is not None:
        sentence(page, _figures(trend))
    for source, counts in _by_source(result).items():
        if len(counts) > 1:
            page.print()
            shares = [c.k / c.n for c in counts]
            sentence(
                page,
                f"{source}: {quarter_name(counts[0].quarter)} to {quarter_name(counts[-1].quarter)}, up to {100 * max(shares):.1f} % of a quarter's ads",
            )
            page.print(Text("  ") + _line(shares))
    newest = max(_by_source(result).values(), key=len, default=[])
    if newest:
        page.print()
        rows = table(
            ("quarter", "left whole"), ("named by", "right whole"), ("of ads", "right whole"), ("share", "right whole")
        )
        for c in newest[-MOST_QUARTERS:]:
            rows.add_row(
                cell(quarter_name(c.quarter)), cell(f"{c.k:,}"), cell(f"{c.n:,}"), cell(f"{100 * c.k / c.n:.1f} %")
            )
        page.print(rows)
        sentence(page, f"The newest quarters of {newest[0].source}; all of every source with --json.", style="dim")


def _figures(trend: Trend) -> str:
    text = f"The odds of being named change by {_percent(trend.slope)} a year (90 % interval {_percent(trend.low)} to {_percent(trend.high)})"
    if trend.half_life_years is not None and trend.half_life_interval is not None:
        low, high = trend.half_life_interval
        text += f"; half as often in {trend.half_life_years:.1f} years ({low:.1f} to {high:.1f})"
    text += f". From {trend.quarters} quarters, {trend.first} to {trend.last}; {trend.n:,} ads, {trend.named:,} of which name it."
    return f"{text} The line bends: read the newest years alone with --quarters." if trend.bent else text


def _percent(slope: float | None) -> str:
    """A change of the log-odds in percent of the odds."""
    from math import expm1

    return "unknown" if slope is None else f"{100 * expm1(slope):+.0f} %"


def _by_source(result: TrendResult) -> dict[str, list[QuarterCount]]:
    """Each source's quarters with ads, in order of time: shares of two sources make no line together."""
    found: dict[str, list[QuarterCount]] = defaultdict(list)
    for count in result.counts:
        if count.n:
            found[count.source].append(count)
    return dict(sorted(found.items()))


def _line(shares: list[float]) -> Text:
    """A bar for each quarter, the highest full."""
    top = max(shares) or 1.0
    return Text(
        "".join(_BLOCKS[min(len(_BLOCKS) - 1, int(share / top * len(_BLOCKS)))] for share in shares), style="bold"
    )
