"""The log of applications in the terminal."""

from __future__ import annotations

from rich.console import Console

from credlens.app.learning.applying import Logged
from credlens.app.learning.coin import TrialResult
from credlens.app.learning.following import LogResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table
from credlens.model.application import Application, Proposal
from credlens.model.naming import harmless

MOST = 60  # lines of the list in the terminal; --json has all


def show_logged(made: Logged) -> None:
    """The answer to ``log application``."""
    page = console()
    page.print()
    a = made.application
    sentence(page, f"Logged as {a.id}: {_called(a)}, sent on {a.applied}.", style="bold")
    if made.tossed is not None:
        toss = made.tossed.toss
        earlier = f" It was tossed for this ad on {toss.day}." if made.tossed.before else ""
        what = "show" if toss.shown else "leave off"
        title = (made.titles or {}).get(toss.credential, toss.credential)
        sentence(page, harmless(f"The coin says: {what} {title}.{earlier}"), style="bold")
    if a.match is not None:
        sentence(page, f"You show {a.match:.0%} of the skills that the ad asks for, by weight.", indent=2)
    for words, ids in (("requires", a.required), ("names", a.named), ("shows", a.shown)):
        if ids:
            whose = "The application" if words == "shows" else "The ad"
            sentence(page, harmless(f"{whose} {words} {', '.join(ids)}."), indent=2)
    for line in made.words:
        sentence(page, harmless(line), indent=2)
    sentence(page, f"When something comes of it: credlens log interview {a.id}", indent=2)


def show_log(found: LogResult) -> None:
    """The answer to the other commands of ``log``."""
    page = console()
    if found.removed or found.applications:
        page.print()
    if found.removed:
        sentence(page, f"Forgotten: {', '.join(found.removed)}.")
    if found.applications:
        _applications(page, found.applications)
    if found.used:
        heading(page, "Skills used at work")
        bullets(page, [harmless(f"{u.day} {label}{f': {u.note}' if u.note else ''}") for u, label in found.used])
    if found.waiting:
        heading(page, f"{count(len(found.waiting), 'entry', 'entries')} to look at (credlens log review)")
        bullets(page, [_waiting(p) for p in found.waiting[:MOST]])
    for line in found.words:
        sentence(page, harmless(line))


def show_trial(found: TrialResult) -> None:
    """The answer to ``log coin``."""
    page = console()
    page.print()
    state = f"no more, since {found.trial.ended}" if found.trial.ended else f"since {found.trial.begun}"
    sentence(page, harmless(f"A coin decides about {found.title}: {state}."), style="bold")
    bullets(page, found.words)


def _applications(page: Console, found: tuple[Application, ...]) -> None:
    rows = table(
        ("id", "left whole"), ("sent", "left whole"), ("to", "left"), ("match", "right"), ("what came", "left")
    )
    for a in found[-MOST:]:
        steps = ", ".join(f"{s.kind.value} {s.day or '(day not known)'}" for s in a.steps)
        match = "" if a.match is None else f"{a.match:.0%}"
        rows.add_row(cell(a.id), cell(a.applied), cell(harmless(_called(a))), cell(match), cell(steps or "nothing yet"))
    page.print(rows)
    if len(found) > MOST:
        sentence(page, f"The last {MOST} of {len(found):,}; all of them with --json.")


def _called(a: Application) -> str:
    return harmless(" at ".join(filter(None, (a.title, a.employer))) or "no title and no employer")


def _waiting(p: Proposal) -> str:
    return harmless(f"{p.id} {p.source}: {p.quote} ({p.because})")
