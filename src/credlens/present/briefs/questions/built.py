"""What the person made with it."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import AssessmentType
from credlens.present.briefs import cite
from credlens.present.briefs.questions.base import QuestionRule, held
from credlens.present.briefs.sections.assessed import said
from credlens.present.notes import Notes, Value

_MADE = frozenset({AssessmentType.PROJECT, AssessmentType.PORTFOLIO, AssessmentType.ARTEFACT, AssessmentType.PRACTICAL})


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    for sample in brief.projects[:2]:
        yield notes.value(
            f"Your project: {cite.short(sample.title, 60)}", (cite.of_sample(sample),), cite.short(sample.summary)
        )
    for part in brief.known.assessment:
        if part.type in _MADE:
            yield notes.value(f"Its assessment asks for work of your own: {said(part)}", part.sources)


RULE = QuestionRule(lambda _: "What did you build?", held, _facts)
