"""Red flags of scorecards in the terminal: those that fire first, then those that nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from credlens.cli.show.page import FEW, bullets, heading, numbers, sentence
from credlens.model import naming
from credlens.model.evaluation import LAW, Evaluation
from credlens.model.scorecard import Flag, FlagState

_MARKS = ((FlagState.FIRES, "!"), (FlagState.CANNOT_TELL, "?"))


def show_flags(page: Console, told: Evaluation) -> None:
    """What warns, what cannot be told yet, and where that can be looked up."""
    heading(page, "Warnings")
    cards = told.comparison.cards
    for state, mark in _MARKS:
        bullets(page, list(_lines(told, state, mark)), style="bold" if state is FlagState.FIRES else "")
    if not any(f.state is not FlagState.CLEAR for c in cards for f in c.flags):
        sentence(page, "None fires, and none is left open.")
        return
    unsettled = [c.credential for c in cards if any(f.state is FlagState.CANNOT_TELL for f in c.flags)]
    pages = {told.catalog[c].official_url.get("") for c in unsettled[:FEW]} - {""}
    if unsettled:
        sentence(
            page, "? cannot be told yet, which is not the same as clear. The official pages may tell:", style="dim"
        )
        bullets(page, sorted(map(naming.harmless, pages)) or ["no official page is known"], style="dim")


def _lines(told: Evaluation, state: FlagState, mark: str) -> Iterator[str]:
    """One line for each warning and reason, with the numbers of the credentials that it is about."""
    found: dict[tuple[str, bool, str], list[int]] = {}
    for number, card in enumerate(told.comparison.cards, 1):
        for flag in (f for f in card.flags if f.state is state):
            because = "" if state is FlagState.CANNOT_TELL and _many(told) else _because(told, flag)
            found.setdefault((flag.id, flag.gates, because), []).append(number)
    for (name, gates, because), whom in sorted(found.items(), key=lambda pair: not pair[0][1]):
        about = f" {numbers(whom)}:" if len(told.comparison.cards) > 1 else ""
        stops = " (keeps it out of plans)" if gates and state is FlagState.FIRES else ""
        yield naming.harmless(f"{mark}{about} {naming.flag(name)}{stops}{': ' if because else ''}{because}")


def _because(told: Evaluation, flag: Flag) -> str:
    """The reason; of what the law demands, that it stands above."""
    return "see the top" if flag.id == LAW and flag.state is FlagState.FIRES and told.wording.gates else flag.because


def _many(told: Evaluation) -> bool:
    return len(told.comparison.cards) > FEW
