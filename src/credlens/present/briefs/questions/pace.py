"""It was done at one's own pace."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.offer import Schedule
from credlens.present import words
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value


def _likely(brief: Brief) -> bool:
    return brief.known.schedule.get(Schedule()).self_paced is True


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    if brief.known.hours.known:
        value = notes.fact(brief.known.hours, words.hours)
        yield Value(f"Meant to take {value.text}", refs=value.refs, seen=value.seen)
    if brief.known.duration.known:
        value = notes.fact(brief.known.duration, str)
        yield Value(f"{words.upper_first(value.text)} at the provider's pace", refs=value.refs, seen=value.seen)


RULE = QuestionRule(lambda _: "It is self-paced. How long did it take you?", _likely, _facts)
