"""The calendar in the terminal."""

from __future__ import annotations

from credlens.app.presenting.calendar import CalendarResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table, whole
from credlens.model.naming import harmless

HOLDS = "expiry"  # kind of the events whose text says what to do


def show_calendar(result: CalendarResult) -> None:
    """The answer to ``calendar``."""
    page = console()
    page.print()
    if result.entries:
        sentence(page, f"{count(len(result.entries), 'event')}, by day.", style="bold")
        page.print()
        rows = table(("day", "left whole"), ("what", "left"), ("reminders", "left"))
        for entry in result.entries:
            last = "" if entry.first == entry.last else f" to {entry.last}"
            before = ", ".join(str(days) for days in entry.alarms)
            rows.add_row(
                cell(f"{entry.first}{last}"),
                cell(harmless(entry.summary)),
                cell(f"{before} days before" if before else ""),
            )
        page.print(rows)
    else:
        sentence(page, "There is nothing to put into a calendar: no credential with a last day, and no plan.")
    for entry in result.entries:
        if entry.key[0] == HOLDS:
            heading(page, harmless(entry.summary))
            bullets(page, harmless(entry.text).splitlines())
    if result.expired:
        heading(page, "Expired already")
        bullets(
            page,
            (harmless(f"{e.name}: {e.said or e.day}") for e in result.expired),
        )
    if result.open_ended:
        heading(page, "Nobody says whether these expire")
        bullets(page, map(harmless, result.open_ended))
    page.print()
    if result.file:
        sentence(page, "Open this file with your calendar; opened again later, it moves the events that are there:")
        whole(page, result.file)
    elif result.entries:
        sentence(page, "To have it in your calendar: credlens calendar --out credentials.ics")
