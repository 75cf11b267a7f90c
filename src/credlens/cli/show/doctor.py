"""The doctor in the terminal."""

from __future__ import annotations

from credlens.app.doctor import DoctorResult
from credlens.cli.show.page import cell, console, heading, sentence, table


def show_doctor(result: DoctorResult) -> None:
    """Each thing looked at."""
    page = console()
    heading(page, f"credlens {result.version}")
    rows = table(("", "left"), ("looked at", "left"), ("found", "left"), ("what to do", "left"))
    marks = {"passed": ("✓", "green"), "failed": ("✗", "red"), "not_checked": ("?", "yellow")}
    for check in result.checks:
        mark, style = marks[check.result]
        rows.add_row(cell(mark, style), cell(check.name), cell(check.detail), cell(check.what_to_do))
    page.print(rows)
    sentence(page, "All well." if result.healthy else "Not well: see the lines marked ✗.", style="bold")
