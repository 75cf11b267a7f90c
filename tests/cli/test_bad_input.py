"""Bad input: a clear message with the place, the documented exit code, nothing half-written."""

from __future__ import annotations

from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

AD = "Data analyst. You must know SQL and Excel, and you write clear reports for the sales team every week."
RESUME = "Ann Example\n\nExperience\nAnalyst, Some Shop, 2020 - 2024: weekly reports in Excel.\n"


def files_under(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file()) if folder.exists() else []


def test_empty_folder(cli: Cli, home: Path, tmp_path: Path) -> None:
    (tmp_path / "ads").mkdir()
    outcome = cli("gap", "--ads", tmp_path / "ads", "--json")
    assert outcome.code == 3
    assert outcome.json["error"]["kind"] == "input"
    assert str(tmp_path / "ads") in outcome.json["error"]["where"]
    assert outcome.json["error"]["what_to_do"]
    assert files_under(home) == []


def test_csv_without_a_text_column(cli: Cli, home: Path, tmp_path: Path) -> None:
    table = tmp_path / "jobs.csv"
    table.write_text("Salary,Rating\n40000,3.5\n")
    outcome = cli("gap", "--ads", table)
    assert outcome.code == 3
    assert "jobs.csv" in outcome.err
    assert "Salary" in outcome.err
    assert "description" in outcome.err.casefold()
    assert files_under(home) == []


def test_resume_that_is_a_renamed_pdf(cli: Cli, home: Path, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    outcome = cli("profile", "import", resume)
    assert outcome.code == 3
    assert "resume.txt" in outcome.err
    assert "PDF" in outcome.err
    assert files_under(home) == []


def test_unreadable_resume_leaves_the_stored_one(cli: Cli, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(RESUME)
    bad.write_bytes(b"PK\x03\x04 zip")
    assert cli("profile", "import", good).code == 0
    before = cli("profile", "show", "--json").json
    assert cli("profile", "import", bad).code == 3
    assert cli("profile", "show", "--json").json == before


def test_broken_json_line_is_named_and_the_others_are_used(cli: Cli, tmp_path: Path) -> None:
    lines = tmp_path / "ads.jsonl"
    other = AD.replace("SQL", "Python")
    lines.write_text(
        f'{{"title": "A", "description": "{AD}"}}\n{{"title": "B", broken\n{{"title": "C", "description": "{other}"}}\n'
    )
    outcome = cli("gap", "--ads", lines, "--json")
    assert outcome.code == 3
    assert outcome.json["postings"] == 2
    assert [p["where"] for p in outcome.json["problems"]] == [f"{lines}:2"]
    assert f"{lines}:2" in outcome.err


def test_only_broken_lines_store_nothing(cli: Cli, home: Path, tmp_path: Path) -> None:
    lines = tmp_path / "ads.jsonl"
    lines.write_text("{broken\n")
    outcome = cli("gap", "--ads", lines, "--json")
    assert outcome.code == 3
    assert outcome.json["error"]["where"] == f"{lines}:1"
    assert files_under(home) == []


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("--budget", "-5", "--hours", "10"), "--budget"),
        (("--budget", "many", "--hours", "10"), "--budget"),
        (("--budget", "nan", "--hours", "10"), "--budget"),
        (("--budget", "100", "--hours", "inf"), "--hours"),
        (("--budget", "100", "--hours", "-1"), "--hours"),
        (("--budget", "100", "--hours", "nan"), "--hours"),
        (("--budget", "100", "--hours", "10", "--deadline", "2090-01-01"), "--deadline"),
        (("--budget", "100", "--hours", "10", "--budget-per-month", "-1"), "--budget-per-month"),
        (("--budget", "100", "--hours", "10", "--budget-per-month", "inf"), "--budget-per-month"),
        (("--budget", "100", "--hours", "10", "--off", "soon"), "--off"),
        (("--budget", "100", "--hours", "10", "--off", "2027-01-02..2027-01-01"), "--off"),
        (("--budget", "100", "--hours", "10", "--language", "Spanish"), "--language"),
        (("--budget", "100", "--hours", "10", "--keep-until", "2200-01-01"), "--keep-until"),
        (("--budget", "100", "--hours", "10", "--effort", "0"), "--effort"),
        (("--budget", "100", "--hours", "10", "--effort", "nan"), "--effort"),
        (("--budget", "100", "--hours", "10", "--preset", "x", "--weights", "y"), "--preset"),
        (("--budget", "100", "--problem", "p.json"), "--budget"),
        (("--max", "2", "--problem", "p.json"), "--max"),
        (("--budget", "100", "schema"), "--budget"),
        (("--budget", "100", "--hours", "10", "--currency", "dollars"), "--currency"),
        (("--budget", "100", "--hours", "10", "--max", "0"), "--max"),
    ],
)
def test_limits_that_make_no_sense(cli: Cli, home: Path, arguments: tuple[str, ...], where: str) -> None:
    outcome = cli("plan", *arguments, "--json")
    assert outcome.code == 2
    assert outcome.json["error"]["where"] == where
    assert outcome.json["error"]["what_to_do"]
    assert files_under(home) == []


def test_deadline_that_is_no_date(cli: Cli) -> None:
    outcome = cli("plan", "--budget", "5", "--hours", "5", "--deadline", "soon", "--json")
    assert outcome.code == 2
    assert "--deadline" in outcome.json["error"]["message"]


def test_catalog_entry_without_a_price(cli: Cli, home: Path, tmp_path: Path) -> None:
    entry = tmp_path / "course.yaml"
    entry.write_text(
        "id: course\ntitle: A course\nsources:\n  me: {method: recalled, date: 2026-11-22}\n"
        "costs:\n  - {pattern: one_off, currency: USD, from: me}\n"
    )
    for command in (("catalog", "check"), ("catalog", "import", "yaml")):
        outcome = cli(*command, entry)
        assert outcome.code == 3
        assert "course.yaml:6: costs[0].amount" in outcome.err
        assert "unknown: not_stated" in outcome.err
    assert "credlens.sqlite" not in files_under(home) or cli("catalog", "search", "course", "--json").json


def test_imported_record_can_be_found_and_importing_twice_changes_nothing(cli: Cli, tmp_path: Path) -> None:
    entry = tmp_path / "course.yaml"
    entry.write_text("id: my-course\ntitle: My zebra course\nsources: {}\n")
    assert cli("catalog", "import", "yaml", entry).code == 0
    assert cli("catalog", "import", "yaml", entry).code == 0
    found = cli("catalog", "search", "zebra", "--json")
    assert [c["id"] for c in found.json["credentials"]] == ["my-course"]


def test_no_ads_yet(cli: Cli) -> None:
    outcome = cli("gap", "--json")
    assert outcome.code == 2
    assert "--ads" in outcome.json["error"]["what_to_do"]


def test_missing_file(cli: Cli, tmp_path: Path) -> None:
    outcome = cli("gap", "--ads", tmp_path / "nowhere.csv", "--json")
    assert outcome.code == 3
    assert outcome.json["error"]["where"] == str(tmp_path / "nowhere.csv")


def test_home_that_is_a_file(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    outcome = cli("profile", "show", "--home", tmp_path / "file", bare=True)
    assert outcome.code == 2
    assert "is a file" in outcome.err


def test_a_state_that_is_no_database(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "credlens.sqlite").write_text("this is not a database, and it is long enough to be read as one" * 100)
    outcome = cli("profile", "show", "--json")
    assert outcome.code == 3
    assert outcome.json["error"]["kind"] == "outside"
    assert "credlens.sqlite" in outcome.json["error"]["where"]


def test_unknown_names_help_on(cli: Cli) -> None:
    assert "Did you mean" in cli("options", "Pyton", "--json").json["error"]["what_to_do"]
    assert cli("options", "Pyton").code == 2
    assert cli("evaluate", "google-data-analytic").code == 2
    assert cli("demo", "--person", "nobody").code == 2
    assert "maria" in cli("demo", "--person", "nobody", "--json").json["error"]["what_to_do"]
