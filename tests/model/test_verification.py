"""What a report says of the badge as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from credlens.model.verification import Check, Mode, Outcome, Report, Verdict

PLAIN = Report(Verdict.VERIFIED, "It holds.", Mode.STRICT, datetime(2026, 11, 22, tzinfo=UTC))
ODD = replace(PLAIN, checks=(Check("issuer_name", Outcome.WARNING, "Is it who it says?", "It looks like Google."),))


def test_an_odd_name_of_an_issuer_is_told_also_of_a_badge_inside() -> None:
    assert PLAIN.odd_name == ""
    assert ODD.odd_name == "It looks like Google."
    assert replace(PLAIN, parts=(PLAIN, ODD)).odd_name == "It looks like Google."
    assert replace(PLAIN, checks=(Check("issuer_name", Outcome.PASSED, "Is it?", "It is."),)).odd_name == ""


def test_who_endorses_a_badge_speaks_for_themselves() -> None:
    assert replace(PLAIN, endorsements=(ODD,)).odd_name == ""
