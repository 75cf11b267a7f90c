"""Who stands behind it: issuer, provider and platform are three roles; and three kinds of accreditation, never merged."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Accreditation
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, gathered, missing, row
from credlens.present.notes import Notes, Value

KINDS = ("institution", "programme", "scheme")


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("behind", "Who stands behind it", gathered(_rows(brief, notes)))


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    known = brief.known
    yield Row("Issuer", _issuer(brief, notes))
    yield row("Provider", notes.fact(known.provider, terms.organisation))
    yield row("Platform", notes.fact(known.platform, terms.organisation))
    kinds = dict.fromkeys([*KINDS, *(a.what for a in known.accreditation)])
    for kind in kinds:
        yield Row(f"Accredited {terms.plain(kind)}", _accredited(brief, kind, notes))


def _issuer(brief: Brief, notes: Notes) -> tuple[Value, ...]:
    """By the badge, the document and the catalog; each with its source, since they may differ."""
    found = []
    if brief.badge:
        party = brief.badge.claimed.claims.issuer
        name = " \N{MIDDLE DOT} ".join(filter(None, (party.name, party.id)))
        found.append(notes.value(cite.short(name) or "the badge does not say", (cite.of_badge(brief.badge),)))
    elif brief.held and brief.held.issuer and not brief.known.issuer.known:
        found.append(notes.value(cite.short(brief.held.issuer), (cite.of_held(brief),)))
    if brief.credential is not None or not found:
        found.append(notes.fact(brief.known.issuer, terms.organisation))
    return tuple(found)


def _accredited(brief: Brief, kind: str, notes: Notes) -> tuple[Value, ...]:
    found = [a for a in brief.known.accreditation if a.what == kind]
    if found:
        return tuple(notes.value(_by(a), a.sources, _span(a)) for a in found)
    nothing = next((a for a in brief.known.absent if a.field == "accreditation"), None)
    if nothing:
        return (notes.value("none found", nothing.sources),)
    return (missing("nothing recorded" if brief.credential else "nobody has looked it up yet"),)


def _by(one: Accreditation) -> str:
    return ", ".join(p for p in (one.standard, one.body) if p)


def _span(one: Accreditation) -> str:
    since = f"since {words.day(one.since)}" if one.since else ""
    until = f"until {words.day(one.until)}" if one.until else ""
    return ", ".join(p for p in (since, until) if p)
