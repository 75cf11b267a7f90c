"""The plan commands: a problem in a file, plans checked against it, and what the options say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.app import plan as use_case
from credlens.app.loop import Wishes
from credlens.cli.commands import plan as command
from credlens.model.plan import Limits

PROBLEM: dict[str, Any] = {
    "format": "credlens-problem/1",
    "limits": {"budget": 100, "hours_per_week": 7, "start": "2026-01-01", "deadline": "2026-12-31"},
    "targets": [{"skill": "sql", "label": "SQL", "weight": 1}],
    "credentials": [{"id": "a", "title": "Course A", "hours": 10, "proves": {"sql": 0.6}, "options": [{"charges": [{"pattern": "one_off", "amount": 80}]}]}],
}  # fmt: skip


@pytest.fixture
def problem(tmp_path: Path) -> Path:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(PROBLEM), "utf-8")
    return path


def test_a_problem_is_planned_and_the_plan_checked(cli: Cli, problem: Path, tmp_path: Path) -> None:
    made = cli("plan", "--problem", problem, "--json")
    assert made.code == 0
    assert [(s["title"], s["start"], s["finish"]) for s in made.json["plans"][0]["steps"]] == [
        ("Course A", "2026-01-01", "2026-01-10")
    ]
    plan = tmp_path / "plan.json"
    plan.write_text(made.out, "utf-8")
    good = cli("plan", "check", "--problem", problem, "--plan", plan)
    assert (good.code, "Accepted" in good.out) == (0, True)
    plan.write_text(made.out.replace('"finish": "2026-01-10"', '"finish": "2026-01-09"'), "utf-8")
    bad = cli("plan", "check", "--problem", problem, "--plan", plan)
    assert (bad.code, "Rejected" in bad.out) == (1, True)
    said = cli("plan", "check", "--problem", problem, "--plan", plan, "--json")
    assert (said.code, said.json["accepted"]) == (1, False)
    assert said.json["plans"][0]["violations"]


def test_a_problem_on_the_screen(cli: Cli, problem: Path) -> None:
    outcome = cli("plan", "--problem", problem, "--alternatives", "1")
    assert outcome.code == 0
    assert "Course A" in outcome.out
    assert "USD 80" in outcome.out


def test_a_problem_without_a_plan(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "poor.json"
    path.write_text(json.dumps({**PROBLEM, "limits": {**PROBLEM["limits"], "budget": 79}}), "utf-8")
    outcome = cli("plan", "--problem", path, "--json")
    assert (outcome.code, outcome.json["plans"]) == (1, [])
    assert "79" in " ".join(outcome.json["because"])


def test_mistakes_in_a_problem(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({**PROBLEM, "budget": 5, "fixed": ["b"]}), "utf-8")
    outcome = cli("plan", "--problem", path, "--json")
    assert outcome.code == 3
    assert [p["where"] for p in outcome.json["error"]["problems"]] == [f"{path}: budget", f"{path}: fixed"]


@pytest.mark.parametrize("words", [("schema",), ("schema", "--json")])
def test_the_schema_is_json_either_way(cli: Cli, words: tuple[str, ...]) -> None:
    outcome = cli("plan", *words)
    assert outcome.code == 0
    assert outcome.json["title"] == "credlens-problem/1"


def test_the_options_say_limits_and_wishes(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    heard: list[tuple[Limits, Wishes]] = []

    def listen(_ports: object, limits: Limits, wishes: Wishes) -> Any:
        heard.append((limits, wishes))
        return use_case.PlanResult.__new__(use_case.PlanResult)

    monkeypatch.setattr(command, "make_plan", listen)
    monkeypatch.setattr(command, "give", lambda *_: None)
    monkeypatch.setattr(use_case.PlanResult, "loop", type("Empty", (), {"plans": ()}), raising=False)
    words = (
        "--budget 1,000 --budget-per-month 49.50 --hours 0 --deadline 2026-01-01 --off 2027-02-14 --off 2026-12-20..2027-01-03 "
        "--language EN --language de --keep-until 2030-01-01 --max 3 --include a --exclude a --effort 2.5 --preset survey"
    )
    assert cli("plan", *words.split(), "--save-problem", tmp_path / "p.json").code == 1
    ((limits, wishes),) = heard
    assert (str(limits.budget), str(limits.budget_per_month)) == ("USD 1,000", "USD 49.50")
    assert (limits.hours_per_week, str(limits.deadline), str(limits.keep_until)) == (0, "2026-01-01", "2030-01-01")
    assert [(str(a), str(b)) for a, b in limits.off] == [("2026-12-20", "2027-01-03"), ("2027-02-14", "2027-02-14")]
    assert (limits.languages, limits.max_credentials) == (("en", "de"), 3)
    assert (wishes.fixed, wishes.exclude, wishes.effort) == (("a",), ("a",), 2.5)
    assert wishes.weighting is not None
    assert wishes.save_problem == tmp_path / "p.json"


def test_a_problem_is_written_down_and_solved_again(cli: Cli, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text("Data analyst\n\nRequirements:\nYou must know SQL, and write clear reports every week.\n")
    assert cli("gap", "--ads", ad).code == 0
    saved, plan = tmp_path / "saved.json", tmp_path / "plan.json"
    made = cli(
        "plan", "--budget", "0", "--hours", "10", "--max", "1", "--alternatives", "1", "--save-problem", saved, "--json"
    )
    assert made.code == 0
    plan.write_text(made.out, "utf-8")
    again = cli("plan", "--problem", saved, "--alternatives", "1", "--json")
    first, second = made.json["plans"][0], again.json["plans"][0]
    assert [(s["credential"], s["title"], s["finish"], s["cost"], s["skills"]) for s in first["steps"]] == [
        (s["credential"], s["title"], s["finish"], s["cost"], s["skills"]) for s in second["steps"]
    ]
    assert cli("plan", "check", "--problem", saved, "--plan", plan).code == 0


def test_a_problem_cannot_be_written_where_there_is_no_folder(cli: Cli, tmp_path: Path) -> None:
    ad = tmp_path / "ad.txt"
    ad.write_text("Data analyst\n\nRequirements:\nYou must know SQL, and write clear reports every week.\n")
    cli("gap", "--ads", ad)
    outcome = cli("plan", "--budget", "0", "--hours", "1", "--save-problem", tmp_path / "none" / "p.json", "--json")
    assert (outcome.code, outcome.json["error"]["where"]) == (2, "--save-problem")
