"""What came of verifying a badge, in words that never call verified what stands beside a name that looks like somebody else's."""

from __future__ import annotations

from credlens.model.brief import BriefBadge
from credlens.model.verdict_words import HEADLINES
from credlens.model.verification import Verdict
from credlens.present import words
from credlens.present.briefs import cite
from credlens.present.notes import Notes, Value

ODD = "The signature fits, but who made it is in doubt"
LONGEST = 220  # letters of the reason
_MEANING = {Verdict.VERIFIED: "good", Verdict.AUTHENTIC_BUT_EXPIRED: "caution", Verdict.COULD_NOT_CHECK: "caution"}


def headline(badge: BriefBadge) -> str:
    """The answer in a few words."""
    return ODD if badge.odd_name and badge.verdict in _MEANING else HEADLINES[badge.verdict]


def meaning(badge: BriefBadge) -> str:
    """The answer as a sign: good, caution or stop."""
    return "caution" if badge.odd_name and badge.verdict in _MEANING else _MEANING.get(badge.verdict, "stop")


def said(badge: BriefBadge, notes: Notes, hint: str = "") -> Value:
    """The answer with its day and its reason."""
    because = badge.odd_name or badge.report.because
    text = f"{headline(badge)} (checked on {words.day(badge.verified)}): {cite.short(because, LONGEST)}"
    return notes.value(text, (cite.of_report(badge),), hint)
