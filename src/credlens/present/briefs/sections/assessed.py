"""How it was assessed, by whom, and who watched."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Assessment
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, gathered, missing, row
from credlens.present.notes import Notes, Value


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("assessed", "How it was assessed and supervised", gathered(_rows(brief, notes)))


def said(part: Assessment) -> str:
    """One part: kind, who marks it, attempts, pass mark, minutes; how many pass, and what else is known of it."""
    more = [f"{part.questions} questions"] if part.questions is not None else []
    more += [f"{words.percent(part.pass_rate)} pass"] if part.pass_rate is not None else []
    more += [f"{part.retake_days:g} days before the next attempt"] if part.retake_days is not None else []
    more += ["in a group"] if part.group else []
    return ", ".join([terms.assessment(part), *more, *([part.condition] if part.condition else [])])


def open_parts(part: Assessment) -> str:
    """What is not known of one part, in words; empty when all of it is."""
    named = {
        "who marks it": part.grader,
        "attempts": part.attempts,
        "pass mark": part.pass_mark,
        "pass rate": part.pass_rate,
    }
    return words.listing([name for name, value in named.items() if value is None], "or")


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    yield Row("Assessment", _parts(brief, notes))
    yield row("Supervision", notes.fact(brief.known.supervision, terms.supervision))
    if brief.badge:
        source = (cite.of_badge(brief.badge),)
        if brief.badge.achievement.assessment:
            yield row("The badge says", notes.value(cite.short(brief.badge.achievement.assessment, 200), source))
        results = [f"{r.name}: {r.value}" if r.name else r.value for r in brief.badge.claimed.claims.results if r.value]
        if results:
            yield row("Your result", notes.value(cite.short("; ".join(results)), source))


def _parts(brief: Brief, notes: Notes) -> tuple[Value, ...]:
    found = brief.known.assessment
    if found:
        return tuple(notes.value(said(p), p.sources, _unsaid(p)) for p in found)
    nothing = next((a for a in brief.known.absent if a.field == "assessment"), None)
    if nothing:
        return (notes.value("nothing is assessed", nothing.sources),)
    return (missing("nobody has looked it up yet"),)


def _unsaid(part: Assessment) -> str:
    names = open_parts(part)
    return f"not known: {names}" if names else ""
