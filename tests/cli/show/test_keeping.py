"""What is said in the terminal of an import that was lowered, and of a home with other things in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.keeping.erasing import Erased
from credlens.app.keeping.exporting import Exported
from credlens.app.keeping.importing import Imported
from credlens.app.keeping.ports import Held
from credlens.app.keeping.trusting import Lowered
from credlens.cli.show.keeping import show_erased, show_exported, show_imported
from credlens.model.verification import Verdict

Captured = pytest.CaptureFixture[str]


def words(captured: Captured) -> str:
    return " ".join(captured.readouterr().out.split())


def test_what_a_file_said_and_what_counts(capsys: Captured) -> None:
    lowered = Lowered("badge", "0a", "VERIFIED", Verdict.INVALID, "It was \u202echanged.")
    other = Lowered("badge", "0c", "VERIFIED", Verdict.VERIFIED, "The club issued it.")
    unread = Lowered("review", "0b", "", Verdict.COULD_NOT_CHECK, "No key.")
    show_imported(
        Imported(Path("x.zip"), "2026-11-23", "1", {"badge": 1, "new": 2}, (lowered, other, unread), 0, replaced=True)
    )
    told = words(capsys)
    assert "Everything in the export of 2026-11-23 is back. It took the place of what was here." in told
    assert "badge 0a: Not valid (the file said: Verified). It was \ufffdchanged." in told
    assert "badge 0c: Verified. The club issued it. The file named other things." in told
    assert "review 0b: Could not be checked. No key." in told
    assert "\u202e" not in told


def test_keys_in_a_file_are_warned_of(capsys: Captured) -> None:
    show_exported(Exported(Path("x.zip"), 1234, 1, {"keys": 1}, keys=True, left_out=("reports",)))
    told = words(capsys)
    assert "(1 file, 1,234 bytes)" in told
    assert "whoever has it can sign in your name." in told


def test_what_stays_and_what_is_left_alone(capsys: Captured) -> None:
    held, public = Held("plans", "plan", 2), Held("published taxonomies", "taxonomies/", 1)
    show_erased(Erased("me", "home", (held,), (public,), ("letter.txt",), done=True))
    told = words(capsys)
    assert "Gone from home:" in told
    assert "What is not yours stays:" in told
    assert "leaves them alone: - letter.txt" in told
    assert "Nothing is gone yet" not in told

    show_erased(Erased("Ada Invented", "home", (held,), (), (), done=False))
    assert 'To do it: credlens erase "Ada Invented" --yes' in words(capsys)
    show_erased(Erased("me", "home", (), (), (), done=False))
    assert "Nothing of yours is kept in home." in words(capsys)
