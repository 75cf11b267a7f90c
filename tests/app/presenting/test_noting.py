"""The person's own words: kept by question, all of them or none, and given back."""

from __future__ import annotations

import pytest

from credlens.app.ports import Ports
from credlens.app.presenting.noting import LONGEST, note, note_all
from credlens.model.errors import UserError

ID = "google-data-analytics"


def test_a_note_is_kept_without_blanks_and_taken_back(ports: Ports) -> None:
    assert note(ports, ID, "built", "  A report.\n").to_json() == {"about": ID, "notes": {"built": "A report."}}
    assert note(ports, "Google Data Analytics Professional Certificate", "why", "For work.").notes == {
        "built": "A report.",
        "why": "For work.",
    }
    assert note(ports, ID, "built", None).notes == {"why": "For work."}


def test_of_several_notes_none_is_kept_when_one_cannot_be(ports: Ports) -> None:
    with pytest.raises(UserError, match="'colour'") as wrong:
        note_all(ports, ID, {"built": "A report.", "colour": "blue"})
    assert "built" in (wrong.value.what_to_do or "")
    assert not ports.has_state() or ports.showcase().notes() == ()


@pytest.mark.parametrize(("text", "says"), [(" ", "no words"), ("x" * (LONGEST + 1), "room for 1,000")])
def test_empty_and_endless_words_are_refused(ports: Ports, text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        note(ports, ID, "built", text)


def test_words_about_what_nobody_knows_are_refused(ports: Ports) -> None:
    with pytest.raises(UserError, match="no credential"):
        note(ports, "qqqqqq", "built", "A report.")
