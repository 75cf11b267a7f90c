"""The badge did not hold when it was verified, or something is odd about it."""

from __future__ import annotations

from collections.abc import Iterator

from credlens.model.brief import Brief
from credlens.model.verification import Verdict
from credlens.present.briefs import cite, verdicts
from credlens.present.briefs.questions.base import QuestionRule
from credlens.present.notes import Notes, Value


def _likely(brief: Brief) -> bool:
    """What has only expired is another question."""
    badge = brief.badge
    lapsed = badge is not None and badge.verdict is Verdict.AUTHENTIC_BUT_EXPIRED and not badge.odd_name
    return badge is not None and not (lapsed or badge.holds)


def _facts(brief: Brief, notes: Notes) -> Iterator[Value]:
    badge = brief.badge
    if badge is None:
        return
    yield verdicts.said(badge, notes)
    if badge.report.next_step and not badge.odd_name:
        yield Value(f"Before the interview: {cite.short(badge.report.next_step, 200)}")


RULE = QuestionRule(lambda _: "I tried to verify your badge. Why did that not work?", _likely, _facts)
