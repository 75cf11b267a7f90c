"""The work of the person's own that shows it."""

from __future__ import annotations

from credlens.model.brief import Brief
from credlens.model.work_sample import WorkSample
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, row
from credlens.present.notes import Notes, Value

MOST = 3


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    rows = tuple(Row(cite.short(p.title, 60), _said(p, brief, notes)) for p in brief.projects[:MOST])
    rows += _evidence(brief, notes)
    made_for = f" --credential {brief.credential.id}" if brief.credential else ""
    none = Value(f"none yet; put one in: credlens portfolio add FOLDER{made_for}", unknown=True)
    return Section("projects", "The project that shows it", rows or (row("Project", none),))


def _said(sample: WorkSample, brief: Brief, notes: Notes) -> tuple[Value, ...]:
    made = "made for it" if brief.credential and brief.credential.id in sample.credentials else "shows its skills"
    shown = [brief.skills.get(s, terms.plain(s)) for s in sample.skills if s in brief.taught]
    text = f"{made}: {words.first_few(shown, 5)}" if shown else made
    values = [notes.value(text, (cite.of_sample(sample),))]
    values += [Value(cite.short(sample.summary, 200))] if sample.summary else []
    values += [Value(sample.link)] if sample.link else []
    return tuple(values)


def _evidence(brief: Brief, notes: Notes) -> tuple[Row, ...]:
    """What the badge names as evidence."""
    if brief.badge is None:
        return ()
    found = [e for e in brief.badge.claimed.claims.evidence if e.name or e.url or e.narrative]
    source = (cite.of_badge(brief.badge),)
    said = (" \N{MIDDLE DOT} ".join(filter(None, (e.name, cite.short(e.narrative), e.url))) for e in found[:MOST])
    return (Row("The badge's evidence", tuple(notes.value(text, source) for text in said)),) if found else ()
