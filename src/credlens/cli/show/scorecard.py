"""Scorecards in the terminal: intervals, reasons, flags, what to look up next."""

from __future__ import annotations

from rich.console import Console

from credlens.app.evaluate import EvaluateResult
from credlens.cli.show.page import bullets, cell, console, heading, sentence, span, table
from credlens.model.credential import Catalog
from credlens.model.scorecard import Comparison, FlagState, Scorecard

_MARK = {FlagState.FIRES: "! fires", FlagState.CLEAR: "  clear", FlagState.CANNOT_TELL: "? cannot tell"}


def show_result(result: EvaluateResult) -> None:
    """The answer to ``credlens evaluate`` and ``compare``."""
    page = console()
    if len(result.comparison.cards) > 1:
        _ranking(page, result.comparison, result.catalog)
    for card in result.comparison.cards:
        show_card(page, card, result.catalog)
    _look_up(page, result.comparison, result.catalog)


def show_card(page: Console, card: Scorecard, catalog: Catalog) -> None:
    """One scorecard."""
    heading(page, catalog[card.credential].title)
    q, s = card.quality, card.suitability
    sentence(
        page,
        f"Quality {q.median:.2f} ({q.low:.2f} to {q.high:.2f}), suitability for you {s.median:.2f} ({s.low:.2f} to {s.high:.2f}), "
        "each from 0 to 1. Wide intervals are unknowns, not faults.",
    )
    rows = table(("criterion", "left"), ("0                  1", "left"), ("weight", "right"), ("because", "left"))
    for criterion in card.criteria:
        rows.add_row(
            cell(criterion.id.replace("_", " ")),
            span(criterion.low, criterion.high),
            cell(f"{criterion.weight:.0%}"),
            cell(criterion.because),
        )
    page.print(rows)
    bullets(
        page,
        [
            f"{_MARK[f.state]}  {f.id.replace('_', ' ')}: {f.because}"
            for f in card.flags
            if f.state is not FlagState.CLEAR
        ],
    )


def _ranking(page: Console, comparison: Comparison, catalog: Catalog) -> None:
    heading(page, "Side by side")
    rows = table(
        ("credential", "left"),
        ("quality", "right"),
        ("suits you", "right"),
        ("best in", "right"),
        ("among 3 best in", "right"),
        ("flags", "left"),
    )
    for card in sorted(comparison.cards, key=lambda c: (-(c.p_best or 0.0), c.credential)):
        rows.add_row(
            cell(catalog[card.credential].title),
            cell(f"{card.quality.median:.2f}"),
            cell(f"{card.suitability.median:.2f}"),
            cell("" if card.p_best is None else f"{card.p_best:.0%}"),
            cell("" if card.p_top3 is None else f"{card.p_top3:.0%}"),
            cell(", ".join(f.id.replace("_", " ") for f in card.firing())),
        )
    page.print(rows)
    sentence(
        page, "best in: share of simulated weights and unknowns in which its quality is the best of these.", style="dim"
    )


def _look_up(page: Console, comparison: Comparison, catalog: Catalog) -> None:
    if not comparison.look_up_next:
        return
    heading(page, "Worth looking up next")
    bullets(
        page, [f"{catalog[u.credential].title}: {u.criterion.replace('_', ' ')}" for u in comparison.look_up_next[:3]]
    )
