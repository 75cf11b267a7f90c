"""What it demanded: hours, level, conditions, months; and the badge's own words."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Prerequisite
from credlens.model.offer import Schedule
from credlens.present import terms, words
from credlens.present.briefs import cite
from credlens.present.briefs.section import Row, Section, gathered, missing, row
from credlens.present.notes import Notes, Value

CRITERIA = 240  # letters of the badge's criteria that are printed; the badge itself has them all


def section(brief: Brief, notes: Notes) -> Section:
    """The part of the brief."""
    return Section("demanded", "What it demanded", gathered(_rows(brief, notes)))


def _rows(brief: Brief, notes: Notes) -> Iterator[Row]:
    known = brief.known
    yield row("Workload", notes.fact(known.hours, words.hours))
    yield row("Duration", notes.fact(known.duration, str))
    yield row("Level", notes.fact(known.level, lambda level: terms.plain(level.value)))
    yield Row("Conditions", _conditions(brief, notes))
    if known.schedule.known and known.schedule.get(Schedule()).self_paced is not None:
        yield row("Pace", notes.fact(known.schedule, _pace))
    if known.mode.known:
        yield row("Form", notes.fact(known.mode, lambda mode: terms.plain(mode.value)))
    if brief.badge:
        achievement = brief.badge.achievement
        said = achievement.criteria or achievement.criteria_url
        if said:
            yield row("The badge says", notes.value(cite.short(said, CRITERIA), (cite.of_badge(brief.badge),)))


def _pace(schedule: Schedule) -> str:
    return "at your own pace" if schedule.self_paced else "in cohorts"


def _conditions(brief: Brief, notes: Notes) -> tuple[Value, ...]:
    found = brief.known.prerequisites
    if found:
        return tuple(notes.value(_condition(p, brief), p.sources) for p in found)
    nothing = next((a for a in brief.known.absent if a.field == "prerequisites"), None)
    if nothing:
        return (notes.value("nothing", nothing.sources),)
    return (missing("nobody has looked it up yet"),)


def _condition(part: Prerequisite, brief: Brief) -> str:
    """One condition; what is only advised is not called needed."""
    said = [
        words.listing([brief.titles.get(c, terms.plain(c)) for c in part.credentials], "or"),
        words.listing([brief.skills.get(s, terms.plain(s)) for s in part.skills], "or"),
    ]
    if part.experience_years is not None:
        of = f" in {part.experience_of}" if part.experience_of else ""
        said.append(f"{part.experience_years:g} year{'' if part.experience_years == 1 else 's'} of experience{of}")
    said += [terms.DEGREES[part.degree]] if part.degree else []
    said += [part.text]
    text = "; ".join(s for s in said if s) or "something that the source does not name"
    return f"{text} ({'needed' if part.hard else 'advised'}{', one of several ways' if part.either else ''})"
