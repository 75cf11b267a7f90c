"""Verdicts and outcomes in words and marks, so that every face says them alike."""

from __future__ import annotations

from credlens.model.verification import Outcome, Verdict

HEADLINES = {
    Verdict.VERIFIED: "Verified",
    Verdict.AUTHENTIC_BUT_EXPIRED: "Authentic, but expired",
    Verdict.COULD_NOT_CHECK: "Could not be checked",
    Verdict.SUSPENDED: "Suspended by its issuer",
    Verdict.REVOKED: "Revoked by its issuer",
    Verdict.ISSUER_NOT_BOUND: "Nothing shows that the issuer made it",
    Verdict.INVALID: "Not valid",
}

MARKS = {
    Outcome.PASSED: "✓",
    Outcome.FAILED: "✗",
    Outcome.WARNING: "!",
    Outcome.NOT_CHECKED: "?",
    Outcome.NOT_APPLICABLE: "-",
}

OUTCOMES = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "failed",
    Outcome.WARNING: "warning",
    Outcome.NOT_CHECKED: "not checked",
    Outcome.NOT_APPLICABLE: "does not apply",
}
