"""What was hard: nobody but the person knows."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.brief import Brief
from credlens.present.briefs.questions.base import QuestionRule, held
from credlens.present.notes import Notes, Value


def _facts(_brief: Brief, _notes: Notes) -> Iterable[Value]:
    return ()


RULE = QuestionRule(lambda _: "What was hardest?", held, _facts)
