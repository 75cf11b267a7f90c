"""It has lapsed."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present import terms
from credlens.present.briefs import cite
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    held = brief.held
    if held and held.expires:
        source = cite.of_held(brief)
        yield notes.value(f"It held until {held.expires}; say so before you are asked", (source,))
    if brief.known.renewal.known:
        renewal = notes.fact(brief.known.renewal, terms.renewal)
        yield Value(f"It is renewed by {renewal.text}", refs=renewal.refs, hint=renewal.hint, seen=renewal.seen)


RULE = QuestionRule(lambda _: "It has expired. Why did you not renew it?", lambda brief: brief.expired, _facts)
