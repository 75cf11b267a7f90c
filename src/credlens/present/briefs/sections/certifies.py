"""What it certifies: what kind of proof it is, and of which skills, by depth."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief, BriefBadge
from credlens.model.credential import Credential, CreditValue, Depth
from credlens.model.fact import Unknown
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.ladder import MEANING, rung
from credlens.present.briefs.section import Row, Section, gathered, missing, row
from credlens.present.notes import Notes, Value

MOST = 12  # skills of one depth that are named; the others are counted
_DEPTHS = {Depth.CORE: "Main subjects", Depth.PART: "One unit each", Depth.TOUCHED: "Only touched"}


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("certifies", "What it certifies", gathered(_rows(brief, notes)))


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    yield row("It proves at most", _proof(brief.known, notes))
    skills = list(_skills(brief, notes))
    yield from skills
    if brief.badge:
        yield from _badge(brief.badge, notes)
    if not skills and not (brief.badge and brief.badge.achievement.skills):
        yield row("Skills", missing("nobody has looked it up yet"))
    if brief.known.eqf.known:
        yield row("EQF level", notes.fact(brief.known.eqf, str))
    if brief.known.credit:
        yield Row("Credit", tuple(_credit(c, notes) for c in brief.known.credit))


def _proof(known: Credential, notes: Notes) -> Value:
    value = known.evidence_class.value
    text = notes.fact(known.evidence_class, MEANING.__getitem__)
    if isinstance(value, Unknown):
        return text
    return Value(text.text, text.unknown, text.refs, "; ".join(p for p in (rung(value), text.hint) if p), text.seen)


def _skills(brief: Brief, notes: Notes) -> Iterator[Row]:
    for depth, name in _DEPTHS.items():
        found = [t for t in brief.known.skills if t.depth is depth]
        if found:
            labels = [brief.skills.get(t.skill, terms.plain(t.skill)) for t in found]
            sources = [s for t in found for s in t.sources]
            guessed = sum(t.probability < 1 for t in found)
            hint = f"{guessed} of them read out of a description by the program" if guessed else ""
            yield row(name, notes.value(words.first_few(labels, MOST), sources, hint))


def _badge(badge: BriefBadge, notes: Notes) -> Iterator[Row]:
    source = (cite.of_badge(badge),)
    achievement = badge.achievement
    if achievement.description:
        yield row("The badge says", notes.value(cite.short(achievement.description, 240), source))
    if achievement.skills:
        named = [f"{s.name} ({s.framework})" if s.framework else s.name for s in achievement.skills if s.name]
        yield row("Skills the badge names", notes.value(words.first_few(named, MOST), source))


def _credit(credit: CreditValue, notes: Notes) -> Value:
    amount = "amount unknown" if credit.amount is None else f"{credit.amount:g}"
    hint = "; ".join(p for p in (credit.by, credit.level, credit.subject, credit.condition) if p)
    until = f"until {words.day(credit.until)}" if credit.until else ""
    return notes.value(f"{credit.system}: {amount}", credit.sources, "; ".join(p for p in (hint, until) if p))
