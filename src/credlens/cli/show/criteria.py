"""The criteria of scorecards in the terminal: reasons for one, intervals side by side for several."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from credlens.cli.show.cards import records
from credlens.cli.show.page import FEW, bullets, cell, heading, sentence, span, table
from credlens.model import naming
from credlens.model.evaluation import Evaluation
from credlens.model.scorecard import CriterionValue, Scorecard

_NAME = 33  # letters of the longest name of a criterion with its weight, and a gap
_LEAST = 8  # letters of an interval's bar
_BAR = 20
QUALITY = "quality"


def bar(value: CriterionValue, width: int) -> Text:
    """The interval on a line from 0 to 100: a dot when known, hatched when hardly anything is known."""
    if value.high - value.low < 0.01:
        place = round(value.low * (width - 1))
        return Text("".join("●" if i == place else "·" for i in range(width)))
    drawn = span(value.low, value.high, width)
    return Text(drawn.plain.replace("━", "▒")) if naming.unknown(value) else drawn


def show_because(page: Console, card: Scorecard) -> None:
    """Every criterion of one scorecard with its reason."""
    heading(page, "Criteria")
    rows = [
        [
            Text(f"{_capital(naming.criterion(c.id))} ({c.weight:.0%})"),
            Text.assemble(bar(c, _BAR), "\n", naming.interval(c)),
            Text(naming.harmless(c.because)),
        ]
        for c in card.criteria
    ]
    records(page, (("criterion (weight)", "left"), ("0                100", "left"), ("because", "left")), rows)
    _legend(page)


def show_criteria(page: Console, told: Evaluation) -> None:
    """Intervals of all criteria side by side, in as many tables as the window needs."""
    heading(page, "Criteria, from 0 to 100")
    every = list(enumerate(told.comparison.cards, 1))
    cards = every[:FEW]
    columns = min(len(cards), max(1, (page.width - _NAME) // (_LEAST + 2)))
    width = max(_LEAST, min(_BAR, (page.width - _NAME) // columns - 2))
    for start in range(0, len(cards), columns):
        here = cards[start : start + columns]
        rows = table(("criterion (weight)", "left"), *((str(number), "left whole") for number, _ in here))
        for criterion in here[0][1].criteria:
            values = [card.criterion(criterion.id) for _, card in here]
            name = f"{_capital(naming.criterion(criterion.id))} ({criterion.weight:.0%})"
            rows.add_row(cell(name), *(Text.assemble(bar(v, width), "\n", _short(v)) for v in values))
        page.print(rows)
    _legend(page)
    if len(every) > FEW:
        page.print()
        bullets(page, [f"{number}: {_in_short(card)}" for number, card in every[FEW:]])


def _in_short(card: Scorecard) -> str:
    """How much of the quality is settled, and what it is strongest in."""
    told = sorted((c for c in card.criteria if c.group == QUALITY and not naming.unknown(c)), key=_middle)
    if not told:
        return "nothing that its quality rests on is settled"
    best = f"highest: {naming.criterion(told[-1].id)} ({naming.interval(told[-1])})"
    return f"{card.known:.0%} is settled; ".replace("%", " %") + best


def _middle(value: CriterionValue) -> float:
    return value.low + value.high


def _legend(page: Console) -> None:
    sentence(page, "● known, ━ between two ends, ▒ unknown: it may lie anywhere there.", style="dim")


def _short(value: CriterionValue) -> str:
    low, high = f"{value.low * 100:.0f}", f"{value.high * 100:.0f}"
    if low == high:
        return low
    return f"{'? ' if naming.unknown(value) else ''}{low}-{high}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
