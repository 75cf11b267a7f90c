"""A resume as Markdown (CommonMark)."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.cv import Cv
from credlens.model.naming import harmless
from credlens.present.markdown import inline
from credlens.present.views.resume import Part, ResumeEntry, ResumePage, resume_page


def render(cv: Cv, style: str = "plain") -> str:
    """The text. Nothing in it is read as markup but what this program writes.

    Args:
        cv: what it shows.
        style: Markdown has no looks, so it is the same text in each.
    """
    return harmless("\n".join(_lines(resume_page(cv, style))) + "\n")


def _lines(page: ResumePage) -> Iterator[str]:
    if page.name:
        yield f"# {inline(page.name)}"
    if page.reach:
        yield from ("", " · ".join(map(_part, page.reach)))
    for line in page.above:
        yield from ("", inline(line))
    for section in page.sections:
        yield from ("", f"## {inline(section.heading)}")
        for words in section.paragraphs:
            yield from ("", inline(words))
        for entry in section.entries:
            yield from ("", *_entry(entry))
        if section.points:
            yield ""
        for point in section.points:
            joined = ": " if point.strong and point.text else ""
            yield f"- {f'**{inline(point.strong)}**' if point.strong else ''}{joined}{inline(point.text)}"


def _entry(entry: ResumeEntry) -> Iterator[str]:
    if entry.title:
        yield f"### {inline(entry.title)}"
    if entry.below or entry.days:
        yield from ("", " · ".join((*map(inline, entry.below), *filter(None, (entry.days,)))))
    if entry.details:
        yield from ("", " · ".join(map(_part, entry.details)))
    if entry.lines:
        yield ""
    yield from (f"- {inline(line)}" for line in entry.lines)


def _part(part: Part) -> str:
    """Words, and an address as a link that shows all of it."""
    return f"<{part.link}>" if part.link.startswith("https:") and "<" not in part.link else inline(part.text)
