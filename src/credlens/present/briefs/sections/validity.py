"""For how long it holds, how it is kept alive, and whether this one still does."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief, HeldAs
from credlens.model.credential import Status, Validity
from credlens.present import terms
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, gathered, missing, row
from credlens.present.notes import Notes, Value


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("validity", "Validity and renewal", gathered(_rows(brief, notes)))


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    known = brief.known
    if brief.held:
        yield row("Yours was issued", _day(brief, brief.held.issued, notes))
        for_ever = brief.known.validity.get(Validity(0)).months is None
        if brief.held.expires or not for_ever:
            yield row("Yours expires", _expiry(brief, brief.held, notes))
    yield row("Expiry in general", notes.fact(known.validity, terms.validity))
    yield row("Renewal", notes.fact(known.renewal, terms.renewal))
    if known.status.known and known.status.get(Status.ACTIVE) is not Status.ACTIVE:
        yield row("Still offered", notes.fact(known.status, lambda s: f"no: {terms.plain(s.value)}"))
    if known.superseded_by.known:
        yield row("Replaced by", notes.fact(known.superseded_by, lambda c: brief.titles.get(c, c)))


def _day(brief: Brief, said: str, notes: Notes) -> Value:
    if not said:
        return missing("neither a badge nor your documents say")
    return notes.value(said, (cite.of_held(brief),))


def _expiry(brief: Brief, held: HeldAs, notes: Notes) -> Value:
    if held.by_badge and not held.expires:
        return notes.value("the badge states no end", (cite.of_held(brief),))
    value = _day(brief, held.expires, notes)
    return Value(f"{value.text}: it has expired", value.unknown, value.refs) if brief.expired else value
