"""The same application has the same name, however it is written."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

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


def test_the_name_is_that_of_another_program_that_keeps_to_the_rule() -> None:
    # printf 'acme\ndata analyst\n2026-03-02' | sha256sum
    assert application_id("ACME", "Data  Analyst", date(2026, 3, 2)) == "540d9c69"


@given(st.text(max_size=20), st.text(max_size=20))
def test_blanks_around_make_no_other_application(employer: str, title: str) -> None:
    assert application_id(employer, title, MAY) == application_id(f" {employer}\t", f"\n{title}  ", MAY)
