"""What came of verifying: never "verified" beside a name that looks like somebody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from credlens.model.brief import Brief, BriefBadge
from credlens.model.verification import Check, Outcome, Verdict
from credlens.present.briefs import verdicts
from credlens.present.notes import Notes


@pytest.fixture
def badge(rich_brief: Brief) -> BriefBadge:
    assert rich_brief.badge is not None
    return rich_brief.badge


def with_verdict(badge: BriefBadge, verdict: Verdict) -> BriefBadge:
    return replace(badge, verdict=verdict)


def odd(badge: BriefBadge) -> BriefBadge:
    check = Check("issuer_name", Outcome.WARNING, "Whose name is it?", "It is called like a well-known one.")
    return replace(badge, report=replace(badge.report, checks=(check,)))


@pytest.mark.parametrize(
    ("verdict", "sign", "words"),
    [
        (Verdict.VERIFIED, "good", "Verified"),
        (Verdict.AUTHENTIC_BUT_EXPIRED, "caution", "Authentic, but expired"),
        (Verdict.COULD_NOT_CHECK, "caution", "Could not be checked"),
        (Verdict.REVOKED, "stop", "Revoked by its issuer"),
    ],
)
def test_a_verdict_has_its_words_and_its_sign(badge: BriefBadge, verdict: Verdict, sign: str, words: str) -> None:
    found = with_verdict(badge, verdict)
    assert (verdicts.meaning(found), verdicts.headline(found)) == (sign, words)


def test_under_an_odd_name_nothing_is_called_verified(badge: BriefBadge) -> None:
    found = odd(badge)
    assert verdicts.meaning(found) == "caution"
    text = verdicts.said(found, Notes(badge.verified)).text
    assert "erified" not in text
    assert "It is called like a well-known one." in text
    assert not found.holds
    assert badge.holds


def test_what_was_revoked_stays_revoked_under_an_odd_name(badge: BriefBadge) -> None:
    assert verdicts.headline(with_verdict(odd(badge), Verdict.REVOKED)) == "Revoked by its issuer"
