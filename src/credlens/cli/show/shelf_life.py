"""The shelf life of what a person has, as a section of a page in the terminal."""

from __future__ import annotations

from rich.console import Console

from credlens.app.learning.shelf_life import CredentialLife, ShelfLife, SkillLife
from credlens.cli.show.page import bullets, cell, count, heading, sentence, table
from credlens.model.naming import harmless

MOST_SKILLS = 8  # shown of those that rise or fall; all are in the JSON


def show_shelf_life(page: Console, found: ShelfLife) -> None:
    """The section: credentials by what to do, then skills whose demand moves, then what is not known."""
    heading(page, "Shelf life of what you have")
    if found.credentials:
        rows = table(("credential", "left"), ("last day", "left whole"), ("left", "right whole"), ("what to do", "left whole"))  # fmt: skip
        for life in found.credentials:
            rows.add_row(cell(harmless(life.held.name)), cell(_last(life)), cell(_left(life)), cell(_verdict(life)))
        page.print(rows)
        for life in found.credentials:
            page.print()
            sentence(page, harmless(f"{life.held.name}: {_verdict(life)}"), style="bold")
            bullets(page, map(harmless, life.found.because))
    _skills(page, found.skills)
    for line in found.words:
        page.print()
        sentence(page, harmless(line))


def _skills(page: Console, skills: tuple[SkillLife, ...]) -> None:
    moving = [s for s in skills if s.term.verdict.value in ("falling", "rising")]
    steady = [s for s in skills if s.term.verdict.value == "steady"]
    unknown = [s for s in skills if s.term.verdict.value == "unknown"]
    if moving:
        page.print()
        bullets(page, [harmless(f"{s.label}: {s.term.because}") for s in moving[:MOST_SKILLS]])
        if len(moving) > MOST_SKILLS:
            sentence(page, f"{len(moving) - MOST_SKILLS} more move; all with --json.", style="dim")
    if steady:
        page.print()
        sentence(page, harmless(f"No change that can be told from none: {', '.join(s.label for s in steady)}."))
    if unknown:
        page.print()
        sentence(
            page, f"Where demand goes is unknown for {count(len(unknown), 'skill')} of yours; why is said with --json."
        )


def _last(life: CredentialLife) -> str:
    day = life.held.last_day
    return day.isoformat() if day else "none" if life.held.lasting else "unknown"


def _left(life: CredentialLife) -> str:
    left = life.held.days_left
    return "" if left is None else count(left, "day") if left >= 0 else "expired"


def _verdict(life: CredentialLife) -> str:
    return life.found.verdict.value.replace("_", " ")
