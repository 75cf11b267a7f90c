"""Links to LinkedIn in the terminal."""

from __future__ import annotations

from credlens.app.presenting.linkedin import LinkedIn, LinkedInEntry
from credlens.cli.show.page import bullets, console, heading, sentence, whole
from credlens.model.naming import harmless


def show_links(result: LinkedIn) -> None:
    """The answer to ``linkedin``."""
    page = console()
    page.print()
    if not result.entries:
        sentence(page, "You hold no credential that is known here. Put a badge in: credlens wallet add FILE")
        return
    sentence(
        page, "Each link opens LinkedIn's form. If its fields stay empty there, type them in by hand.", style="bold"
    )
    for entry in result.entries:
        heading(page, harmless(entry.name))
        page.print()
        whole(page, entry.url)
        page.print()
        bullets(page, [harmless(f"{field}: {value}") for field, value in entry.fields])
        for words in _remarks(entry):
            sentence(page, harmless(words), indent=2)


def _remarks(entry: LinkedInEntry) -> list[str]:
    said = [f"Not known, and so left empty: {', '.join(entry.missing)}."] if entry.missing else []
    if entry.expired:
        said.append("It has expired. Renew it before you show it, or let LinkedIn show the day.")
    return [*said, *entry.unlinked]
