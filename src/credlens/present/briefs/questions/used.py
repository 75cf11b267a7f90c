"""Where the person has used what it teaches."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.present.briefs import cite
from credlens.present.briefs.questions.base import QuestionRule, held
from credlens.present.notes import Notes, Value

MOST = 2


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    for found in brief.used()[:MOST]:
        yield cite.evidence(notes, found, brief.skills.get(found.skill, ""))


RULE = QuestionRule(lambda _: "Where have you used what it teaches?", held, _facts)
