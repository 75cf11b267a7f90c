"""It never expires, or was issued long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from credlens.model.brief import Brief
from credlens.model.credential import Status, Validity
from credlens.present import terms
from credlens.present.briefs import cite
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value

LONG = 2  # calendar years after which what was learnt may be out of date: a judgement of this project


def _year(said: str) -> int | None:
    return int(said[:4]) if said[:4].isdigit() else None


def _age(brief: Brief) -> int | None:
    year = _year(brief.held.issued) if brief.held else None
    return None if year is None else brief.made.year - year


def _likely(brief: Brief) -> bool:
    """When it holds for ever, is no longer offered, or was issued some years ago; what has lapsed is another question."""
    if brief.expired:
        return False
    for_ever = brief.known.validity.get(Validity(0)).months is None
    ended = brief.known.status.get(Status.ACTIVE) is not Status.ACTIVE
    return for_ever or ended or (_age(brief) or 0) > LONG


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    if brief.held and brief.held.issued:
        source = cite.of_held(brief)
        yield notes.value(f"Issued {brief.held.issued}", (source,))
    if brief.known.validity.known:
        value = notes.fact(brief.known.validity, terms.validity)
        text = (
            "It never expires" if brief.known.validity.get(Validity(0)).months is None else f"It expires {value.text}"
        )
        yield Value(text, refs=value.refs, hint=value.hint, seen=value.seen)
    latest = _latest(brief)
    if latest:
        yield Value(f"Your documents name its subjects in work until {latest.isoformat()[:7]}")


def _latest(brief: Brief) -> date | None:
    return max((e.last_used for e in brief.used() if e.last_used), default=None)


RULE = QuestionRule(lambda _: "Is what you learnt there still current?", _likely, _facts)
