"""A beginner's credential beside what the person shows at an advanced level."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present import words
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value

FLAG = "beginner_for_expert"


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    flag = brief.fires(FLAG)
    if flag:
        yield notes.value(words.full_stop(flag.because), [e.source for e in flag.evidence])


RULE = QuestionRule(lambda _: "Is that not below your level?", lambda brief: brief.fires(FLAG) is not None, _facts)
