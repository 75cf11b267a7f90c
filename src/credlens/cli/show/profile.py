"""A profile in the terminal, for review."""

from __future__ import annotations

from credlens.app.profile import ProfileResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table


def show_result(result: ProfileResult) -> None:
    """Every skill with the line it came from; education, credentials and licences."""
    page, person = console(), result.person
    heading(page, person.name or "Your profile")
    if not result.documents and not person.skills:
        sentence(page, "Nothing is stored yet. Begin with: credlens profile import RESUME.")
        return
    years = "not dated" if person.years is None else f"{person.years:.1f} years of dated work"
    sentence(
        page,
        f"{count(len(person.skills), 'skill')} read, {years}. What was read wrongly, correct: credlens profile know|forget SKILL.",
        style="bold",
    )
    rows = table(("skill", "left"), ("level", "left"), ("how", "left"), ("where", "left"), ("words", "left"))
    for skill_id, held in sorted(person.skills.items(), key=lambda item: result.taxonomy[item[0]].label.casefold()):
        first = held.evidence[0]
        rows.add_row(
            cell(result.taxonomy[skill_id].label),
            cell(held.level.value),
            cell(first.kind.value),
            cell(first.where, "dim"),
            cell(first.quote[:60], "dim"),
        )
    page.print(rows)
    if person.refused:
        sentence(page, f"You said you do not have: {', '.join(person.refused)}.")
    bullets(
        page, [f"Education: {e.level.value}{', ' + e.field if e.field else ''} ({e.where})" for e in person.education]
    )
    bullets(
        page, [f"Credential: {c.name}" + (f", expires {c.expires}" if c.expires else "") for c in person.credentials]
    )
    bullets(page, [f"Licence: {name}" for name in person.licences])
