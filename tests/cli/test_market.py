"""``credlens market``: what a person reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from credlens.cli.main import run

AD = """# Data analyst

We look for a data analyst for team {n} of our bank.

Requirements
- Advanced SQL is required
- CompTIA Security+ preferred
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "ads").mkdir()
    for n in range(4):
        (folder / "ads" / f"{n}.md").write_text(AD.format(n=f"{n} {'abcd'[n] * 6}"), encoding="utf-8")
    (folder / "ads" / "broken.jsonl").write_text("{no json}\n{no json}\n", encoding="utf-8")
    (folder / "counts.csv").write_text(
        "month,num_postings,term,count\n"
        + "".join(f"{2020 + q // 4}-{q % 4 * 3 + 1:02},500,SQL,{200 - 12 * q}\n" for q in range(12)),
        encoding="utf-8",
    )
    assert (
        run(["market", "build", str(folder / "ads"), str(folder / "counts.csv"), "--home", str(folder / "home")]) == 0
    )
    return folder / "home"


def _said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run([*words]) == code
    return " ".join(capsys.readouterr().out.split())


def test_building_ends_with_counts_and_what_was_rejected(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _said(capsys, "market", "build", str(home.parent / "ads"), "--home", str(home.parent / "other"))

    assert "4 ads read" in text
    assert "2 entries could not be read and stayed out:" in text
    assert "broken.jsonl:1" in text


def test_what_the_market_is_made_of_can_be_looked_at(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _said(capsys, "market", "show", "--home", str(home))

    assert "12 counts" in text
    assert "data analyst the ads' title 4 -" in text


def test_demand_is_told_with_shares_levels_and_credentials(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _said(capsys, "market", "demand", "data analyst", "--home", str(home))

    assert "4 ads; asked for most: SQL." in text
    assert "100 % (51-100) 4 of 4 advanced (4)" in text
    assert "CompTIA Security+" in text


def test_a_trend_says_its_verdict_first(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _said(capsys, "market", "trend", "sql", "--home", str(home))

    assert "declining: half as often in" in text
    assert "2022-Q4 68 500 13.6 %" in text


def test_recognition_says_that_not_named_is_not_rejected(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = _said(capsys, "market", "recognition", "CISSP", "--home", str(home))

    assert "not named in 4 ads" in text
    assert "no rejection" in text


def test_asking_before_building_is_a_usage_error_in_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["market", "demand", "nurse", "--json", "--home", str(tmp_path / "none")]) == 2

    error = json.loads(capsys.readouterr().out)["error"]
    assert error["message"] == "There is no market yet."
    assert "credlens market build" in error["what_to_do"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["market", "build", str(tmp_path / "nowhere"), "--home", str(tmp_path / "home")]) == 3

    assert "There is no such file or folder" in capsys.readouterr().err
