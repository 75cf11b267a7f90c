"""The journal in the terminal."""

from __future__ import annotations

from credlens.app.presenting.journal import Journal
from credlens.cli.show.page import console, count, heading, sentence, whole
from credlens.model.naming import harmless


def show_journal(result: Journal) -> None:
    """The answer to ``journal``."""
    page = console()
    page.print()
    if not result.posts:
        sentence(page, "There is nothing to tell yet: no badge, no finished step, no project, no plan.")
    else:
        sentence(page, f"{count(len(result.posts), 'draft')}. What stands in brackets only you can say.", style="bold")
    for draft in result.posts:
        heading(page, harmless(draft.title))
        for line in harmless(draft.long).splitlines()[2:]:  # without the heading
            sentence(page, line) if line else page.print()
    if result.kept_back:
        sentence(page, f"{count(result.kept_back, 'exam')} not passed left out; with --all, too.")
    if result.file:
        page.print()
        sentence(page, "The drafts, to be edited:")
        whole(page, result.file)
