"""What a file brought into the log, and what waits to be looked at, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from credlens.app.learning.reviewing import Review
from credlens.app.learning.taking_in import TakenIn
from credlens.cli.show.page import bullets, console, count, heading, sentence
from credlens.model.application import Application, Proposal
from credlens.model.naming import harmless, plain

MOST = 30  # lines of a list in the terminal; --json has all


def show_taken_in(found: TakenIn) -> None:
    """The answer to ``log import``."""
    page = console()
    page.print()
    new = count(len(found.logged), "application")
    sentence(page, f"Read as {found.read_as}: {new} logged or completed, {found.known} known already.", style="bold")
    said = [f"{plain(name)}: {number:,}" for name, number in found.counts.items() if number]
    if said:
        sentence(page, f"{', '.join(said)}.", indent=2)
    _applications(page, found.logged)
    if found.not_sent:
        heading(page, f"{count(len(found.not_sent), 'job')} that you noted and did not apply for")
        _listed(page, [f"{n.where}: {n.quote}" for n in found.not_sent])
    if found.review:
        heading(page, f"{count(len(found.review), 'entry', 'entries')} to look at")
        _listed(page, [_proposal(p) for p in found.review])
        sentence(page, "Nothing of these is logged yet. See them: credlens log review")
    if found.unread:
        sentence(page, harmless(f"Columns that were not read: {', '.join(found.unread)}."))
    if found.problems:
        heading(page, "What could not be read")
        _listed(page, [str(p) for p in found.problems])


def show_review(found: Review) -> None:
    """The answer to ``log review`` and ``log settle``."""
    page = console()
    if found.logged or found.rejected:
        page.print()
    if found.logged:
        sentence(page, f"Logged or completed: {count(len(found.logged), 'application')}.", style="bold")
        _applications(page, found.logged)
    if found.rejected:
        sentence(page, f"Rejected: {', '.join(found.rejected[:MOST])}{_more(len(found.rejected))}.")
    if found.waiting:
        heading(page, f"{count(len(found.waiting), 'entry', 'entries')} to look at")
        _listed(page, [_proposal(p, found.needs.get(p.id, "")) for p in found.waiting])
        ready = len(found.waiting) - len(found.needs)
        if ready:
            sentence(page, f"{ready} can be accepted as they are: credlens log settle all")
    for line in found.words:
        sentence(page, harmless(line))


def _applications(page: Console, found: Sequence[Application]) -> None:
    _listed(page, [_application(a) for a in found])


def _application(a: Application) -> str:
    called = " at ".join(filter(None, (a.title, a.employer))) or "no title and no employer"
    steps = ", ".join(f"{s.kind.value} {s.day or '(day not known)'}" for s in a.steps)
    return f"{a.id} {a.applied} {called}{f': {steps}' if steps else ''}"


def _proposal(p: Proposal, needs: str = "") -> str:
    steps = ", ".join(f"{s.kind.value} {s.day or '(day not known)'}" for s in p.steps)
    told = f" [{steps}]" if steps else ""
    missing = f" Needed: {needs}" if needs and "--" not in p.because else ""  # most reasons say what to do themselves
    return f"{p.id} {p.source}: {p.quote}{told}. {p.because}{missing}"


def _listed(page: Console, lines: Sequence[str]) -> None:
    bullets(page, [harmless(line) for line in lines[:MOST]])
    if len(lines) > MOST:
        sentence(page, f"The first {MOST} of {len(lines):,}; all of them with --json.", indent=2)


def _more(n: int) -> str:
    return f" and {n - MOST} more" if n > MOST else ""
