"""A profile in the terminal: what was read, how well, and what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from credlens.app.profile import ProfileResult
from credlens.app.review import ReviewResult
from credlens.cli.show.page import bullets, cell, console, count, heading, sentence, table
from credlens.model.card import Card
from credlens.model.person import EvidenceKind, HeldSkill

SHOWN = {
    EvidenceKind.STATED: "You said so",
    EvidenceKind.CERTIFIED: "Certified",
    EvidenceKind.USED: "Used in work",
    EvidenceKind.PROJECT: "Used in projects",
    EvidenceKind.COURSE: "Named in courses",
    EvidenceKind.LISTED: "Only listed",
    EvidenceKind.IMPLIED: "Shown in part, through a narrower skill",
}
NAMED = {"education": ("course of study", "courses of study")}
NEXT = 5  # cards to review that an import shows
SHORT = 48  # characters of the words a skill was read from
WELL = 0.8  # a document that is read less well is pointed at


def show_imported(result: ProfileResult) -> None:
    """What was found by kind, how well it was read, and what to look at next."""
    page = console()
    heading(page, result.person.name or "Your profile")
    found = [count(n, *NAMED.get(kind, (kind,))) for kind, n in result.found]
    sentence(page, f"Found: {', '.join(found)}." if found else "Nothing was found.", style="bold")
    _reading(page, result, well=1.0)
    if not result.to_review:
        return
    sentence(page, f"{count(len(result.to_review), 'thing')} to look at; the least sure:")
    page.print(_cards(result.to_review[:NEXT]))
    sentence(page, "Go on with: credlens profile review. Look at all that counts: credlens profile show.", style="dim")


def show_result(result: ProfileResult) -> None:
    """Every skill by what stands behind it; jobs, education, credentials, licences, languages and constraints."""
    page, person = console(), result.person
    heading(page, person.name or "Your profile")
    if not (result.documents or person.skills or person.credentials):
        sentence(page, "Nothing is stored yet. Begin with: credlens profile import RESUME.")
        _constraints(page, result)
        return
    years = "not dated" if person.years is None else f"{person.years:.1f} years of dated work"
    sentence(
        page,
        f"{count(len(person.skills), 'skill')} read, {years}. What was read wrongly, correct: credlens profile review.",
        style="bold",
    )
    _reading(page, result)
    _skills(page, result)
    if person.refused:
        named = [result.taxonomy[s].label for s in person.refused if s in result.taxonomy]
        sentence(page, f"You said you do not have: {', '.join(named)}.")
    bullets(page, _lines(result))
    _constraints(page, result)


def show_review(result: ReviewResult) -> None:
    """The cards with their ids, the least sure first."""
    page = console()
    if not result.cards:
        words = (
            "You have looked at all of it." if result.of else "Nothing is stored yet: credlens profile import RESUME."
        )
        sentence(page, words)
        return
    page.print(_cards(result.cards, verdicts=True))
    sentence(page, f"{result.waiting} of {count(result.of, 'card')} not looked at yet.", style="bold")
    sentence(page, "credlens profile keep ID... | drop ID... | correct ID VALUE", style="dim")


def _cards(cards: Sequence[Card], *, verdicts: bool = False) -> Table:
    said = verdicts and any(card.verdict for card in cards)
    columns = [("id", "left whole"), ("what", "left"), ("sure", "right"), ("where", "left")]
    rows = table(*columns, *([("you said", "left")] if said else []))
    for card in cards:
        verdict = f"{card.verdict.value}: {card.corrected}" if card.verdict and card.corrected else card.verdict or ""
        rows.add_row(
            cell(card.id),
            cell(f"{card.kind}: {card.value}"),
            cell(f"{card.probability:.0%}"),
            cell(_place(card.where), "dim"),
            *([cell(verdict)] if said else []),
        )
    return rows


def _reading(page: Console, result: ProfileResult, well: float = WELL) -> None:
    """How well documents were read, of those that were read less than ``well``; and what is doubtful."""
    for document in result.reading:
        if document.quality < well:
            sentence(page, f"{_place(document.name)}: about {document.quality:.0%} of its text could be read well.")
    bullets(page, [f"{n.message} {n.what_to_do}".strip() for d in result.reading for n in d.notes])


def _skills(page: Console, result: ProfileResult) -> None:
    """Skills under what stands behind them, the strongest evidence first."""
    order = list(SHOWN)
    held = sorted(
        result.person.skills.values(),
        key=lambda h: (order.index(h.evidence[0].kind), result.taxonomy[h.skill].label.casefold()),
    )
    for kind, group in groupby(held, key=lambda h: h.evidence[0].kind):
        rows = table(
            (SHOWN[kind], "left"), ("level", "left"), ("years", "right"), ("last used", "left whole"), ("where", "left")
        )
        for skill in group:
            rows.add_row(cell(result.taxonomy[skill.skill].label), *_facts(skill))
        page.print(rows)


def _facts(skill: HeldSkill) -> list[Text]:
    first = skill.evidence[0]
    years = "" if skill.years is None else f"{skill.years:.1f}"
    used = f"{skill.last_used:%Y-%m}" if skill.last_used else ""
    words = f"{_place(first.where)}: {first.quote}"
    short = words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"
    return [cell(skill.level.value), cell(years), cell(used), cell(short, "dim")]


def _lines(result: ProfileResult) -> Iterable[str]:
    person = result.person
    for job in person.jobs:
        yield f"Job: {', '.join(p for p in (job.title, job.organisation) if p)}{_days(job.start, job.end)} ({_place(job.where)})"
    for education in person.education:
        field = f", {education.field}" if education.field else ""
        school = f", {education.institution}" if education.institution else ""
        yield f"Education: {education.level.value}{field}{school} ({_place(education.where)})"
    for held in person.credentials:
        issued = f", issued {held.issued}" if held.issued else ""
        yield f"Credential: {held.name}{issued}{f', expires {held.expires}' if held.expires else ''}"
    for licence in person.licences:
        yield f"Licence: {licence}"
    for language, level in result.spoken:
        yield f"Language: {language}{f' {level}' if level else ''}"


def _place(where: str) -> str:
    """A place without the folders before the file's name."""
    return where.rpartition("/")[2]


def _days(start: date | None, end: date | None) -> str:
    return "" if start is None else f", {start:%Y-%m} to {f'{end:%Y-%m}' if end else 'now'}"


def _value(value: Any) -> str:
    """A constraint in words: of a list its members, of a time its two days."""
    if not isinstance(value, list):
        return str(value)
    return " and ".join(" to ".join(dict.fromkeys(v)) if isinstance(v, list) else str(v) for v in value)


def _constraints(page: Console, result: ProfileResult) -> None:
    said = {name: value for name, value in result.constraints.to_json().items() if value not in (None, [])}
    if said:
        words = ", ".join(f"{name} {_value(value)}" for name, value in said.items())
        sentence(page, f"You said: {words}. Change it with: credlens profile set NAME=VALUE.")
