"""Why this one: nobody but the person knows."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.model.brief import Brief
from credlens.present.briefs.questions.base import QuestionRule, always
from credlens.present.notes import Notes, Value


def _facts(_brief: Brief, _notes: Notes) -> Iterable[Value]:
    return ()


RULE = QuestionRule(lambda _: "Why this one, and not another?", always, _facts)
