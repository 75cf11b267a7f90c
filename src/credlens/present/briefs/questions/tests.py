"""Nothing but quizzes, attempts without limit, or nobody knows what was tested."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.credential import Assessment, AssessmentType, Grader
from credlens.present import words
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.briefs.sections.assessed import said
from credlens.present.notes import Notes, Value

_EASY = frozenset(
    {
        AssessmentType.ATTENDANCE,
        AssessmentType.QUIZ,
        AssessmentType.SELF_ASSESSMENT,
        AssessmentType.GUIDED_SELF_ASSESSMENT,
        AssessmentType.PEER_ASSESSMENT,
        AssessmentType.PEER_REVIEW,
    }
)


def _easy(part: Assessment) -> bool:
    return part.type in _EASY or part.attempts == 0 or part.grader is Grader.PEER


def _likely(brief: Brief) -> bool:
    return not brief.known.assessment or any(map(_easy, brief.known.assessment))


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    for part in brief.known.assessment:
        rate = "the pass rate is not known" if part.pass_rate is None and _easy(part) else ""
        yield notes.value(words.upper_first(said(part)), part.sources, rate)
    badge = brief.badge
    if not brief.known.assessment:
        known = badge is not None and bool(badge.achievement.assessment or badge.achievement.criteria)
        found = (
            "Only what the badge says of its criteria is known" if known else "How it was assessed is not known here"
        )
        yield Value(f"{found}; say what you had to do", unknown=not known)


RULE = QuestionRule(lambda _: "Could one click through it? What was tested?", _likely, _facts)
