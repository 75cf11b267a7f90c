"""Scorecards in the terminal: the answer, the scores on one axis, the criteria, who beats whom, warnings, what to look up next."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from credlens.app.evaluate import EvaluateResult
from credlens.cli.show.criteria import show_because, show_criteria
from credlens.cli.show.flags import show_flags
from credlens.cli.show.page import bullets, cell, console, dot_on, heading, sentence, table
from credlens.cli.show.ranking import percent, show_look_up, show_ranking, show_weights
from credlens.cli.show.studies import show_surroundings
from credlens.cli.show.together import show_together
from credlens.cli.show.tree import show_trees
from credlens.model.evaluation import Evaluation
from credlens.model.naming import harmless
from credlens.model.scorecard import Estimate

_AXIS = 40  # letters of the axis from 0 to 100, where there is room
_BESIDE = 40  # letters of what stands beside it


def show_result(result: EvaluateResult, why: str | None = None) -> None:
    """The answer to ``credlens evaluate`` and ``compare``.

    Args:
        result: what was judged.
        why: print the trees behind the numbers instead: all ("") or the one branch named.
    """
    page = console()
    if why is not None:
        show_trees(page, result.why(why))
    else:
        show_told(page, result.told)
    if result.page:
        page.print()
        sentence(page, f"Page with charts: {result.page}", style="dim")


def show_told(page: Console, told: Evaluation) -> None:
    """A whole comparison, the answer first."""
    cards = told.comparison.cards
    page.print()
    sentence(page, harmless(told.wording.answer), style="bold")
    _scores(page, told)
    if len(cards) == 1:
        show_because(page, cards[0])
    else:
        show_criteria(page, told)
        show_ranking(page, told)
    show_flags(page, told)
    show_together(page, told)
    show_weights(page, told)
    show_look_up(page, told)
    show_surroundings(page, told)
    page.print()
    sentence(page, "--why shows what each number came from, --why recognition that of one criterion.", style="dim")


def _scores(page: Console, told: Evaluation) -> None:
    heading(page, "Scores from 0 to 100, never added up")
    cards = told.comparison.cards
    several = len(cards) > 1
    for number, card in enumerate(cards, 1):
        sign = f"{number}  " if several else ""
        bullets(page, [f"{sign}{harmless(told.catalog[card.credential].title)} ({card.credential})"])
    page.print()
    width = max(12, min(_AXIS, page.width - _BESIDE))
    axis = f"0{'50':^{width - 4}}100"
    chances = [("first in", "right whole")] if several else []
    for title, best in (("Quality: can it be trusted", True), ("Suitability: what it means for you", False)):
        sentence(page, title, style="bold")
        rows = table(("", "left"), (axis, "left whole"), ("", "left whole"), *(chances if best else []))
        for number, card in enumerate(cards, 1):
            score = card.quality if best else card.suitability
            drawn = dot_on(score.low, score.median, score.high, width)
            first = [cell("" if card.p_best is None else percent(card.p_best))] if several and best else []
            rows.add_row(cell(number if several else ""), drawn, _figures(score), *first)
        page.print(rows)
    sentence(
        page, "● median, ─ 5-95 % interval: wide means unknown, not bad. A grade needs 80 % of the draws.", style="dim"
    )


def _figures(score: Estimate) -> Text:
    grade = score.letter or "no grade yet"
    return cell(f"{score.median * 100:.0f} ({score.low * 100:.0f}-{score.high * 100:.0f}) {grade}")
