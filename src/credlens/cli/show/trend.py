"""The trend of a skill in the terminal: one sentence, a line of quarters, the figures."""

from __future__ import annotations

from collections import defaultdict

from rich.text import Text

from credlens.app.market.trend import TrendResult
from credlens.cli.show.page import cell, console, heading, sentence, table
from credlens.model.market import Trend, quarter_name

_BLOCKS = "▁▂▃▄▅▆▇█"
MOST_QUARTERS = 12  # rows of the table; the line shows all


def show_trend(result: TrendResult) -> None:
    """Everything about one trend."""
    page = console()
    trend = result.trend
    heading(page, f"{result.label}: {result.occupation.label}")
    sentence(page, trend.words, style="bold")
    if trend.slope is not None:
        sentence(page, _figures(trend))
    shares = _shares(result)
    if shares:
        page.print()
        page.print(Text("  ") + _line([share for _, _, _, share in shares]))
        sentence(
            page,
            f"{shares[0][0]} to {shares[-1][0]}; the highest bar is {100 * max(s for *_, s in shares):.1f} %.",
            style="dim",
            indent=2,
        )
        page.print()
        rows = table(
            ("quarter", "left whole"), ("named by", "right whole"), ("of ads", "right whole"), ("share", "right whole")
        )
        for name, k, n, share in shares[-MOST_QUARTERS:]:
            rows.add_row(cell(name), cell(f"{k:,}"), cell(f"{n:,}"), cell(f"{100 * share:.1f} %"))
        page.print(rows)
        if len(shares) > MOST_QUARTERS:
            sentence(
                page, f"The newest {MOST_QUARTERS} of {len(shares)} quarters (all of them with --json).", style="dim"
            )


def _figures(trend: Trend) -> str:
    text = f"The odds of being named change by {_percent(trend.slope)} a year (90 % interval {_percent(trend.low)} to {_percent(trend.high)})"
    if trend.half_life_years is not None and trend.half_life_interval is not None:
        low, high = trend.half_life_interval
        text += f"; half as often in {trend.half_life_years:.1f} years ({low:.1f} to {high:.1f})"
    text += f". From {trend.quarters} quarters, {trend.n:,} ads, {trend.named:,} of which name it."
    return f"{text} The line bends: read the newest years alone with --quarters." if trend.bent else text


def _percent(slope: float | None) -> str:
    """A change of the log-odds in percent of the odds."""
    from math import expm1

    return "unknown" if slope is None else f"{100 * expm1(slope):+.0f} %"


def _shares(result: TrendResult) -> list[tuple[str, int, int, float]]:
    """(quarter, k, n, share) over all sources, in order of time."""
    cells: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for count in result.counts:
        k, n = cells[count.quarter]
        cells[count.quarter] = (k + count.k, n + count.n)
    return [(quarter_name(q), k, n, k / n) for q, (k, n) in sorted(cells.items()) if n]


def _line(shares: list[float]) -> Text:
    """A bar for each quarter, the highest full."""
    top = max(shares) or 1.0
    return Text(
        "".join(_BLOCKS[min(len(_BLOCKS) - 1, int(share / top * len(_BLOCKS)))] for share in shares), style="bold"
    )
