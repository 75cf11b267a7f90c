"""The interview at the terminal, with the person's lines given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.cli import asking
from credlens.cli.asking import Answers, ask
from credlens.io.home import open_home


@pytest.fixture
def talk(tmp_path: Path) -> Callable[..., tuple[Answers, str]]:
    """``talk("Fog", "", ...)``: the answers, and everything that was shown; Enter once the lines are used up."""

    def talked(*lines: str) -> tuple[Answers, str]:
        typed: Iterator[str] = iter(lines)
        shown: list[str] = []
        return ask(open_home(tmp_path / "home"), lambda: next(typed, ""), shown.append), "\n".join(shown)

    return talked


def test_numbers_choose_and_enter_means_not_known(talk: Callable[..., tuple[Answers, str]]) -> None:
    lines = ("Fog Signals", "none", "Harbour School", "1", "3", "", "SQL, fog", "1", "", "40", "2, 4", "3")
    answers, shown = talk(*lines)
    known = {name: answer for name, answer in answers.items() if answer is not None}
    assert known == {
        "title": "Fog Signals",
        "address": "none",
        "provider": "Harbour School",
        "provider_kind": "university",
        "kind": "certificate",
        "skills": "SQL, fog",
        "price": "free",
        "hours": "40",
        "assessment": "quiz, project",
        "grader": "tutor",
    }
    assert answers["level"] is None
    assert "Question 8 of 15, more of it: Who decides whether it is good enough?" in shown
    assert "badge_version" not in answers, "what an answer does not open is not asked"


def test_a_question_mark_says_why_and_asks_again(talk: Callable[..., tuple[Answers, str]]) -> None:
    answers, shown = talk("?", "Fog Signals")
    assert "Why: so that job ads can be searched for it." in shown
    assert shown.count("Question 1 of 15: What is it called?") == 2
    assert answers["title"] == "Fog Signals"


def test_an_arrow_goes_back_one_question_and_its_answer_is_forgotten(talk: Callable[..., tuple[Answers, str]]) -> None:
    answers, shown = talk("<", "Fog", "", "Harbour School", "<", "<", "", "Pier School", "2")
    assert "This is the first question." in shown
    assert (answers["title"], answers["provider"], answers["provider_kind"]) == ("Fog", "Pier School", "platform")


def test_what_makes_no_sense_is_said_and_asked_again(talk: Callable[..., tuple[Answers, str]]) -> None:
    answers, shown = talk("", "Fog", "", "", "9", "2")
    assert "This has to be answered." in shown
    assert "'9' is none of the answers. Type a number from 1 to 7." in shown
    assert answers["kind"] == "completion"


def test_lines_fit_a_narrow_terminal(talk: Callable[..., tuple[Answers, str]]) -> None:
    shown = talk("Fog", "", "Harbour", "1", "1", "1", "SQL", "4", "4 EUR", "", "4", "4", "1", "2", "3")[1]
    assert max(map(len, shown.splitlines())) <= 80


def test_without_a_terminal_it_says_what_else_to_do(cli: Cli) -> None:
    outcome = cli("evaluate", "--interview", "--json")
    assert outcome.code == 2
    assert "--answers FILE" in outcome.json["error"]["what_to_do"]


def test_at_a_terminal_stdout_holds_data_only(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["Fog Signals Ashore"])
    monkeypatch.setattr(asking.sys.stdin, "isatty", lambda: True, raising=False)  # type: ignore[attr-defined]
    monkeypatch.setattr(asking, "_read", lambda: next(typed, ""))
    outcome = cli("evaluate", "--interview", "--json")
    assert outcome.code == 0
    assert outcome.json["own"][0]["facts"] == []
    assert outcome.json["own"][0]["title"] == "Fog Signals Ashore"
    assert "Question 14 of 15" in outcome.err
