"""What was read in one text, in the terminal."""

from __future__ import annotations

from credlens.app.read import ReadResult
from credlens.cli.show.page import bullets, cell, console, heading, sentence, table
from credlens.model.skill import SkillLevel


def show_result(result: ReadResult) -> None:
    """Skills with their words, then requirements."""
    page, reading = console(), result.reading
    heading(page, "Skills")
    if not reading.skills:
        sentence(page, "No skill of the taxonomy is named here.")
    rows = table(("skill", "left"), ("asked", "left"), ("level", "left"), ("words", "left"), ("at", "right"))
    for mention in reading.skills:
        start, end = mention.spans[0]
        rows.add_row(
            cell(result.taxonomy[mention.skill].label),
            cell(mention.requirement.value),
            cell("" if mention.level is SkillLevel.UNKNOWN else mention.level.value),
            cell(" ".join(result.text[start:end].split())),
            cell(f"{start}-{end}"),
        )
    page.print(rows)
    heading(page, "Requirements")
    degree = reading.degree
    lines = [f"Degree: {degree.level.value}" + (f" ({degree.quote})" if degree.quote else "")]
    lines += [f"Licence: {licence.name} ({licence.quote})" for licence in reading.licences]
    lines += [f"Credential: {c.name} ({c.quote})" for c in reading.credentials]
    lines += [
        f"Experience: {e.min_years or 0:g}+ years of {e.of or 'experience'} ({e.quote})" for e in reading.experience
    ]
    bullets(page, lines)
