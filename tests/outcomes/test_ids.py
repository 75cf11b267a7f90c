"""The same application has the same name, however it is written."""

from __future__ import annotations

from datetime import date

from credlens.outcomes.ids import application_id

MAY = date(2026, 5, 1)


def test_case_and_blanks_do_not_matter_and_everything_else_does() -> None:
    one = application_id("Acme  Ltd", "Analyst", MAY)
    assert one == application_id("ACME ltd ", "analyst", MAY)
    others = [
        application_id("Acme", "Analyst", MAY),
        application_id("Acme Ltd", "", MAY),
        application_id("Acme Ltd", "Analyst", date(2026, 5, 2)),
    ]
    assert len({one, *others}) == 4
    assert len(one) == 8
