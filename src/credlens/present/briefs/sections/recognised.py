"""Who recognises it: the target's ads, with n and interval, and others who say so by name."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, missing, row
from credlens.present.notes import Notes, Value

NO_TARGET = "you named no target; give ads: credlens gap --ads FOLDER"
NOT_SOUGHT = "the ads were not searched for its name"


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("recognised", "Who recognises it", tuple(_rows(brief, notes)))


def named(brief: Brief, notes: Notes) -> Value:
    """How many of the target's ads name it."""
    if brief.aim is None:
        return missing(NO_TARGET)
    if brief.aim.named is None:
        return missing(NOT_SOUGHT)
    seen = brief.aim.named
    hint = "not named is not rejected" if not seen.share.k else words.count(seen.employers, "employer")
    return notes.value(words.share(seen.share), (cite.of_ads(brief.aim),), hint, unknown=not seen.share.n)


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    yield row(f"Named by ads for {brief.aim.name}" if brief.aim else "Named by ads", named(brief, notes))
    found = brief.known.recognition
    if found:
        yield Row(
            "Recognised by", tuple(notes.value(f"{r.by} ({terms.plain(r.kind)})", r.sources, r.note) for r in found)
        )
    stacks = brief.known.stacks_into
    if stacks:
        said = tuple(
            notes.value(f"{brief.titles.get(s.into, s.into)} (confirmed by the {s.confirmed_by})", s.sources, s.note)
            for s in stacks
        )
        yield Row("Counts towards", said)
