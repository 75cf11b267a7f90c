"""A plan in a calendar file, and what a slower pace costs, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest
from icalendar import Calendar

# 100 hours at 10 a week are 70 days, three months to pay; at 5 a week 140 days, five months.
PROBLEM: dict[str, Any] = {
    "format": "credlens-problem/1",
    "limits": {"budget": 400, "hours_per_week": 10, "start": "2026-01-01", "deadline": "2026-12-31"},
    "targets": [{"skill": "sql", "label": "SQL", "weight": 1}],
    "credentials": [{"id": "a", "title": "Course A", "hours": 100, "proves": {"sql": 0.6}, "options": [{"charges": [{"pattern": "per_month", "amount": 49}]}]}],
}  # fmt: skip


@pytest.fixture
def problem(tmp_path: Path) -> Path:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(PROBLEM), "utf-8")
    return path


def test_the_first_plan_as_a_calendar(cli: Cli, problem: Path, tmp_path: Path) -> None:
    outcome = cli("plan", "--problem", problem, "--ics", tmp_path / "plan.ics")
    assert outcome.code == 0
    assert "The first plan as a calendar" in outcome.out
    found = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).events
    assert [(e.start.isoformat(), str(e["summary"])) for e in found if e.categories != ["payment"]] == [
        ("2026-01-01", "Study: Course A"),
        ("2026-01-01", "Subscribe: Course A"),
        ("2026-03-29", "Cancel by 31 Mar 2026: Course A"),
    ]


def test_json_stays_json_beside_a_calendar(cli: Cli, problem: Path, tmp_path: Path) -> None:
    outcome = cli("plan", "--problem", problem, "--ics", tmp_path / "plan.ics", "--json")
    (run,) = outcome.json["plans"][0]["schedule"]["subscriptions"]
    assert (run["subscribe"], run["cancel_by"], run["times"]) == ("2026-01-01", "2026-03-31", 3)
    assert (tmp_path / "plan.ics").exists()


def test_a_slower_pace_costs_more_months_and_says_so(cli: Cli, problem: Path) -> None:
    said = " ".join(cli("plan", "--problem", problem).out.split())
    assert (
        "At 5 h a week the same steps take until 20 May 2026 and cost USD 98 more: 2 more months of Course A." in said
    )


def test_a_folder_is_no_place_for_a_calendar(cli: Cli, problem: Path, tmp_path: Path) -> None:
    outcome = cli("plan", "--problem", problem, "--ics", tmp_path)
    assert outcome.code == 2
    assert "--ics" in outcome.err
