"""A verified badge in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from credlens.app.verifying.verify import VerifiedBadge, VerifyResult
from credlens.cli.show.verify import GROUPS, show_result
from credlens.model.verification import Check, Mode, Outcome, Report, Verdict
from credlens.verify.checks import CHECKS


def test_every_check_has_a_short_name() -> None:
    named = [name for _, names in GROUPS for name in names]
    assert sorted(named) == sorted(CHECKS)


def test_what_needs_attention_is_numbered_and_the_rest_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    checks = (
        Check("json", Outcome.PASSED, "Is its text sound?", "All of it."),
        Check("binding", Outcome.FAILED, "Does the key belong to the issuer?", "It does not.", "", "", "Ask."),
        Check("new", Outcome.PASSED, "Is it new?"),
        Check("refresh", Outcome.NOT_APPLICABLE, "Is it the newest?"),
    )
    report = Report(
        Verdict.ISSUER_NOT_BOUND, "Nothing ties it.", Mode.STRICT, datetime(2026, 1, 1, tzinfo=UTC), checks=checks
    )
    show_result(VerifyResult((VerifiedBadge("b.json", report),)))
    out = " ".join(capsys.readouterr().out.split())
    assert "1 ✗ Does the key belong to the issuer? It does not. Next: Ask." in out
    assert "✓ What came in: its text" in out
    assert "✓ Besides: Is it new?" in out
    assert "All of it." not in out
    assert "newest" not in out
