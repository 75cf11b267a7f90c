"""``credlens portfolio``: a project put in, a review asked for and kept, and the website in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

from credlens.cli.main import run

README = "# Tide tables\n\nTides of an invented harbour, in Python.\n\n![](chart.svg)\n"


@pytest.fixture
def readme(tmp_path: Path) -> Path:
    path = tmp_path / "README.md"
    path.write_text(README, "utf-8")
    return path


def words(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


def test_a_project_is_put_in_reviewed_published_and_taken_out(cli: Cli, readme: Path, tmp_path: Path) -> None:
    added = cli("portfolio", "add", readme, "--link", "https://tides.example", "--done", "2026-10-01")
    assert added.code == 0
    assert "tide-tables: Tide tables" in added.out
    assert "chart.svg: The picture is left out" in words(added.out)

    cli("badge", "key", "me")
    asked = cli("portfolio", "ask", "tide-tables", "--key", "me", "--out", tmp_path / "r.json", "--json").json
    there = ["--home", str(tmp_path / "other"), "--as-of", "2026-11-22"]
    assert run(["badge", "key", "robin", *there]) == 0
    signed = ["badge", "endorse", "--key", "robin", "--about", asked["about"], "--comment", "Clear."]
    assert run([*signed, "--content", str(readme), "--out", str(tmp_path / "review.json"), *there]) == 0

    kept = cli("portfolio", "review", tmp_path / "review.json")
    assert kept.code == 0
    assert "about the README as it is now" in words(kept.out)
    assert "whose owner calls themselves robin" in words(kept.out)
    refused = cli("portfolio", "review", tmp_path / "r.json", "--json")
    assert refused.code == 1
    assert refused.json["refused"][0]["message"] == "It is not kept. It is no review."

    made = cli("portfolio", "--out", tmp_path / "site")
    assert made.code == 0
    assert "Written: 1 project, 1 review," in words(made.out.replace("\xa0", " "))
    assert str(tmp_path / "site" / "index.html") in made.out
    assert "Nothing was published" in made.out
    assert (tmp_path / "site" / "projects" / "tide-tables.html").is_file()

    (project,) = cli("portfolio", "list", "--json").json["projects"]
    assert [r["by"] for r in project["reviews"]] == ["robin"]
    assert cli("portfolio", "unreview", project["reviews"][0]["id"]).code == 0
    assert cli("portfolio", "remove", "tide-tables", "--json").json["removed"] == ["tide-tables"]
    assert "no project yet" in cli("portfolio", "list").out


def test_what_is_missing_is_said(cli: Cli, tmp_path: Path) -> None:
    nowhere = cli("portfolio", "--json")
    assert nowhere.code == 2
    assert "--out" in nowhere.json["error"]["what_to_do"]
    assert cli("portfolio", "--out", tmp_path / "site").code == 2
    assert cli("portfolio", "add", tmp_path / "nothing").code == 3
    assert cli("portfolio", "remove", "nothing").code == 2
