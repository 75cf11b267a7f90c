"""The portfolio in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from credlens.app.presenting.portfolio import PortfolioResult
from credlens.app.presenting.projects import Projects, ShownProject
from credlens.app.presenting.reviews import Asked, Reviews
from credlens.cli.show.page import bullets, console, count, heading, sentence, whole
from credlens.model.errors import Problem
from credlens.model.naming import harmless
from credlens.model.verdict_words import HEADLINES
from credlens.model.work_sample import Review

_VERSION = {
    True: "about the README as it is now",
    False: "about an earlier version of the README",
    None: "not tied to a version of the README",
}


def show_portfolio(made: PortfolioResult) -> None:
    """The answer to ``portfolio``."""
    page = console()
    page.print()
    what = (
        count(len(made.projects), "project"),
        count(made.reviews, "review"),
        count(made.skills, "skill"),
        count(made.certificates, "certificate"),
    )
    sentence(page, f"Written: {', '.join(what)}, {count(len(made.badges), 'badge')} with its check.", style="bold")
    whole(page, made.page)
    if made.left_off:
        sentence(page, f"Left off: {'; '.join(harmless(f'{e.name} ({e.because})') for e in made.left_off)}")
    if not made.contact:
        sentence(page, "Your e-mail address, telephone and place are not on it; --contact shows them.")
    _problems(page, made.problems)
    sentence(page, "Nothing was published. Look at it, then put the folder on any web server, such as GitHub Pages.")


def show_added(found: Projects) -> None:
    """The answer to ``portfolio add``."""
    page = console()
    page.print()
    for project in found.projects:
        _project(page, project)
        if not project.skills:
            sentence(page, "The README names no skill that is known here. Name one: --skill NAME", indent=2)
    _problems(page, found.problems)


def show_list(found: Projects) -> None:
    """The answer to ``portfolio list``."""
    page = console()
    if not found.projects:
        page.print()
        sentence(page, "There is no project yet. Put one in: credlens portfolio add FOLDER")
    for project in found.projects:
        page.print()
        _project(page, project)
        for review in project.reviews:
            _review(page, review)


def show_asked(asked: Asked) -> None:
    """The answer to ``portfolio ask``."""
    page = console()
    page.print()
    sentence(page, "The signed request is written, and beside it a text to send with it:", style="bold")
    whole(page, asked.file)
    whole(page, asked.text)
    sentence(page, "Send both with the README. The reviewer answers with:")
    whole(page, asked.command)
    sentence(page, "Then: credlens portfolio review FILE")


def show_reviews(found: Reviews) -> None:
    """The answer to ``portfolio review``."""
    page = console()
    page.print()
    for review in found.reviews:
        sentence(page, harmless(f"Kept as {review.id}, about {review.project}."), style="bold")
        _review(page, review)
    _problems(page, found.refused)


def show_removed(found: Projects | Reviews) -> None:
    """The answer to ``portfolio remove`` and ``portfolio unreview``."""
    sentence(console(), f"Taken out: {', '.join(found.removed)}.")


def _project(page: Console, project: ShownProject) -> None:
    sample = project.sample
    heading(page, harmless(f"{sample.id}: {sample.title}"))
    if sample.summary:
        sentence(page, harmless(sample.summary), indent=2)
    lines = {
        "shows": ", ".join(label for _, label in project.skills),
        "made for": ", ".join(sample.credentials),
        "seen at": sample.link,
        "finished": sample.done.isoformat() if sample.done else "",
        "pictures": ", ".join(project.pictures),
    }
    bullets(page, [harmless(f"{name}: {said}") for name, said in lines.items() if said])


def _review(page: Console, review: Review) -> None:
    """One review; the name is what the reviewer says of themselves, and only the key was checked."""
    day = f", {review.day}" if review.day else ""
    sentence(page, harmless(f"{review.id} {HEADLINES[review.verdict]}{day}, {_VERSION[review.same_version]}"), indent=2)
    sentence(page, harmless(f'"{review.comment}"'), indent=4)
    sentence(
        page,
        harmless(f"signed with the key {review.by_id}, whose owner calls themselves {review.by or 'nothing'}"),
        indent=4,
    )


def _problems(page: Console, problems: Sequence[Problem]) -> None:
    for problem in problems:
        sentence(page, harmless(str(problem)))
