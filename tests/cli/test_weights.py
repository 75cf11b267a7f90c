"""``credlens weights``, and the options that name weights for one run."""

from __future__ import annotations

import ast
import io
import json
import re
from pathlib import Path
from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

import credlens


def shares(outcome: Cli) -> dict[str, float]:
    return {w["id"]: w["weight"] for w in outcome.json["weights"]}


def test_use_show_and_reset(cli: Cli) -> None:
    assert "What counts: default weights." in cli("weights", "show").out
    used = cli("weights", "use", "hiring")
    assert used.code == 0
    assert "What counts: preset hiring." in used.out
    shown = cli("weights", "show", "--json")
    assert shown.json["kept"] is True
    assert shares(shown)["gap_coverage"] == pytest.approx(11 / 18, abs=1e-6)
    assert cli("weights", "reset", "--json").json["kept"] is False


def test_bars_and_intervals_stand_in_the_table(cli: Cli) -> None:
    row = next(line for line in cli("weights", "show").out.splitlines() if line.startswith("gap coverage"))
    assert "█" * 24 in row
    assert row.split()[-3] == row.split()[-1] == "38%"


def test_presets_are_listed_with_their_references(cli: Cli) -> None:
    out = cli("weights", "presets").out
    for name in ("experts", "survey", "equal", "hiring"):
        assert f"\n{name} " in out
    assert "SHRM 2022" in out
    assert "https://www.higheredtoday.org/" in out


def test_a_file_is_used_and_its_problems_are_listed(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("order:\n  - cost > time\n  - time > gap coverage\n", "utf-8")
    assert shares(cli("weights", "use", path, "--json"))["cost"] == pytest.approx(11 / 18, abs=1e-6)
    path.write_text("order: [cost > tyme, durability]\n", "utf-8")
    outcome = cli("weights", "use", path)
    assert outcome.code == 3
    assert "mine.yaml: order[0]" in outcome.err
    assert "Did you mean time?" in outcome.err
    assert "mine.yaml: order[1]" in outcome.err
    assert cli("weights", "use", "survay").code == 2


def test_the_interview_asks_until_it_is_told_to_stop(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("maybe\na\nq\nb\na\n"))
    outcome = cli("weights", "ask", "--json")
    assert outcome.code == 0
    said = outcome.json["weighting"]
    assert said["above"][0] == ["assessment_rigour", "recognition"]
    assert len(said["above"]) == 3
    assert "Which matters more to you?" in outcome.err
    assert "at most 8" in outcome.err


def test_stopping_at_once_changes_nothing(cli: Cli, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert cli("weights", "ask", "--group", "quality", "--json").json["kept"] is False
    assert not home.exists()


def test_a_ranking_is_asked_again_until_it_makes_sense(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n9\n3, 1 = 2\n"))
    outcome = cli("weights", "ask", "--ranking", "--json")
    assert "There is no number 9." in outcome.err
    said = outcome.json["weighting"]
    assert (said["above"], said["alike"]) == ([["gap_coverage", "cost"]], [["cost", "time"]])


def test_answers_come_from_a_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(
        '[{"one": "cost", "other": "time", "says": "more"}, {"one": "recognition", "other": "durability", "says": "equal"}]',
        "utf-8",
    )
    said = cli("weights", "ask", "--answers", path, "--group", "quality", "--json").json["weighting"]
    assert (said["above"], said["alike"]) == ([], [["recognition", "durability"]])
    said = cli("weights", "ask", "--answers", path, "--json").json["weighting"]
    assert (said["above"], said["alike"]) == ([["cost", "time"]], [["recognition", "durability"]])
    path.write_text('{"suitability": "time, cost"}', "utf-8")
    said = cli("weights", "ask", "--ranking", "--answers", path, "--json").json["weighting"]
    assert said["above"] == [["time", "cost"], ["cost", "gap_coverage"]]
    assert said["alike"] == [["recognition", "durability"]]


def test_a_bad_file_of_answers_is_unreadable_input_and_changes_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('[{"one": "cost", "other": "tyme", "says": "more"}, 3]', "utf-8")
    outcome = cli("weights", "ask", "--answers", path)
    assert outcome.code == 3
    assert outcome.err.splitlines()[0] == "Error: 2 problems:"
    assert [outcome.err.count(f"answers.json: [{at}]") for at in range(2)] == [1, 1]
    path.write_text('{"quality": "recognition", "suitability": "tyme"}', "utf-8")
    outcome = cli("weights", "ask", "--ranking", "--answers", path, "--json")
    assert outcome.code == 3
    assert outcome.json["error"]["kind"] == "input"
    assert [p["where"] for p in outcome.json["error"]["problems"]] == [f"{path}: suitability"]
    assert cli("weights", "show", "--json").json["kept"] is False


def test_points_that_leave_criteria_out_are_told_so(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    path.write_text('{"recognition": 2, "durability": 1}', "utf-8")
    note = "7 criteria of quality count 0, since points were given to 2 only."
    assert note in cli("weights", "use", path).out
    assert note in cli("weights", "show").out
    assert note in cli("evaluate", "isc2-cissp").out
    assert note not in cli("evaluate", "isc2-cissp", "--preset", "equal").out


SHOWN = ("evaluate/weights/file_form", "evaluate/weights/words", "evaluate/weights/answer_form", "cli/commands/weights")


def examples() -> list[Any]:
    """Every example of the help and of the advice in errors: JSON, or an order in words."""
    found: list[Any] = []
    for name in SHOWN:
        tree = ast.parse((Path(credlens.__file__).parent / f"{name}.py").read_text("utf-8"))
        texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        for text in texts:
            if not text.startswith(("Write ", "Be asked ")):
                continue
            at, words = 0, " ".join(text.split())
            found += re.findall(r"like (\w+ > \w+)\.", words)
            while start := re.search(r"[{[]", words[at:]):
                value, end = json.JSONDecoder().raw_decode(words[at + start.start() :])
                found.append(value)
                at += start.start() + end
    return found


def test_every_example_in_help_and_errors_can_be_used(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "example.json"
    shown = examples()
    assert len(shown) >= 10
    for example in shown:
        value: Any = [example] if isinstance(example, dict) and "one" in example else example
        if isinstance(value, str) or (isinstance(value, list) and isinstance(value[0], str)):
            value = {"order": value}
        path.write_text(json.dumps(value), "utf-8")
        ask = ("ask", "--answers") if isinstance(value, list) else ("ask", "--ranking", "--answers")
        outcome = cli("weights", *(ask if isinstance(value, list) or "quality" in value else ("use",)), path)
        assert (outcome.code, outcome.err) == (0, ""), example
        assert "What counts: " in outcome.out


def test_options_name_weights_for_one_run(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    path.write_text('{"durability": 3}', "utf-8")
    once = cli("evaluate", "isc2-cissp", "--weights", path, "--json").json
    assert once["weighting"]["origin"] == "your points"
    once = cli("compare", "isc2-cissp", "cisco-ccna", "--preset", "equal", "--json").json
    assert once["weighting"]["origin"] == "preset equal"
    both = cli("evaluate", "isc2-cissp", "--preset", "equal", "--weights", path)
    assert both.code == 2
    assert "not from both" in both.err
    assert cli("evaluate", "isc2-cissp", "--preset", "equall").code == 2
    assert cli("weights", "show", "--json").json["kept"] is False
