"""``credlens brief``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from credlens.cli.failure import EXIT_OK, EXIT_USAGE
from credlens.present.briefs.questions import QUESTIONS

Cli = Callable[..., Any]


def test_a_brief_is_shown_noted_and_written(cli: Cli, tmp_path: Path) -> None:
    shown = cli("brief", "elements-of-ai", "--note", "built=A small quiz.")
    assert shown.code == EXIT_OK
    for words in ("You do not hold it.", "What it certifies", "Questions to expect", "Your words: A small quiz."):
        assert words in shown.out, words
    written = cli("brief", "elements-of-ai", "--forget-note", "built", "--out", tmp_path / "b.md", "--json")
    assert written.code == EXIT_OK
    assert written.json["notes"] == {}
    assert "A small quiz." not in Path(written.json["file"]).read_text(encoding="utf-8")


def test_a_note_without_a_question_is_a_mistake_of_usage(cli: Cli) -> None:
    wrong = cli("brief", "elements-of-ai", "--note", "A small quiz.")
    assert wrong.code == EXIT_USAGE
    assert "--note" in wrong.err
    unknown = cli("brief", "elements-of-ai", "--note", "colour=blue", "--json")
    assert unknown.code == EXIT_USAGE
    assert "built" in unknown.json["error"]["what_to_do"]


def test_help_names_every_question(cli: Cli) -> None:
    words = cli("brief", "--help", bare=True).out.replace(",", " ").replace(".", " ").split()
    assert set(QUESTIONS) <= set(words)
