"""What every command shares: the progress bar, problems on stderr, plain text off a terminal."""

from __future__ import annotations

import io
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.cli.common import Bar, tell
from credlens.cli.failure import MOST_SHOWN
from credlens.cli.show.page import cell, console, table
from credlens.model.errors import Problem


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_bar_tells_what_is_done_of_how_many_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr("sys.stderr", stderr)
    bar = Bar()
    for done in range(101):
        bar("ads", done, 100)
    frames = stderr.getvalue().split("\r")
    assert frames[51] == "#" * 15 + "." * 15 + " 50 of 100 ads"
    assert frames[-1] == "\x1b[K"


def test_the_bar_goes_on_where_few_steps_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr("sys.stderr", stderr)
    bar = Bar()
    for done in (7, 8, 311, 312, 999, 1000):
        bar("KiB", done, 1000)
    drawn = [frame.split(" ", 1)[1] for frame in stderr.getvalue().split("\r")[1:-1]]
    assert drawn == ["7 of 1000 KiB", "311 of 1000 KiB", "999 of 1000 KiB"], "once for each of a hundred parts"


@pytest.mark.parametrize(("stream", "total"), [(io.StringIO, 100), (Terminal, 10)])
def test_no_bar_off_a_terminal_and_none_for_few(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], total: int
) -> None:
    stderr = stream()
    monkeypatch.setattr("sys.stderr", stderr)
    Bar()("ads", 3, total)
    assert stderr.getvalue() == ""


def test_problems_are_named_and_the_list_has_an_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell([]) == 0
    assert tell([Problem(f"f:{i}", "broken") for i in range(MOST_SHOWN + 5)]) == 3
    err = capsys.readouterr().err
    assert "  f:0: broken\n" in err
    assert "... and 5 more" in err
    assert f"f:{MOST_SHOWN}:" not in err


def test_off_a_terminal_the_text_is_plain(cli: Cli) -> None:
    outcome = cli("catalog", "search", "khan")
    assert "khan-statistics-probability" in outcome.out
    assert "\x1b" not in outcome.out


def test_data_is_never_read_as_markup(cli: Cli, tmp_path: Cli) -> None:
    entry = tmp_path / "course.yaml"
    entry.write_text('id: my-course\ntitle: "A [red]loud[/red] zebra"\nsources: {}\n')
    assert cli("catalog", "import", "yaml", entry).code == 0
    assert "A [red]loud[/red] zebra" in cli("catalog", "search", "zebra").out


def test_demo_whose_report_cannot_be_opened_still_answers(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.launch", lambda _uri: 1)
    outcome = cli("demo", "--person", "nurse", "--open", "--json")
    assert outcome.code == 0
    assert outcome.json["report"] in outcome.err


def test_news_is_for_somebody_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from credlens.cli.common import say

    say("Found: a plan.")
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    say("Found: a plan.")
    assert capsys.readouterr() == ("", "Found: a plan.\n")


@pytest.mark.parametrize(("said", "width"), [("", 80), ("60", 60), ("many", 80)])
def test_off_a_terminal_the_width_is_what_columns_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, said: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    page = console()
    rows = table(("name", "left"), ("words", "left"))
    rows.add_row(cell("a"), cell("word " * 40))
    rows.add_row(cell("b"), cell("short"))
    page.print(rows)
    lines = capsys.readouterr().out.splitlines()
    assert page.width == width
    assert width - 7 <= max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
