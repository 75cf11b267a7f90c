"""The resume in the terminal: what is on it, what is left off and why; or where the document lies."""

from __future__ import annotations

from collections.abc import Iterable

import click
from rich.console import Console

from credlens.app.presenting.resume import ResumeResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table, whole
from credlens.model.cv import PRESENT, Cv, CvCertificate, CvEntry, CvSkill, WhyLeftOff
from credlens.model.naming import harmless

MOST_SKILLS = 12


def show_resume(result: ResumeResult) -> None:
    """The document as it is when it is text; else where it lies; without a format the overview."""
    if result.content is not None:
        click.echo(result.content, nl=not result.content.endswith("\n"))
        return
    page = console()
    if result.file is None:
        _overview(page, result.cv)
        return
    page.print()
    sentence(page, "Your resume is written here:", style="bold")
    whole(page, result.file)
    if result.cv.left_off:
        left = count(len(result.cv.left_off), "entry", "entries")
        sentence(page, f"{left} left off; see which and why: credlens resume")


def _overview(page: Console, cv: Cv) -> None:
    heading(page, harmless(cv.name) or "Your resume")
    if not (cv.name or cv.work or cv.education or cv.certificates or cv.skills):
        sentence(page, "Nothing is known of you yet. Begin with: credlens profile import RESUME.")
        return
    for words in _lines(cv):
        sentence(page, harmless(words))
    for title, entries in (
        ("Work", cv.work),
        ("Certifications", cv.certificates),
        ("Projects", cv.projects),
        ("Education", cv.education),
        ("Volunteering", cv.volunteer),
    ):
        _entries(page, title, entries)
    _skills(page, cv.skills)
    for title, lines in cv.other:
        sentence(page, harmless(f"{title or 'Also'}: {count(len(lines), 'line')}"), style="dim")
    _left_off(page, cv)
    page.print()
    sentence(page, "Next: credlens resume --format pdf (or docx, md, json, europass).")


def _lines(cv: Cv) -> Iterable[str]:
    contact = cv.contact
    reach = [w for w in (contact.place, contact.phone, contact.email, *contact.links) if w]
    if reach:
        yield " · ".join(reach)
    if cv.target:
        ads = f", by {count(cv.postings, 'ad')}" if cv.postings else ""
        yield f"Made for {cv.target}{ads}: what is asked for most comes first."
    if cv.languages:
        yield f"Languages: {', '.join(f'{each.language} {each.level}'.strip() for each in cv.languages)}"
    if cv.licences:
        yield f"Licences: {', '.join(cv.licences)}"


def _entries(page: Console, title: str, entries: Iterable[CvEntry | CvCertificate]) -> None:
    rows = table((title, "left"), ("when", "left whole"), ("card", "left whole"))
    for entry in entries:
        if isinstance(entry, CvEntry):
            name, days = ", ".join(w for w in (entry.title, entry.organisation) if w), _days(entry.start, entry.end)
        else:
            name = ", ".join(w for w in (entry.name, entry.issuer) if w)
            days = _issued(entry)
        rows.add_row(cell(harmless(name)), cell(days), cell(entry.card, "dim"))
    if rows.row_count:
        page.print()
        page.print(rows)


def _days(start: str, end: str) -> str:
    return f"{start} to {end}" if start and end else end if end != PRESENT else ""


def _issued(held: CvCertificate) -> str:
    parts = (held.issued, f"to {held.expires}" if held.expires else "", "verified" if held.verified else "")
    return ", ".join(part for part in parts if part)


def _skills(page: Console, skills: tuple[CvSkill, ...]) -> None:
    if not skills:
        return
    asked = any(skill.asked for skill in skills)
    columns = [("Skills", "left"), *([("asked for", "right")] if asked else []), ("shown by", "left")]
    rows = table(*columns)
    for skill in skills[:MOST_SKILLS]:
        share = [cell(f"{skill.asked.value:.0%}" if skill.asked else "")] if asked else []
        rows.add_row(cell(skill.label), *share, cell(harmless("; ".join(skill.evidence)), "dim"))
    page.print()
    page.print(rows)
    if len(skills) > MOST_SKILLS:
        sentence(page, f"and {len(skills) - MOST_SKILLS} more (all of them with --json)", style="dim")


def _left_off(page: Console, cv: Cv) -> None:
    if not cv.left_off:
        return
    heading(page, "Left off")
    bullets(page, [harmless(f"{off.name} ({off.card}): {off.because}") for off in cv.left_off])
    back = next((off.card for off in cv.left_off if off.why is not WhyLeftOff.NOT_VERIFIED), None)
    if back:
        sentence(page, f"Put one back: credlens resume --show {back}")
