"""What changes and why, in the terminal."""

from __future__ import annotations

from credlens.app.events import EventsResult
from credlens.app.replan import ReplanResult
from credlens.cli.show.page import bullets, cell, console, heading, sentence, table
from credlens.cli.show.plan import show_plans
from credlens.model.progress import Event


def show_replan(result: ReplanResult) -> None:
    """The answer to ``credlens replan``."""
    page = console()
    heading(page, f"What changes in the {result.followed} plan of {result.made}")
    if result.unchanged and result.loop.plans:
        sentence(page, "Nothing changes.", style="bold")
    bullets(page, result.because)
    if result.changes:
        rows = table(("what", "left"), ("from", "left"), ("to", "left"), ("credential", "left"), ("because", "left"))
        for change in result.changes:
            rows.add_row(
                cell(change.what.value),
                cell(change.start or ""),
                cell(change.finish or ""),
                cell(result.found.title(change.credential)),
                cell(change.because),
            )
        page.print(rows)
    if result.loop.plans:
        show_plans(page, result.loop)
    elif not result.over:
        sentence(
            page, "No plan fits any more. What you told is kept; try another budget, hours or deadline.", style="bold"
        )


def show_events(result: EventsResult) -> None:
    """The answer to ``credlens replan --list`` and ``--undo``."""
    page = console()
    back = result.undone or result.plan_undone
    if back:
        told = "; ".join(_words(e) for e in result.undone)
        sentence(
            page,
            f"Taken back: {told}." if told else "Taken back: the last plan, in which nothing new was told.",
            style="bold",
        )
    if not result.events:
        sentence(page, "Nothing is told about the plan." if back else "Nothing was told yet.")
    bullets(page, [f"{told}: {_words(event)}" for told, event in result.events])


def _words(event: Event) -> str:
    parts = [event.kind.value.replace("_", " "), event.credential, str(event.day)]
    parts += [f"until {event.until}"] if event.until else []
    parts += [f"{event.hours:g} h"] if event.hours is not None else []
    parts += [f"{event.share:.0%} done"] if event.share is not None else []
    parts += [f"{event.amount:,}"] if event.amount is not None else []
    parts += [event.option] if event.option else []
    parts += [str(event.count)] if event.count else []
    return " ".join(p for p in parts if p)
