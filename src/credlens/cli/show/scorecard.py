"""Scorecards in the terminal: the answer, the scores on one axis, the criteria, who beats whom, warnings, what to look up next."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from credlens.app.evaluate import EvaluateResult
from credlens.cli.show.cards import NARROW
from credlens.cli.show.criteria import show_because, show_criteria
from credlens.cli.show.flags import show_flags
from credlens.cli.show.page import FEW, bullets, cell, console, dot_on, heading, sentence, table, whole
from credlens.cli.show.ranking import percent, show_look_up, show_ranking, show_weights
from credlens.cli.show.studies import show_surroundings
from credlens.cli.show.together import show_together
from credlens.cli.show.tree import show_trees
from credlens.model.evaluation import Evaluation
from credlens.model.naming import harmless
from credlens.model.scorecard import Estimate

_AXIS = 40  # letters of the axis from 0 to 100, where there is room
_BESIDE = 40  # letters of what stands beside it
_NARROWEST = 60  # letters of a window in which a score and its grade fit on one line beside the axis
_SECOND = 12  # letters of a second score's figures
_LEGEND = (
    "● median, ─ 5-95 % interval of the simulated cases, in which weights and unknowns are drawn anew each time: wide means unknown, not "
    "bad. A grade needs 80 % of them."
)


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
        sentence(page, "Page with charts:", style="dim")
        whole(page, result.page, style="dim")


def show_told(page: Console, told: Evaluation) -> None:
    """A whole comparison, the answer first."""
    cards = told.comparison.cards
    page.print()
    for gate in told.wording.gates:
        sentence(page, f"! {harmless(gate)}", style="bold")
    if told.wording.gates:
        page.print()
    sentence(page, harmless(told.wording.answer), style="bold")
    for note in told.wording.weights:
        sentence(page, note)
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
    if len(cards) > FEW:
        sentence(page, f"Of more than {FEW} not everything is shown: name fewer for the rest, or use --why or --json.")


def _scores(page: Console, told: Evaluation) -> None:
    heading(page, "Scores from 0 to 100, never added up")
    cards = told.comparison.cards
    several = len(cards) > 1
    for number, card in enumerate(cards, 1):
        sign = f"{number}  " if several else ""
        bullets(page, [f"{sign}{harmless(told.catalog[card.credential].title)} ({card.credential})"])
    page.print()
    _chart(page, told, "Quality: can it be trusted", quality=True)
    if told.wording.fits:
        if several:  # of one alone the answer says so
            sentence(page, told.wording.fits, style="bold")
    elif not _beside(page, told):
        _chart(page, told, "Suitability: what it means for you", quality=False)
    sentence(page, _LEGEND, style="dim")


def _beside(page: Console, told: Evaluation) -> bool:
    """Whether the suitability of many is printed as figures beside the quality, to save as many lines."""
    return page.width >= NARROW and len(told.comparison.cards) > FEW and not told.wording.fits


def _chart(page: Console, told: Evaluation, title: str, *, quality: bool) -> None:
    """One score of all on an axis; beside the quality of many stand the figures of what each means for the person."""
    cards = told.comparison.cards
    several = len(cards) > 1
    beside = quality and _beside(page, told)
    width = max(12, min(_AXIS, page.width - _BESIDE - (_SECOND if beside else 0)))
    figures = "left whole" if page.width >= _NARROWEST else "left"
    columns = [("", "left"), (f"0{'50':^{width - 4}}100", "left whole"), ("", figures)]
    columns += [("best in", "right whole")] if several and quality else []
    columns += [("suits you", "left whole")] if beside else []
    sentence(page, title, style="bold")
    rows = table(*columns)
    for number, card in enumerate(cards, 1):
        score = card.quality if quality else card.suitability
        cells = [cell(number if several else ""), dot_on(score.low, score.median, score.high, width), _figures(score)]
        if several and quality:
            cells.append(cell("unranked" if card.p_best is None else percent(card.p_best)))
        rows.add_row(*cells, *([cell(_numbers(card.suitability))] if beside else []))
    page.print(rows)


def _figures(score: Estimate) -> Text:
    return cell(f"{_numbers(score)} {score.letter or 'no grade yet'}")


def _numbers(score: Estimate) -> str:
    return f"{score.median * 100:.0f} ({score.low * 100:.0f}-{score.high * 100:.0f})"
