"""It takes a day, or only clicking through."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present import words
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    flag = brief.fires("low_effort")
    if flag:
        yield notes.value(words.full_stop(flag.because), [e.source for e in flag.evidence])


RULE = QuestionRule(
    lambda _: "What does it show, when it takes so little?", lambda brief: brief.fires("low_effort") is not None, _facts
)
