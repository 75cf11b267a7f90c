"""The pages say what was logged, what waits and why, and nothing that strangers wrote can steer the screen."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.app.learning.reviewing import Review
from credlens.app.learning.taking_in import TakenIn
from credlens.cli.show import taken_in
from credlens.cli.show.taken_in import show_review, show_taken_in
from credlens.model.application import Application, Proposal, Step, StepKind
from credlens.model.errors import Problem
from credlens.outcomes.trackers.reading import NotSent

DAY = date(2026, 3, 2)
EVIL = "Ac\u202eme\x1b[31m"
LOGGED = Application(
    "aaaa1111", DAY, EVIL, "Analyst", steps=(Step(StepKind.INTERVIEW, DAY), Step(StepKind.OFFER, None))
)
WAITS = Proposal(
    "bbbb2222", "jobs.csv:3", f"a row of {EVIL}", "It does not say when.", steps=(Step(StepKind.REPLY, None),)
)


def brought(*logged: Application, review: tuple[Proposal, ...] = (), more: bool = False) -> TakenIn:
    noted = (NotSent("jobs.csv:4", EVIL),) if more else ()
    problems = (Problem(f"{EVIL}:5", "The row has no end.", "Close the quote."),) if more else ()
    return TakenIn(
        "a spreadsheet", logged, 7, review, noted, {"rows": 1234, "said_twice": 0}, (EVIL,) if more else (), problems
    )


def harmless_page(capsys: pytest.CaptureFixture[str]) -> str:
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    return " ".join(out.split())


def test_everything_that_a_file_brought_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    show_taken_in(brought(LOGGED, review=(WAITS,), more=True))
    page = harmless_page(capsys)
    for words in (
        "Read as a spreadsheet: 1 application logged or completed, 7 known already.",
        "rows: 1,234.",
        "interview 2026-03-02, offer (day not known)",
        "1 job that you noted and did not apply for",
        "1 entry to look at",
        "It does not say when.",
        "credlens log review",
        "Columns that were not read",
        "The row has no end. Close the quote.",
    ):
        assert words in page


def test_a_file_that_brought_nothing_has_no_empty_lists(capsys: pytest.CaptureFixture[str]) -> None:
    show_taken_in(brought())
    assert harmless_page(capsys) == (
        "Read as a spreadsheet: 0 applications logged or completed, 7 known already. rows: 1,234."
    )


def test_what_waits_is_shown_with_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    ready = Proposal("cccc3333", "box:1", "a mail", "It is a mail.")
    show_review(Review((WAITS, ready), {WAITS.id: "Say --applied DATE."}, (LOGGED,), ("dddd4444",), ("Done.",)))
    page = harmless_page(capsys)
    for words in (
        "Logged or completed: 1 application.",
        "Rejected: dddd4444.",
        "2 entries to look at",
        "Needed: Say --applied DATE.",
        "1 can be accepted as they are",
        "Done.",
    ):
        assert words in page


def test_no_list_is_longer_than_a_page_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taken_in, "MOST", 2)
    show_review(Review((WAITS,) * 3, {WAITS.id: "more"}, (), ("one", "two", "three")))
    page = harmless_page(capsys)
    assert "The first 2 of 3; all of them with --json." in page
    assert "Rejected: one, two and 1 more." in page


def test_an_answer_about_nothing_is_only_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    show_review(Review((), {}, words=("Nothing waits to be looked at.",)))
    assert harmless_page(capsys) == "Nothing waits to be looked at."
    show_review(Review((WAITS,), {WAITS.id: "more"}))
    assert "can be accepted" not in harmless_page(capsys)
    show_taken_in(TakenIn("a mail", (), 1, (), (), {"mails": 0}, (), ()))
    assert harmless_page(capsys) == "Read as a mail: 0 applications logged or completed, 1 known already."
