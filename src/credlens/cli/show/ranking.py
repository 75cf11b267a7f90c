"""Who is first, in the terminal: dominance, duels, what each is best for, whether the weights decide, what to look up."""

from __future__ import annotations

from rich.console import Console

from credlens.cli.show.page import FEW, bullets, cell, heading, sentence, table
from credlens.model import naming
from credlens.model.evaluation import Evaluation
from credlens.model.scorecard import Comparison, Shift

DUELS = 6  # so many columns of figures can be read
MOST = 8  # sentences on who is at least as good as whom


def percent(value: float) -> str:
    """A simulated share; simulation never proves 0 or 1, so neither is printed."""
    return "<1 %" if value < 0.01 else ">99 %" if value > 0.99 else f"{value:.0%}".replace("%", " %")


def show_ranking(page: Console, told: Evaluation) -> None:
    """Dominance in words, duels as a table, and for whom each is best."""
    comparison, said = told.comparison, told.wording
    if not comparison.wins:
        return
    heading(page, "Who beats whom in quality")
    most = MOST if len(comparison.cards) <= FEW else MOST // 2
    bullets(page, [naming.harmless(line) for line in said.dominance[:most]])
    if len(said.dominance) > most:
        sentence(page, f"... and {len(said.dominance) - most} further pairs (all of them with --json).", style="dim")
    _duels(page, comparison)
    page.print()
    bullets(page, map(naming.harmless, said.best_if))


def _duels(page: Console, comparison: Comparison) -> None:
    met = {one for one, _ in comparison.wins}
    ranked = [(n, c.credential) for n, c in enumerate(comparison.cards, 1) if c.credential in met][:DUELS]
    page.print()
    rows = table(("row beats column in", "left whole"), *((str(n), "right whole") for n, _ in ranked))
    for number, one in ranked:
        shares = ["-" if one == other else percent(comparison.wins[one, other]) for _, other in ranked]
        rows.add_row(cell(number), *map(cell, shares))
    page.print(rows)


def show_weights(page: Console, told: Evaluation) -> None:
    """Whether the first place holds, and the changes of a weight that end it."""
    held = told.comparison.sensitivity
    if held is None:
        return
    heading(page, "Do the weights decide?")
    sentence(page, naming.harmless(told.wording.holds), style="bold")
    sentence(page, f"Weights: {told.comparison.weighting.origin}. They are judgements.", style="dim")
    changes = [s for s in held.shifts if s.first != held.first]
    if not changes:
        return
    numbers = {c.credential: n for n, c in enumerate(told.comparison.cards, 1)}
    rows = table(("if the weight of", "left"), ("is", "left"), ("first is", "right"), ("ahead by", "right"))
    for shift in changes:
        ahead = naming.ahead(shift.lead).removesuffix(" ahead")
        rows.add_row(
            cell(naming.criterion(shift.criterion)), cell(_moved(shift)), cell(numbers[shift.first]), cell(ahead)
        )
    page.print(rows)


def _moved(shift: Shift) -> str:
    return "halved" if shift.factor < 1 else "raised by half"


def show_look_up(page: Console, told: Evaluation) -> None:
    """The unknowns whose answers would tell most, with the page that may have them."""
    if not told.wording.look_up:
        return
    heading(page, "Worth looking up next")
    numbers = {c.credential: n for n, c in enumerate(told.comparison.cards, 1)}
    lines = []
    for name, what, tells in told.wording.look_up:
        address = told.catalog[name].official_url.get("")
        whose = f"{numbers[name]}: " if len(numbers) > 1 else ""
        lines.append(f"{whose}{what}; {tells}" + (f" ({naming.harmless(address)})" if address else ""))
    bullets(page, lines)
